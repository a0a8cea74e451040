using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;

namespace Turna.PageTests.Design.Conformance;

/// <summary>
/// HTML in a form that can be compared: one node a line, attributes in order of name, class names in order, runs of blanks as one.
/// Blanks at the edges of a text are left out (templates indent), inside a textarea every character counts.
/// </summary>
internal static partial class Normal
{
    public static string Of(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return Of(writer.ToString());
    }

    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!;
        var text = new StringBuilder();
        foreach (var node in body.ChildNodes) Write(node, 0, text);
        return text.ToString();
    }

    private static void Write(INode node, int depth, StringBuilder text)
    {
        if (node is IElement element)
        {
            Indent(text, depth).Append('<').Append(element.LocalName);
            foreach (var attribute in element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
            {
                var value = attribute.Name == "class" ? string.Join(' ', element.ClassList.Order(StringComparer.Ordinal)) : attribute.Value;
                text.Append(' ').Append(attribute.Name).Append("=\"").Append(value).Append('"');
            }

            text.AppendLine(">");
            foreach (var child in element.ChildNodes) Write(child, depth + 1, text);
        }
        else if (node is IText words)
        {
            var shown = words.ParentElement?.LocalName == "textarea" ? words.Data : Blanks().Replace(words.Data, " ").Trim();
            if (shown.Length > 0) Indent(text, depth).AppendLine(shown);
        }
    }

    private static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Blanks();
}
