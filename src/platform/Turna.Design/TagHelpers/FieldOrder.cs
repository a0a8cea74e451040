using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Turna.Design.TagHelpers;

/// <summary>The fields of a page from top to bottom, as they were rendered, with what stands over them.</summary>
internal sealed class FieldOrder
{
    private readonly Dictionary<string, (int Place, string? Label)> fields = new(StringComparer.OrdinalIgnoreCase);

    public static FieldOrder Of(HttpContext http)
    {
        if (http.Items[typeof(FieldOrder)] is FieldOrder order) return order;
        order = new FieldOrder();
        http.Items[typeof(FieldOrder)] = order;
        return order;
    }

    public void Note(string field, string? label) => fields.TryAdd(field, (fields.Count, label));

    /// <summary>Fields that were not rendered come last.</summary>
    public int PlaceOf(string field) => fields.TryGetValue(field, out var known) ? known.Place : int.MaxValue;

    /// <summary>Null for a field that was not rendered or has no label.</summary>
    public string? LabelOf(string field) => fields.GetValueOrDefault(field).Label;
}

/// <summary>Markup that is made when it is written: after the rest of the page has been rendered into the buffer.</summary>
internal sealed class LateContent(Func<IHtmlContent> make) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => make().WriteTo(writer, encoder);
}
