using System.Collections.Concurrent;
using Turna.Design.Components;
using Turna.Kernel.Codes;

namespace Turna.Cases.Consulting;

/// <summary>Countries to choose from: where people from Kyrgyzstan go most stands first, the rest follows by name.</summary>
internal static class CountryChoices
{
    private static readonly string[] First = ["RU", "KZ", "TR", "KR", "US", "AE", "KG"];
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Choice>> Made = new(StringComparer.Ordinal);

    public static IReadOnlyList<Choice> For(string language) => Made.GetOrAdd(language, Make);

    private static List<Choice> Make(string language) =>
    [
        .. CodeLists.Shipped.Countries.Codes
            .OrderBy(c => Array.IndexOf(First, c.Value) is var place and >= 0 ? place : First.Length)
            .ThenBy(c => c.Name(language), StringComparer.InvariantCulture)
            .Select(c => new Choice(c.Value, Design.Markup.Content.Text(c.Name(language)))),
    ];
}
