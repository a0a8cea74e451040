using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Turna.Design.Markup;

/// <summary>An HTML element under construction. Everything given as a string is encoded; markup enters only as <see cref="IHtmlContent"/>.</summary>
public sealed class Element(string name) : IHtmlContent
{
    private static readonly HashSet<string> WithoutEnd = new(StringComparer.Ordinal) { "input", "br", "hr", "img", "meta", "link", "col" };

    // HTML ends these by what follows them; a list of all countries is two kilobytes lighter on a bad line.
    private static readonly HashSet<string> EndUnsaid = new(StringComparer.Ordinal) { "option" };

    private readonly List<KeyValuePair<string, string?>> attributes = [];
    private readonly List<IHtmlContent> children = [];
    private string? classes;

    /// <summary>Adds class names; nothing happens for null or when the condition does not hold.</summary>
    public Element Class(string? names, bool when = true)
    {
        if (when && !string.IsNullOrWhiteSpace(names)) classes = classes is null ? names : $"{classes} {names}";
        return this;
    }

    /// <summary>Sets an attribute; null leaves it out, an empty string is written as it is.</summary>
    public Element Attr(string key, string? value)
    {
        if (value is not null) attributes.Add(new(key, value));
        return this;
    }

    public Element Attr(string key, int? value) => Attr(key, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes the bare name of the attribute when the condition holds.</summary>
    public Element Flag(string key, bool when)
    {
        if (when) attributes.Add(new(key, null));
        return this;
    }

    /// <summary>Takes over a set of attributes; <c>class</c> joins the classes.</summary>
    public Element With(Attributes? more)
    {
        foreach (var (key, value) in more ?? Attributes.None)
        {
            if (key == "class") Class(value);
            else attributes.Add(new(key, value));
        }

        return this;
    }

    public Element Add(IHtmlContent? child)
    {
        if (child is not null) children.Add(child);
        return this;
    }

    public Element Add(IEnumerable<IHtmlContent> many)
    {
        children.AddRange(many);
        return this;
    }

    public Element Add(string? text) => text is null ? this : Add(Content.Text(text));

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        if (classes is not null) Write(writer, encoder, "class", classes);
        foreach (var (key, value) in attributes) Write(writer, encoder, key, value);
        writer.Write('>');
        if (WithoutEnd.Contains(name)) return;
        foreach (var child in children) child.WriteTo(writer, encoder);
        if (EndUnsaid.Contains(name)) return;
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }

    private static void Write(TextWriter writer, HtmlEncoder encoder, string key, string? value)
    {
        writer.Write(' ');
        writer.Write(key);
        if (value is null) return;
        writer.Write("=\"");
        encoder.Encode(writer, value);
        writer.Write('"');
    }
}
