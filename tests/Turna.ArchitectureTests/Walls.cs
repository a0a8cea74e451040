using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Turna.Kernel;
using Turna.Members;

namespace Turna.ArchitectureTests;

public sealed class Walls
{
    [Fact]
    public void A_module_shows_only_its_composition_root_and_its_contracts()
    {
        House.Modules.ShouldNotBeEmpty();
        House.Modules.SelectMany(module => Exposed(module.GetExportedTypes())).ShouldBeEmpty();
    }

    [Fact]
    public void A_public_type_outside_the_contracts_is_found() => Exposed([typeof(Offending.Exposed)]).ShouldHaveSingleItem();

    [Fact]
    public void Dependencies_run_downwards_and_between_modules_without_a_circle()
    {
        var references = House.Assemblies.ToDictionary(a => a.Key, a => Referenced(a.Value));

        Upward(references, House.Floors).ShouldBeEmpty();
        Circles(references).ShouldBeEmpty();
    }

    [Fact]
    public void An_upward_reference_and_a_circle_are_found()
    {
        var floors = new Dictionary<string, int> { ["Turna.Low"] = 0, ["Turna.Left"] = 1, ["Turna.Right"] = 1 };
        var references = new Dictionary<string, IReadOnlyList<string>>
        {
            ["Turna.Low"] = ["Turna.Left"], ["Turna.Left"] = ["Turna.Right"], ["Turna.Right"] = ["Turna.Left"],
        };

        Upward(references, floors).ShouldBe(["Turna.Low needs Turna.Left"]);
        Circles(references).ShouldContain(circle => circle.Contains("Turna.Left", StringComparison.Ordinal));
    }

    [Fact]
    public void A_module_uses_another_only_through_its_contracts()
    {
        var modules = House.Modules.Select(m => m.GetName().Name!).ToHashSet();

        House.Modules.SelectMany(module => ReachesInto(module, modules)).ShouldBeEmpty();
    }

    [Fact]
    public void Reaching_into_a_module_past_its_contracts_is_found() =>
        ReachesInto(typeof(Offending.Reaching).Assembly, ["Turna.Members"]).ShouldContain("Turna.ArchitectureTests uses Turna.Members.MembersModule");

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => House.Assemblies.Values.SelectMany(a => Vague(a.GetTypes())).ShouldBeEmpty();

    [Fact]
    public void A_name_that_says_nothing_is_found() => Vague([typeof(Offending.ThingManager), typeof(Offending.PersonDto)]).Count().ShouldBe(2);

    private static IEnumerable<string> Exposed(IEnumerable<Type> exported) => exported
        .Where(type => !type.IsSubclassOf(typeof(Kernel.Module)) && type.Namespace?.Split('.').Contains("Contracts") != true)
        .Select(type => $"{type.FullName} is public");

    private static IReadOnlyList<string> Referenced(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(House.Assemblies.ContainsKey)];

    private static IEnumerable<string> Upward(Dictionary<string, IReadOnlyList<string>> references, IReadOnlyDictionary<string, int> floors) =>
        from house in references
        from needed in house.Value
        where floors[needed] > floors[house.Key]
        select $"{house.Key} needs {needed}";

    private static List<string> Circles(Dictionary<string, IReadOnlyList<string>> references)
    {
        var found = new List<string>();
        foreach (var start in references.Keys) Walk(start, [start]);
        return found;

        void Walk(string at, List<string> way)
        {
            foreach (var next in references.GetValueOrDefault(at) ?? [])
            {
                if (next == way[0]) found.Add(string.Join(" → ", way.Append(next)));
                else if (!way.Contains(next)) Walk(next, [.. way, next]);
            }
        }
    }

    private static List<string> ReachesInto(Assembly assembly, IReadOnlySet<string> modules)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var found = new List<string>();
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            if (type.ResolutionScope.Kind != HandleKind.AssemblyReference) continue;
            var owner = metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
            var place = metadata.GetString(type.Namespace);
            if (owner != assembly.GetName().Name && modules.Contains(owner) && !place.Split('.').Contains("Contracts"))
                found.Add($"{assembly.GetName().Name} uses {place}.{metadata.GetString(type.Name)}");
        }

        return found;
    }

    // TagHelper is the framework's own word, and its generated types are not ours to name.
    private static IEnumerable<string> Vague(IEnumerable<Type> types)
    {
        string[] words = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Service", "Dto", "Data", "Info", "Common"];
        return types.Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && !type.Name.EndsWith("TagHelper", StringComparison.Ordinal))
            .Where(type => words.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Where(type => type.Namespace?.StartsWith("Turna.", StringComparison.Ordinal) == true)
            .Select(type => type.FullName!);
    }
}
