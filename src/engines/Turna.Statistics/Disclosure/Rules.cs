namespace Turna.Statistics.Disclosure;

/// <summary>What people contributed to a cell; needed by the rules on dominance.</summary>
/// <param name="People">How many contributed.</param>
/// <param name="Largest">The largest contributions, largest first; as many as the widest rule asks for, and at least two.</param>
public sealed record Contributions(int People, IReadOnlyList<decimal> Largest);

/// <summary>The (n,k) rule: a cell is sensitive when its <paramref name="People"/> largest contributors hold more than <paramref name="Percent"/> % of it.</summary>
/// <param name="People">n, from 1.</param>
/// <param name="Percent">k, 0–100.</param>
public sealed record Dominance(int People, decimal Percent);

/// <summary>Which cells are sensitive, and how uncertain a reader must be left about what is not shown.</summary>
/// <remarks>See Hundepool et al., Statistical Disclosure Control, 2012, chapters 4 and 5.</remarks>
public sealed record Rules
{
    /// <summary>The smallest count that may be shown; smaller ones (from 1) are sensitive. Null: no such rule.</summary>
    public int? Threshold { get; init; }

    /// <summary>
    /// Is "nobody" sensitive too? False (the usual choice) shows every zero, and a reader then knows that a suppressed cell
    /// is at least 1. True treats zero like any other count under the threshold.
    /// </summary>
    public bool ProtectZeros { get; init; }

    /// <summary>The smallest number of contributors that a cell with <see cref="Cell.From"/> may have. Null: no such rule.</summary>
    public int? Contributors { get; init; }

    /// <summary>(n,k) rules; a cell that breaks any of them is sensitive.</summary>
    public IReadOnlyList<Dominance> Dominance { get; init; } = [];

    /// <summary>
    /// p: the second largest contributor must not be able to estimate the largest to within p % of it. Null: no such rule.
    /// </summary>
    public decimal? PPercent { get; init; }

    /// <summary>
    /// For counts: how far apart the smallest and the largest whole number that a reader must hold possible for a suppressed
    /// cell are to be, at least. 0: it is enough that no suppressed cell is a combination of shown ones. 1 (the default): no
    /// suppressed count can be worked out exactly. <see cref="WidestWidth"/> is what the wording of the rule leaves open.
    /// </summary>
    public int Width { get; init; } = 1;

    /// <summary>
    /// Cells that must stay visible whatever it costs elsewhere: dimension → code, cells matching all of one pattern. A sensitive
    /// cell is suppressed all the same.
    /// </summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Keep { get; init; } = [];

    /// <summary>From the smallest to the largest sensitive count: a reader who is told "under the threshold" learns as much.</summary>
    public int WidestWidth => Math.Max(1, (Threshold ?? 2) - (ProtectZeros ? 1 : 2));

    /// <summary>Why the cell is sensitive; null when it is not.</summary>
    internal Concern? Judge(decimal value, Contributions? from) =>
        JudgeCount(value, from) ?? JudgeContributors(from) ?? JudgeDominance(value, from) ?? JudgePPercent(value, from);

    private Concern? JudgeCount(decimal value, Contributions? from)
    {
        if (from is not null || Threshold is not { } threshold || value >= threshold) return null;
        if (value == 0 && !ProtectZeros) return null;
        return new Concern($"under {threshold}", 0, 0);
    }

    private Concern? JudgeContributors(Contributions? from) =>
        from is { People: > 0 } && from.People < Contributors ? new Concern($"fewer than {Contributors} contributors", 0, 0) : null;

    private Concern? JudgeDominance(decimal value, Contributions? from)
    {
        if (from is null) return null;
        foreach (var rule in Dominance)
        {
            var largest = from.Largest.Take(rule.People).Sum();
            if (largest * 100 <= rule.Percent * value) continue;
            var above = rule.Percent == 0 ? 0 : (largest * 100 / rule.Percent) - value;
            return new Concern($"{rule.People} hold more than {rule.Percent} %", (double)above, (double)above);
        }

        return null;
    }

    private Concern? JudgePPercent(decimal value, Contributions? from)
    {
        if (from is null || PPercent is not { } p || from.Largest.Count == 0 || from.Largest[0] == 0) return null;
        var rest = value - from.Largest.Take(2).Sum();
        var asked = from.Largest[0] * p / 100;
        return rest < asked ? new Concern($"largest known to within {p} %", (double)(asked - rest), (double)(asked - rest)) : null;
    }
}

/// <summary>Why a cell is sensitive, and how far above and below its value a reader must hold it possible.</summary>
internal sealed record Concern(string Reason, double Above, double Below);
