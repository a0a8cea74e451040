namespace Turna.Evidence.Reporting;

/// <summary>
/// What a patient reader narrows the hidden figures of several periods down to. She holds every page of them and knows that figures are whole
/// numbers and none is negative, how they add up within a period and over the periods, and that nobody is a client without a consultation.
/// Every tie narrows its figures until nothing changes.
/// </summary>
/// <remarks>
/// She is thought to know besides which hidden figures are zero. Not followed: what several ties say only together, which
/// <see cref="Masking"/> sees to.
/// </remarks>
internal sealed class Bounds
{
    private const int Unlimited = int.MaxValue / 4;

    /// <summary>How far from a narrow figure a cheaper one is looked for than the nearest.</summary>
    private const int Deepest = 4;

    private readonly Ties all;
    private readonly int threshold;
    private readonly bool[] hidden;
    private readonly int[] low;
    private readonly int[] high;
    private readonly int[] lowFrom;
    private readonly int[] highFrom;
    private readonly Queue<int> due = [];
    private readonly bool[] isDue;

    /// <param name="all">The figures and how they hang together.</param>
    /// <param name="threshold">The smallest number shown.</param>
    /// <param name="isHidden">Whether a figure is hidden, by its number.</param>
    public Bounds(Ties all, int threshold, Func<int, bool> isHidden)
    {
        (this.all, this.threshold) = (all, threshold);
        var count = all.Figures.Length;
        hidden = [.. Enumerable.Range(0, count).Select(isHidden)];
        (low, high, lowFrom, highFrom, isDue) = (new int[count], new int[count], new int[count], new int[count], new bool[all.All.Length]);
        Narrow();
    }

    /// <summary>
    /// Hidden figures that are left too few values, or none that is not small. As many values in a row as the threshold says are never all
    /// small, whatever a reader who knows her own teams takes away from each.
    /// </summary>
    public IEnumerable<int> TooNarrow()
    {
        for (var figure = 0; figure < hidden.Length; figure++)
        {
            if (hidden[figure] && IsSmall(figure) && high[figure] - low[figure] < threshold - 1) yield return figure;
        }
    }

    /// <summary>Hides more figures, and narrows anew.</summary>
    public void Hide(IEnumerable<int> figures)
    {
        foreach (var figure in figures) hidden[figure] = true;
        Narrow();
    }

    /// <summary>The shown figure that costs least among those by which a figure is narrow; -1 for none that may be hidden.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="cost">What hiding a figure costs; null where it may not be hidden.</param>
    /// <param name="dear">From what cost on others are looked for anywhere.</param>
    /// <param name="settled">Ties by which others are narrow for which a choice is made; this one's are added. Where they meet, that choice may serve: -1.</param>
    public int Cheapest(int figure, Func<int, double?> cost, double dear, HashSet<int> settled)
    {
        var (best, bestCost) = (-1, double.MaxValue);
        var (at, reached, ties) = (new List<int> { figure }, new HashSet<int> { figure }, new HashSet<int>());
        for (var depth = 1; at.Count > 0 && (bestCost >= dear || depth <= Deepest); depth++)
        {
            var next = new List<int>();
            foreach (var t in at.SelectMany(f => new[] { highFrom[f], lowFrom[f] }).Where(t => t >= 0 && ties.Add(t)).ToList())
            {
                if (settled.Contains(t)) return -1;
                foreach (var member in all.All[t].Members.Where(reached.Add))
                {
                    if (hidden[member]) next.Add(member);
                    else if (all.Figures[member].Value > 0 && cost(member) * depth is { } its && its < bestCost) (best, bestCost) = (member, its);
                }
            }

            at = next;
        }

        if (best >= 0) settled.UnionWith(ties);
        return best;
    }

    private bool IsSmall(int figure) => all.Figures[figure] is { Value: > 0 } held && (held.Value < threshold || held.Least < threshold);

    private void Narrow()
    {
        for (var figure = 0; figure < hidden.Length; figure++)
        {
            var value = all.Figures[figure].Value;
            (low[figure], high[figure]) = hidden[figure] ? (Math.Min(1, value), value == 0 ? 0 : Unlimited) : (value, value);
            lowFrom[figure] = highFrom[figure] = -1;
        }

        for (var r = 0; r < all.All.Length; r++)
        {
            if (Array.Exists(all.All[r].Members, m => hidden[m])) Enqueue(r);
        }

        while (due.TryDequeue(out var r))
        {
            isDue[r] = false;
            var tie = all.All[r];
            if (tie.AtMost) Upper(r, tie);
            if (tie.AtLeast) Lower(r, tie);
        }
    }

    private void Upper(int r, Tie tie)
    {
        var least = 0L;
        foreach (var part in tie.Parts) least += low[part];
        Raise(tie.Whole, least, r);
        foreach (var part in tie.Parts) Reduce(part, high[tie.Whole] - (least - low[part]), r);
    }

    private void Lower(int r, Tie tie)
    {
        var most = 0L;
        foreach (var part in tie.Parts) most += high[part];
        Reduce(tie.Whole, most, r);
        foreach (var part in tie.Parts) Raise(part, low[tie.Whole] - (most - high[part]), r);
    }

    // Somebody who gave another age or sex the second time may break a tie; then the figure stays as it was.
    private void Raise(int figure, long to, int r)
    {
        if (to <= low[figure] || to > high[figure]) return;
        (low[figure], lowFrom[figure]) = ((int)to, r);
        foreach (var other in all.Of(figure)) Enqueue(other);
    }

    private void Reduce(int figure, long to, int r)
    {
        if (to >= high[figure] || to < low[figure]) return;
        (high[figure], highFrom[figure]) = ((int)to, r);
        foreach (var other in all.Of(figure)) Enqueue(other);
    }

    private void Enqueue(int r)
    {
        if (isDue[r]) return;
        isDue[r] = true;
        due.Enqueue(r);
    }
}
