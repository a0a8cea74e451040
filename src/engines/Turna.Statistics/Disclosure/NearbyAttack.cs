namespace Turna.Statistics.Disclosure;

/// <summary>
/// Clears cells of a problem that is too large to be solved as a whole: another table that shows the same figures is a proof that a
/// reader cannot tell. Such tables are looked for by trades and, with everything farther away held at its true value, by linear
/// programmes. It proves cells uncertain, never certain.
/// </summary>
internal sealed class NearbyAttack
{
    private static readonly int[] Reaches = [40, 120, 360];
    private readonly Attack attack;
    private readonly TradeSearch? search;
    private readonly double?[] truth;
    private readonly Func<int, double, double, bool> isNarrow;
    private readonly double[] low;
    private readonly double[] high;

    /// <param name="universe">The model.</param>
    /// <param name="attack">The problem, with true values.</param>
    /// <param name="lower">The least value a reader must grant each cell.</param>
    /// <param name="truth">The true value of each hidden cell.</param>
    /// <param name="isNarrow">Is an interval too narrow for a cell?</param>
    public NearbyAttack(Universe universe, Attack attack, double[] lower, double?[] truth, Func<int, double, double, bool> isNarrow)
    {
        (this.attack, this.truth, this.isNarrow) = (attack, truth, isNarrow);
        low = Array.ConvertAll(truth, static value => value ?? double.NaN);
        high = [.. low];
        if (!universe.IsDense) return;
        // Only what is hidden may move: a cell without a true value to remember is shown, or unknown to everybody.
        search = new TradeSearch(
            universe, [.. truth.Select((value, cell) => value is not null && universe.ValueOf(cell) is null ? 0 : double.PositiveInfinity)],
            [.. low.Zip(lower, (value, least) => value - least)]);
    }

    /// <summary>How many of the asked cells could not be cleared.</summary>
    public int Uncleared(int[] component, int[] asked)
    {
        if (Array.Exists(component, cell => truth[cell] is null)) return asked.Length;
        var left = 0;
        foreach (var cell in asked) if (isNarrow(cell, low[cell], high[cell]) && !IsTraded(cell) && !IsClearedNearby(cell)) left++;
        return left;
    }

    private bool IsTraded(int cell)
    {
        var value = truth[cell]!.Value;
        if (search?.Find(cell, double.Epsilon, (up, down) => !isNarrow(cell, value - down, value + up)) is not { } trade) return false;
        for (var i = 0; i < trade.Cells.Length; i++)
        {
            var (up, down) = trade.Signs[i] > 0 ? (trade.Forward, trade.Back) : (trade.Back, trade.Forward);
            Show(trade.Cells[i], truth[trade.Cells[i]]!.Value - down, truth[trade.Cells[i]]!.Value + up);
        }

        return true;
    }

    private void Show(int cell, double least, double most) =>
        (low[cell], high[cell]) = (Math.Min(low[cell], least), Math.Max(high[cell], most));

    private bool IsClearedNearby(int cell)
    {
        foreach (var reach in Reaches)
        {
            var cells = attack.Neighbourhood(cell, reach);
            if (Array.BinarySearch(cells, cell) < 0 || attack.Over(cells, fromTruth: true) is not { Simplex: { } simplex } problem) continue;
            foreach (var sign in (int[])[1, -1])
            {
                simplex.Extreme(problem.Place[cell], sign);
                for (var i = 0; i < cells.Length; i++) Show(cells[i], simplex.Seen[i].Low, simplex.Seen[i].High);
                if (!isNarrow(cell, low[cell], high[cell])) return true;
            }
        }

        return false;
    }
}
