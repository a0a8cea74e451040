using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Markup;

namespace Turna.Design.TagHelpers;

/// <summary>
/// A table with its caption; inside stand plain <c>thead</c>, <c>tbody</c>, <c>tr</c>, <c>th</c>, <c>td</c>.
/// <c>class="n"</c> on a cell aligns figures to the right. <c>sortable</c> lets the reader sort it where scripts run.
/// On a narrow screen each row becomes a block: its first cell is the heading, and the others say by <see cref="TablePartTagHelper"/> what they are.
/// </summary>
[HtmlTargetElement("t-table")]
public sealed partial class TableTagHelper(Texts texts, HtmlEncoder encoder) : DesignTagHelper(texts)
{
    public string? Caption { get; set; }

    /// <summary>The caption is read aloud but not shown: only below a heading that says the same.</summary>
    public bool HideCaption { get; set; }

    public bool Sortable { get; set; }

    /// <summary>Figures that are compared by column: on a narrow screen the table scrolls below its first column instead.</summary>
    public bool Figures { get; set; }

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Figures) context.Items[typeof(TableColumns)] = new TableColumns();
    }

    protected override async Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        // Laid out as blocks, a table is one to a screen reader only when it says so.
        var table = new Element("table").Class("govuk-table t-table").Class("t-table--records", when: !Figures).Class(Classes).Attr("id", Id)
            .Attr("role", Figures ? null : "table").Attr("data-module", Sortable ? "turna-sortable" : null).With(Rest(output));
        if (Say(Caption) is { } caption)
        {
            table.Add(new Element("caption").Class("govuk-table__caption").Class(HideCaption ? "govuk-visually-hidden" : "govuk-table__caption--m").Add(caption));
        }

        return new Element("div").Class("t-scroll").Attr("tabindex", "0").Attr("role", "region").Attr("aria-label", Say(Caption) ?? T["Table"])
            .Add(table.Add(new HtmlString(AroundParts().Replace((await output.GetChildContentAsync()).GetContent(encoder), string.Empty))));
    }

    // The indentation of the source around rows and cells is an eighth of a long list. What stands in a cell keeps its lines.
    [GeneratedRegex(@"\s+(?=</?t(?:r|d|h|body|head|foot)[ >])")]
    private static partial Regex AroundParts();
}

/// <summary>
/// What the parts of a table of records say of themselves, so that its rows can stand as blocks on a narrow screen: their role, which the layout
/// would take from them, and the heading of their column. A cell whose contents need no name in front has <c>data-label=""</c>.
/// </summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class TablePartTagHelper : TagHelper
{
    private const string Label = "data-label";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.Items.TryGetValue(typeof(TableColumns), out var found) || found is not TableColumns columns) return;
        var isHeading = output.TagName == "th" && output.Attributes["scope"]?.Value.ToString() == "col";
        output.Attributes.SetAttribute("role", output.TagName switch
        {
            "tr" => "row",
            "td" => "cell",
            "th" when isHeading => "columnheader",
            "th" => "rowheader",
            _ => "rowgroup",
        });
        if (output.TagName == "tr") columns.BeginRow();
        else if (isHeading) columns.Add(Plain((await output.GetChildContentAsync()).GetContent()));
        else if (output.TagName is "td" or "th") await NameAsync(columns.Next(), output);
    }

    private static async Task NameAsync(string? heading, TagHelperOutput output)
    {
        var isEmpty = (await output.GetChildContentAsync()).IsEmptyOrWhiteSpace;
        if (isEmpty) output.Content.SetContent(string.Empty);
        if (output.Attributes.TryGetAttribute(Label, out var own) && string.IsNullOrEmpty(own.Value?.ToString())) output.Attributes.Remove(own);
        else if (own is null && heading is not null && !isEmpty) output.Attributes.SetAttribute(Label, heading);
    }

    // A heading that is only heard is made of more than words, and has nothing to show in front of a cell.
    private static string? Plain(string heading) => heading.Contains('<', StringComparison.Ordinal) ? null : WebUtility.HtmlDecode(heading.Trim());
}

/// <summary>The headings of a table, and how far its present row has come.</summary>
internal sealed class TableColumns
{
    private readonly List<string?> headings = [];
    private int at;

    public void Add(string? heading) => headings.Add(heading);

    public void BeginRow() => at = 0;

    /// <summary>The heading above the next cell of the row; null above the first, which is the heading of its row.</summary>
    public string? Next()
    {
        var column = at++;
        return column > 0 && column < headings.Count ? headings[column] : null;
    }
}
