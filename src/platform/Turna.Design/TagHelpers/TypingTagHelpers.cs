using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>One line of text: <c>&lt;t-input for="Input.Family" label="Family name" width="20" /&gt;</c>.</summary>
[HtmlTargetElement("t-input")]
public sealed class InputTagHelper(Texts texts) : FieldTagHelper(texts)
{
    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    /// <summary>Number of characters to be expected (2, 3, 4, 5, 10, 20) or a share (<c>full</c>, <c>two-thirds</c>, <c>one-half</c>, <c>one-third</c>, <c>one-quarter</c>).</summary>
    public string? Width { get; set; }

    public bool Disabled { get; set; }

    public bool? Spellcheck { get; set; }

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>Shown before the text, such as a currency.</summary>
    public string? Prefix { get; set; }

    /// <summary>Shown behind the text, such as a unit.</summary>
    public string? Suffix { get; set; }

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(new TextInput
        {
            Name = FieldName, Id = FieldId, Label = LabelPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
            Type = Type, Value = ValueOf(Value), Disabled = Disabled, Spellcheck = Spellcheck, Autocomplete = Autocomplete, InputMode = Inputmode,
            Prefix = SayContent(Prefix) is { } before ? new Affix(before) : null,
            Suffix = SayContent(Suffix) is { } behind ? new Affix(behind) : null,
            Classes = $"{WidthClass()} {Classes}".Trim(), Attributes = Rest(output),
        });

    private string? WidthClass() => Width switch
    {
        null => null,
        _ when char.IsDigit(Width[0]) => $"govuk-input--width-{Width}",
        _ => $"govuk-!-width-{Width}",
    };
}

/// <summary>A password with a button that shows it. What was typed is never sent back.</summary>
[HtmlTargetElement("t-password")]
public sealed class PasswordTagHelper(Texts texts) : FieldTagHelper(texts)
{
    /// <summary><c>current-password</c> or <c>new-password</c>.</summary>
    public string Autocomplete { get; set; } = "current-password";

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(new PasswordInput
        {
            Name = FieldName, Id = FieldId, Label = LabelPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
            Autocomplete = Autocomplete, Classes = Classes, Attributes = Rest(output),
            Texts = new PasswordTexts(T["Show"], T["Hide"], T["Show password"], T["Hide password"], T["Your password is visible"], T["Your password is hidden"]),
        });
}

/// <summary>Several lines; with <c>max</c> the characters left are counted.</summary>
[HtmlTargetElement("t-textarea")]
public sealed class TextAreaTagHelper(Texts texts) : FieldTagHelper(texts)
{
    public string? Value { get; set; }

    public int Rows { get; set; } = 5;

    /// <summary>Most characters allowed; null: not counted.</summary>
    public int? Max { get; set; }

    public string? Autocomplete { get; set; }

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(Max is null ? Plain(output) : Counted(output));

    private TextArea Plain(TagHelperOutput output) => new()
    {
        Name = FieldName, Id = FieldId, Label = LabelPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
        Value = ValueOf(Value), Rows = Rows, Autocomplete = Autocomplete, Classes = Classes, Attributes = Rest(output),
    };

    private CharacterCount Counted(TagHelperOutput output) => new()
    {
        Name = FieldName, Id = FieldId, Label = LabelPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
        Value = ValueOf(Value), Rows = Rows, MaxLength = Max, Threshold = 75, Classes = Classes, Attributes = Rest(output),
        Description = T["You can enter up to %{count} characters"],
        // One form for every count: "Characters left: 5" needs no plural in any of our languages.
        Translations = new Attributes
        {
            { "data-i18n.characters-under-limit.one", T["Characters left: %{count}"] },
            { "data-i18n.characters-under-limit.other", T["Characters left: %{count}"] },
            { "data-i18n.characters-at-limit", T["Characters left: 0"] },
            { "data-i18n.characters-over-limit.one", T["Characters too many: %{count}"] },
            { "data-i18n.characters-over-limit.other", T["Characters too many: %{count}"] },
        },
    };
}

/// <summary>A file to send; the form needs <c>files</c>.</summary>
[HtmlTargetElement("t-file")]
public sealed class FileTagHelper(Texts texts) : FieldTagHelper(texts)
{
    public bool Multiple { get; set; }

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(new FileUpload
        {
            Name = FieldName, Id = FieldId, Label = LabelPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
            Multiple = Multiple, Classes = Classes, Attributes = Rest(output),
        });
}

/// <summary>A value that travels with the form unseen.</summary>
[HtmlTargetElement("t-hidden", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HiddenTagHelper(Texts texts) : FieldTagHelper(texts)
{
    public string? Value { get; set; }

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(new Element("input").Attr("type", "hidden").Attr("name", FieldName)
            .Attr("id", Id).Attr("value", ValueOf(Value) ?? string.Empty).With(Rest(output)));
}
