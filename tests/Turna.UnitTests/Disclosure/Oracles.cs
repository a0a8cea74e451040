using System.Text.Json;

namespace Turna.UnitTests.Disclosure;

/// <summary>Results of other programs, where they have been laid beside the project.</summary>
internal static class Oracles
{
    public static string Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Turna.slnx"))) root = root.Parent;
        var folder = Path.Combine(root?.Parent?.FullName ?? "/", "shared", "oracles", name);
        Assert.SkipUnless(Directory.Exists(folder), $"the oracles '{name}' are not beside the project");
        return folder;
    }

    public static IReadOnlyDictionary<string, JsonElement> Cases(string folder, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(folder), file)));
        return document.RootElement.GetProperty("cases").EnumerateArray()
            .ToDictionary(one => one.GetProperty("id").GetString()!, one => one.Clone());
    }

    public static (string[] Header, string[][] Rows) Csv(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(folder), file));
        string[] Split(string line) => [.. line.Split(',').Select(field => field.Trim('"'))];
        return (Split(lines[0]), [.. lines.Skip(1).Select(Split)]);
    }
}
