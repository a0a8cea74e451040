using System.Text.Json;
using System.Text.Json.Nodes;
using Turna.Web.CommandLine;

namespace Turna.UnitTests.Law;

/// <summary>The language-neutral cases of content/law/cases, which the phone runs as well.</summary>
public sealed class Shared_cases_tests
{
    private static readonly Dictionary<string, LawQuestion> Verbs = new()
    {
        ["claim compute"] = ClaimVerbs.Compute,
        ["claim wages"] = ClaimWages.Compute,
        ["stay check"] = StayVerbs.Check,
        ["cost compute"] = CostVerbs.Compute,
        ["screen labour"] = ScreenVerbs.Labour,
        ["screen gbv"] = ScreenVerbs.Gbv,
    };

    private static readonly LawShelf Shelf = new(LawContent.Read);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Content.Folder, "cases"), "*.json").Order(StringComparer.Ordinal))
            foreach (var one in Read(file)["cases"]!.AsArray())
                cases.Add(Path.GetFileName(file), (string)one!["name"]!);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_what_was_worked_out_by_hand(string file, string name)
    {
        var set = Read(Path.Combine(Content.Folder, "cases", file));
        var one = set["cases"]!.AsArray().Single(item => (string)item!["name"]! == name)!;
        using var input = JsonDocument.Parse(one["input"]!.ToJsonString());

        var answer = LawVerb.Answer(input.RootElement, Verbs[(string)set["verb"]!], Shelf, "en");

        Differences(one["expect"], answer, "").ShouldBeEmpty();
    }

    [Fact]
    public void There_are_at_least_a_hundred_and_fifty_cases() => Cases().Count.ShouldBeGreaterThanOrEqualTo(150);

    /// <summary>What is expected must be there; what else the answer holds is not looked at.</summary>
    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path)
    {
        if (expected is JsonObject fields)
            return actual is JsonObject answer
                ? fields.SelectMany(field => answer.ContainsKey(field.Key) ? Differences(field.Value, answer[field.Key], $"{path}.{field.Key}") : [$"{path}.{field.Key} is missing"])
                : [$"{path} is no object"];
        if (expected is JsonArray items)
            return actual is JsonArray list && list.Count == items.Count
                ? items.SelectMany((item, index) => Differences(item, list[index], $"{path}[{index}]"))
                : [$"{path} has not {items.Count} items: {actual?.ToJsonString()}"];
        return expected?.ToJsonString() == actual?.ToJsonString() ? [] : [$"{path}: expected {expected?.ToJsonString()}, got {actual?.ToJsonString()}"];
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();
}
