using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Turna.Design;

namespace Turna.PageTests.Design;

public sealed partial class Documentation
{
    [Fact]
    public void Every_tag_is_described_and_every_described_tag_exists()
    {
        var tags = typeof(Texts).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(HtmlTargetElementAttribute), inherit: false).Cast<HtmlTargetElementAttribute>())
            .Select(attribute => attribute.Tag).Where(tag => tag.StartsWith("t-", StringComparison.Ordinal)).Distinct();
        var described = Tag().Matches(File.ReadAllText(Repository.Path("docs", "reference", "design.md"))).Select(match => match.Groups[1].Value).Distinct();

        described.ShouldBe(tags, ignoreOrder: true);
    }

    [GeneratedRegex(@"<(t-[a-z-]+)")]
    private static partial Regex Tag();
}
