namespace Turna.Evidence.Reporting;

/// <summary>Hides more figures, the cheapest first, until no small one that is hidden is narrowed down too far.</summary>
internal static class Widening
{
    private const int WholeLine = 4;
    private const int WholeColumn = 2;
    private const int LongerPeriod = 2;

    /// <summary>More than all else in sight: how many there were in all is asked first.</summary>
    private const int Whole = 1_000;

    /// <summary>Widens what some periods show.</summary>
    /// <param name="ties">The figures of the periods.</param>
    /// <param name="threshold">The smallest number shown.</param>
    /// <param name="placesOf">The hidden places of a figure's period, its own first; a place is hidden in all of them.</param>
    /// <param name="isOpen">Whether more may be hidden in a period, by its number; the others have been shown.</param>
    public static void Widen(Ties ties, int threshold, Func<HeldFigure, HashSet<Position>[]> placesOf, Func<int, bool> isOpen)
    {
        bool IsHidden(int figure) => placesOf(ties.Figures[figure])[0].Contains(ties.Figures[figure].Place);
        var bounds = new Bounds(ties, threshold, IsHidden);
        while (true)
        {
            var settled = new HashSet<int>();
            var chosen = new HashSet<int>();
            foreach (var narrow in bounds.TooNarrow())
            {
                var cheapest = bounds.Cheapest(narrow, figure => isOpen(ties.Figures[figure].Period) ? CostOf(ties.Figures[figure]) : null, Whole, settled);
                if (cheapest >= 0) chosen.Add(cheapest);
            }

            // At the last every figure is hidden, so that this cannot happen; if it does, nothing is shown of what is left.
            if (chosen.Count == 0) chosen.UnionWith(Rest(ties, bounds, isOpen).Where(figure => !IsHidden(figure)));
            if (chosen.Count == 0) return;
            var hidden = new List<int>();
            foreach (var figure in chosen)
            {
                var place = ties.Figures[figure].Place;
                foreach (var places in placesOf(ties.Figures[figure])) places.Add(place);
                for (var period = 0; period < ties.Periods; period++)
                {
                    if (ties.NumberOf(period, place) is >= 0 and var same && IsHidden(same)) hidden.Add(same);
                }
            }

            bounds.Hide(hidden);
        }
    }

    private static IEnumerable<int> Rest(Ties ties, Bounds bounds, Func<int, bool> isOpen)
    {
        var measures = bounds.TooNarrow().Select(figure => ties.Figures[figure].Place.Measure).ToHashSet();
        if (measures.Overlaps(Masking.OfContacts)) measures.UnionWith(Masking.OfContacts);
        return Enumerable.Range(0, ties.Figures.Length).Where(f => measures.Contains(ties.Figures[f].Place.Measure) && isOpen(ties.Figures[f].Period));
    }

    private static double CostOf(HeldFigure figure) => Math.Log2(figure.Value + 2) * (figure.Period is 3 or >= 12 ? LongerPeriod : 1) * figure.Place switch
    {
        { Row: ReportTable.All, Sex: ReportTable.All } => Whole,
        { Row: ReportTable.All } => WholeLine,
        { Sex: ReportTable.All } => WholeColumn,
        _ => 1,
    };
}
