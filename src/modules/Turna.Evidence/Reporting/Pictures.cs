using Turna.Design;
using Turna.Design.Charts;

namespace Turna.Evidence.Reporting;

/// <summary>The picture above a table: its largest lines as bars, women and men side by side, or all together where most of that is hidden.</summary>
internal static class Pictures
{
    private const int MostLines = 12;

    private static readonly string[] WomenAndMen = ["F", "M"];

    /// <summary>Whether hidden numbers leave nothing to draw.</summary>
    public static bool IsHidden(ReportTable table)
    {
        var drawn = RowsOf(table).Take(MostLines).SelectMany(row => DrawnOf(table).Select(sex => table.At(row, sex).Value)).ToList();
        return table.Rows.Count > 0 && drawn.TrueForAll(value => value is null or 0) && (drawn.Count == 0 || drawn.Contains(null));
    }

    /// <summary>Null when there is nothing to draw.</summary>
    public static Bars? Of(ReportTable table, Wording wording, Texts texts)
    {
        var shown = RowsOf(table);
        var rows = shown.Take(MostLines).ToList();
        if (rows.Count < 2 || IsHidden(table)) return null;
        return new Bars
        {
            Finding = FindingOf(table, wording, texts),
            TableFollows = true,
            Note = shown.Count > MostLines ? texts["The first {0} of {1} lines are drawn; all of them stand in the table.", MostLines, shown.Count] : null,
            Heading = wording.HeadingOf(table),
            Categories = [.. rows.Select(row => wording.OfRow(table, row))],
            Series = [.. DrawnOf(table).Select(sex => new Series(wording.OfSex(sex), [.. rows.Select(row => Drawn(table.At(row, sex), texts))]))],
        };
    }

    private static List<string> RowsOf(ReportTable table) => [.. table.Rows.Except(table.Silent([]), StringComparer.Ordinal)];

    private static string[] DrawnOf(ReportTable table)
    {
        var rows = RowsOf(table);
        int Told(IEnumerable<string> sexes) => rows.Count(row => sexes.All(sex => table.At(row, sex).Value is not null));
        return Told(WomenAndMen) * 2 >= Told([ReportTable.All]) ? WomenAndMen : [ReportTable.All];
    }

    // Among lines that are not shown there may be a larger one; where several are equally large none is the most frequent. Ages and months stand
    // in their own order, so the first line need not be the largest.
    private static string FindingOf(ReportTable table, Wording wording, Texts texts)
    {
        var counted = table.Rows.Select(row => (Row: row, table.At(row, ReportTable.All).Value)).ToList();
        if (counted.Count == 0 || counted.Exists(line => line.Value is null)) return wording.Of(table.Measure);
        var most = counted.Max(line => line.Value!.Value);
        var largest = counted.Where(line => line.Value == most).Select(line => line.Row).ToList();
        return most > 0 && largest is [var one] ? texts["{0}: most often “{1}” ({2})", wording.Of(table.Measure), wording.OfRow(table, one), most] : wording.Of(table.Measure);
    }

    private static Design.Charts.Figure Drawn(Figure figure, Texts texts) => figure.Value is { } value
        ? value
        : Design.Charts.Figure.Hidden(texts["Not shown: the number is small, or a small one would follow from it"]);
}
