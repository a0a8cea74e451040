using System.Globalization;
using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Charts;

/// <summary>Lines over time from a zero baseline, each with its name at its end. Hidden months are hatched columns.</summary>
public sealed record Lines : Chart
{
    private const int PlotHeight = 240;
    private const int Above = 24;
    private const int Below = 28;
    private const int LineOfText = 18;
    private const int MostTicks = 6;

    protected override IHtmlContent Draw(string id, Texts texts)
    {
        var top = Scale.Ceiling(Largest);
        var canvas = Canvas(Above + PlotHeight + Below).Add(Hatch(id));
        foreach (var step in Scale.Steps(top)) canvas.Add(Grid(texts, step, top));
        for (var i = 0; i < Categories.Count; i++) canvas.Add(HiddenColumn(id, i));
        canvas.Add(Plot(top));
        foreach (var i in Ticks()) canvas.Add(Tick(i));
        return canvas.Add(Names(texts, top));
    }

    private Content Grid(Texts texts, decimal step, decimal top)
    {
        var y = Y(step, top);
        return Content.Join(
            new Element("line").Class(step == 0 ? "t-chart__baseline" : "t-chart__grid").Attr("x1", 0).Attr("x2", "100%")
                .Attr("y1", Pixels(y)).Attr("y2", Pixels(y)),
            step == 0 ? null : Words("0", y - 4, Measure.Write(texts.Language, step), "t-chart__tick"));
    }

    // Lines are drawn in a field of their own that is stretched to the width; their strokes are not.
    private Element Plot(decimal top)
    {
        var plot = new Element("svg").Attr("x", 0).Attr("y", Above).Attr("width", "100%").Attr("height", PlotHeight)
            .Attr("viewBox", $"0 0 100 {PlotHeight}").Attr("preserveAspectRatio", "none").Attr("overflow", "visible");
        for (var series = 0; series < Series.Count; series++)
        {
            foreach (var run in Scale.Runs(Series[series].Figures))
            {
                var points = run.Select(i => $"{Number(X(i))},{Number(Y(Series[series].Figures[i].Value!.Value, top) - Above)}").ToList();
                if (points.Count == 1) points.Add(points[0]);
                plot.Add(new Element("polyline").Class($"t-line-{series + 1}").Attr("points", string.Join(' ', points)));
            }
        }

        return plot;
    }

    private Element? HiddenColumn(string id, int category)
    {
        if (Series.All(series => series.Figures[category].Value is not null)) return null;
        var width = 100m / Math.Max(1, Categories.Count);
        return new Element("rect").Class("t-chart__hidden").Attr("fill", $"url(#{id}-hatch)")
            .Attr("x", Percent(Math.Clamp(X(category) - (width / 2), 0, 100 - width))).Attr("width", Percent(width)).Attr("y", Above).Attr("height", PlotHeight);
    }

    private Element Tick(int category)
    {
        var anchor = category == 0 ? "start" : category == Categories.Count - 1 ? "end" : "middle";
        return Words(Percent(X(category)), Above + PlotHeight + 20, Categories[category], "t-chart__tick", anchor);
    }

    private IEnumerable<int> Ticks()
    {
        var last = Categories.Count - 1;
        var step = Math.Max(1, (int)Math.Ceiling(last / (decimal)(MostTicks - 1)));
        for (var i = 0; i < last; i += step)
        {
            if (last - i >= step || i == 0) yield return i;
        }

        if (last >= 0) yield return last;
    }

    // Names stand above the ends of their lines and give way to one another upwards; where the top is reached all move down.
    private Content Names(Texts texts, decimal top)
    {
        var ends = Series.Select((series, index) => (Index: index, Last: Scale.LastShown(series.Figures)))
            .Where(end => end.Last is not null)
            .Select(end => (end.Index, Value: end.Last!.Value, Y: Y(end.Last!.Value, top) - 8))
            .OrderByDescending(end => end.Y);
        var placed = new List<(int Index, decimal Value, decimal Y)>();
        foreach (var end in ends)
        {
            placed.Add(end with { Y = placed.Count == 0 ? end.Y : Math.Min(end.Y, placed[^1].Y - LineOfText) });
        }

        var down = placed.Count == 0 ? 0 : Math.Max(0, LineOfText - placed[^1].Y);
        return Content.Join(placed.Select(name => Words(
            "100%", name.Y + down, $"{Series[name.Index].Name} {Measure.Write(texts.Language, name.Value)}", $"t-chart__end t-name-{name.Index + 1}", "end")));
    }

    private decimal X(int category) => Categories.Count <= 1 ? 0 : 100m * category / (Categories.Count - 1);

    private static decimal Y(decimal value, decimal top) => Above + PlotHeight - (top == 0 ? 0 : value / top * PlotHeight);

    private static int Pixels(decimal y) => (int)decimal.Round(y, MidpointRounding.AwayFromZero);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>The same small line for each series, all on one scale, so that shapes can be compared.</summary>
public sealed record SmallMultiples : Chart
{
    private const int PlotHeight = 70;

    protected override IHtmlContent Draw(string id, Texts texts)
    {
        var top = Scale.Ceiling(Largest);
        return new Element("div").Class("t-chart__panels").Attr("role", "img").Attr("aria-label", Finding)
            .Add(Series.Select(series => Panel(series, top, texts)));
    }

    private Element Panel(Series series, decimal top, Texts texts)
    {
        var plot = new Element("svg").Attr("width", "100%").Attr("height", PlotHeight).Attr("viewBox", $"0 0 100 {PlotHeight}")
            .Attr("preserveAspectRatio", "none").Attr("aria-hidden", "true")
            .Add(new Element("line").Class("t-chart__baseline").Attr("x1", 0).Attr("x2", 100).Attr("y1", PlotHeight - 1).Attr("y2", PlotHeight - 1));
        var last = Math.Max(1, Categories.Count - 1);
        foreach (var run in Scale.Runs(series.Figures))
        {
            plot.Add(new Element("polyline").Class("t-line-1").Attr("points", string.Join(' ', run.Select(i => string.Create(
                CultureInfo.InvariantCulture, $"{100m * i / last:0.##},{PlotHeight - 1 - (top == 0 ? 0 : series.Figures[i].Value!.Value / top * (PlotHeight - 4)):0.##}")))));
        }

        var shown = Scale.LastShown(series.Figures);
        return new Element("div").Class("t-chart__panel")
            .Add(new Element("p").Class("t-chart__name").Add(series.Name)
                .Add(shown is null ? null : new Element("span").Class("t-chart__number").Add($" {Measure.Write(texts.Language, shown.Value)}")))
            .Add(plot)
            .Add(new Element("p").Class("t-chart__span").Add($"{Categories[0]} – {Categories[^1]}"));
    }
}

/// <summary>What the scales of the drawings have in common.</summary>
internal static class Scale
{
    private static readonly decimal[] Round = [1, 2, 2.5m, 5, 10];

    /// <summary>The next round number (1, 2, 2.5 or 5 times a power of ten) at or above a value.</summary>
    public static decimal Ceiling(decimal value)
    {
        if (value <= 0) return 1;
        var power = 1m;
        while (power * 10 <= value) power *= 10;
        while (power > value) power /= 10;
        return Round.Select(step => step * power).First(round => round >= value);
    }

    /// <summary>Zero, the top, and what divides the space between evenly.</summary>
    public static IEnumerable<decimal> Steps(decimal top) => [0, top / 2, top];

    /// <summary>Positions of numbers that follow one another without a hidden one between them.</summary>
    public static IEnumerable<IReadOnlyList<int>> Runs(IReadOnlyList<Figure> figures)
    {
        var run = new List<int>();
        for (var i = 0; i <= figures.Count; i++)
        {
            if (i < figures.Count && figures[i].Value is not null)
            {
                run.Add(i);
                continue;
            }

            if (run.Count > 0) yield return run;
            run = [];
        }
    }

    public static decimal? LastShown(IReadOnlyList<Figure> figures) => figures.LastOrDefault(figure => figure.Value is not null).Value;
}
