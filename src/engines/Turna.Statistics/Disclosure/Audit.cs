namespace Turna.Statistics.Disclosure;

/// <summary>How a release gives a cell away.</summary>
public enum Leak
{
    /// <summary>The cell is shown although a rule calls it sensitive.</summary>
    Shown,

    /// <summary>The cell is a combination of shown cells: whoever adds and subtracts knows it.</summary>
    Exact,

    /// <summary>Knowing that nothing is negative, a reader narrows the cell down further than the rules allow.</summary>
    Narrow,

    /// <summary>The figures that are shown contradict one another, so that nothing can be said about the rest.</summary>
    Contradiction,
}

/// <summary>One thing that a release gives away.</summary>
/// <param name="Cell">The cell, in words: dimension and code, total codes left out.</param>
/// <param name="Codes">Its codes by dimension.</param>
/// <param name="Leak">How.</param>
/// <param name="Lower">The smallest value a reader must hold possible.</param>
/// <param name="Upper">The largest; infinite when nothing limits it.</param>
public sealed record Finding(string Cell, IReadOnlyDictionary<string, string> Codes, Leak Leak, double Lower, double Upper);

/// <summary>What an attack on a release found.</summary>
/// <param name="Findings">Everything given away; empty for a safe release.</param>
/// <param name="Shown">How many cells the release shows.</param>
/// <param name="Suppressed">How many it suppresses.</param>
/// <param name="Unsolved">
/// How many suppressed cells belong to a problem too large for the bounds to be worked out, and could not be shown to be uncertain with the
/// true values at hand either. They were attacked exactly only.
/// </param>
public sealed record AuditReport(IReadOnlyList<Finding> Findings, int Shown, int Suppressed, int Unsolved);

/// <summary>
/// Attacks a release as a patient reader would: exactly, by combining shown cells, and by bounds, as a linear programme for the
/// least and the greatest value of every suppressed cell.
/// </summary>
/// <remarks>
/// Bounds are real intervals rounded inward to whole numbers for counts; searching whole-number solutions only could narrow
/// them further and is not attempted.
/// </remarks>
public sealed class Audit
{
    private const int LargestProblem = 1_500;
    private const double Slack = 1e-6;
    private readonly Universe universe;
    private readonly Rules rules;
    private readonly Contributions?[] from;
    private readonly bool[] hidden;
    private readonly bool[] suppressed;
    private readonly double?[] truth;
    private readonly bool amounts;
    private readonly List<Finding> findings = [];
    private int unsolved;

    private Audit(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Table> published, Rules rules, IReadOnlyList<Table>? original)
    {
        this.rules = rules;
        universe = new Universe(dimensions, published);
        from = new Contributions?[universe.Count];
        truth = new double?[universe.Count];
        amounts = rules.Threshold is null;
        suppressed = new bool[universe.Count];
        for (var t = 0; t < published.Count; t++)
        {
            if (published[t].Earlier) continue;
            for (var c = 0; c < published[t].Cells.Count; c++)
            {
                var place = universe.Placed[t][c];
                suppressed[place] |= published[t].Cells[c] is { Value: null, Shown: true };
            }

            if (original?.FirstOrDefault(table => table.Name == published[t].Name) is { } known) Remember(known, published[t], universe.Placed[t]);
        }

        for (var cell = 0; cell < universe.Count; cell++) suppressed[cell] &= universe.ValueOf(cell) is null;
        hidden = Hidden.Cells(universe, suppressed);
    }

    /// <summary>Attacks a release.</summary>
    /// <param name="dimensions">The dimensions that the tables name.</param>
    /// <param name="published">The tables as readers see them: a suppressed cell has no value. Earlier tables are marked so.</param>
    /// <param name="rules">The rules the release was made under.</param>
    /// <param name="original">
    /// The same tables with all values, when whoever audits has them: needed for rules on contributions, whose protection is
    /// asked around the true value, and for the bounds of large releases.
    /// </param>
    /// <exception cref="DisclosureException">The tables contradict their dimensions.</exception>
    public static AuditReport Of(
        IReadOnlyList<Dimension> dimensions, IReadOnlyList<Table> published, Rules rules, IReadOnlyList<Table>? original = null) =>
        new Audit(dimensions, published, rules, original).Run();

    private void Remember(Table original, Table seen, int[] placed)
    {
        var values = original.Cells.ToDictionary(cell => string.Join('\u001f', cell.Codes), StringComparer.Ordinal);
        for (var c = 0; c < seen.Cells.Count; c++)
        {
            if (!values.TryGetValue(string.Join('\u001f', seen.Cells[c].Codes), out var cell)) continue;
            truth[placed[c]] = (double?)cell.Value;
            from[placed[c]] = cell.From;
        }
    }

    private AuditReport Run()
    {
        for (var cell = 0; cell < universe.Count; cell++)
        {
            if (universe.ExposureOf(cell) == Exposure.Released && universe.ValueOf(cell) is { } value && rules.Judge(value, from[cell]) is not null
                && (!amounts || from[cell] is not null))
                Report(cell, Leak.Shown, (double)value, (double)value);
        }

        var lower = LeastValues();
        var attack = new Attack(universe, hidden, lower, [.. lower.Select(_ => double.PositiveInfinity)], truth);
        var nearby = new NearbyAttack(universe, attack, lower, truth, IsNarrow);
        foreach (var component in attack.Components()) Bound(attack, nearby, component);
        return new AuditReport(
            findings, Enumerable.Range(0, universe.Count).Count(cell => universe.ExposureOf(cell) == Exposure.Released && !suppressed[cell]),
            suppressed.Count(cell => cell), unsolved);
    }

    private double[] LeastValues()
    {
        var lower = new double[universe.Count];
        for (var cell = 0; cell < universe.Count; cell++) if (suppressed[cell] && !amounts && !rules.ProtectZeros) lower[cell] = 1;
        return lower;
    }

    private void Bound(Attack attack, NearbyAttack nearby, int[] component)
    {
        var asked = Array.FindAll(component, cell => suppressed[cell]);
        if (component.Length > LargestProblem)
        {
            // A cell that can change while every sum stays true is no combination of shown ones.
            var left = nearby.Uncleared(component, asked);
            if (left.Length == 0) return;
            var given = Deduction.Known(universe, hidden, component);
            foreach (var cell in left.Where(given.Contains)) Report(cell, Leak.Exact, 0, double.PositiveInfinity);
            unsolved += rules.Width == 0 ? 0 : left.Count(cell => !given.Contains(cell));
            return;
        }

        var known = Deduction.Known(universe, hidden, component);

        var problem = attack.Over(component, fromTruth: true);
        if (problem.Simplex is not { } simplex)
        {
            foreach (var cell in asked) Report(cell, Leak.Contradiction, double.NaN, double.NaN);
            return;
        }

        foreach (var cell in asked)
        {
            var variable = problem.Place[cell];
            var exact = known.Contains(cell);
            // What other cells' programmes passed by has often shown already that this one is uncertain.
            if (!exact && (rules.Width == 0 || !IsNarrow(cell, simplex.Seen[variable].Low, simplex.Seen[variable].High))) continue;
            var least = simplex.Extreme(variable, -1);
            var most = exact || IsNarrow(cell, least, simplex.Seen[variable].High) ? simplex.Extreme(variable, 1) : double.PositiveInfinity;
            if (exact) Report(cell, Leak.Exact, least, most);
            else if (IsNarrow(cell, least, most)) Report(cell, Leak.Narrow, least, most);
        }
    }

    private bool IsNarrow(int cell, double least, double most)
    {
        if (most - least <= Slack) return true;
        if (!amounts) return Math.Floor(most + Slack) - Math.Ceiling(least - Slack) < rules.Width;
        if (truth[cell] is not { } value || rules.Judge((decimal)value, from[cell]) is not { } concern) return false;
        return most < value + concern.Above - Slack || least > value - concern.Below + Slack;
    }

    private void Report(int cell, Leak leak, double least, double most) => findings.Add(new Finding(
        universe.NameOf(cell),
        universe.Dimensions.Select((dimension, d) => (dimension, code: universe.CodeOf(cell, d)))
            .Where(pair => pair.code != 0 || pair.dimension.Total is not null)
            .ToDictionary(pair => pair.dimension.Name, pair => pair.dimension.Codes[pair.code], StringComparer.Ordinal),
        leak, least, most));
}
