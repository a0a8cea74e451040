using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>The one heading of the page, also in the window's title; what stands inside are the page's main actions.</summary>
[HtmlTargetElement("t-title")]
public sealed class TitleTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public const string Key = "Title";

    /// <summary>An English key. A name of a person goes into <c>name</c>, which is not translated.</summary>
    public string? Text { get; set; }

    public string? Name { get; set; }

    /// <summary>A line above the heading.</summary>
    public string? Caption { get; set; }

    /// <summary>Whose page it is: her name in the place of the caption, not translated and never in the window's title. Empty shows the caption.</summary>
    public string? Of { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var title = Name ?? Say(Text) ?? string.Empty;
        // The title of a page stays in the history of a browser that others use too: there it says what the page is about, and no name.
        ViewContext.ViewData[Key] = (Name is null ? null : Say(Caption)) ?? title;
        var words = new Element("div").Class("t-title__words");
        if ((string.IsNullOrEmpty(Of) ? Say(Caption) : Of) is { } caption) words.Add(new Element("span").Class("govuk-caption-l").Add(caption));
        words.Add(new Element("h1").Class("govuk-heading-l").Attr("id", Id).Add(title));
        var actions = await ChildAsync(output);
        return new Element("div").Class("t-title").Class(Classes).With(Rest(output)).Add(words)
            .Add(actions is null ? null : new Element("div").Class("t-title__actions").Add(actions));
    }
}

/// <summary>Every error of the form, each leading to its field. Nothing when there is none. First thing of the page.</summary>
[HtmlTargetElement("t-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper(Texts texts) : DesignTagHelper(texts)
{
    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData.ModelState.IsValid) return Task.FromResult<IHtmlContent?>(null);
        return Task.FromResult<IHtmlContent?>(new LateContent(Summary));
    }

    private ErrorSummary Summary()
    {
        var order = FieldOrder.Of(ViewContext.HttpContext);
        var errors = ViewContext.ViewData.ModelState
            .OrderBy(entry => entry.Key.Length == 0 ? -1 : order.PlaceOf(entry.Key))
            .SelectMany(entry => (entry.Value?.Errors ?? []).Take(entry.Key.Length == 0 ? int.MaxValue : 1)
                .Select(error => new SummaryError(Body(order.LabelOf(entry.Key), T[error.ErrorMessage]), Target(entry.Key))));
        return new ErrorSummary(Content.Text(T["Please check these answers"]), [.. errors]);
    }

    // Beside its field a message needs no name; in the summary "This day has not come yet" may be said of several.
    private static Content Body(string? label, string message)
    {
        if (label is null || message.Contains(label, StringComparison.CurrentCultureIgnoreCase)) return Content.Text(message);
        return Content.Join(new Element("span").Class("t-errors__field").Add(Content.Text(label.EndsWith('?') ? $"{label} " : $"{label}: ")), Content.Text(message));
    }

    private string? Target(string key)
    {
        if (key.Length == 0) return null;
        var isDate = ViewContext.ViewData.ModelState.ContainsKey($"{key}.Day");
        return "#" + FieldTagHelper.IdOf(isDate ? $"{key}.Day" : key);
    }
}

/// <summary>Something that was done (<c>kind="success"</c>) or that one must know.</summary>
[HtmlTargetElement("t-notification")]
public sealed class NotificationTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Text { get; set; }

    public string? Title { get; set; }

    public string? Kind { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) => new NotificationBanner
    {
        Success = Kind == "success", Text = Say(Text), Body = await ChildAsync(output), TitleId = Id is null ? null : $"{Id}-title",
        Title = SayContent(Title) ?? Content.Text(Kind == "success" ? T["Done"] : T["Important"]), Classes = Classes, Attributes = Rest(output),
    };
}

/// <summary>It is done: the one thing to remember, such as a reference.</summary>
[HtmlTargetElement("t-panel")]
public sealed class PanelTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Title { get; set; } = string.Empty;

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var title = Say(Title) ?? string.Empty;
        ViewContext.ViewData[TitleTagHelper.Key] = title;
        return new Panel(Content.Text(title)) { Body = await ChildAsync(output), Classes = Classes, Attributes = Rest(output) };
    }
}

/// <summary>A state in one word: <c>kind</c> is <c>done</c>, <c>attention</c>, <c>overdue</c>, <c>info</c> or nothing.</summary>
[HtmlTargetElement("t-tag")]
public sealed class TagTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Text { get; set; }

    public string? Kind { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        new Tag(SayContent(Text) ?? await ChildAsync(output) ?? Content.Text(string.Empty))
        {
            Id = Id, Classes = $"t-tag--{Kind ?? "plain"} {Classes}".TrimEnd(), Attributes = Rest(output),
        };
}

/// <summary>A small mark beside a name.</summary>
[HtmlTargetElement("t-badge")]
public sealed class BadgeTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Text { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        new Badge(SayContent(Text) ?? await ChildAsync(output) ?? Content.Text(string.Empty)) { Classes = Classes, Attributes = Rest(output) };
}

/// <summary>A paragraph set apart.</summary>
[HtmlTargetElement("t-inset")]
public sealed class InsetTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Text { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        new InsetText(SayContent(Text) ?? await ChildAsync(output) ?? Content.Text(string.Empty)) { Id = Id, Classes = Classes, Attributes = Rest(output) };
}

/// <summary>A serious consequence.</summary>
[HtmlTargetElement("t-warning")]
public sealed class WarningTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Text { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        new WarningText(SayContent(Text) ?? await ChildAsync(output) ?? Content.Text(string.Empty))
        {
            IconText = T["Warning"], Classes = Classes, Attributes = Rest(output),
        };
}

/// <summary>Text that opens on demand.</summary>
[HtmlTargetElement("t-details")]
public sealed class DetailsTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Text { get; set; } = string.Empty;

    public bool Open { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        // What is wrong must not lie folded away: the link of the error summary leads to it.
        var isWrong = (await output.GetChildContentAsync()).GetContent().Contains("govuk-error-message", StringComparison.Ordinal);
        return new Details(Content.Text(Say(Text) ?? string.Empty), await ChildAsync(output) ?? Content.Text(string.Empty))
        {
            Id = Id, Open = Open || isWrong, Classes = Classes, Attributes = Rest(output),
        };
    }
}

/// <summary>Whose file this is, above everything else of the page (MoJ).</summary>
[HtmlTargetElement("t-identity")]
public sealed class IdentityTagHelper(Texts texts) : DesignTagHelper(texts)
{
    /// <summary>The name as she uses it; not translated.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The window's title: it stays on the screen of a shared computer and in its history, so it names nobody.</summary>
    public string Title { get; set; } = string.Empty;

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData[TitleTagHelper.Key] = Say(Title);
        return new Element("div").Class("moj-identity-bar t-identity").Class(Classes).With(Rest(output))
            .Add(new Element("div").Class("moj-identity-bar__container")
                .Add(new Element("div").Class("moj-identity-bar__details")
                    .Add(new Element("h1").Class("moj-identity-bar__title govuk-heading-l").Attr("id", Id).Add(Name))
                    .Add(await ChildAsync(output))));
    }
}

/// <summary>What happened, newest first; filled with <c>t-event</c>.</summary>
[HtmlTargetElement("t-timeline")]
public sealed class TimelineTagHelper(Texts texts) : DesignTagHelper(texts)
{
    /// <summary>Level of the headings of the events.</summary>
    public int Level { get; set; } = 3;

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var events = Gather<TimelineEvent>(context);
        await output.GetChildContentAsync();
        return new Timeline(events) { Id = Id, Level = Level, Classes = Classes, Attributes = Rest(output) };
    }
}

/// <summary>Something that happened, at a local time, by somebody.</summary>
[HtmlTargetElement("t-event")]
public sealed class EventTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Title { get; set; }

    /// <summary>Local time of the office.</summary>
    public DateTime? At { get; set; }

    /// <summary>A day without a time.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Who did it; not translated.</summary>
    public string? By { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (machine, shown) = (At, On) switch
        {
            ({ } at, _) => (at.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), T.Moment(at)),
            (null, { } on) => (on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), T.Date(on)),
            _ => throw new InvalidOperationException("<t-event> needs at=\"…\" or on=\"…\"."),
        };
        Give(context, new TimelineEvent(Content.Text(Say(Title) ?? string.Empty), machine, Content.Text(shown))
        {
            Byline = By is null ? null : Content.Text(T["by {0}", By]), Body = await ChildAsync(output), Classes = Classes,
        });
        return null;
    }
}
