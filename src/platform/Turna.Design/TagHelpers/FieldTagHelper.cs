using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>What all fields share: the property they are bound to, label, hint and error.</summary>
public abstract class FieldTagHelper(Texts texts) : DesignTagHelper(texts)
{
    /// <summary>The property of the page, such as <c>Input.Family</c>.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Name of the field where there is no property to bind to.</summary>
    public string? Name { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary><c>s</c>, <c>m</c>, <c>l</c>: size of the label; by default it is as large as the text.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The label is the heading of the page.</summary>
    public bool Heading { get; set; }

    /// <summary>The label is read aloud but not shown: only where the place says it.</summary>
    public bool HideLabel { get; set; }

    /// <summary>Adds "(optional)" to the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Classes of the whole group.</summary>
    public string? GroupClass { get; set; }

    /// <summary>Notes the place of the field, so that the error summary follows the page from top to bottom and says which field it speaks of.</summary>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        FieldOrder.Of(ViewContext.HttpContext).Note(FieldName, Say(Label));
        return base.ProcessAsync(context, output);
    }

    protected string FieldName => For is null
        ? Name ?? throw new InvalidOperationException("A field needs for=\"…\" or name=\"…\".")
        : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string FieldId => Id ?? IdOf(FieldName);

    protected ModelStateEntry? State => StateOf(FieldName);

    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    protected ModelStateEntry? StateOf(string name) => ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry : null;

    protected Label? LabelPart() => LabelText() is { } words
        ? new Label(words) { IsPageHeading = Heading, Classes = LabelClasses("govuk-label") }
        : null;

    protected Fieldset? FieldsetPart() => LabelText() is { } words
        ? new Fieldset { Legend = words, IsPageHeading = Heading, LegendClasses = LabelClasses("govuk-fieldset__legend") }
        : null;

    protected Hint? HintPart() => SayContent(Hint) is { } words ? new Hint(words) : null;

    protected ErrorMessage? ErrorPart()
    {
        var message = State?.Errors.FirstOrDefault()?.ErrorMessage;
        return SayContent(message) is { } words ? new ErrorMessage(words) { Prefix = T["Error"] } : null;
    }

    /// <summary>What was typed, else what the property holds, as text.</summary>
    protected string? ValueOf(object? given = null)
    {
        if (State is { AttemptedValue: { } typed }) return typed;
        return Text(given ?? For?.Model);
    }

    protected IReadOnlyCollection<string> ValuesOf(object? given)
    {
        if (State is { RawValue: { } raw })
        {
            return raw is string one ? [one] : [.. ((IEnumerable)raw).Cast<object?>().Select(Text).OfType<string>()];
        }

        return (given ?? For?.Model) switch
        {
            null => [],
            string one => [one],
            IEnumerable many => [.. many.Cast<object?>().Select(Text).OfType<string>()],
            var single => [Text(single)!],
        };
    }

    internal static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        Enum => value.ToString(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private Content? LabelText() => Say(Label) is { } words ? Optional ? $"{words} {T["(optional)"]}" : words : null;

    private string? LabelClasses(string block)
    {
        var size = LabelSize is null ? null : $"{block}--{LabelSize}";
        return HideLabel ? "govuk-visually-hidden" : size;
    }
}
