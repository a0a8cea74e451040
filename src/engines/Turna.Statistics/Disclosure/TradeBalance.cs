namespace Turna.Statistics.Disclosure;

/// <summary>Checks a trade against every stated relation between its cells.</summary>
internal sealed class TradeBalance
{
    private readonly Universe universe;
    private readonly int[] change;
    private readonly List<int> touched = [];
    private readonly Dictionary<int, int> moved = [];

    public TradeBalance(Universe universe)
    {
        this.universe = universe;
        change = new int[universe.Bonds.Count];
    }

    /// <summary>The trade with the steps that inequalities leave it; null when it breaks a sum.</summary>
    public Trade? Limit(Trade trade)
    {
        touched.Clear();
        for (var i = 0; i < trade.Cells.Length; i++)
        {
            foreach (var (bond, factor) in universe.MembershipsOf(trade.Cells[i]))
            {
                change[bond] += factor * trade.Signs[i];
                touched.Add(bond);
            }
        }

        var balanced = true;
        var bounded = false;
        foreach (var bond in touched)
        {
            if (universe.Bonds[bond].Relation == Relation.Sum) balanced &= change[bond] == 0;
            else bounded = true;
        }

        foreach (var bond in touched) change[bond] = 0;
        return !balanced ? null : bounded ? Bounded(trade) : trade;
    }

    private Trade Bounded(Trade trade)
    {
        moved.Clear();
        for (var i = 0; i < trade.Cells.Length; i++) moved[trade.Cells[i]] = trade.Signs[i];
        var (forward, back) = (trade.Forward, trade.Back);
        foreach (var bond in touched.Distinct().Select(at => universe.Bonds[at]).Where(bond => bond.Relation != Relation.Sum))
        {
            foreach (var part in bond.Parts) Keep([bond.Whole], [part]);
            if (bond.Relation == Relation.Cover) Keep(bond.Parts, [bond.Whole]);
        }

        return trade with { Forward = forward, Back = back };

        // The cells of the first kind stay together at least as large as those of the second.
        void Keep(int[] larger, int[] smaller)
        {
            var rate = larger.Sum(cell => moved.GetValueOrDefault(cell)) - smaller.Sum(cell => moved.GetValueOrDefault(cell));
            if (rate == 0) return;
            var slack = (double?)(larger.Sum(universe.ValueOf) - smaller.Sum(universe.ValueOf)) ?? 0;
            if (larger.Concat(smaller).Any(cell => universe.ValueOf(cell) is null)) slack = 0;
            if (rate < 0) forward = Math.Min(forward, slack / -rate);
            else back = Math.Min(back, slack / rate);
        }
    }
}
