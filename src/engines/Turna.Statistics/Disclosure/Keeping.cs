namespace Turna.Statistics.Disclosure;

/// <summary>The patterns of cells that must stay visible, resolved once.</summary>
internal sealed class Keeping
{
    private readonly Universe universe;
    private readonly List<(int Dimension, int Code)[]> patterns = [];

    public Keeping(Universe universe, IReadOnlyList<IReadOnlyDictionary<string, string>> patterns)
    {
        this.universe = universe;
        foreach (var pattern in patterns) this.patterns.Add([.. pattern.Select(pair => Resolve(pair.Key, pair.Value))]);
    }

    public bool Holds(int cell) =>
        patterns.Exists(pattern => Array.TrueForAll(pattern, part => universe.CodeOf(cell, part.Dimension) == part.Code));

    private (int, int) Resolve(string name, string code)
    {
        for (var d = 0; d < universe.Dimensions.Count; d++)
        {
            if (universe.Dimensions[d].Name != name) continue;
            var at = universe.Dimensions[d].Find(code);
            return at >= 0 ? (d, at) : throw new DisclosureException($"keep: the code '{code}' is not in dimension {name}");
        }

        throw new DisclosureException($"keep: unknown dimension {name}");
    }
}
