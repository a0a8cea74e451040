using System.Reflection;

namespace Turna.Mutation;

/// <summary>The switch that is compiled into the mutated engine instead of the tool's own: no environment, no files, one array for what was reached.</summary>
internal sealed class Control(Assembly engine)
{
    public const string File = "Stryker.Core.InjectedHelpers.MutantControl.cs";

    private readonly Type _type = engine.GetTypes().Single(type => type is { Name: "MutantControl", Namespace: not null } && type.Namespace.StartsWith("Stryker", StringComparison.Ordinal));

    public static string Source(string space) => $$"""
        namespace {{space}}
        {
            public static class MutantControl
            {
                public static int Active = -1;
                public static bool[] Reached;
                public static volatile bool Stopped;

                public static bool IsActive(int id)
                {
                    bool[] reached = Reached;
                    if (reached != null) reached[id] = true;
                    if (Stopped) throw new System.OperationCanceledException("the mutant runs away");
                    return id == Active;
                }
            }
        }
        """;

    public int Active { set => _type.GetField("Active")!.SetValue(null, value); }

    /// <summary>Makes the next switch throw: a loop that a mutant made endless ends, and its process can go on.</summary>
    public bool Stopped { set => _type.GetField("Stopped")!.SetValue(null, value); }

    public bool[]? Reached { set => _type.GetField("Reached")!.SetValue(null, value); }
}
