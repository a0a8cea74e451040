using System.Text.Json;

namespace Turna.PageTests.Design.Conformance;

/// <summary>The cases that ship in govuk-frontend: options of a template and the HTML it makes of them.</summary>
internal static class Fixtures
{
    private static string Folder => Repository.Path(
        "src", "platform", "Turna.Design", "browser", "node_modules", "govuk-frontend", "dist", "govuk", "components");

    public static IEnumerable<string> Components => Directory.EnumerateFiles(Folder, "fixtures.json", SearchOption.AllDirectories)
        .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!).Order(StringComparer.Ordinal);

    public static IEnumerable<(string Name, JsonElement Options, string Html)> Of(string component)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, component, "fixtures.json")));
        foreach (var fixture in document.RootElement.GetProperty("fixtures").EnumerateArray())
        {
            yield return (fixture.GetProperty("name").GetString()!, fixture.GetProperty("options").Clone(), fixture.GetProperty("html").GetString()!);
        }
    }
}
