using System.Globalization;
using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Components;

/// <summary>A cell of a table.</summary>
public sealed record Cell(Content? Body)
{
    /// <summary><c>numeric</c> aligns to the right with figures of one width.</summary>
    public string? Format { get; init; }

    public string? Classes { get; init; }

    public int? ColumnSpan { get; init; }

    public int? RowSpan { get; init; }

    public Attributes? Attributes { get; init; }
}

/// <summary>A table with its caption.</summary>
public sealed record Table : Component
{
    public Content? Caption { get; init; }

    public string? CaptionClasses { get; init; }

    public IReadOnlyList<Cell>? Head { get; init; }

    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; init; } = [];

    public bool FirstCellIsHeader { get; init; }

    public override IHtmlContent Render()
    {
        var table = new Element("table").Class("govuk-table").Class(Classes).Attr("id", Id).With(Attributes);
        if (Caption is not null) table.Add(new Element("caption").Class("govuk-table__caption").Class(CaptionClasses).Add(Caption));
        if (Head is not null)
        {
            table.Add(new Element("thead").Class("govuk-table__head")
                .Add(new Element("tr").Class("govuk-table__row").Add(Head.Select(cell => Header(cell, "col")))));
        }

        return table.Add(new Element("tbody").Class("govuk-table__body").Add(Rows.Select(row =>
            new Element("tr").Class("govuk-table__row").Add(row.Select((cell, column) =>
                FirstCellIsHeader && column == 0 ? Header(cell with { Format = null }, "row") : Value(cell))))));
    }

    private static Element Header(Cell cell, string scope) => Fill(new Element("th").Attr("scope", scope), "govuk-table__header", cell);

    private static Element Value(Cell cell) => Fill(new Element("td"), "govuk-table__cell", cell);

    private static Element Fill(Element element, string block, Cell cell) =>
        element.Class(block).Class(cell.Format is null ? null : $"{block}--{cell.Format}").Class(cell.Classes)
            .Attr("colspan", cell.ColumnSpan).Attr("rowspan", cell.RowSpan).With(cell.Attributes).Add(cell.Body);
}

/// <summary>A link behind a row ("Change").</summary>
public sealed record RowAction(string Href, Content Body)
{
    /// <summary>Completes the link for those who only hear it ("Change" + "name").</summary>
    public string? Hidden { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }
}

/// <summary>A fact and its name.</summary>
public sealed record SummaryRow(Content Key, Content? Value)
{
    /// <summary>Null: no column for actions is kept free.</summary>
    public IReadOnlyList<RowAction>? Actions { get; init; }

    public string? ActionsClasses { get; init; }

    public string? KeyClasses { get; init; }

    public string? ValueClasses { get; init; }

    public string? Classes { get; init; }
}

/// <summary>A frame with a title around a summary list.</summary>
public sealed record SummaryCard : Component
{
    public Content? Title { get; init; }

    public string? TitleClasses { get; init; }

    public int Level { get; init; } = 2;

    public IReadOnlyList<RowAction> Actions { get; init; } = [];

    public string? ActionsClasses { get; init; }

    internal IHtmlContent? Body { get; init; }

    public override IHtmlContent Render()
    {
        var head = new Element("div").Class("govuk-summary-card__title-wrapper");
        if (Title is not null)
        {
            head.Add(new Element(string.Create(CultureInfo.InvariantCulture, $"h{Level}"))
                .Class("govuk-summary-card__title").Class(TitleClasses).Add(Title));
        }

        head.Add(Actions.Count switch
        {
            0 => null,
            1 => new Element("div").Class("govuk-summary-card__actions").Class(ActionsClasses).Add(SummaryList.Link(Actions[0], Title)),
            _ => new Element("ul").Class("govuk-summary-card__actions").Class(ActionsClasses).Add(Actions.Select(action =>
                new Element("li").Class("govuk-summary-card__action").Add(SummaryList.Link(action, Title)))),
        });
        return new Element("div").Class("govuk-summary-card").Class(Classes).With(Attributes).Add(head)
            .Add(new Element("div").Class("govuk-summary-card__content").Add(Body));
    }
}

/// <summary>Facts about one thing, each with its name and what may be done with it.</summary>
public sealed record SummaryList(IReadOnlyList<SummaryRow> Rows) : Component
{
    public SummaryCard? Card { get; init; }

    public override IHtmlContent Render()
    {
        var someActions = Rows.Any(row => row.Actions is { Count: > 0 });
        var list = new Element("dl").Class("govuk-summary-list").Class(Classes).Attr("id", Id).With(Attributes)
            .Add(Rows.Select(row => Row(row, someActions)));
        return Card is null ? list : Card with { Body = list };
    }

    internal static Element Link(RowAction action, Content? cardTitle)
    {
        var link = new Element("a").Class("govuk-link").Class(action.Classes).Attr("href", action.Href).With(action.Attributes).Add(action.Body);
        if (action.Hidden is null && cardTitle is null) return link;
        var hidden = new Element("span").Class("govuk-visually-hidden");
        if (action.Hidden is not null) hidden.Add($" {action.Hidden}");
        if (cardTitle is not null) hidden.Add(" (").Add(cardTitle).Add(")");
        return link.Add(hidden);
    }

    private Element Row(SummaryRow row, bool someActions)
    {
        var element = new Element("div").Class("govuk-summary-list__row")
            .Class("govuk-summary-list__row--no-actions", someActions && row.Actions is null).Class(row.Classes)
            .Add(new Element("dt").Class("govuk-summary-list__key").Class(row.KeyClasses).Add(row.Key))
            .Add(new Element("dd").Class("govuk-summary-list__value").Class(row.ValueClasses).Add(row.Value));
        if (row.Actions is not { Count: > 0 } actions) return element;
        var cell = new Element("dd").Class("govuk-summary-list__actions").Class(row.ActionsClasses);
        if (actions.Count == 1) return element.Add(cell.Add(Link(actions[0], Card?.Title)));
        return element.Add(cell.Add(new Element("ul").Class("govuk-summary-list__actions-list").Add(actions.Select(action =>
            new Element("li").Class("govuk-summary-list__actions-list-item").Add(Link(action, Card?.Title))))));
    }
}

/// <summary>One sheet of a set of tabs.</summary>
public sealed record Tab(string Label, Content? Body)
{
    public string? Id { get; init; }

    /// <summary>A short text instead of markup.</summary>
    public string? Text { get; init; }

    public Attributes? Attributes { get; init; }

    public Attributes? PanelAttributes { get; init; }
}

/// <summary>Sheets of one page; without scripts they follow one another.</summary>
public sealed record Tabs(IReadOnlyList<Tab> Items) : Component
{
    public string Title { get; init; } = "Contents";

    public string? IdPrefix { get; init; }

    public override IHtmlContent Render()
    {
        var tabs = new Element("div").Class("govuk-tabs").Class(Classes).Attr("id", Id).With(Attributes).Attr("data-module", "govuk-tabs")
            .Add(new Element("h2").Class("govuk-tabs__title").Add(Title));
        if (Items.Count == 0) return tabs;
        return tabs
            .Add(new Element("ul").Class("govuk-tabs__list").Add(Items.Select((tab, i) =>
                new Element("li").Class("govuk-tabs__list-item").Class("govuk-tabs__list-item--selected", i == 0)
                    .Add(new Element("a").Class("govuk-tabs__tab").Attr("href", "#" + PanelId(tab, i)).With(tab.Attributes).Add(tab.Label)))))
            .Add(Items.Select((tab, i) =>
                new Element("div").Class("govuk-tabs__panel").Class("govuk-tabs__panel--hidden", i > 0).Attr("id", PanelId(tab, i))
                    .With(tab.PanelAttributes).Add((IHtmlContent?)tab.Body ?? (tab.Text is null ? null : new Element("p").Class("govuk-body").Add(tab.Text)))));
    }

    private string PanelId(Tab tab, int index) => tab.Id ?? string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}-{index + 1}");
}
