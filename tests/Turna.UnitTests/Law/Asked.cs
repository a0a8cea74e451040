using System.Text.Json;
using System.Text.Json.Nodes;
using Turna.Web.CommandLine;

namespace Turna.UnitTests.Law;

/// <summary>Puts a question to a verb inside this process and compares the answer with what is expected of it.</summary>
internal static class Asked
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

    public static JsonNode Of(string verb, string input, string language = "en")
    {
        using var document = JsonDocument.Parse(input);
        lock (Shelf) return LawVerb.Answer(document.RootElement, Verbs[verb], Shelf, language);
    }

    /// <summary>What is expected must be there; what else the answer holds is not looked at.</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path = "")
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
}
