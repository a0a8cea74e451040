using System.Globalization;
using System.Text.Json.Nodes;
using Turna.Law;

namespace Turna.Web.CommandLine;

/// <summary>How values of the law engine are written in JSON, the same in every verb.</summary>
internal static class LawJson
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day is { } known ? Day(known) : null;

    /// <summary>A rate or factor without trailing zeros.</summary>
    public static string Number(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];

    public static JsonArray Rules(IEnumerable<Reference> rules) => Array(rules, rule => new JsonObject
    {
        ["id"] = rule.Id,
        ["version"] = rule.Version,
        ["article"] = rule.Article,
        ["source"] = rule.Source,
        ["confidence"] = rule.Trust.Code(),
    });

    /// <summary>The pack file of a country or area.</summary>
    public static string PackOf(string country) => country.ToLowerInvariant();
}
