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
    private readonly Uncertainty uncertainty;
    private readonly Effort effort;
    private readonly bool[] suppressed;
    private readonly bool[] forced;
    private readonly HashSet<int> hopeless;
    private readonly double[] low;
    private readonly double[] high;
    private readonly double[] lower;
    private readonly double[] upper;
    private readonly double[] prices;
    private readonly double[] rooms;
    private readonly TradeSearch? search;
    private Attack attack;

    public Widening(Universe universe, Uncertainty uncertainty, bool[] suppressed, bool[] forced, HashSet<int> hopeless, Effort effort)
    {
        (this.universe, this.uncertainty, this.suppressed, this.forced, this.hopeless, this.effort) =
            (universe, uncertainty, suppressed, forced, hopeless, effort);
        (prices, rooms) = (new double[universe.Count], new double[universe.Count]);
        search = universe.IsDense ? new TradeSearch(universe, prices, rooms) : null;
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

        attack = Look();
    }

    /// <summary>Suppresses further cells; what has been shown to be uncertain stays so.</summary>
    public void Suppress(IEnumerable<int> cells)
    {
        foreach (var cell in cells) suppressed[cell] = true;
        attack = Look();
    }

    /// <summary>Takes over what trades have shown already.</summary>
    public void Believe(IEnumerable<Trade> trades)
    {
        foreach (var trade in trades) Show(trade);
    }

    private Attack Look()
    {
        var hidden = Hidden.Cells(universe, suppressed);
        for (var cell = 0; cell < universe.Count; cell++)
        {
            if (suppressed[cell]) lower[cell] = uncertainty.Least(cell);
            prices[cell] = hidden[cell] && universe.ValueOf(cell) is not null ? 0 : double.PositiveInfinity;
            rooms[cell] = ((double?)universe.ValueOf(cell) ?? 0) - lower[cell];
        }

        return new Attack(universe, hidden, lower, upper);
    }

    /// <summary>
    /// The cells that must be suppressed besides; none when every suppressed cell is uncertain enough, or when the effort is spent.
    /// </summary>
    public IReadOnlyCollection<int> Extend()
    {
        var added = new HashSet<int>();
        var solved = new Dictionary<int, Attack.Problem>();
        for (var cell = 0; cell < universe.Count && !effort.IsSpent; cell++)
        {
            if (!suppressed[cell] || hopeless.Contains(cell) || IsWide(cell) || IsTraded(cell) || IsWideNearby(cell)) continue;
            var cure = CureOf(cell, solved, out var narrow);
            if (!narrow || added.Overlaps(cure)) continue;
            if (cure.Count == 0) hopeless.Add(cell);
            else added.Add(cure.OrderBy(other => universe.ValueOf(other)).ThenBy(universe.Breadth).ThenBy(other => other).First());
        }

        return added;
    }

    private bool IsTraded(int cell)
    {
        if (search?.Find(cell, double.Epsilon, uncertainty.NeedOf(cell)) is not { } trade) return false;
        Show(trade);
        return true;
    }

    private void Show(Trade trade)
    {
        for (var i = 0; i < trade.Cells.Length; i++)
        {
            var cell = trade.Cells[i];
            var (up, down) = trade.Signs[i] > 0 ? (trade.Forward, trade.Back) : (trade.Back, trade.Forward);
            if (universe.ValueOf(cell) is { } value) Show(cell, (double)value - down, (double)value + up);
        }
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
            var problem = attack.Over(cells, fromTruth: true, effort: effort);
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
            problem = attack.Over(attack.Whole(cell, LargestProblem), fromTruth: true, explained: true, effort: effort);
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
        var value = (double)universe.ValueOf(cell)!.Value;
        return uncertainty.NeedOf(cell)(high[cell] - value, value - low[cell]);
    }

    /// <summary>How far the simplex needs to go, in the direction of the sign.</summary>
    private double Enough(int cell, int sign)
    {
        var value = (double)universe.ValueOf(cell)!.Value;
        return (sign * value) + uncertainty.Missing(cell, high[cell] - value, value - low[cell], sign > 0) + (2 * Slack);
    }
}
