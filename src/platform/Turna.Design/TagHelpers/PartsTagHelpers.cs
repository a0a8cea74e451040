using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>Several fields that answer one question: <c>&lt;t-fieldset label="Address"&gt;…&lt;/t-fieldset&gt;</c>.</summary>
[HtmlTargetElement("t-fieldset")]
public sealed class FieldsetTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Label { get; set; }

    /// <summary><c>s</c>, <c>m</c>, <c>l</c>.</summary>
    public string LabelSize { get; set; } = "m";

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) => new Fieldset
    {
        Legend = SayContent(Label), LegendClasses = $"govuk-fieldset__legend--{LabelSize}", Body = await ChildAsync(output),
        Classes = Classes, Attributes = Rest(output),
    };
}

/// <summary>The label of a control that the page makes itself; the usual fields bring their own.</summary>
[HtmlTargetElement("t-label")]
public sealed class LabelTagHelper(Texts texts) : DesignTagHelper(texts)
{
    /// <summary>Id of the control.</summary>
    public string For { get; set; } = string.Empty;

    public string Text { get; set; } = string.Empty;

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(new Label(Content.Text(Say(Text) ?? string.Empty)) { For = For, Classes = Classes, Attributes = Rest(output) });
}

/// <summary>A quiet sentence below a heading or a control.</summary>
[HtmlTargetElement("t-hint")]
public sealed class HintTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string? Text { get; set; }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        new Hint(SayContent(Text) ?? await ChildAsync(output) ?? Content.Text(string.Empty)) { Id = Id, Classes = Classes, Attributes = Rest(output) };
}

/// <summary>The error of a property whose control the page makes itself; nothing when there is none.</summary>
[HtmlTargetElement("t-error", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorTagHelper(Texts texts) : FieldTagHelper(texts)
{
    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<IHtmlContent?>(ErrorPart() is { } error ? error with { Id = $"{FieldId}-error", Classes = Classes } : null);
}

/// <summary>
/// A long list without the indentation of its source, which would be a quarter of its bytes on a bad line. Not around text whose white space is
/// shown (<c>textarea</c>, <c>pre</c>, <c>t-text</c>).
/// </summary>
[HtmlTargetElement("t-dense")]
public sealed partial class DenseTagHelper(HtmlEncoder encoder) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Indentation().Replace((await output.GetChildContentAsync()).GetContent(encoder), "\n"));
    }

    [GeneratedRegex(@"\n\s+")]
    private static partial Regex Indentation();
}

/// <summary>Says that a page or the whole is on trial.</summary>
[HtmlTargetElement("t-phase")]
public sealed class PhaseTagHelper(Texts texts) : DesignTagHelper(texts)
{
    public string Text { get; set; } = string.Empty;

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output) =>
        new PhaseBanner(Content.Text(Say(Text) ?? string.Empty), await ChildAsync(output) ?? Content.Text(string.Empty)) { Classes = Classes, Attributes = Rest(output) };
}
