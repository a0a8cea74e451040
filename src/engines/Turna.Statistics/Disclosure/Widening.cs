namespace Turna.Statistics.Disclosure;

/// <summary>
/// Looks whether a reader can narrow a suppressed cell down too far, and names the cells whose suppression would prevent it.
/// </summary>
/// <remarks>
/// A small problem around the cell is tried first, with everything farther away held at its true value: another table that
/// shows the same figures is a proof, wherever it was found. Only where that fails is the whole component solved.
/// </remarks>
internal sealed class Widening
{
    private const int LargestProblem = 1200;
    private const double Slack = 1e-6;
    private static readonly int[] Reaches = [60, 240];
    private readonly Universe universe;
    private readonly Rules rules;
    private readonly Concern?[] concerns;
    private readonly bool[] suppressed;
    private readonly bool[] forced;
    private readonly Contributions?[] from;
    private readonly HashSet<int> hopeless;
    private readonly double[] low;
    private readonly double[] high;
    private readonly double[] lower;
    private readonly double[] upper;
    private Attack attack;
    private Exchange exchange;

    public Widening(
        Universe universe, Rules rules, Concern?[] concerns, bool[] suppressed, bool[] forced, Contributions?[] from, HashSet<int> hopeless)
    {
        (this.universe, this.rules, this.concerns, this.suppressed, this.forced, this.from, this.hopeless) =
            (universe, rules, concerns, suppressed, forced, from, hopeless);
        lower = new double[universe.Count];
        upper = new double[universe.Count];
        Array.Fill(upper, double.PositiveInfinity);
        low = new double[universe.Count];
        high = new double[universe.Count];
        for (var cell = 0; cell < universe.Count; cell++)
        {
            low[cell] = universe.ValueOf(cell) is { } value ? (double)value : double.PositiveInfinity;
            high[cell] = double.IsFinite(low[cell]) ? low[cell] : double.NegativeInfinity;
        }

        (attack, exchange) = Look();
    }

    /// <summary>Suppresses further cells; what has been shown to be uncertain stays so.</summary>
    public void Suppress(IEnumerable<int> cells)
    {
        foreach (var cell in cells) suppressed[cell] = true;
        (attack, exchange) = Look();
    }

    private (Attack Attack, Exchange Exchange) Look()
    {
        for (var cell = 0; cell < universe.Count; cell++)
        {
            if (suppressed[cell] && from[cell] is null && !rules.ProtectZeros) lower[cell] = 1;
        }

        var hidden = Hidden.Cells(universe, suppressed);
        return (new Attack(universe, hidden, lower, upper), new Exchange(universe, hidden, lower));
    }

    /// <summary>The cells that must be suppressed besides; none when every suppressed cell is uncertain enough.</summary>
    public IReadOnlyCollection<int> Extend()
    {
        var added = new HashSet<int>();
        var solved = new Dictionary<int, Attack.Problem>();
        for (var cell = 0; cell < universe.Count; cell++)
        {
            if (!suppressed[cell] || hopeless.Contains(cell) || IsWide(cell)
                || exchange.Find(cell, Show, () => IsWide(cell)) || IsWideNearby(cell)) continue;
            var cure = CureOf(cell, solved, out var narrow);
            if (!narrow || added.Overlaps(cure)) continue;
            if (cure.Count == 0) hopeless.Add(cell);
            else added.Add(cure.OrderBy(other => universe.ValueOf(other)).ThenBy(universe.Breadth).ThenBy(other => other).First());
        }

        return added;
    }

    private void Show(int cell, double least, double most)
    {
        low[cell] = Math.Min(low[cell], least);
        high[cell] = Math.Max(high[cell], most);
    }

    private bool IsWideNearby(int cell)
    {
        foreach (var reach in Reaches)
        {
            var cells = attack.Neighbourhood(cell, reach);
            if (Array.BinarySearch(cells, cell) < 0) continue;
            var problem = attack.Over(cells, fromTruth: true);
            if (problem.Simplex is null) return false;
            Spread(cell, problem);
            if (IsWide(cell)) return true;
        }

        return false;
    }

    /// <summary>The shown cells that hold the cell in place, when it is indeed too narrow.</summary>
    private HashSet<int> CureOf(int cell, Dictionary<int, Attack.Problem> solved, out bool narrow)
    {
        if (!solved.TryGetValue(cell, out var problem))
        {
            problem = attack.Over(attack.Whole(cell, LargestProblem), fromTruth: true, explained: true);
            foreach (var other in problem.Cells) solved[other] = problem;
        }

        var cure = new HashSet<int>();
        if (problem.Simplex is { } simplex)
        {
            foreach (var sign in (int[])[1, -1])
            {
                Spread(cell, problem, sign);
                if (IsWide(cell)) break;
                foreach (var equation in simplex.Holding(problem.Place[cell])) cure.UnionWith(ShownIn(problem.Sources[equation]));
            }
        }

        narrow = !IsWide(cell);
        return cure;
    }

    private IEnumerable<int> ShownIn(Bond bond) => bond.Parts.Append(bond.Whole).Where(cell =>
        universe.ExposureOf(cell) == Exposure.Released && !suppressed[cell] && !forced[cell]);

    private void Spread(int cell, Attack.Problem problem)
    {
        Spread(cell, problem, 1);
        if (!IsWide(cell)) Spread(cell, problem, -1);
    }

    private void Spread(int cell, Attack.Problem problem, int sign)
    {
        var reached = problem.Simplex!.Extreme(problem.Place[cell], sign, Enough(cell, sign));
        for (var i = 0; i < problem.Cells.Length; i++)
        {
            var (least, most) = problem.Simplex.Seen[i];
            Show(problem.Cells[i], least, most);
        }

        if (sign > 0) high[cell] = Math.Max(high[cell], reached);
        else low[cell] = Math.Min(low[cell], reached);
    }

    private bool IsWide(int cell)
    {
        if (from[cell] is null) return Math.Floor(high[cell] + Slack) - Math.Ceiling(low[cell] - Slack) >= rules.Width;
        var value = (double)universe.ValueOf(cell)!.Value;
        var (above, below) = Margin(cell);
        return high[cell] >= value + above - Slack && low[cell] <= value - below + Slack && high[cell] - low[cell] > Slack;
    }

    /// <summary>How far the simplex needs to go, in the direction of the sign.</summary>
    private double Enough(int cell, int sign)
    {
        if (from[cell] is null) return rules.Width + (sign > 0 ? Math.Ceiling(low[cell] - Slack) : -Math.Floor(high[cell] + Slack));
        var (above, below) = Margin(cell);
        var value = (double)universe.ValueOf(cell)!.Value;
        return (sign > 0 ? value + above : below - value) + (2 * Slack);
    }

    private (double Above, double Below) Margin(int cell) => concerns[cell] is { } concern ? (concern.Above, concern.Below) : (0, 0);
}
