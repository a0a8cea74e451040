using Turna.Design;
using Turna.Design.Charts;

namespace Turna.Evidence.Reporting;

/// <summary>The picture above a table: its largest lines as bars, women and men side by side.</summary>
internal static class Pictures
{
    private const int MostLines = 12;

    private static readonly string[] Drawing = ["F", "M"];

    /// <summary>Whether hidden numbers leave nothing to draw.</summary>
    public static bool IsHidden(ReportTable table)
    {
        var drawn = table.Rows.Take(MostLines).SelectMany(row => Drawing.Select(sex => table.At(row, sex).Value)).ToList();
        return drawn.Contains(null) && drawn.TrueForAll(value => value is null or 0);
    }

    /// <summary>Null when there is nothing to draw.</summary>
    public static Bars? Of(ReportTable table, Wording wording, Texts texts)
    {
        var rows = table.Rows.Take(MostLines).ToList();
        if (rows.Count < 2 || IsHidden(table)) return null;
        return new Bars
        {
            Finding = FindingOf(table, wording, texts),
            TableFollows = true,
            Note = table.Rows.Count > MostLines ? texts["The first {0} of {1} lines are drawn; all of them stand in the table.", MostLines, table.Rows.Count] : null,
            Heading = wording.HeadingOf(table),
            Categories = [.. rows.Select(row => wording.OfRow(table, row))],
            Series = [.. Drawing.Select(sex => new Series(wording.OfSex(sex), [.. rows.Select(row => Drawn(table.At(row, sex), texts))]))],
        };
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
