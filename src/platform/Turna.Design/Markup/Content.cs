using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Turna.Design.Markup;

/// <summary>Words for the reader: plain text, encoded when written, or markup made by a view.</summary>
public sealed class Content : IHtmlContent
{
    private readonly string? text;
    private readonly IHtmlContent? markup;

    private Content(string? text, IHtmlContent? markup) => (this.text, this.markup) = (text, markup);

    public static Content Text(string text) => new(text, null);

    /// <summary>Markup that a view has rendered; null stays null.</summary>
    public static Content? From(IHtmlContent? markup) => markup switch
    {
        null => null,
        Content content => content,
        _ => new(null, markup),
    };

    /// <summary>One after the other.</summary>
    public static Content Join(params IEnumerable<IHtmlContent?> parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            if (part is not null) all.AppendHtml(part);
        }

        return new(null, all);
    }

    /// <summary>Null for an absent or empty text, so that the element around it is left out.</summary>
    public static implicit operator Content?(string? text) => string.IsNullOrEmpty(text) ? null : Text(text);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (markup is not null) markup.WriteTo(writer, encoder);
        else encoder.Encode(writer, text!);
    }
}
