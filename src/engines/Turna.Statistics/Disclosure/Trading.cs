namespace Turna.Statistics.Disclosure;

/// <summary>
/// Protects a release by trades alone: every cell that must stay uncertain gets a trade that proves it, at the lowest
/// price, and what no trade needs in the end is shown again. No sum over thousands of cells is ever solved.
/// </summary>
/// <remarks>
/// The price of a cell is what it holds and a threshold more, so that neither many small cells nor a few large ones are cheap.
/// Deterministic: cells are asked in a fixed order, and a search ends after a fixed number of steps.
/// </remarks>
internal sealed class Trading
{
    private const double Slack = 1e-6;
    private readonly Universe universe;
    private readonly Uncertainty uncertainty;
    private readonly bool[] guarded;
    private readonly double[] prices;
    private readonly double[] suppressing;
    private readonly TradeSearch search;
    private readonly Proofs proofs;

    /// <param name="universe">The model; its keys must be dense.</param>
    /// <param name="uncertainty">How far each cell must be able to go.</param>
    /// <param name="forced">Cells that are shown in any case.</param>
    /// <param name="sensitive">Cells that must stay uncertain.</param>
    public Trading(Universe universe, Uncertainty uncertainty, bool[] forced, bool[] sensitive)
    {
        (this.universe, this.uncertainty) = (universe, uncertainty);
        guarded = new bool[universe.Count];
        Suppressed = new bool[universe.Count];
        suppressing = new double[universe.Count];
        var rooms = new double[universe.Count];
        for (var cell = 0; cell < universe.Count; cell++)
        {
            var released = universe.ExposureOf(cell) == Exposure.Released;
            guarded[cell] = sensitive[cell] && !forced[cell];
            Suppressed[cell] = guarded[cell] && released;
            var value = (double?)universe.ValueOf(cell);
            suppressing[cell] = value is null || forced[cell] ? double.PositiveInfinity : !released || guarded[cell] ? 0 : value.Value + uncertainty.Price;
            rooms[cell] = (value ?? 0) - (released ? uncertainty.Least(cell) : 0);
        }

        prices = [.. suppressing];
        search = new TradeSearch(universe, prices, rooms);
        proofs = new Proofs(universe.Count);
    }

    /// <summary>The released cells that are not shown.</summary>
    public bool[] Suppressed { get; }

    /// <summary>What shows that the suppressed cells are uncertain.</summary>
    public IEnumerable<Trade> Trades => proofs.All;

    /// <summary>What the suppressed cells cost besides the sensitive ones.</summary>
    public double Cost => CostOf(Suppressed);

    public double CostOf(bool[] suppressed) => Enumerable.Range(0, universe.Count).Where(cell => suppressed[cell]).Sum(cell => suppressing[cell]);

    /// <summary>Protects what trades can protect; is that everything?</summary>
    public bool Run()
    {
        int[] waiting = [.. Enumerable.Range(0, universe.Count).Where(cell => guarded[cell]).OrderBy(universe.ValueOf).ThenBy(cell => cell)];
        foreach (var cell in waiting) if (!proofs.Has(cell)) Prove(cell, Slack);
        var all = true;
        foreach (var cell in waiting) if (!proofs.Has(cell)) all &= Prove(cell, double.PositiveInfinity);
        Release();
        return all;
    }

    private bool Prove(int cell, double below)
    {
        if (search.Find(cell, below, uncertainty.NeedOf(cell)) is not { } trade) return false;
        foreach (var corner in trade.Cells)
        {
            if (universe.ExposureOf(corner) != Exposure.Released) continue;
            Suppressed[corner] = true;
            prices[corner] = 0;
        }

        proofs.Set(cell, trade);
        foreach (var corner in trade.Cells)
        {
            if ((Suppressed[corner] || guarded[corner]) && !proofs.Has(corner) && Allows(trade, corner)) proofs.Set(corner, trade);
        }

        return true;
    }

    /// <summary>Shows again what is dear and not needed: what rested on it finds other trades among what stays suppressed.</summary>
    private void Release()
    {
        int[] dear = [.. Enumerable.Range(0, universe.Count).Where(cell => Suppressed[cell] && !guarded[cell])
            .OrderByDescending(cell => suppressing[cell]).ThenBy(cell => cell)];
        foreach (var cell in dear)
        {
            prices[cell] = double.PositiveInfinity;
            if (Others(proofs.Resting(cell)) is not { } others)
            {
                prices[cell] = 0;
                continue;
            }

            foreach (var (dependent, trade) in others) proofs.Set(dependent, trade);
            proofs.Clear(cell);
            prices[cell] = suppressing[cell];
            Suppressed[cell] = false;
        }
    }

    private List<(int Cell, Trade Trade)>? Others(int[] dependents)
    {
        var others = new List<(int, Trade)>(dependents.Length);
        foreach (var dependent in dependents)
        {
            if (search.Find(dependent, Slack, uncertainty.NeedOf(dependent)) is not { } trade) return null;
            others.Add((dependent, trade));
        }

        return others;
    }

    private bool Allows(Trade trade, int corner)
    {
        var need = uncertainty.NeedOf(corner);
        return trade.Signs[Array.IndexOf(trade.Cells, corner)] > 0 ? need(trade.Forward, trade.Back) : need(trade.Back, trade.Forward);
    }
}
