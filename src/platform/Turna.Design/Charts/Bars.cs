using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Charts;

/// <summary>Horizontal bars from zero: one series, or several side by side. Each bar carries its number, with several also its name.</summary>
public sealed record Bars : Chart
{
    private const int NameHeight = 24;
    private const int BarHeight = 20;
    private const int Gap = 14;

    // The number stands behind the longest bar and needs room there.
    private const decimal Widest = 68;
    private const decimal HiddenWidth = 6;

    protected override IHtmlContent Draw(string id, Texts texts)
    {
        var group = NameHeight + (Series.Count * (BarHeight + 2)) + Gap;
        var canvas = Canvas(Categories.Count * group).Add(Hatch(id));
        for (var category = 0; category < Categories.Count; category++)
        {
            var top = category * group;
            canvas.Add(Words("0", top + 16, Categories[category], "t-chart__name"));
            for (var series = 0; series < Series.Count; series++)
            {
                canvas.Add(Bar(id, texts, series, category, top + NameHeight + (series * (BarHeight + 2))));
            }
        }

        return canvas;
    }

    private Content Bar(string id, Texts texts, int series, int category, int top)
    {
        var figure = Series[series].Figures[category];
        var width = figure.Value is { } value ? (Largest == 0 ? 0 : value / Largest * Widest) : HiddenWidth;
        var bar = new Element("rect").Attr("x", 0).Attr("y", top).Attr("width", Percent(width)).Attr("height", BarHeight);
        // The hatching says that it is hidden, and the table below why: beside twenty bars the reason would be all there is to read.
        var number = figure.Value is { } shown ? Measure.Write(texts.Language, shown) : "–";
        var label = Words(Percent(width), top + 15, Series.Count == 1 ? number : $"{Series[series].Name}: {number}", "t-chart__number").Attr("dx", 6);
        return Content.Join(Fill(bar, figure, id, $"t-series-{series + 1}"), label);
    }
}

/// <summary>Horizontal bars made of parts. With <c>AsShares</c> each bar is the whole, and its parts are shares of it.</summary>
public sealed record StackedBars : Chart
{
    private const int NameHeight = 24;
    private const int BarHeight = 28;
    private const int Gap = 14;
    private const decimal Widest = 84;
    private const decimal HiddenWidth = 4;

    // A number is written into its part only where it has room.
    private const decimal RoomForNumber = 9;

    public bool AsShares { get; init; }

    protected override IHtmlContent Draw(string id, Texts texts)
    {
        var group = NameHeight + BarHeight + Gap;
        var largest = Categories.Select((_, category) => Sum(category)).DefaultIfEmpty(0).Max();
        var canvas = Canvas(Categories.Count * group).Add(Hatch(id));
        for (var category = 0; category < Categories.Count; category++)
        {
            var top = category * group;
            canvas.Add(Words("0", top + 16, Categories[category], "t-chart__name"));
            canvas.Add(Parts(id, texts, category, top + NameHeight, AsShares ? Sum(category) : largest));
        }

        return Content.Join(Key(), canvas);
    }

    private Content Parts(string id, Texts texts, int category, int top, decimal whole)
    {
        var parts = new List<IHtmlContent>();
        var hidden = Series.Count(series => series.Figures[category].Value is null);
        // What is hidden takes its fixed width from the rest, so that a bar of shares ends where the others do.
        var room = AsShares ? 100 - (hidden * HiddenWidth) : Widest;
        var left = 0m;
        for (var series = 0; series < Series.Count; series++)
        {
            var figure = Series[series].Figures[category];
            var width = figure.Value is { } value ? (whole == 0 ? 0 : value / whole * room) : HiddenWidth;
            var part = new Element("rect").Attr("x", Percent(left)).Attr("y", top).Attr("width", Percent(width)).Attr("height", BarHeight);
            parts.Add(Fill(part, figure, id, $"t-series-{series + 1} t-chart__part"));
            if (figure.Value is { } shown && width >= RoomForNumber)
            {
                // A share of what is shown would pass for a share of the whole: beside a hidden part the number itself stands.
                var number = AsShares && hidden == 0 && whole > 0 ? texts.Language.Percent(shown / whole) : Measure.Write(texts.Language, shown);
                parts.Add(Words(Percent(left), top + 19, number, $"t-chart__inside t-on-{series + 1}").Attr("dx", 6));
            }

            left += width;
        }

        if (!AsShares && hidden == 0) parts.Add(Words(Percent(left), top + 19, Measure.Write(texts.Language, Sum(category)), "t-chart__number").Attr("dx", 6));
        return Content.Join(parts);
    }

    private Element Key() => new Element("ul").Class("t-chart__key").Attr("aria-hidden", "true").Add(Series.Select((series, index) =>
        new Element("li").Add(new Element("svg").Attr("width", 14).Attr("height", 14)
            .Add(new Element("rect").Class($"t-series-{index + 1}").Attr("width", 14).Attr("height", 14))).Add($" {series.Name}")));

    private decimal Sum(int category) => Series.Sum(series => series.Figures[category].Value ?? 0);
}
