using System.Reflection;
using Turna.Data;
using Turna.Ledger;
using Turna.Vault;
using Module = Turna.Kernel.Module;

namespace Turna.Web.Hosting;

/// <summary>Finds the rooms of the house: every Turna assembly beside this one that holds a <see cref="Module"/>.</summary>
public static class Rooms
{
    private static readonly Lazy<IReadOnlyList<Module>> Found = new(Find);

    /// <summary>All modules, in order of name.</summary>
    public static IReadOnlyList<Module> All => Found.Value;

    /// <summary>Everything that keeps records: the platform's parts and the modules that do.</summary>
    public static IEnumerable<IHasEntities> Entities() => [new LedgerPlatform(), new VaultPlatform(), .. All.OfType<IHasEntities>()];

    private static List<Module> Find() =>
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Turna.*.dll")
            .Select(path => Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(path))))
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsSubclassOf(typeof(Module)) && !type.IsAbstract)
            .Select(type => (Module)Activator.CreateInstance(type)!)
            .OrderBy(module => module.Name, StringComparer.Ordinal),
    ];
}
