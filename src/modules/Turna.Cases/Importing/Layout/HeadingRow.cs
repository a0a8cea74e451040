using System.Buffers;
using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>Where the headings of a sheet stand and what they say. A heading of two lines ("Сумма" over "долга") is one text.</summary>
internal sealed partial record HeadingRow(int LastRow, string[] Headings)
{
    private const int RowsLooked = 60;
    public const int FewestFields = 3;
    private const int FewestEntries = 2;
    private const int LongestHeading = 80;
    private const int ShortestBrokenOff = 3;
    private static readonly HashSet<string> Days = new(StringComparer.Ordinal) { "Date", "BirthDate", "BirthYear", "Ignored" };
    private static readonly SearchValues<char> Several = SearchValues.Create("/,;+&\n");
    private static readonly HashSet<RegisterField> Free = [RegisterField.Action, RegisterField.Member, RegisterField.Remark];
    private static readonly HashSet<RegisterField> Sums = [RegisterField.Claimed, RegisterField.Recovered, RegisterField.Topic];

    /// <summary>The rows they stand in.</summary>
    public IReadOnlyList<SourceRow> Lines { get; init; } = [];

    /// <summary>Finds the row (or two) that names the most different fields; null when none names three.</summary>
    public static HeadingRow? Find(IReadOnlyList<SourceRow> rows, IReadOnlyDictionary<string, RegisterField> remembered)
    {
        HeadingRow? best = null;
        var most = FewestFields - 1;
        var entries = 0;
        for (var i = 0; i < Math.Min(rows.Count, RowsLooked); i++)
        {
            // Behind entries of its own the fullest headings are those of another table.
            if (best is not null && IsEntryUnder(best, rows[i]) && ++entries >= FewestEntries) break;
            if (!LooksLikeHeadings(rows[i])) continue;
            var (candidate, fields) = At(rows[i], i + 1 < rows.Count ? rows[i + 1] : null, remembered);
            if (fields > most) (best, most, entries) = (candidate, fields, 0);
        }

        return best;
    }

    /// <summary>The headings of this row, or of it and the next where they say more together, and how many fields they name.</summary>
    public static (HeadingRow Headings, int Fields) At(SourceRow row, SourceRow? next, IReadOnlyDictionary<string, RegisterField> remembered)
    {
        var single = new HeadingRow(row.Number, [.. row.Cells.Select(cell => cell.Written)]) { Lines = [row] };
        var fields = single.Fields(remembered);
        if (next is not { } below || !LooksLikeHeadings(below)) return (single, fields);
        var pair = new HeadingRow(below.Number, HeadingLines.Together(row, below)) { Lines = [row, below] };
        var together = pair.Fields(remembered);
        return together > fields || (together + 1 >= fields && HeadingLines.Divides(row, below)) ? (pair, Math.Max(together, fields)) : (single, fields);
    }

    /// <summary>A day stands where these headings ask for one, and more beside it.</summary>
    private static bool IsEntryUnder(HeadingRow headings, SourceRow row)
    {
        if (row.Cells.Count(cell => !cell.IsBlank) < FewestFields) return false;
        for (var column = 0; column < Math.Min(headings.Headings.Length, row.Cells.Length); column++)
            if (Meaning(headings.Headings[column]) is { Meaning: nameof(RegisterField.Date) }) return IsWholeDay(row[column]) || IsDayAlone(row[column]);
        return false;
    }

    private static bool IsDayAlone(SourceCell cell) => int.TryParse(cell.Written, out var day) && day is >= 1 and <= 31;

    /// <summary>Filled like an entry, with a whole day among its cells.</summary>
    public static bool LooksLikeEntry(SourceRow row) => row.Cells.Count(cell => !cell.IsBlank) > FewestFields && Array.Exists(row.Cells, IsWholeDay);

    /// <summary>Where no words are known: the fullest row of words above the first day; null when there is none.</summary>
    public static HeadingRow? AboveDays(IReadOnlyList<SourceRow> rows)
    {
        HeadingRow? best = null;
        var most = FewestFields - 1;
        foreach (var row in rows.Take(RowsLooked))
        {
            var filled = row.Cells.Count(cell => !cell.IsBlank);
            if (filled >= FewestFields && row.Cells.Any(IsWholeDay)) return best;
            var texts = row.Cells.Where(cell => cell.Kind == CellKind.Text).Select(cell => cell.Words).Distinct(StringComparer.Ordinal).Count();
            if (texts > most && LooksLikeHeadings(row)) (best, most) = (new HeadingRow(row.Number, [.. row.Cells.Select(cell => cell.Written)]) { Lines = [row] }, texts);
        }

        return null;
    }

    private static bool IsWholeDay(SourceCell cell) => cell.Kind == CellKind.Day
        || (cell.Kind == CellKind.Text && DateReader.Read(cell, Habits.None(DateOnly.MaxValue)).Value is { IsExact: true });

    /// <summary>True when the row says word for word what one of their lines says.</summary>
    public bool IsLine(SourceRow row) => Lines.Any(line => IsLine(line, row));

    /// <summary>True when a later row repeats the headings, as printed registers do on every page.</summary>
    public bool IsRepeatedBy(SourceRow row)
    {
        if (IsLine(row)) return true;
        var equal = 0;
        var filled = 0;
        for (var column = 0; column < Math.Min(Headings.Length, row.Cells.Length); column++)
        {
            if (row[column].Kind != CellKind.Text) continue;
            filled++;
            if (string.Equals(row[column].Words, Headings[column], StringComparison.OrdinalIgnoreCase)) equal++;
        }

        return equal >= FewestFields && equal * 2 > filled;
    }

    /// <summary>
    /// True when most of its cells are headings that ask for what their columns hold, in another language than those above. "Дата неизвестна" answers.
    /// </summary>
    public bool IsSaidAgainBy(SourceRow row, ColumnMapping columns)
    {
        if (!LooksLikeHeadings(row)) return false;
        var filled = Enumerable.Range(0, row.Cells.Length).Where(column => !row[column].IsBlank).ToArray();
        var asking = filled.Count(column => columns.FieldOf(column) is { } field && IsWhole(row[column].Written) && Meaning(row[column].Written)?.Meaning == field.ToString());
        return asking >= FewestFields && asking * 2 > filled.Length;
    }

    /// <summary>What a heading means by the words of the lexicon; null for an unknown one, <c>Ignored</c> for a known one that has no field.</summary>
    public static PhrasePatterns.Match? Meaning(string heading) => Told(heading) ?? (WrittenOut(heading) is [var only] ? only : null);

    /// <summary>What a heading asks for: the meaning given by hand, else that of its words; null for none.</summary>
    public static string? Field(string heading, IReadOnlyDictionary<string, RegisterField> remembered) =>
        heading.Length == 0 ? null : Remembered(heading, remembered) ?? Meaning(heading)?.Meaning;

    /// <summary>The meaning given to a heading by hand, however it is spelt; null where none was.</summary>
    public static string? Remembered(string heading, IReadOnlyDictionary<string, RegisterField> remembered) =>
        remembered.Count == 0 ? null : remembered.Where(known => Spelling.Fold(known.Key) == Spelling.Fold(heading)).Select(known => known.Value.ToString()).FirstOrDefault();

    /// <summary>True when the heading is understood only by what its words may be short for: then the values have to bear it out.</summary>
    public static bool IsShortened(string heading) => Told(heading) is null && Meaning(heading) is not null;

    /// <summary>"Вопр.", "жын.", "факт возвр.": what its words may be short for, each meaning once.</summary>
    private static List<PhrasePatterns.Match> WrittenOut(string heading) =>
        [.. Shortened.WrittenOut(heading, Words.Shipped.Headings, ShortestBrokenOff).Select(Told).OfType<PhrasePatterns.Match>().DistinctBy(match => match.Meaning)];

    private static PhrasePatterns.Match? Told(string heading)
    {
        var folded = Spelling.Fold(heading);
        var match = folded.Length == 0 ? null : Words.Shipped.Headings.Best(folded) ?? Words.Shipped.Headings.Best(folded.Replace('/', ' '));
        // "Дата рекомендации": whatever else is named, it asks for a day, and which is not certain.
        if (match is not null && Day().IsMatch(folded) && !Days.Contains(match.Meaning)) match = match with { Meaning = "Date", Sure = false };
        return match is not null && SpeaksOfAnother(match, heading, folded) ? match with { Meaning = "Ignored", Sure = true } : match;
    }

    /// <summary>"Предыдущая страна", "Телефон мужа", "Долг за аренду": the words beside those that were understood make it another thing.</summary>
    private static bool SpeaksOfAnother(PhrasePatterns.Match match, string heading, string folded)
    {
        if (heading.AsSpan().ContainsAny(Several) || !Enum.TryParse<RegisterField>(match.Meaning, out var field) || Free.Contains(field)) return false;
        var rest = Words.Shipped.Headings.Unexplained(folded);
        return rest.Any(word => Words.Shipped.Mentions("otherMatter", word) || (!Sums.Contains(field) && Words.Shipped.Mentions("otherPerson", word)));
    }

    /// <summary>True when the heading would ask for the sum claimed if it said nothing of a currency.</summary>
    public static bool AsksForSum(string heading) => string.Join(' ', Spelling.Fold(heading).Split(' ').Where(word => Words.Shipped.Headings.Best(word) is not { Meaning: nameof(RegisterField.Currency) })) is var rest
        && Words.Shipped.Headings.Best(rest) is { Meaning: nameof(RegisterField.Claimed) };

    /// <summary>True when no word of the heading is left over.</summary>
    public static bool IsWhole(string heading) => Spelling.Fold(heading) is var folded && Words.Shipped.Headings.Best(folded) is not null && Words.Shipped.Headings.Unexplained(folded).Count == 0;

    /// <summary>The same words in the same columns as in one of the lines of the headings.</summary>
    public static bool IsLine(SourceRow line, SourceRow row)
    {
        var filled = 0;
        for (var column = 0; column < Math.Max(line.Cells.Length, row.Cells.Length); column++)
        {
            if (Spelling.Fold(line[column].Written) != Spelling.Fold(row[column].Written)) return false;
            if (!line[column].IsBlank) filled++;
        }

        return filled > 1;
    }

    public int Fields(IReadOnlyDictionary<string, RegisterField> remembered) => Headings
        .Select(heading => remembered.Keys.Any(key => Spelling.Fold(key) == Spelling.Fold(heading)) ? heading : Meaning(heading)?.Meaning)
        .OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>Short words in several cells, and neither days nor numbers.</summary>
    public static bool LooksLikeHeadings(SourceRow row)
    {
        var texts = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Kind is CellKind.Day or CellKind.Number) return false;
            if (cell.Kind == CellKind.Text && (cell.Words!.Length > LongestHeading || cell.Words.Count(char.IsAsciiDigit) > 4)) return false;
            if (cell.Kind == CellKind.Text) texts++;
        }

        return texts > 1;
    }

    [GeneratedRegex(@"^(дата|date) |( датасы| куну| date)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Day();
}
