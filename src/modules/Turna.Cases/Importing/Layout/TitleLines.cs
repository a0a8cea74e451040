using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Layout;

/// <summary>What is written over the headings of a table.</summary>
/// <param name="OfSheet">Over the first table of the sheet: it holds for all of them.</param>
/// <param name="OfTable">Between the table before and this one; none over the first.</param>
internal sealed record TitleLines(IReadOnlyList<string> OfSheet, IReadOnlyList<string> OfTable)
{
    public string Together => string.Join(' ', OfSheet.Concat(OfTable));

    public static TitleLines Over(HeadingRow headings, IEnumerable<SourceRow> rows) =>
        new([.. rows.TakeWhile(row => row.Number < headings.LastRow).Select(Line)], []);

    public static string Line(SourceRow row) => string.Join(' ', row.Cells.Select(cell => cell.Written).Distinct(StringComparer.Ordinal));
}
