using System.Globalization;
using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Reading;

internal enum CellKind : byte
{
    Blank, Text, Number, Day,
}

/// <summary>A cell as the file holds it. A day carries its spreadsheet serial number in <see cref="Number"/>.</summary>
/// <param name="Computed">The value is the last result of a formula, which may be stale.</param>
/// <param name="Unit">What the number format prints beside a number ("сом", "$", "лет"); null for none.</param>
/// <param name="Struck">A line goes through it.</param>
internal readonly partial record struct SourceCell(CellKind Kind, string? Words, double Number, bool Computed, string? Unit = null, bool Struck = false)
{
    /// <summary>Stands for the result of a formula that was never computed.</summary>
    public const string NoResult = "#?";

    /// <summary>The longest text that a cell of a spreadsheet can hold.</summary>
    public const int LongestText = 32_767;

    /// <summary>The longest text that is read at once. What is longer is read in pieces where that makes sense: the time grows with the square of the length.</summary>
    public const int LongestRead = 1_000;

    /// <summary>The longest text that may be a value: a sum, a telephone, a name. Looking for one in a story takes a time that grows with the cube of its length.</summary>
    public const int LongestValue = 200;

    private const double LastSerial = 2_958_465;

    public static SourceCell Blank => default;

    public bool IsBlank => Kind == CellKind.Blank;

    /// <summary>The text of a cell whose words are only its beginning; null where they are all of it.</summary>
    public string? Whole { get; private init; }

    /// <summary>All that stands in the cell.</summary>
    public string InFull => Whole ?? Written;

    /// <summary>The spreadsheet shows an error instead of a value ("#REF!", "#ДЕЛ/0!"), or a column was too narrow when the table was saved as text ("####").</summary>
    public bool IsError => Kind == CellKind.Text && Words![0] == '#' && Error().IsMatch(Words);

    /// <summary>Nothing but dashes, dots and strokes: how an empty place is marked. A plus or a question mark says something.</summary>
    public static bool IsDash(string text) => text.All(letter => "-–—_.…,·/\\= ".Contains(letter, StringComparison.Ordinal));

    public static SourceCell Of(string text, bool computed = false)
    {
        var trimmed = Clean(text);
        return trimmed.Length == 0 ? Blank : new SourceCell(CellKind.Text, trimmed, 0, computed);
    }

    public static SourceCell Of(double number, bool computed = false, string? unit = null) => new(CellKind.Number, null, number, computed, unit);

    public static SourceCell Of(DateTime day, bool computed = false) => new(CellKind.Day, null, day.ToOADate(), computed);

    /// <summary>The day of a day cell, and of a number when it is taken for a serial number; null outside the calendar.</summary>
    public DateOnly? Day => Number is >= 1 and <= LastSerial ? DateOnly.FromDateTime(DateTime.FromOADate(Number)) : null;

    /// <summary>The cell in words, as a person reading the sheet would copy it.</summary>
    public string Written => Kind switch
    {
        CellKind.Blank => string.Empty,
        CellKind.Text => Words!,
        CellKind.Day => Day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? Plain(Number),
        _ => Unit is null ? Plain(Number) : $"{Plain(Number)} {Unit}",
    };

    /// <summary>The cell with no more words than so many letters hold.</summary>
    public SourceCell Shortened(int longest) => Kind == CellKind.Text && Words!.Length > longest ? this with { Words = Pieces(Words, longest).First(), Whole = InFull } : this;

    /// <summary>A text in pieces that can be read, cut between words where there are such.</summary>
    public static IEnumerable<string> Pieces(string text, int longest = LongestRead)
    {
        while (text.Length > longest)
        {
            var space = text.LastIndexOf(' ', longest - 1, longest / 2);
            var end = space > 0 ? space : longest;
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }

        if (text.Length > 0) yield return text;
    }

    private static string Plain(double number) =>
        Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(#\?|#{3,}|#[A-ZА-Я]{1,8}(/[0AАД][!?]?|[!?]))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Error();

    /// <summary>Invisible marks and hard spaces come with copied text and would make equal cells differ.</summary>
    private static string Clean(string text)
    {
        var needsWork = false;
        foreach (var letter in text) needsWork |= letter is < ' ' or '\u00a0' or (>= '\u2000' and <= '\u206f') or '\ufeff' or '\u3000' or '\u00ad';
        if (!needsWork) return text.Trim();

        var cleaned = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\n' or '\r') cleaned.Append(letter == '\n' ? '\n' : ' ');
            else if (letter is '\u2010' or '\u2011' or '\u2012') cleaned.Append('-');
            else if (letter is '\u2013' or '\u2014' or '\u2018' or '\u2019' or '\u201c' or '\u201d' or '\u201e' or '\u2026' or '\u2033') cleaned.Append(letter);
            else if (char.IsWhiteSpace(letter) || char.IsControl(letter)) cleaned.Append(' ');
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.Format) cleaned.Append(letter);
        }

        return cleaned.ToString().Trim();
    }
}

/// <summary>One row with its number in the sheet, from 1.</summary>
internal readonly record struct SourceRow(int Number, SourceCell[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, cell => cell.IsBlank || cell.Words == SourceCell.NoResult);

    /// <summary>A line goes through most of its cells.</summary>
    public bool IsStruck => Cells.Count(cell => cell.Struck) * 2 > Cells.Count(cell => !cell.IsBlank);

    /// <summary>The row with no more words in each cell than so many letters hold.</summary>
    public SourceRow Shortened(int longest) => Array.Exists(Cells, cell => cell.Words?.Length > longest) ? this with { Cells = [.. Cells.Select(cell => cell.Shortened(longest))] } : this;

    public SourceCell this[int column] => column < Cells.Length ? Cells[column] : SourceCell.Blank;
}
