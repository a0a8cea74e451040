using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>A column for women and one for men ("Ж | М", "Female | Male"), and a mark in one of the two.</summary>
/// <param name="Female">Index of the column for women.</param>
/// <param name="Male">Index of the column for men.</param>
internal sealed record MarkedSex(int Female, int Male)
{
    private const int FewestMarks = 2;
    private const double NearlyAll = 0.9;

    /// <summary>Null where there are not exactly two such columns, or where they hold something else, such as numbers of people.</summary>
    public static MarkedSex? In(IReadOnlyList<string> headings, IReadOnlyList<SourceRow> sample)
    {
        var told = Enumerable.Range(0, headings.Count).Select(column => (Column: column, Sex: SexOf(headings[column]))).Where(column => column.Sex is not null).ToArray();
        if (told is not [var one, var other] || one.Sex == other.Sex) return null;
        var sexes = one.Sex == 'F' ? new MarkedSex(one.Column, other.Column) : new MarkedSex(other.Column, one.Column);
        var filled = sample.SelectMany(row => new[] { (Cell: row[sexes.Female], Sex: 'F'), (Cell: row[sexes.Male], Sex: 'M') }).Where(cell => !Mark.IsNone(cell.Cell)).ToArray();
        var both = sample.Count(row => !Mark.IsNone(row[sexes.Female]) && !Mark.IsNone(row[sexes.Male]));
        return filled.Length >= FewestMarks && filled.Count(cell => Tells(cell.Cell, cell.Sex)) >= NearlyAll * filled.Length && both <= (1 - NearlyAll) * filled.Length ? sexes : null;
    }

    public bool Holds(int column) => column == Female || column == Male;

    /// <summary>The sex in words; blank without a mark, and what stands there where it is no mark, or where both are marked.</summary>
    public SourceCell Cell(SourceRow row)
    {
        var (female, male) = (row[Female], row[Male]);
        return (Mark.IsNone(female), Mark.IsNone(male)) switch
        {
            (true, true) => SourceCell.Blank,
            (false, true) => Tells(female, 'F') ? SourceCell.Of("F", female.Computed) : female,
            (true, false) => Tells(male, 'M') ? SourceCell.Of("M", male.Computed) : male,
            _ => SourceCell.Of($"{female.Written} | {male.Written}"),
        };
    }

    /// <summary>"Ж", and the last word of "Пол жен.".</summary>
    private static char? SexOf(string heading)
    {
        var words = Spelling.Fold(heading).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || Words.Shipped.Mentions("childSex", string.Join(' ', words))) return null;
        if (SexReader.Read(SourceCell.Of(string.Join(' ', words))) is { IsCertain: true, Value: { } whole }) return whole;
        return HeadingRow.Meaning(string.Join(' ', words[..^1])) is { Meaning: nameof(RegisterField.Sex) } && SexReader.Read(SourceCell.Of(words[^1])) is { IsCertain: true, Value: { } last } ? last : null;
    }

    private static bool Tells(SourceCell cell, char sex) => Mark.IsAny(cell) || SexReader.Read(cell) is { IsCertain: true, Value: { } written } && written == sex;
}
