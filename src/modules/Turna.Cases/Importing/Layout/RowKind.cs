using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

internal enum RowKind
{
    /// <summary>One consultation.</summary>
    Entry,

    /// <summary>Empty, or only its running number is printed.</summary>
    Empty,

    /// <summary>Title of a part ("II полугодие", "Март").</summary>
    Title,

    /// <summary>Headings again, or the line of column numbers under them.</summary>
    Heading,

    /// <summary>Subtotal or total.</summary>
    Total,

    /// <summary>Who kept the register.</summary>
    Signature,

    /// <summary>A few words that are neither an entry nor a title, such as the end of the remark above.</summary>
    Loose,
}

/// <summary>Tells entries from what an office writes between them.</summary>
internal static class RowSorting
{
    private static readonly HashSet<RegisterField> Money = [RegisterField.Claimed, RegisterField.Recovered, RegisterField.Number, RegisterField.Currency, RegisterField.Minutes];

    private static readonly RegisterField?[] Places = [RegisterField.Country, RegisterField.City, RegisterField.CountryCity, RegisterField.Place, RegisterField.Topic];

    public static RowKind Sort(SourceRow row, HeadingRow headings, ColumnMapping columns, Func<SourceCell, Reading<PartialDate?>> day)
    {
        var filled = Enumerable.Range(0, row.Cells.Length).Where(column => !row[column].IsBlank && row[column].Words != SourceCell.NoResult).ToArray();
        if (filled.Length == 0 || filled.All(column => columns.FieldOf(column) == RegisterField.Number && IsWholeNumber(row[column]))) return RowKind.Empty;
        if (headings.IsRepeatedBy(row) || IsColumnNumbers(row, filled)) return RowKind.Heading;

        var texts = filled.Select(column => row[column].Written).Distinct(StringComparer.Ordinal).ToArray();
        if (texts.Length == 1 && MonthTitle.IsMonthOfYear(texts[0])) return RowKind.Title;
        if (IsTotalOfDay(row, filled, columns)) return RowKind.Total;
        if (IsStamp(row, filled, columns, day)) return RowKind.Signature;
        if (day(columns.Cell(row, RegisterField.Date)).Value is { IsExact: true }) return RowKind.Entry;
        if (IsTotal(row, filled, columns)) return RowKind.Total;
        if (SignatureLine.Is(row, filled) && !HasContent(row, columns)) return RowKind.Signature;
        if (headings.IsSaidAgainBy(row, columns)) return RowKind.Heading;

        if (texts.Length == 1) return IsOneWordEntry(row, filled, columns) ? RowKind.Loose : RowKind.Title;
        return texts.Length == 2 && Words.Shipped.Mentions("title", Spelling.Fold(texts[0])) && !HasContent(row, columns) ? RowKind.Title : RowKind.Entry;
    }

    /// <summary>"М.П. | 03.07.2024": the place for a stamp, and beside it nothing but a day.</summary>
    private static bool IsStamp(SourceRow row, int[] filled, ColumnMapping columns, Func<SourceCell, Reading<PartialDate?>> day)
    {
        var others = Array.FindAll(filled, column => !(NamesStamp(row[column]) && !Places.Contains(columns.FieldOf(column))));
        return others.Length < filled.Length && Array.TrueForAll(others, column => day(row[column]).Value is { IsExact: true });
    }

    // "МО" is an oblast, "М.О." the place for a stamp.
    private static bool NamesStamp(SourceCell cell) => cell.Kind == CellKind.Text && Spelling.Fold(cell.Words!) is var folded
        && (folded.Length > 2 || cell.Words!.Contains('.', StringComparison.Ordinal)) && Words.Shipped.Says("stamp", folded);

    private static bool IsWholeNumber(SourceCell cell) => cell.Written.All(char.IsAsciiDigit);

    /// <summary>1 2 3 4 … under the headings.</summary>
    private static bool IsColumnNumbers(SourceRow row, int[] filled)
    {
        if (filled.Length < 4) return false;
        for (var i = 0; i < filled.Length; i++)
            if (!int.TryParse(row[filled[i]].Written, out var number) || number != int.Parse(row[filled[0]].Written, System.Globalization.CultureInfo.InvariantCulture) + i) return false;
        return true;
    }

    /// <summary>Begins with a word for total, or holds nothing but sums.</summary>
    private static bool IsTotal(SourceRow row, int[] filled, ColumnMapping columns)
    {
        var first = filled.Select(column => row[column]).FirstOrDefault(cell => cell.Kind == CellKind.Text);
        if (first.Kind == CellKind.Text && Words.Shipped.Mentions("total", Spelling.Fold(first.Words!).Split(' ')[0])) return true;
        // "Из них повторных | 7", "в т.ч. несовершеннолетних - 1"
        if (first.Kind == CellKind.Text && filled.Length <= 4 && Words.Shipped.Says("partOfTotal", string.Join(' ', Spelling.Fold(first.Words!).Split(' ').Take(PartOfTotal(first.Words!)))) && !HasContent(row, columns) && columns.Cell(row, RegisterField.Phone).IsBlank) return true;
        if (filled.All(column => columns.FieldOf(column) is { } field && Money.Contains(field))) return true;
        if (first.Kind == CellKind.Text && filled.Length <= 4 && TotalBehind(Spelling.Fold(first.Words!)) && !HasContent(row, columns) && columns.Cell(row, RegisterField.Phone).IsBlank) return true;
        if (first.Kind == CellKind.Text && CountsOfSpan(Spelling.Fold(first.Words!)) && filled.All(column => row[column] == first || IsWholeNumber(row[column]) || columns.FieldOf(column) is { } field && Money.Contains(field))) return true;
        return filled.Length <= 4 && filled.Any(column => row[column].Kind == CellKind.Text && Words.Shipped.Says("total", Spelling.Fold(row[column].Words!)));
    }

    /// <summary>How many words "из них", "в том числе" take at the beginning.</summary>
    private static int PartOfTotal(string words) => Spelling.Fold(words).Split(' ') is var all && all.Length > 2 && Words.Shipped.Says("partOfTotal", string.Join(' ', all.Take(3))) ? 3 : all.Length > 1 && Words.Shipped.Says("partOfTotal", string.Join(' ', all.Take(2))) ? 2 : 1;

    /// <summary>"18.10.2024 | итого за день: 2": where a number or a name would stand beside the day there is a total, and nothing of a consultation.</summary>
    private static bool IsTotalOfDay(SourceRow row, int[] filled, ColumnMapping columns) => filled.Length <= 3 && !HasContent(row, columns) && columns.Cell(row, RegisterField.Phone).IsBlank
        && filled.Any(column => columns.FieldOf(column) is RegisterField.Number or RegisterField.Name or RegisterField.FamilyName && row[column].Kind == CellKind.Text
            && Words.Shipped.Mentions("total", Spelling.Fold(row[column].Words!).Split(' ')[0]));

    /// <summary>"Январь боюнча жыйынтыгы", "1-жарым жылдык боюнча жыйынтык:": a month or another span of time, and a word for total behind it.</summary>
    private static bool TotalBehind(string folded) =>
        folded.Split(' ').SkipWhile(word => !IsSpan(word)).Skip(1).Any(word => Words.Shipped.Says("total", word));

    /// <summary>"Январь боюнча: 6 кайрылуу", "за март: 12 обращений"; "за месяц 3 случая избиения" tells more than a count.</summary>
    private static bool CountsOfSpan(string folded)
    {
        var words = folded.Split(' ');
        return words.SkipWhile(word => !IsSpan(word)).SkipWhile(word => !IsNumber(word)).Skip(1).Any(word => Words.Shipped.Says("counted", word))
            && Array.TrueForAll(words, word => IsSpan(word) || IsNumber(word) || Words.Shipped.Says("counted", word) || Words.Shipped.Says("besideCount", word));
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    private static bool IsSpan(string word) => Words.Shipped.Month(word) is not null || Words.Shipped.Says("span", word);

    /// <summary>A lone remark, topic or name is not a title: it is kept and listed.</summary>
    private static bool IsOneWordEntry(SourceRow row, int[] filled, ColumnMapping columns)
    {
        if (filled.Length > 1) return false;
        var cell = row[filled[0]];
        return columns.FieldOf(filled[0]) switch
        {
            RegisterField.Name => ColumnMapping.Reads(cell, RegisterField.Name) && !Words.Shipped.Mentions("title", Spelling.Fold(cell.Written)),
            RegisterField.Number or RegisterField.Date or RegisterField.FamilyName or RegisterField.GivenName => false,
            _ => filled[0] > 0,
        };
    }

    private static bool HasContent(SourceRow row, ColumnMapping columns) =>
        columns.Of(RegisterField.Topic).Any(column => TopicReader.Read(row[column]).Codes.Count > 0)
        || PlaceReader.Country(columns.Cell(row, RegisterField.Country)).Value.Country is not null;
}
