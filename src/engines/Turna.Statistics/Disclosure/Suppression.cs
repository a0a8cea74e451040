namespace Turna.Statistics.Disclosure;

/// <summary>
/// Chooses what is not shown. Cells are shown from the largest to the smallest, each unless a sensitive cell would then
/// follow from what is shown; then the dearest suppressions are tried the other way round.
/// </summary>
internal sealed class Suppression
{
    /// <summary>How many cells all trials together may look at: a report of some tables is searched well, a census not at all.</summary>
    private const int TrialBudget = 20_000;
    /// <summary>A release with more cells is not searched for a cheaper pattern.</summary>
    public const int TrialSize = 2_000;

    private readonly Universe universe;
    private readonly bool[] forced;
    private readonly bool[] sensitive;
    private readonly int[] order;
    private readonly int[] certain;

    /// <param name="universe">The model.</param>
    /// <param name="forced">Cells that are shown in any case.</param>
    /// <param name="sensitive">Cells that must not follow from what is shown.</param>
    public Suppression(Universe universe, bool[] forced, bool[] sensitive)
    {
        (this.universe, this.forced, this.sensitive) = (universe, forced, sensitive);
        certain = [.. Enumerable.Range(0, universe.Count).Where(cell => forced[cell]).OrderByDescending(universe.Breadth)];
        order = [.. Enumerable.Range(0, universe.Count)
            .Where(cell => universe.ExposureOf(cell) == Exposure.Released && !forced[cell] && !sensitive[cell])
            .OrderByDescending(universe.ValueOf).ThenByDescending(universe.Breadth).ThenBy(cell => cell)];
    }

    /// <summary>Sensitive cells that follow from the forced ones alone: nothing can protect them.</summary>
    public IReadOnlyList<int> Lost { get; private set; } = [];

    /// <summary>The released cells that are suppressed, sensitive ones included.</summary>
    /// <param name="also">Further cells that must not follow from what is shown.</param>
    public bool[] Choose(IReadOnlySet<int> also)
    {
        var first = new HashSet<int>();
        var best = Run(also, first);
        for (var trials = universe.Count > TrialSize ? 0 : TrialBudget / universe.Count; trials > 0;)
        {
            var dearest = order.Where(cell => best.Suppressed[cell] && !also.Contains(cell) && !first.Contains(cell)).Take(trials).ToArray();
            if (dearest.Length == 0) break;
            foreach (var cell in dearest)
            {
                trials--;
                if (!best.Suppressed[cell]) continue;
                first.Add(cell);
                var other = Run(also, first);
                if (!other.Suppressed[cell] && other.Loss < best.Loss) best = other;
                else first.Remove(cell);
            }

            if (Array.TrueForAll(dearest, cell => !first.Contains(cell))) break;
        }

        return best.Suppressed;
    }

    private (bool[] Suppressed, double Loss) Run(IReadOnlySet<int> also, HashSet<int> first)
    {
        var isProtected = (bool[])sensitive.Clone();
        foreach (var cell in also) isProtected[cell] = true;
        var guarded = Enumerable.Range(0, universe.Count).Where(cell => isProtected[cell] && !forced[cell]).ToArray();
        Lost = [.. certain.Where(cell => sensitive[cell])];
        if (guarded.Length == 0) return (new bool[universe.Count], 0);
        var open = order.Where(cell => !isProtected[cell] && first.Contains(cell)).Concat(order.Where(cell => !isProtected[cell] && !first.Contains(cell))).ToArray();
        var space = new RowSpace(universe, [.. certain, .. guarded, .. open]);

        space.PublishAll(certain);
        Lost = [.. Lost, .. guarded.Where(space.IsKnown)];

        var suppressed = new bool[universe.Count];
        foreach (var cell in guarded) suppressed[cell] = universe.ExposureOf(cell) == Exposure.Released;
        foreach (var cell in open)
        {
            if (space.Betrays(cell, isProtected) < 0)
            {
                space.Publish(cell);
                continue;
            }

            suppressed[cell] = true;
            space.Drop(cell);
        }

        return (suppressed, LossOf(suppressed));
    }

    /// <summary>Both the number of cells and what they hold: neither many small nor few large ones are cheap.</summary>
    private double LossOf(bool[] suppressed)
    {
        var (cells, values) = (0, 0.0);
        foreach (var cell in order)
        {
            if (!suppressed[cell]) continue;
            cells++;
            values += (double)universe.ValueOf(cell)!.Value;
        }

        return cells * (1 + values);
    }
}
