using System.Globalization;
using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Components;

/// <summary>What every form field has: a name, a label, a hint, an error.</summary>
public abstract record Field : Component
{
    public required string Name { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? Error { get; init; }

    public string? DescribedBy { get; init; }

    public string? GroupClasses { get; init; }

    public Attributes? GroupAttributes { get; init; }

    public Content? BeforeInput { get; init; }

    public Content? AfterInput { get; init; }

    protected string FieldId => string.IsNullOrEmpty(Id) ? Name : Id;

    /// <summary>Ids of what describes the control, in reading order; null when nothing does.</summary>
    protected string? Descriptions(string? first = null)
    {
        var ids = new[] { first ?? DescribedBy, Hint is null ? null : $"{FieldId}-hint", Error is null ? null : $"{FieldId}-error" };
        var joined = string.Join(' ', ids.Where(id => !string.IsNullOrEmpty(id)));
        return joined.Length == 0 ? null : joined;
    }

    protected Element Group() => new Element("div").Class("govuk-form-group").Class("govuk-form-group--error", Error is not null)
        .Class(GroupClasses).With(GroupAttributes);

    protected Content HintAndError() => Content.Join(
        Hint is null ? null : Hint with { Id = $"{FieldId}-hint" },
        Error is null ? null : Error with { Id = $"{FieldId}-error" });

    protected Content LabelHintAndError() => Content.Join(Label is null ? null : Label with { For = FieldId }, HintAndError());
}

/// <summary>A text before or behind a text input, such as a currency.</summary>
public sealed record Affix(Content Content) : Component
{
    internal bool IsPrefix { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").Class(IsPrefix ? "govuk-input__prefix" : "govuk-input__suffix").Class(Classes)
            .Attr("aria-hidden", "true").With(Attributes).Add(Content);
}

/// <summary>One line of text.</summary>
public sealed record TextInput : Field
{
    public string Type { get; init; } = "text";

    public string? Value { get; init; }

    public bool Disabled { get; init; }

    public bool? Spellcheck { get; init; }

    public string? Autocomplete { get; init; }

    public string? Autocapitalize { get; init; }

    public string? Pattern { get; init; }

    public string? InputMode { get; init; }

    public Affix? Prefix { get; init; }

    public Affix? Suffix { get; init; }

    public string? WrapperClasses { get; init; }

    public Attributes? WrapperAttributes { get; init; }

    public override IHtmlContent Render()
    {
        var input = new Element("input").Class("govuk-input").Class(Classes).Class("govuk-input--error", Error is not null)
            .Attr("id", FieldId).Attr("name", Name).Attr("type", Type)
            .Attr("spellcheck", Spellcheck switch { true => "true", false => "false", null => null })
            .Attr("value", Value).Flag("disabled", Disabled).Attr("aria-describedby", Descriptions())
            .Attr("autocomplete", Autocomplete).Attr("autocapitalize", Autocapitalize)
            .Attr("pattern", Pattern).Attr("inputmode", InputMode).With(Attributes);
        var wrapped = Prefix is not null || Suffix is not null || BeforeInput is not null || AfterInput is not null;
        return Group().Add(LabelHintAndError()).Add(wrapped ? Wrap(input) : input);
    }

    private Element Wrap(Element input) =>
        new Element("div").Class("govuk-input__wrapper").Class(WrapperClasses).With(WrapperAttributes)
            .Add(BeforeInput)
            .Add(Prefix is null ? null : Prefix with { IsPrefix = true })
            .Add(input)
            .Add(Suffix)
            .Add(AfterInput);
}

/// <summary>A password, with a button that shows it.</summary>
public sealed record PasswordInput : Field
{
    public string? Value { get; init; }

    public bool Disabled { get; init; }

    public string Autocomplete { get; init; } = "current-password";

    public string? ButtonClasses { get; init; }

    public PasswordTexts? Texts { get; init; }

    public override IHtmlContent Render()
    {
        var button = new Button(Content.Text(Texts?.Show ?? "Show"))
        {
            Type = "button",
            Classes = $"govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle {ButtonClasses}".TrimEnd(),
            Attributes = new() { { "aria-controls", FieldId }, { "aria-label", Texts?.ShowLabel ?? "Show password" }, { "hidden", null } },
        };
        var group = new Attributes { { "data-module", "govuk-password-input" } };
        foreach (var (key, value) in (Texts?.Translations() ?? []).Concat(GroupAttributes ?? Attributes.None)) group.Add(key, value);
        return new TextInput
        {
            Name = Name, Id = FieldId, Label = Label, Hint = Hint, Error = Error, DescribedBy = DescribedBy,
            Type = "password", Value = Value, Disabled = Disabled, Spellcheck = false, Autocapitalize = "none", Autocomplete = Autocomplete,
            Classes = $"govuk-password-input__input govuk-js-password-input-input {Classes}".TrimEnd(),
            WrapperClasses = "govuk-password-input__wrapper",
            GroupClasses = $"govuk-password-input {GroupClasses}".TrimEnd(),
            GroupAttributes = group, Attributes = Attributes,
            BeforeInput = BeforeInput, AfterInput = Content.Join(button, AfterInput),
        }.Render();
    }
}

/// <summary>The words of the button beside a password; each may be absent, then the English default of the script is used.</summary>
public sealed record PasswordTexts(string? Show, string? Hide, string? ShowLabel, string? HideLabel, string? Shown, string? Hidden)
{
    internal IEnumerable<KeyValuePair<string, string?>> Translations() => new KeyValuePair<string, string?>[]
    {
        new("data-i18n.show-password", Show), new("data-i18n.hide-password", Hide),
        new("data-i18n.show-password-aria-label", ShowLabel), new("data-i18n.hide-password-aria-label", HideLabel),
        new("data-i18n.password-shown-announcement", Shown), new("data-i18n.password-hidden-announcement", Hidden),
    }.Where(text => text.Value is not null);
}

/// <summary>Several lines of text.</summary>
public sealed record TextArea : Field
{
    public string? Value { get; init; }

    public int Rows { get; init; } = 5;

    public bool Disabled { get; init; }

    public bool? Spellcheck { get; init; }

    public string? Autocomplete { get; init; }

    public override IHtmlContent Render() => Group().Add(LabelHintAndError()).Add(BeforeInput)
        .Add(new Element("textarea").Class("govuk-textarea").Class("govuk-textarea--error", Error is not null).Class(Classes)
            .Attr("id", FieldId).Attr("name", Name).Attr("rows", Rows)
            .Attr("spellcheck", Spellcheck switch { true => "true", false => "false", null => null })
            .Flag("disabled", Disabled).Attr("aria-describedby", Descriptions()).Attr("autocomplete", Autocomplete)
            .With(Attributes)
            // A line break right behind the tag is dropped by browsers; a second one keeps the first of the text.
            .Add(Value is { Length: > 0 } && Value[0] is '\n' or '\r' ? "\n" + Value : Value))
        .Add(AfterInput);
}

/// <summary>Several lines of text with a limit that is counted while typing.</summary>
public sealed record CharacterCount : Field
{
    public string? Value { get; init; }

    public int Rows { get; init; } = 5;

    public bool? Spellcheck { get; init; }

    public int? MaxLength { get; init; }

    public int? MaxWords { get; init; }

    /// <summary>What is counted: <c>words</c>, <c>characters</c> (as a reader sees them) or <c>length</c> (code units); by default what the limit says.</summary>
    public string? CountType { get; init; }

    /// <summary>Percentage of the limit from which the count is shown.</summary>
    public int? Threshold { get; init; }

    /// <summary>Said before scripts run; <c>%{count}</c> is the limit.</summary>
    public string? Description { get; init; }

    public string? MessageClasses { get; init; }

    /// <summary><c>data-i18n…</c> attributes with the running texts.</summary>
    public Attributes? Translations { get; init; }

    public override IHtmlContent Render()
    {
        var counted = CountType ?? (MaxWords is null ? null : "words");
        var kind = counted == "words" ? "words" : "characters";
        var limit = (MaxWords ?? MaxLength)?.ToString(CultureInfo.InvariantCulture);
        var description = Description ?? $"You can enter up to %{{count}} {kind}";
        var message = new Element("div").Class("govuk-hint govuk-character-count__message").Class(MessageClasses)
            .Attr("id", $"{FieldId}-info").Add(limit is null ? null : description.Replace("%{count}", limit, StringComparison.Ordinal));
        var group = new Attributes { { "data-module", "govuk-character-count" } };
        if (MaxLength is not null) group.Add("data-maxlength", limit);
        if (MaxWords is not null) group.Add("data-maxwords", limit);
        if (Threshold is { } threshold) group.Add("data-threshold", threshold.ToString(CultureInfo.InvariantCulture));
        if (counted is not null) group.Add("data-count-type", counted);
        if (limit is null && Description is not null) group.Add("data-i18n.textarea-description.other", Description);
        foreach (var (key, value) in (Translations ?? Attributes.None).Concat(GroupAttributes ?? Attributes.None)) group.Add(key, value);
        return new TextArea
        {
            Name = Name, Id = FieldId, Label = Label, Hint = Hint, Error = Error, Value = Value, Rows = Rows, Spellcheck = Spellcheck,
            DescribedBy = $"{FieldId}-info", Classes = $"govuk-js-character-count {Classes}".TrimEnd(), Attributes = Attributes,
            GroupClasses = $"govuk-character-count {GroupClasses}".TrimEnd(), GroupAttributes = group,
            BeforeInput = BeforeInput, AfterInput = Content.Join(message, AfterInput),
        }.Render();
    }
}

/// <summary>A file to send. Without scripts the browser's own control.</summary>
public sealed record FileUpload : Field
{
    public bool Disabled { get; init; }

    public bool Multiple { get; init; }

    public override IHtmlContent Render() => Group().Add(LabelHintAndError()).Add(BeforeInput)
        .Add(new Element("input").Class("govuk-file-upload").Class(Classes).Class("govuk-file-upload--error", Error is not null)
            .Attr("id", FieldId).Attr("name", Name).Attr("type", "file")
            .Flag("disabled", Disabled).Flag("multiple", Multiple).Attr("aria-describedby", Descriptions()).With(Attributes))
        .Add(AfterInput);
}
