using System.Reflection;
using System.Runtime.Loader;

namespace Turna.Mutation;

/// <summary>What the tests use and no mutant changes, loaded once. The test framework is this program's own, so that both speak of the same types.</summary>
internal sealed class Libraries(string tests) : AssemblyLoadContext("libraries")
{
    private readonly AssemblyDependencyResolver _resolver = new(tests);

    public static bool Ours(AssemblyName name) => name.Name!.StartsWith("Turna.", StringComparison.Ordinal);

    public string? PathOf(AssemblyName name) => _resolver.ResolveAssemblyToPath(name);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        !assemblyName.Name!.StartsWith("xunit.v3.co", StringComparison.Ordinal) && PathOf(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
}

/// <summary>The project's own assemblies with statics of their own: everything that is read or computed once is read and computed again in each.</summary>
internal sealed class Loading(Libraries libraries) : AssemblyLoadContext("under test", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        !Libraries.Ours(assemblyName) ? libraries.LoadFromAssemblyName(assemblyName)
        : libraries.PathOf(assemblyName) is { } path ? LoadFromAssemblyPath(path)
        : null;
}
