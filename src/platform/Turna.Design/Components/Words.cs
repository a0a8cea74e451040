using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Components;

/// <summary>The name of a field.</summary>
public sealed record Label(Content Content) : Component
{
    public string? For { get; init; }

    public bool IsPageHeading { get; init; }

    public override IHtmlContent Render()
    {
        var label = new Element("label").Class("govuk-label").Class(Classes).Attr("for", For).With(Attributes).Add(Content);
        return IsPageHeading ? new Element("h1").Class("govuk-label-wrapper").Add(label) : label;
    }
}

/// <summary>One short sentence that helps to answer.</summary>
public sealed record Hint(Content Content) : Component
{
    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-hint").Class(Classes).Attr("id", Id).With(Attributes).Add(Content);
}

/// <summary>What is wrong with a field and what to do.</summary>
public sealed record ErrorMessage(Content Content) : Component
{
    /// <summary>Read aloud before the message; empty leaves it out.</summary>
    public string Prefix { get; init; } = "Error";

    public override IHtmlContent Render()
    {
        var message = new Element("p").Class("govuk-error-message").Class(Classes).Attr("id", Id).With(Attributes);
        if (Prefix.Length > 0)
        {
            message.Add(new Element("span").Class("govuk-visually-hidden").Add($"{Prefix}:")).Add(" ");
        }

        return message.Add(Content);
    }
}

/// <summary>Groups fields that answer one question.</summary>
public sealed record Fieldset : Component
{
    public Content? Legend { get; init; }

    public string? LegendClasses { get; init; }

    public bool IsPageHeading { get; init; }

    public string? Role { get; init; }

    public string? DescribedBy { get; init; }

    public Content? Body { get; init; }

    public override IHtmlContent Render()
    {
        var fieldset = new Element("fieldset").Class("govuk-fieldset").Class(Classes)
            .Attr("role", Role).Attr("aria-describedby", DescribedBy).With(Attributes);
        if (Legend is not null)
        {
            IHtmlContent words = IsPageHeading ? new Element("h1").Class("govuk-fieldset__heading").Add(Legend) : Legend;
            fieldset.Add(new Element("legend").Class("govuk-fieldset__legend").Class(LegendClasses).Add(words));
        }

        return fieldset.Add(Body);
    }
}

/// <summary>A paragraph set apart by a bar.</summary>
public sealed record InsetText(Content Body) : Component
{
    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-inset-text").Class(Classes).Attr("id", Id).With(Attributes).Add(Body);
}

/// <summary>A serious consequence, said once.</summary>
public sealed record WarningText(Content Body) : Component
{
    public string IconText { get; init; } = "Warning";

    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-warning-text").Class(Classes).With(Attributes)
            .Add(new Element("span").Class("govuk-warning-text__icon").Attr("aria-hidden", "true").Add("!"))
            .Add(new Element("strong").Class("govuk-warning-text__text")
                .Add(new Element("span").Class("govuk-visually-hidden").Add(IconText)).Add(" ").Add(Body));
}

/// <summary>A state in one word. Colour supports the word, it never replaces it.</summary>
public sealed record Tag(Content Body) : Component
{
    public override IHtmlContent Render() =>
        new Element("strong").Class("govuk-tag").Class(Classes).Attr("id", Id).With(Attributes).Add(Body);
}

/// <summary>A small mark beside a heading or a name (MoJ).</summary>
public sealed record Badge(Content Body) : Component
{
    public override IHtmlContent Render() => new Element("span").Class("moj-badge").Class(Classes).With(Attributes).Add(Body);
}

/// <summary>Text that opens on demand.</summary>
public sealed record Details(Content Summary, Content Body) : Component
{
    public bool Open { get; init; }

    public override IHtmlContent Render() =>
        new Element("details").Class("govuk-details").Class(Classes).Attr("id", Id).With(Attributes).Flag("open", Open)
            .Add(new Element("summary").Class("govuk-details__summary")
                .Add(new Element("span").Class("govuk-details__summary-text").Add(Summary)))
            .Add(new Element("div").Class("govuk-details__text").Add(Body));
}
