using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>
/// A form that posts, with its antiforgery token, the id of the operation and a guard against double submission:
/// <c>&lt;t-form operation="@Model.Input.Id"&gt;…&lt;/t-form&gt;</c>.
/// </summary>
[HtmlTargetElement("t-form")]
public sealed class FormTagHelper(Texts texts, IHtmlGenerator generator) : DesignTagHelper(texts)
{
    /// <summary>By default the address of the page itself.</summary>
    public string? Action { get; set; }

    /// <summary>Id made when the form was shown: a repeated send is recognised by it.</summary>
    public string? Operation { get; set; }

    /// <summary>The form carries files.</summary>
    public bool Files { get; set; }

    /// <summary>Asks before the page is left with text that was not saved, and sends the text to be kept when the session ends.</summary>
    public bool Keep { get; set; }

    /// <summary>Takes along what stands written and not sent in other forms of the page that <see cref="Keep"/> it, so that the answer can show it again.</summary>
    public bool Along { get; set; }

    /// <summary>It is shown with text that she wrote before and that is not saved yet.</summary>
    public bool Written { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await ChildAsync(output);
        var form = new Element("form").Class(Classes).Attr("id", Id).Attr("method", "post").Attr("action", Action ?? WithoutHandler()).Flag("novalidate", true)
            .Attr("enctype", Files ? "multipart/form-data" : null).Attr("data-module", "turna-form").Flag("data-keep", Keep).Flag("data-along", Along).Flag("data-written", Written).With(Rest(output))
            .Add(generator.GenerateAntiforgery(ViewContext));
        if (Operation is not null) form.Add(new Element("input").Attr("type", "hidden").Attr("name", "operation").Attr("value", Operation));
        return form.Add(body);
    }

    // A page that answers another of its buttons stands at that button's address; its form must not go there again.
    private string? WithoutHandler()
    {
        var request = ViewContext.HttpContext.Request;
        if (!request.Query.ContainsKey("handler")) return null;
        return request.Path + QueryString.Create(request.Query.Where(q => !q.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>Does something; with <c>href</c> a link that looks like a button.</summary>
[HtmlTargetElement("t-button")]
public sealed class ButtonTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Text { get; set; }

    public string? Href { get; set; }

    /// <summary><c>secondary</c>, <c>warning</c>, <c>inverse</c> or <c>start</c>; by default the primary button.</summary>
    public string? Kind { get; set; }

    public string Type { get; set; } = "submit";

    public string? Name { get; set; }

    public string? Value { get; set; }

    public bool Disabled { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var child = await ChildAsync(output);
        if (context.Items.TryGetValue(typeof(ActionKind), out var kinds)) ((List<ActionKind>)kinds).Add(new ActionKind(Kind));
        return new Button(SayContent(Text) ?? child ?? Content.Text(string.Empty))
        {
            Id = Id, Href = Href, Type = Type, Name = Name, Value = Value, Disabled = Disabled, Attributes = Rest(output),
            IsStart = Kind == "start", BodyIsMarkup = Text is null,
            PreventDoubleClick = Href is null && Type == "submit" ? true : null,
            Classes = $"{(Kind is null or "start" ? "" : $"govuk-button--{Kind}")} {Classes}".Trim(),
        };
    }
}

/// <summary>The kind of a button, told to the group it stands in.</summary>
internal sealed record ActionKind(string? Kind);

/// <summary>
/// The buttons that end a form. On a phone those of the page's first form stay at the lower edge, once on a page; what warns never does, so that
/// nothing is destroyed by the thumb that scrolls.
/// </summary>
[HtmlTargetElement("t-actions")]
public sealed class ActionsTagHelper(Texts texts) : DesignTagHelper(texts)
{
    private const string PinnedClass = "t-actions--pinned";

    /// <summary>False for what answers for many at once, or is not what the page is for: it stays where it stands.</summary>
    public bool Pinned { get; set; } = true;

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kinds = Gather<ActionKind>(context);
        var buttons = await ChildAsync(output);
        var pins = Pinned && !kinds.Exists(k => k.Kind == "warning") && ViewContext.HttpContext.Items.TryAdd(PinnedClass, true);
        return new Element("div").Class("govuk-button-group t-actions").Class(PinnedClass, pins).Class(Classes).With(Rest(output)).Add(buttons);
    }
}

/// <summary>The way back.</summary>
[HtmlTargetElement("t-back")]
public sealed class BackTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Href { get; set; } = string.Empty;

    public string? Text { get; set; }

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(new BackLink(Href) { Body = SayContent(Text) ?? Content.Text(T["Back"]), Classes = Classes, Attributes = Rest(output) });
}

/// <summary>Where this page is; filled with <c>t-crumb</c>.</summary>
[HtmlTargetElement("t-breadcrumbs")]
public sealed class BreadcrumbsTagHelper(Texts texts) : DesignTagHelper(texts)
{
    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = Gather<Crumb>(context);
        await output.GetChildContentAsync();
        return new Breadcrumbs(crumbs) { LabelText = T["Where you are"], CollapseOnMobile = true, Classes = Classes, Attributes = Rest(output) };
    }
}

/// <summary>A step of the way to this page; the text is translated, content between the tags is not.</summary>
[HtmlTargetElement("t-crumb")]
public sealed class CrumbTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Href { get; set; }

    public string? Text { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var child = await ChildAsync(output);
        Give(context, new Crumb(SayContent(Text) ?? child ?? Content.Text(string.Empty), Href));
        return null;
    }
}

/// <summary>Leafing through a list: <c>&lt;t-pagination page="2" pages="9" href="?page={0}" /&gt;</c>. Nothing for a single page.</summary>
[HtmlTargetElement("t-pagination")]
public sealed class PaginationTagHelper(Texts texts) : DesignTagHelper(texts)
{
    /// <summary>From 1.</summary>
    public int Page { get; set; }

    public int Pages { get; set; }

    /// <summary>Address with <c>{0}</c> for the number of the page.</summary>
    public string Href { get; set; } = "?page={0}";

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(Pages <= 1 ? null : new Pagination
        {
            Previous = Page > 1 ? new PageStep(To(Page - 1)) : null,
            Next = Page < Pages ? new PageStep(To(Page + 1)) : null,
            Items = [.. Numbers()],
            LandmarkLabel = T["Pages"], PageWord = T["Page"],
            PreviousText = Content.Text(T["Previous page"]), NextText = Content.Text(T["Next page"]),
            Classes = Classes, Attributes = Rest(output),
        });

    private IEnumerable<PageNumber> Numbers()
    {
        var last = 0;
        for (var number = 1; number <= Pages; number++)
        {
            if (number != 1 && number != Pages && Math.Abs(number - Page) > 1) continue;
            if (number > last + 1) yield return PageNumber.Gap;
            yield return new PageNumber(number.ToString(CultureInfo.InvariantCulture), To(number)) { IsCurrent = number == Page };
            last = number;
        }
    }

    private string To(int page) => Href.Replace("{0}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>Pages inside a record; filled with <c>t-tab-link</c>.</summary>
[HtmlTargetElement("t-sub-navigation")]
public sealed class SubNavigationTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Label { get; set; } = string.Empty;

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Gather<SubNavigationItem>(context);
        await output.GetChildContentAsync();
        return new SubNavigation(Say(Label) ?? string.Empty, items) { Classes = Classes, Attributes = Rest(output) };
    }
}

[HtmlTargetElement("t-nav-link")]
public sealed class NavLinkTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Href { get; set; } = string.Empty;

    public string? Text { get; set; }

    public bool Current { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var child = await ChildAsync(output);
        Give(context, new SubNavigationItem(SayContent(Text) ?? child ?? Content.Text(string.Empty), Href, Current));
        return null;
    }
}

/// <summary>Puts <em>Exit this page</em> into the header of a page that could endanger. It writes nothing where it stands.</summary>
[HtmlTargetElement("t-exit-this-page", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ExitThisPageTagHelper(Texts texts) : DesignTagHelper(texts)
{
    internal const string Flag = "ExitThisPage";

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData[Flag] = true;
        return Task.FromResult<IHtmlContent?>(null);
    }
}
