using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
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
        Translations = RunningTexts(),
    };

    // One form for every count: "Characters left: 5" needs no plural in any of our languages, but the script asks for each.
    private Attributes RunningTexts()
    {
        var running = new Attributes { { "data-i18n.characters-at-limit", T["Characters left: 0"] } };
        foreach (var form in new[] { "one", "few", "many", "other" })
        {
            running.Add($"data-i18n.characters-under-limit.{form}", T["Characters left: %{count}"]);
            running.Add($"data-i18n.characters-over-limit.{form}", T["Characters too many: %{count}"]);
        }

        return running;
    }
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

/// <summary>
/// Finds while one types: <c>&lt;t-find for="Input.Who" answer-for="Input.Person" source="/people/suggest" label="Who" /&gt;</c>. The text goes
/// into <c>for</c>, the chosen id into <c>answer-for</c>. The source takes <c>query</c> by POST and answers
/// <c>{ items: [{ value, text, hint }], note }</c>. Without scripts only the text is sent and the page answers.
/// </summary>
[HtmlTargetElement("t-find")]
public sealed class FindTagHelper(Texts texts) : FieldTagHelper(texts)
{
    /// <summary>The property that takes the id of what was chosen.</summary>
    public ModelExpression AnswerFor { get; set; } = null!;

    /// <summary>Address that searches.</summary>
    public string Source { get; set; } = string.Empty;

    /// <summary>The property whose field is next: it takes the focus when somebody was chosen.</summary>
    public ModelExpression? ThenFor { get; set; }

    /// <summary>Id of the element that tells who was chosen.</summary>
    public string? Shows { get; set; }

    /// <summary>Letters before the first search.</summary>
    public int Least { get; set; } = 3;

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var answer = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(AnswerFor.Name);
        var attributes = Rest(output) ?? [];
        attributes.Add("data-module", "turna-find");
        attributes.Add("data-href", Source);
        attributes.Add("data-answer", IdOf(answer));
        if (ThenFor is not null) attributes.Add("data-then", IdOf(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(ThenFor.Name)));
        if (Shows is not null) attributes.Add("data-shows", Shows);
        attributes.Add("data-least", Least.ToString(System.Globalization.CultureInfo.InvariantCulture));
        attributes.Add("data-failed", T["The search did not answer. Try again."]);
        attributes.Add("maxlength", "200");
        return Task.FromResult<IHtmlContent?>(Content.Join(
            new TextInput
            {
                Name = FieldName, Id = FieldId, Label = LabelPart(), Hint = HintPart(), Error = ErrorPart(), GroupClasses = GroupClass,
                Value = ValueOf(), Spellcheck = false, Autocomplete = "off", Classes = Classes, Attributes = attributes,
            },
            new Element("input").Attr("type", "hidden").Attr("name", answer).Attr("id", IdOf(answer))
                .Attr("value", StateOf(answer)?.AttemptedValue ?? Text(AnswerFor.Model) ?? string.Empty)));
    }
}
