using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Components;

/// <summary>Does something (button) or goes somewhere important (link that looks like one).</summary>
public sealed record Button(Content Body) : Component
{
    public string? Href { get; init; }

    public string Type { get; init; } = "submit";

    public string? Name { get; init; }

    public string? Value { get; init; }

    public bool Disabled { get; init; }

    public bool? PreventDoubleClick { get; init; }

    public bool IsStart { get; init; }

    /// <summary>The body is markup rather than text: a start button then needs a wrapper that keeps its spaces.</summary>
    public bool BodyIsMarkup { get; init; }

    public override IHtmlContent Render()
    {
        var button = Href is not null
            ? new Element("a").Attr("href", Href).Attr("role", "button").Attr("draggable", "false")
            : new Element("button").Attr("type", Type).Attr("value", Value).Attr("name", Name)
                .Flag("disabled", Disabled).Attr("aria-disabled", Disabled ? "true" : null)
                .Attr("data-prevent-double-click", PreventDoubleClick switch { true => "true", false => "false", null => null });
        button.Class("govuk-button").Class(Classes).Class("govuk-button--start", IsStart)
            .Attr("data-module", "govuk-button").With(Attributes).Attr("id", Id)
            .Add(IsStart && BodyIsMarkup ? new Element("span").Add(Body) : Body);
        return IsStart ? button.Add(Icons.Start()) : button;
    }
}

/// <summary>Leaves the page at once and leaves nothing behind that "back" would show.</summary>
public sealed record ExitThisPage(string Href) : Component
{
    public Content? Body { get; init; }

    public string Emergency { get; init; } = "Emergency";

    public string Words { get; init; } = "Exit this page";

    public ExitTexts? Texts { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-exit-this-page").Class(Classes).Attr("id", Id).Attr("data-module", "govuk-exit-this-page").With(Attributes)
            .Attr("data-i18n.activated", Texts?.Activated).Attr("data-i18n.timed-out", Texts?.TimedOut)
            .Attr("data-i18n.press-two-more-times", Texts?.PressTwoMoreTimes).Attr("data-i18n.press-one-more-time", Texts?.PressOneMoreTime)
            .Add(new Button(Body ?? Content.Join(new Element("span").Class("govuk-visually-hidden").Add(Emergency), Content.Text(" " + Words)))
            {
                Href = Href,
                Classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
                Attributes = new() { { "rel", "nofollow noreferrer" } },
            });
}

/// <summary>What is said while the page is being left by the keyboard; absent texts stay English.</summary>
public sealed record ExitTexts(string? Activated, string? TimedOut, string? PressTwoMoreTimes, string? PressOneMoreTime);

/// <summary>The way back to the page before.</summary>
public sealed record BackLink(string Href) : Component
{
    public Content Body { get; init; } = Content.Text("Back");

    public override IHtmlContent Render() =>
        new Element("a").Attr("href", Href).Class("govuk-back-link").Class(Classes).With(Attributes).Add(Body);
}

/// <summary>Jumps over the header for those who use the keyboard.</summary>
public sealed record SkipLink(Content Body) : Component
{
    public string Href { get; init; } = "#content";

    public override IHtmlContent Render() => new Element("a").Attr("href", Href).Class("govuk-skip-link").Class(Classes)
        .With(Attributes).Attr("data-module", "govuk-skip-link").Add(Body);
}

/// <summary>A place, or this page when it has no address.</summary>
public sealed record Crumb(Content Body, string? Href)
{
    public Attributes? Attributes { get; init; }
}

/// <summary>Where this page is.</summary>
public sealed record Breadcrumbs(IReadOnlyList<Crumb> Items) : Component
{
    public string LabelText { get; init; } = "Breadcrumb";

    public bool CollapseOnMobile { get; init; }

    public override IHtmlContent Render()
    {
        var list = new Element("ol").Class("govuk-breadcrumbs__list");
        foreach (var item in Items)
        {
            var row = new Element("li").Class("govuk-breadcrumbs__list-item");
            list.Add(item.Href is null
                ? row.Attr("aria-current", "page").Add(item.Body)
                : row.Add(new Element("a").Class("govuk-breadcrumbs__link").Attr("href", item.Href).With(item.Attributes).Add(item.Body)));
        }

        return new Element("nav").Class("govuk-breadcrumbs").Class(Classes).Class("govuk-breadcrumbs--collapse-on-mobile", CollapseOnMobile)
            .With(Attributes).Attr("aria-label", LabelText).Add(list);
    }
}

/// <summary>One page of a list: a number with an address, or the gap between numbers.</summary>
public sealed record PageNumber(string? Number, string? Href)
{
    public bool IsCurrent { get; init; }

    /// <summary>What a screen reader says; by default "Page" and the number.</summary>
    public string? Spoken { get; init; }

    public Attributes? Attributes { get; init; }

    public static PageNumber Gap { get; } = new(null, null);
}

/// <summary>To the page before or behind.</summary>
public sealed record PageStep(string Href)
{
    public Content? Body { get; init; }

    public string? LabelText { get; init; }

    public Attributes? Attributes { get; init; }
}

/// <summary>Leafing through a long list.</summary>
public sealed record Pagination : Component
{
    public PageStep? Previous { get; init; }

    public PageStep? Next { get; init; }

    public IReadOnlyList<PageNumber>? Items { get; init; }

    public string LandmarkLabel { get; init; } = "Pagination";

    public Content PreviousText { get; init; } = Content.Join(Content.Text("Previous"), new Element("span").Class("govuk-visually-hidden").Add(" page"));

    public Content NextText { get; init; } = Content.Join(Content.Text("Next"), new Element("span").Class("govuk-visually-hidden").Add(" page"));

    public string PageWord { get; init; } = "Page";

    private bool IsBlock => Items is null && (Next is not null || Previous is not null);

    public override IHtmlContent Render()
    {
        var nav = new Element("nav").Class("govuk-pagination").Class("govuk-pagination--block", IsBlock).Class(Classes)
            .Attr("aria-label", LandmarkLabel).With(Attributes);
        if (Previous is not null) nav.Add(Step(Previous, "prev", PreviousText));
        if (Items is not null) nav.Add(new Element("ul").Class("govuk-pagination__list").Add(Items.Select(Number)));
        if (Next is not null) nav.Add(Step(Next, "next", NextText));
        return nav;
    }

    private Element Step(PageStep step, string way, Content words)
    {
        var link = new Element("a").Class("govuk-link govuk-pagination__link").Attr("href", step.Href).Attr("rel", way).With(step.Attributes);
        var iconFirst = IsBlock || way == "prev";
        if (iconFirst) link.Add(Icons.Arrow(way));
        link.Add(" ").Add(new Element("span").Class("govuk-pagination__link-title")
            .Class("govuk-pagination__link-title--decorated", IsBlock && step.LabelText is null).Add(step.Body ?? words)).Add(" ");
        if (step.LabelText is not null && IsBlock)
        {
            link.Add(new Element("span").Class("govuk-visually-hidden").Add(":")).Add(" ")
                .Add(new Element("span").Class("govuk-pagination__link-label").Add(step.LabelText));
        }

        if (!iconFirst) link.Add(Icons.Arrow(way));
        return new Element("div").Class($"govuk-pagination__{way}").Add(link);
    }

    private IHtmlContent Number(PageNumber item)
    {
        var row = new Element("li").Class("govuk-pagination__item").Class("govuk-pagination__item--current", item.IsCurrent);
        if (item.Number is null) return row.Class("govuk-pagination__item--ellipsis").Add("⋯");
        return row.Add(new Element("a").Class("govuk-link govuk-pagination__link").Attr("href", item.Href)
            .Attr("aria-label", item.Spoken ?? $"{PageWord} {item.Number}").Attr("aria-current", item.IsCurrent ? "page" : null)
            .With(item.Attributes).Add(item.Number));
    }
}

internal static class Icons
{
    public static Element Start() => new Element("svg").Class("govuk-button__start-icon").Attr("xmlns", "http://www.w3.org/2000/svg")
        .Attr("width", "17.5").Attr("height", "19").Attr("viewBox", "0 0 33 40").Attr("aria-hidden", "true").Attr("focusable", "false")
        .Add(new Element("path").Attr("fill", "currentColor").Attr("d", "M0 0h13l20 20-20 20H0l20-20z"));

    public static Element Arrow(string way) => new Element("svg").Class($"govuk-pagination__icon govuk-pagination__icon--{way}")
        .Attr("xmlns", "http://www.w3.org/2000/svg").Attr("height", "13").Attr("width", "15")
        .Attr("aria-hidden", "true").Attr("focusable", "false").Attr("viewBox", "0 0 15 13")
        .Add(new Element("path").Attr("d", way == "prev"
            ? "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
            : "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"));
}
