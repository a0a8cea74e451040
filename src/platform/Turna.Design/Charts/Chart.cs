using System.Globalization;
using Microsoft.AspNetCore.Html;
using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.Design.Charts;

/// <summary>
/// A drawing and its table. Widths are percentages and heights are pixels, so that letters keep their size on every screen; nothing
/// is drawn by scripts. The texts arrive in the reader's language; numbers that are not shown are hatched and give their reason.
/// </summary>
public abstract record Chart
{
    public const int MostSeries = 5;

    /// <summary>What the numbers say, as a sentence: "Six of ten callers are women".</summary>
    public required string Finding { get; init; }

    /// <summary>Heading of the first column of the table ("Country").</summary>
    public required string Heading { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<Series> Series { get; init; }

    public Measure Measure { get; init; } = Measure.Count;

    /// <summary>What was done to the numbers or where they come from.</summary>
    public string? Note { get; init; }

    /// <summary>Addresses of the lists behind the numbers, by series and category; null where the reader may not open them.</summary>
    public Func<int, int, string?>? Behind { get; init; }

    /// <summary>The table folds away below the drawing.</summary>
    public bool FoldTable { get; init; }

    /// <summary>The page itself shows the table right below the drawing, so the drawing brings none of its own.</summary>
    public bool TableFollows { get; init; }

    protected decimal Largest => Series.SelectMany(series => series.Figures).Max(figure => figure.Value) ?? 0;

    /// <summary>The figure with its caption, drawing, table and note.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="texts">The words of the reader's language.</param>
    /// <exception cref="InvalidOperationException">There are more than five series, or a series is not as long as the categories.</exception>
    public IHtmlContent Render(string id, Texts texts)
    {
        if (Series.Count > MostSeries) throw new InvalidOperationException($"'{Finding}' has {Series.Count} series; nobody can tell more than five apart.");
        if (Series.Any(series => series.Figures.Count != Categories.Count)) throw new InvalidOperationException($"'{Finding}' has rows of different lengths.");

        var figure = new Element("figure").Class("t-chart").Attr("id", id)
            .Add(new Element("figcaption").Class("t-chart__finding").Add(Finding))
            .Add(Draw(id, texts));
        if (TableFollows) return Note is null ? figure : figure.Add(new Element("p").Class("govuk-hint t-chart__note").Add(Note));
        var table = Table(texts);
        figure.Add(FoldTable ? new Details(Content.Text(texts["The numbers as a table"]), Content.From(table)!).Render() : table);
        return Note is null ? figure : figure.Add(new Element("p").Class("govuk-hint t-chart__note").Add(Note));
    }

    protected abstract IHtmlContent Draw(string id, Texts texts);

    /// <summary>A drawing as wide as its place and as high as told; the table says the same to those who cannot see it.</summary>
    protected Element Canvas(int height) => new Element("svg").Class("t-chart__drawing").Attr("role", "img").Attr("aria-label", Finding)
        .Attr("width", "100%").Attr("height", height);

    protected static Element Hatch(string id) => new Element("defs").Add(new Element("pattern").Attr("id", $"{id}-hatch").Attr("width", 6).Attr("height", 6)
        .Attr("patternUnits", "userSpaceOnUse").Attr("patternTransform", "rotate(45)")
        .Add(new Element("line").Class("t-chart__hatch").Attr("x1", 0).Attr("y1", 0).Attr("x2", 0).Attr("y2", 6)));

    /// <summary>Colours a shape as its series does, or hatches it when its number is hidden.</summary>
    protected static Element Fill(Element shape, Figure figure, string id, string classes) => figure.Value is null
        ? shape.Class("t-chart__hidden").Attr("fill", $"url(#{id}-hatch)")
        : shape.Class(classes);

    protected static string Percent(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    protected static Element Words(string x, decimal y, string text, string? classes = null, string? anchor = null) =>
        new Element("text").Class(classes).Attr("x", x).Attr("y", y.ToString("0.#", CultureInfo.InvariantCulture)).Attr("text-anchor", anchor).Add(text);

    private Element Table(Texts texts)
    {
        var table = new Table
        {
            Classes = "t-table", Caption = Content.Text(Finding), CaptionClasses = "govuk-visually-hidden", FirstCellIsHeader = true,
            Head = [new Cell(Heading), .. Series.Select(series => new Cell(series.Name) { Classes = "n" })],
            Rows = [.. Categories.Select((category, row) => (IReadOnlyList<Cell>)[new Cell(category), .. Series.Select((_, column) => Number(texts, column, row))])],
        };
        return new Element("div").Class("t-scroll").Attr("tabindex", "0").Attr("role", "region").Attr("aria-label", Finding).Add(table);
    }

    private Cell Number(Texts texts, int series, int category)
    {
        var figure = Series[series].Figures[category];
        Content shown = Content.Text(Measure.Write(texts.Language, figure));
        if (Behind?.Invoke(series, category) is { } href && figure.Value is not null)
        {
            shown = Content.From(new Element("a").Class("govuk-link").Attr("href", href).Add(shown))!;
        }

        return new Cell(shown) { Classes = figure.Value is null ? "n t-hidden" : "n" };
    }
}
