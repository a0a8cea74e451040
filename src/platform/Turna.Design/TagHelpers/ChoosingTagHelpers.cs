using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>A field whose answers come from <c>items</c>, from <c>t-choice</c> tags inside, or both.</summary>
public abstract class ChoosingTagHelper(Texts texts) : FieldTagHelper(texts)
{
    /// <summary>Answers made by the page; their texts are shown as they are.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>The chosen value or values, where there is no property to bind to.</summary>
    public string? Value { get; set; }

    protected async Task<IReadOnlyList<Choice>> ItemsAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = Gather<Choice>(context);
        await output.GetChildContentAsync();
        return [.. Items ?? [], .. inside];
    }
}

/// <summary>One answer of several; for more than seven prefer <c>t-select</c>.</summary>
[HtmlTargetElement("t-radios")]
public sealed class RadiosTagHelper(Texts texts) : ChoosingTagHelper(texts)
{
    /// <summary>Side by side, for two or three short answers.</summary>
    public bool Inline { get; set; }

    public bool Small { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) => new Radios
    {
        Name = FieldName, Id = FieldId, Fieldset = FieldsetPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
        Items = await ItemsAsync(context, output), Values = ValuesOf(Value), Attributes = Rest(output),
        Classes = $"{(Inline ? "govuk-radios--inline" : "")} {(Small ? "govuk-radios--small" : "")} {Classes}".Trim(),
    };
}

/// <summary>Any number of answers.</summary>
[HtmlTargetElement("t-checkboxes")]
public sealed class CheckboxesTagHelper(Texts texts) : ChoosingTagHelper(texts)
{
    public bool Small { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) => new Checkboxes
    {
        Name = FieldName, Id = FieldId, Fieldset = FieldsetPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
        Items = await ItemsAsync(context, output), Values = ValuesOf(Value), Attributes = Rest(output),
        Classes = $"{(Small ? "govuk-checkboxes--small" : "")} {Classes}".Trim(),
    };
}

/// <summary>A single yes: bound to a <c>bool</c>.</summary>
[HtmlTargetElement("t-checkbox")]
public sealed class CheckboxTagHelper(Texts texts) : FieldTagHelper(texts)
{
    public bool Small { get; set; }

    /// <summary>Chosen, where there is no property to bind to.</summary>
    public bool? Checked { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) => new Checkboxes
    {
        Name = FieldName, Id = FieldId, Error = ErrorPart(), GroupClasses = GroupClass, Values = ValuesOf(Checked),
        Items = [new Choice("true", Content.Text(Say(Label) ?? string.Empty)) { Hint = HintPart(), Reveals = await ChildAsync(output), Attributes = Rest(output) }],
        Classes = $"{(Small ? "govuk-checkboxes--small" : "")} {Classes}".Trim(),
    };
}

/// <summary>A list that drops down; with <c>multiple</c> and <c>tokens</c> a picker that finds answers by their first letters.</summary>
[HtmlTargetElement("t-select")]
public sealed class SelectTagHelper(Texts texts) : ChoosingTagHelper(texts)
{
    public bool Multiple { get; set; }

    /// <summary>Typing narrows the list; chosen answers become removable tokens. Without scripts a plain list.</summary>
    public bool Tokens { get; set; }

    /// <summary>Where further words stand by which typing finds the answers, as JSON <c>{ "value": ["word", "stem*"] }</c>; with <see cref="Tokens"/>.</summary>
    public string? Words { get; set; }

    public bool Disabled { get; set; }

    /// <summary>First, empty answer, such as "Choose".</summary>
    public string? Empty { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await ItemsAsync(context, output);
        if (Say(Empty) is { } empty) items = [new Choice(string.Empty, Content.Text(empty)), .. items];
        var attributes = Rest(output);
        if (Tokens)
        {
            attributes ??= [];
            attributes.Add("data-module", "turna-tokens");
            attributes.Add("data-remove", T["Remove {0}"]);
            attributes.Add("data-none", T["Nothing found"]);
            if (Words is not null) attributes.Add("data-words", Words);
            if (Multiple)
            {
                attributes.Add("data-left", T["Choose from the list what you have typed, or clear it"]);
                attributes.Add("size", "8");
            }
        }

        return new Select
        {
            Name = FieldName, Id = FieldId, Label = LabelPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
            Items = items, Values = ValuesOf(Value), Multiple = Multiple, Disabled = Disabled, Classes = Classes, Attributes = attributes,
        };
    }
}

/// <summary>One answer. What stands inside is shown only while it is chosen.</summary>
[HtmlTargetElement("t-choice")]
public sealed class ChoiceTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Value { get; set; } = string.Empty;

    public string Text { get; set; } = string.Empty;

    public string? Hint { get; set; }

    /// <summary>A name of its own, for checkboxes bound to different properties.</summary>
    public string? Name { get; set; }

    public bool? Chosen { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Excludes all other answers.</summary>
    public bool Exclusive { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Give(context, new Choice(Value, Content.Text(Say(Text) ?? string.Empty))
        {
            Id = Id, Name = Name, Hint = SayContent(Hint) is { } hint ? new Hint(hint) : null, Chosen = Chosen, Disabled = Disabled,
            Exclusive = Exclusive, Reveals = await ChildAsync(output), Attributes = Rest(output),
        });
        return null;
    }
}

/// <summary>The word between answers.</summary>
[HtmlTargetElement("t-or", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OrTagHelper(Texts texts) : DesignTagHelper(texts)
{
    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Give(context, Choice.Divider(T["or"]));
        return Task.FromResult<IHtmlContent?>(null);
    }
}

/// <summary>A day, or with <c>partial</c> a date known to the month or year only, in three fields.</summary>
[HtmlTargetElement("t-date")]
[HtmlTargetElement("t-partial-date")]
public sealed class DateTagHelper(Texts texts) : FieldTagHelper(texts)
{
    /// <summary>The date, where there is no property to bind to.</summary>
    public object? Value { get; set; }

    /// <summary><c>bday</c> fills a birth date from the browser; of other people it must stay off.</summary>
    public bool OwnBirthday { get; set; }

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var partial = context.TagName == "t-partial-date";
        var parts = (Text(Value ?? For?.Model) ?? string.Empty).Split('-');
        Hint ??= partial ? Texts.Key("As much as is known: a year is enough.") : null;
        return Task.FromResult<IHtmlContent?>(new DateInput
        {
            Name = FieldName, Id = FieldId, Fieldset = FieldsetPart() ?? new Fieldset(), Hint = HintPart(), Error = ErrorPart(),
            GroupClasses = GroupClass, Classes = Classes, Attributes = Rest(output),
            Parts =
            [
                Part("Day", T["Day"], parts.Length > 2 ? parts[2] : null, 2),
                Part("Month", T["Month"], parts.Length > 1 ? parts[1] : null, 2),
                Part("Year", T["Year"], parts[0], 4),
            ],
        });
    }

    private DatePart Part(string part, string label, string? value, int width)
    {
        var name = $"{FieldName}.{part}";
        var state = StateOf(name);
        return new DatePart(name, label)
        {
            Id = IdOf(name), Value = state?.AttemptedValue ?? (string.IsNullOrEmpty(value) ? null : value.TrimStart('0')),
            Classes = $"govuk-input--width-{width}",
            Autocomplete = OwnBirthday ? $"bday-{part.ToLowerInvariant()}" : null,
            IsWrong = State is { Errors.Count: > 0 },
        };
    }
}
