using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Charts;

/// <summary>Ages upwards, two groups to the sides: the first series (women) to the left, the second (men) to the right. The youngest stand below.</summary>
public sealed record Pyramid : Chart
{
    private const int RowHeight = 26;
    private const int HeadHeight = 28;
    private const decimal Middle = 50;
    private const decimal HalfOfLabels = 9;
    private const decimal Widest = 29;
    private const decimal HiddenWidth = 4;

    protected override IHtmlContent Draw(string id, Texts texts)
    {
        if (Series.Count != 2) throw new InvalidOperationException("A pyramid has two sides.");
        var canvas = Canvas(HeadHeight + (Categories.Count * RowHeight)).Add(Hatch(id))
            .Add(Words(Percent(Middle - HalfOfLabels), 16, Series[0].Name, "t-chart__name", "end"))
            .Add(Words(Percent(Middle + HalfOfLabels), 16, Series[1].Name, "t-chart__name", "start"));
        for (var band = 0; band < Categories.Count; band++)
        {
            var top = HeadHeight + ((Categories.Count - 1 - band) * RowHeight);
            canvas.Add(Words(Percent(Middle), top + 16, Categories[band], "t-chart__band", "middle"))
                .Add(Side(id, texts, 0, band, top)).Add(Side(id, texts, 1, band, top));
        }

        return canvas;
    }

    private Content Side(string id, Texts texts, int side, int band, int top)
    {
        var figure = Series[side].Figures[band];
        var width = figure.Value is { } value ? (Largest == 0 ? 0 : value / Largest * Widest) : HiddenWidth;
        var isLeft = side == 0;
        var inner = isLeft ? Middle - HalfOfLabels : Middle + HalfOfLabels;
        var bar = new Element("rect").Attr("x", Percent(isLeft ? inner - width : inner)).Attr("y", top).Attr("width", Percent(width)).Attr("height", RowHeight - 4);
        // A reason is too long for the side; the table below says it.
        var number = figure.Value is { } shown ? Measure.Write(texts.Language, shown) : "…";
        var label = Words(Percent(isLeft ? inner - width : inner + width), top + 16, number, "t-chart__number", isLeft ? "end" : "start").Attr("dx", isLeft ? -6 : 6);
        return Content.Join(Fill(bar, figure, id, $"t-series-{side + 1}"), label);
    }
}

/// <summary>
/// The oblasts and cities of Kyrgyzstan as tiles that lie roughly as on the map; darker is more. Categories are ISO 3166-2 codes, and
/// <c>Names</c> says what each is called.
/// </summary>
public sealed record TileMap : Chart
{
    private const int Side = 68;
    private const int Gap = 3;
    private const int Shades = 5;

    private static readonly Dictionary<string, (int Column, int Row)> Places = new()
    {
        ["KG-T"] = (1, 0), ["KG-C"] = (2, 0), ["KG-GB"] = (3, 0), ["KG-Y"] = (4, 0),
        ["KG-J"] = (1, 1), ["KG-N"] = (3, 1),
        ["KG-B"] = (0, 2), ["KG-GO"] = (1, 2), ["KG-O"] = (2, 2),
    };

    /// <summary>ISO 3166-2 codes in the order of <c>Categories</c>.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    protected override IHtmlContent Draw(string id, Texts texts)
    {
        var map = new Element("svg").Class("t-chart__map").Attr("role", "img").Attr("aria-label", Finding)
            .Attr("viewBox", $"0 0 {(5 * (Side + Gap)) - Gap} {(3 * (Side + Gap)) - Gap}").Add(Hatch(id));
        for (var i = 0; i < Codes.Count; i++)
        {
            if (Places.TryGetValue(Codes[i], out var place)) map.Add(Tile(id, texts, i, place));
        }

        return map;
    }

    private Element Tile(string id, Texts texts, int index, (int Column, int Row) place)
    {
        var figure = Series[0].Figures[index];
        var (x, y) = (place.Column * (Side + Gap), place.Row * (Side + Gap));
        var shade = figure.Value is { } value && Largest > 0 ? Math.Clamp((int)Math.Ceiling(value / Largest * Shades), 1, Shades) : 1;
        var square = new Element("rect").Attr("x", x).Attr("y", y).Attr("width", Side).Attr("height", Side).Attr("rx", 3);
        var ink = figure.Value is not null && shade > 2 ? "t-chart__tile t-chart__tile--light" : "t-chart__tile";
        var tile = new Element("g").Add(Fill(square, figure, id, $"t-shade-{shade}"));
        var line = y + 18;
        foreach (var part in Break(Categories[index]))
        {
            tile.Add(new Element("text").Class(ink).Attr("x", x + 6).Attr("y", line).Add(part));
            line += 13;
        }

        var number = figure.Value is { } shown ? Measure.Write(texts.Language, shown) : "…";
        return tile.Add(new Element("text").Class(ink + " t-chart__tile--number").Attr("x", x + 6).Attr("y", y + Side - 8).Add(number));
    }

    // "Жалал-Абад" and "город Ош" take two lines of a tile.
    private static IEnumerable<string> Break(string name)
    {
        var at = name.IndexOfAny(['-', ' ']);
        if (at < 0 || name.Length <= 8) return [name];
        return [name[..(at + 1)].TrimEnd(), name[(at + 1)..]];
    }
}
