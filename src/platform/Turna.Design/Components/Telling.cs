using System.Globalization;
using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Components;

/// <summary>One line of the error summary, leading to the field.</summary>
public sealed record SummaryError(Content Body, string? Href)
{
    public Attributes? Attributes { get; init; }
}

/// <summary>Everything that is wrong, at the top of the page, in focus.</summary>
public sealed record ErrorSummary(Content Title, IReadOnlyList<SummaryError> Errors) : Component
{
    public Content? Description { get; init; }

    public bool? DisableAutoFocus { get; init; }

    public override IHtmlContent Render()
    {
        var body = new Element("div").Class("govuk-error-summary__body");
        if (Description is not null) body.Add(new Element("p").Add(Description));
        if (Errors.Count > 0)
        {
            body.Add(new Element("ul").Class("govuk-list govuk-error-summary__list").Add(Errors.Select(Line)));
        }

        return new Element("div").Class("govuk-error-summary").Class(Classes)
            .Attr("data-disable-auto-focus", DisableAutoFocus switch { true => "true", false => "false", null => null })
            .With(Attributes).Attr("data-module", "govuk-error-summary")
            .Add(new Element("div").Attr("role", "alert")
                .Add(new Element("h2").Class("govuk-error-summary__title").Add(Title)).Add(body));
    }

    private static IHtmlContent Line(SummaryError error) => error.Href is null
        ? new Element("li").Add(error.Body)
        : new Element("li").Add(new Element("a").Attr("href", error.Href).With(error.Attributes).Add(error.Body));
}

/// <summary>Something that happened or that one must know, above the page.</summary>
public sealed record NotificationBanner : Component
{
    public const string DefaultTitleId = "govuk-notification-banner-title";

    public bool Success { get; init; }

    public Content? Title { get; init; }

    public string? TitleId { get; init; }

    public int TitleLevel { get; init; } = 2;

    public string? Role { get; init; }

    public bool? DisableAutoFocus { get; init; }

    /// <summary>One line, in large type.</summary>
    public string? Text { get; init; }

    /// <summary>Anything longer.</summary>
    public Content? Body { get; init; }

    public override IHtmlContent Render()
    {
        var titleId = TitleId ?? DefaultTitleId;
        var heading = string.Create(CultureInfo.InvariantCulture, $"h{TitleLevel}");
        return new Element("div").Class("govuk-notification-banner").Class("govuk-notification-banner--success", Success).Class(Classes)
            .Attr("role", Role ?? (Success ? "alert" : "region")).Attr("aria-labelledby", titleId).Attr("data-module", "govuk-notification-banner")
            .Attr("data-disable-auto-focus", DisableAutoFocus switch { true => "true", false => "false", null => null }).With(Attributes)
            .Add(new Element("div").Class("govuk-notification-banner__header")
                .Add(new Element(heading).Class("govuk-notification-banner__title").Attr("id", titleId)
                    .Add(Title ?? Content.Text(Success ? "Success" : "Important"))))
            .Add(new Element("div").Class("govuk-notification-banner__content").Add((IHtmlContent?)Body
                ?? (Text is null ? null : new Element("p").Class("govuk-notification-banner__heading").Add(Text))));
    }
}

/// <summary>It is done: the one thing to remember, such as a reference.</summary>
public sealed record Panel(Content Title) : Component
{
    public int Level { get; init; } = 1;

    public Content? Body { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-panel govuk-panel--confirmation").Class(Classes).With(Attributes)
            .Add(new Element(string.Create(CultureInfo.InvariantCulture, $"h{Level}")).Class("govuk-panel__title").Add(Title))
            .Add(Body is null ? null : new Element("div").Class("govuk-panel__body").Add(Body));
}

/// <summary>How far a service or a page has come (trial, new).</summary>
public sealed record PhaseBanner(Content Phase, Content Body) : Component
{
    public string? TagClasses { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-phase-banner govuk-width-container").Class(Classes).With(Attributes)
            .Add(new Element("p").Class("govuk-phase-banner__content")
                .Add(new Tag(Phase) { Classes = $"govuk-phase-banner__content__tag {TagClasses}".TrimEnd() }).Add(" ")
                .Add(new Element("span").Class("govuk-phase-banner__text").Add(Body)));
}

/// <summary>One step of a longer undertaking.</summary>
public sealed record TaskItem(Content Title)
{
    public string? Href { get; init; }

    public Content? Hint { get; init; }

    public Tag? Tag { get; init; }

    public Content? Status { get; init; }

    public string? StatusClasses { get; init; }

    public string? TitleClasses { get; init; }

    public string? Classes { get; init; }
}

/// <summary>The steps of a longer undertaking, each with its state.</summary>
public sealed record TaskList(IReadOnlyList<TaskItem> Items) : Component
{
    public string IdPrefix { get; init; } = "task-list";

    public override IHtmlContent Render() =>
        new Element("ul").Class("govuk-task-list").Class(Classes).With(Attributes).Add(Items.Select(Row));

    private Element Row(TaskItem item, int index)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}-{index + 1}");
        var title = item.Href is null
            ? new Element("div").Class(item.TitleClasses).Add(item.Title)
            : new Element("a").Class("govuk-link govuk-task-list__link").Class(item.TitleClasses).Attr("href", item.Href)
                .Attr("aria-describedby", item.Hint is null ? $"{id}-status" : $"{id}-hint {id}-status").Add(item.Title);
        var name = new Element("div").Class("govuk-task-list__name-and-hint").Add(title);
        if (item.Hint is not null) name.Add(new Element("div").Attr("id", $"{id}-hint").Class("govuk-task-list__hint").Add(item.Hint));
        return new Element("li").Class("govuk-task-list__item").Class("govuk-task-list__item--with-link", item.Href is not null).Class(item.Classes)
            .Add(name)
            .Add(new Element("div").Class("govuk-task-list__status").Class(item.StatusClasses).Attr("id", $"{id}-status")
                .Add((IHtmlContent?)item.Tag ?? item.Status));
    }
}

/// <summary>Something that happened (MoJ timeline).</summary>
public sealed record TimelineEvent(Content Title, string Time, Content When)
{
    /// <summary>By whom, already as a phrase ("by Aida S.").</summary>
    public Content? Byline { get; init; }

    public Content? Body { get; init; }

    public string? Classes { get; init; }
}

/// <summary>What happened, newest first (MoJ).</summary>
public sealed record Timeline(IReadOnlyList<TimelineEvent> Events) : Component
{
    public int Level { get; init; } = 2;

    public override IHtmlContent Render() =>
        new Element("div").Class("moj-timeline").Class(Classes).Attr("id", Id).With(Attributes).Add(Events.Select(Row));

    private Element Row(TimelineEvent what) => new Element("div").Class("moj-timeline__item").Class(what.Classes)
        .Add(new Element("div").Class("moj-timeline__header")
            .Add(new Element(string.Create(CultureInfo.InvariantCulture, $"h{Level}")).Class("moj-timeline__title").Add(what.Title))
            .Add(what.Byline is null ? null : Content.Join(Content.Text(" "), new Element("p").Class("moj-timeline__byline").Add(what.Byline))))
        .Add(new Element("p").Class("moj-timeline__date").Add(new Element("time").Attr("datetime", what.Time).Add(what.When)))
        .Add(what.Body is null ? null : new Element("div").Class("moj-timeline__description").Add(what.Body));
}

/// <summary>A second level of navigation inside a record (MoJ).</summary>
public sealed record SubNavigation(string Label, IReadOnlyList<SubNavigationItem> Items) : Component
{
    public override IHtmlContent Render() =>
        new Element("nav").Class("moj-sub-navigation").Class(Classes).Attr("aria-label", Label).With(Attributes)
            .Add(new Element("ul").Class("moj-sub-navigation__list").Add(Items.Select(item =>
                new Element("li").Class("moj-sub-navigation__item").Add(
                    new Element("a").Class("moj-sub-navigation__link").Attr("aria-current", item.IsCurrent ? "page" : null)
                        .Attr("href", item.Href).Add(item.Body)))));
}

public sealed record SubNavigationItem(Content Body, string Href, bool IsCurrent);
