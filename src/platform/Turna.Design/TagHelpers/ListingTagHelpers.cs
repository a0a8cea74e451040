using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>Facts about one thing; filled with <c>t-row</c>. With <c>title</c> they stand in a frame.</summary>
[HtmlTargetElement("t-summary")]
public sealed class SummaryTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Title { get; set; }

    public bool NoBorder { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Gather<SummaryRow>(context);
        await output.GetChildContentAsync();
        return new SummaryList(rows)
        {
            Id = Id, Card = SayContent(Title) is { } title ? new SummaryCard { Title = title } : null,
            Classes = $"{(NoBorder ? "govuk-summary-list--no-border" : "")} {Classes}".Trim(), Attributes = Rest(output),
        };
    }
}

/// <summary>A fact: its name in <c>label</c>, the fact itself between the tags (not translated), and a link to change it.</summary>
[HtmlTargetElement("t-row")]
public sealed class RowTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Label { get; set; } = string.Empty;

    /// <summary>Where it can be changed.</summary>
    public string? Href { get; set; }

    /// <summary>Word of the link; by default "Change".</summary>
    public string? Action { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var label = Say(Label) ?? string.Empty;
        Give(context, new SummaryRow(Content.Text(label), await ChildAsync(output) ?? Content.Text("—"))
        {
            Classes = Classes,
            Actions = Href is null ? null
                : [new RowAction(Href, Content.Text(Say(Action) ?? T["Change"])) { Hidden = label }],
        });
        return null;
    }
}

/// <summary>The steps of an undertaking; filled with <c>t-task</c>.</summary>
[HtmlTargetElement("t-tasks")]
public sealed class TasksTagHelper(Texts texts) : DesignTagHelper(texts)
{
    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Gather<TaskItem>(context);
        await output.GetChildContentAsync();
        return new TaskList(items) { IdPrefix = Id ?? "task-list", Classes = Classes, Attributes = Rest(output) };
    }
}

/// <summary>A step: with <c>kind</c> its status is a tag.</summary>
[HtmlTargetElement("t-task")]
public sealed class TaskTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Text { get; set; }

    public string? Hint { get; set; }

    public string? Href { get; set; }

    public string? Status { get; set; }

    public string? Kind { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var child = await ChildAsync(output);
        var status = SayContent(Status);
        Give(context, new TaskItem(SayContent(Text) ?? child ?? Content.Text(string.Empty))
        {
            Href = Href, Hint = SayContent(Hint), Classes = Classes,
            Tag = Kind is null || status is null ? null : new Tag(status) { Classes = $"t-tag--{Kind}" }, Status = status,
        });
        return null;
    }
}

/// <summary>Sheets of one page; filled with <c>t-tab</c>. For parts that are pages of their own use <c>t-sub-navigation</c>.</summary>
[HtmlTargetElement("t-tabs")]
public sealed class TabsTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Title { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tabs = Gather<Tab>(context);
        await output.GetChildContentAsync();
        return new Tabs(tabs) { Id = Id, IdPrefix = Id ?? "tab", Title = Say(Title) ?? T["Contents"], Classes = Classes, Attributes = Rest(output) };
    }
}

[HtmlTargetElement("t-tab")]
public sealed class TabTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Label { get; set; } = string.Empty;

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Give(context, new Tab(Say(Label) ?? string.Empty, await ChildAsync(output)) { Id = Id });
        return null;
    }
}

/// <summary>Long text in parts that open one by one: <c>t-section</c> in a frame. It needs no script and remembers nothing.</summary>
[HtmlTargetElement("t-accordion")]
public sealed class AccordionTagHelper(Texts texts) : DesignTagHelper(texts)
{
    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        new Element("div").Class("t-accordion").Class(Classes).Attr("id", Id).With(Rest(output)).Add(await ChildAsync(output));
}

/// <summary>A part of an accordion; the hint stands behind its title.</summary>
[HtmlTargetElement("t-section")]
public sealed class SectionTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Title { get; set; } = string.Empty;

    public string? Hint { get; set; }

    public bool Open { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var title = Say(Title) ?? string.Empty;
        return new Details(Content.Text(Say(Hint) is { } hint ? $"{title} · {hint}" : title), await ChildAsync(output) ?? Content.Text(string.Empty))
        {
            Id = Id, Open = Open, Classes = Classes, Attributes = Rest(output),
        };
    }
}

/// <summary>Narrows a list (MoJ): a form that GETs, its fields between the tags.</summary>
[HtmlTargetElement("t-filter")]
public sealed class FilterTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Action { get; set; }

    public string? Title { get; set; }

    /// <summary>Address that shows everything again; null while nothing is filtered.</summary>
    public string? ClearHref { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var header = new Element("div").Class("moj-filter__header").Add(new Element("div").Class("moj-filter__header-title")
            .Add(new Element("h2").Class("govuk-heading-m").Add(Say(Title) ?? T["Filter"])));
        if (ClearHref is not null)
        {
            header.Add(new Element("div").Class("moj-filter__header-action")
                .Add(new Element("a").Class("govuk-link").Attr("href", ClearHref).Add(T["Clear"])));
        }

        return new Element("form").Class("moj-filter").Class(Classes).Attr("id", Id).Attr("method", "get").Attr("action", Action).With(Rest(output))
            .Add(header)
            .Add(new Element("div").Class("moj-filter__content").Add(new Element("div").Class("moj-filter__options")
                .Add(await ChildAsync(output))
                .Add(new Button(Content.Text(T["Apply"])) { Classes = "govuk-button--secondary" })));
    }
}
