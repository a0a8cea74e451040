using System.Reflection;
using Turna.Web.Hosting;

namespace Turna.ArchitectureTests;

/// <summary>The house as it is built: its assemblies, found beside the tests, and its sources, found above them.</summary>
internal static class House
{
    /// <summary>The folder that holds Turna.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>On which floor each project stands: engines below platform below modules below the host.</summary>
    public static IReadOnlyDictionary<string, int> Floors { get; } = ReadFloors();

    /// <summary>Every Turna assembly that ships, by name.</summary>
    public static IReadOnlyDictionary<string, Assembly> Assemblies { get; } = Floors.Keys.ToDictionary(name => name, name => Assembly.Load(new AssemblyName(name)));

    public static IReadOnlyList<Assembly> Modules => [.. Rooms.All.Select(room => room.GetType().Assembly).Distinct()];

    private static Dictionary<string, int> ReadFloors()
    {
        string[] storeys = ["src/engines", "src/platform", "src/modules"];
        var found = new Dictionary<string, int> { ["Turna.Web"] = storeys.Length };
        for (var floor = 0; floor < storeys.Length; floor++)
        {
            foreach (var project in Directory.EnumerateFiles(Path.Combine(Root, storeys[floor]), "*.csproj", SearchOption.AllDirectories))
                found[Path.GetFileNameWithoutExtension(project)] = floor;
        }

        return found;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Turna.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Turna.slnx is not above the tests.");
    }
}
