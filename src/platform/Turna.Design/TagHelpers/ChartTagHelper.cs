using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design.Charts;

namespace Turna.Design.TagHelpers;

/// <summary>A chart with its table: <c>&lt;t-chart of="Model.ByCountry" /&gt;</c>.</summary>
[HtmlTargetElement("t-chart")]
public sealed class ChartTagHelper(Texts texts) : DesignTagHelper(texts)
{
    private static readonly object Counter = new();

    public Chart? Of { get; set; }

    protected override Task<IHtmlContent?> RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = ViewContext.HttpContext.Items;
        var number = items[Counter] is int before ? before + 1 : 1;
        items[Counter] = number;
        return Task.FromResult(Of?.Render(Id ?? string.Create(CultureInfo.InvariantCulture, $"chart-{number}"), T));
    }
}
