using System.Text.Json;
using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.EveryPage;

/// <summary>axe-core, run in the page as it stands. The context lets its script past the content security policy; nothing else does.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
          .violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | '))
        """;

    public static string Script { get; } =
        File.ReadAllText(Repository.Path("src", "platform", "Turna.Design", "browser", "node_modules", "axe-core", "axe.min.js"));

    /// <summary>What axe finds against the page, one line for each rule.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<JsonElement>(Run);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }
}
