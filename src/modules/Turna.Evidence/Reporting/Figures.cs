using Microsoft.AspNetCore.Html;
using Turna.Design;
using Turna.Design.Markup;

namespace Turna.Evidence.Reporting;

/// <summary>The lines of a table in as few bytes as HTML allows: a page with all topics must come through a bad line.</summary>
internal static class Figures
{
    /// <summary>A line: its name and its numbers; in an exact report each number is a button that opens the list behind it.</summary>
    public static IHtmlContent Line(ReportTable table, IReadOnlyList<ReportTable> beside, string row, Wording wording, Report report, Texts texts)
    {
        var line = new Element("tr").Add(new Element("th").Attr("scope", "row").Add(wording.OfRow(table, row)));
        foreach (var sex in ReportTable.Sexes) line.Add(Cell(table, row, sex, report, texts));
        foreach (var other in beside) line.Add(Cell(other, row, ReportTable.All, report, texts));
        return line;
    }

    private static Element Cell(ReportTable table, string row, string sex, Report report, Texts texts)
    {
        var cell = new Element("td");
        if (table.Shown(row, sex) is not { } value) return cell.Attr("data-sort", -1).Add("–");
        if (value >= 1000) cell.Attr("data-sort", value);
        return report.View == View.Exact && value > 0
            ? cell.Add(new Element("button").Attr("name", "C").Attr("value", Spot.Name(table.Measure, row, sex)).Add(texts.Number(value)))
            : cell.Add(texts.Number(value));
    }
}
