using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Turna.UnitTests.Law;

/// <summary>The examples of the reference pages are run: each block marked with a verb is asked, the block after it must be answered.</summary>
public sealed partial class Documentation_tests
{
    private static readonly string[] Pages = ["claim", "stay", "cost", "screen"];

    public static TheoryData<string, int> Examples()
    {
        var examples = new TheoryData<string, int>();
        foreach (var page in Pages)
            for (var index = 0; index < Example().Count(Text(page)); index++) examples.Add(page, index);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_gives_the_answer_printed_after_it(string page, int index)
    {
        var example = Example().Matches(Text(page))[index];

        var answer = Asked.Of(example.Groups["verb"].Value, example.Groups["input"].Value);

        Asked.Differences(JsonNode.Parse(example.Groups["answer"].Value), answer).ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_has_an_example() => Pages.ShouldAllBe(page => Example().IsMatch(Text(page)));

    private static string Text(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", page + ".md"));

    [GeneratedRegex("```json (?<verb>\\w+ \\w+)\n(?<input>.*?)```\\s+```json answer\n(?<answer>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
