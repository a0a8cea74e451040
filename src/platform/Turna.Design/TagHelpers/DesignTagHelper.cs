using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>
/// A <c>t-…</c> element of a view. Texts in its attributes are English keys and are translated; attributes it does not know
/// (<c>data-…</c>, <c>maxlength</c>, <c>autofocus</c>) go to the element that matters.
/// </summary>
public abstract class DesignTagHelper(Texts texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string? Id { get; set; }

    [HtmlAttributeName("class")]
    public string? Classes { get; set; }

    protected Texts T { get; private set; } = texts;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        T = T.At(Texts.Place(ViewContext.ExecutingFilePath) ?? string.Empty);
        var content = await RenderAsync(context, output);
        output.TagName = null;
        if (content is null) output.SuppressOutput();
        else output.Content.SetHtmlContent(content);
    }

    protected abstract Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output);

    /// <summary>The translation of an attribute; null stays null.</summary>
    protected string? Say(string? key) => string.IsNullOrEmpty(key) ? null : T[key];

    protected Content? SayContent(string? key) => Say(key);

    /// <summary>What stands between the tags; null when there is nothing but blanks.</summary>
    protected static async Task<Content?> ChildAsync(TagHelperOutput output)
    {
        var child = await output.GetChildContentAsync();
        return child.IsEmptyOrWhiteSpace ? null : Content.From(child);
    }

    /// <summary>Attributes of the tag that no property took.</summary>
    protected static Attributes? Rest(TagHelperOutput output)
    {
        if (output.Attributes.Count == 0) return null;
        var rest = new Attributes();
        foreach (var attribute in output.Attributes)
        {
            rest.Add(attribute.Name, attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? null : Plain(attribute.Value));
        }

        return rest;
    }

    /// <summary>The list that the tags inside this one fill.</summary>
    protected static List<TItem> Gather<TItem>(TagHelperContext context)
    {
        var list = new List<TItem>();
        context.Items[typeof(TItem)] = list;
        return list;
    }

    /// <summary>Hands an item to the enclosing tag.</summary>
    /// <exception cref="InvalidOperationException">The tag stands outside of the tag it belongs to.</exception>
    protected static void Give<TItem>(TagHelperContext context, TItem item)
    {
        if (!context.Items.TryGetValue(typeof(TItem), out var list))
        {
            throw new InvalidOperationException($"<{context.TagName}> stands outside of the tag it belongs to.");
        }

        ((List<TItem>)list).Add(item);
    }

    private static string? Plain(object? value)
    {
        if (value is not IHtmlContent markup) return value?.ToString();
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        markup.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
