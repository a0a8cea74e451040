namespace Turna.Evidence.Reporting;

/// <summary>A figure of a period.</summary>
/// <param name="Period">The period, by its number.</param>
/// <param name="Place">Its place.</param>
/// <param name="Value">What it is.</param>
/// <param name="Least">The fewest people (but at least one) behind it, seen by anyone; the largest number when nobody is.</param>
internal readonly record struct HeldFigure(int Period, Position Place, int Value, int Least);

/// <summary>Figures that are together at most, or at least, or (both) exactly another.</summary>
internal sealed record Tie(int[] Parts, int Whole, bool AtMost, bool AtLeast)
{
    public int[] Members { get; } = [.. Parts, Whole];
}

/// <summary>The figures of some periods, and how they hang together: sexes, lines, measures and periods that others are made of.</summary>
internal sealed class Ties
{
    private static readonly string[] Sexes = [.. ReportTable.Sexes.Where(s => s != ReportTable.All)];

    private readonly List<HeldFigure> figures = [];
    private readonly List<Tie> all = [];
    private readonly Dictionary<Position, int>[] numbers;
    private readonly int[][] of;

    /// <param name="periods">What each period holds. A line that holds nothing is not shown, and everybody knows that it is empty.</param>
    /// <param name="families">Periods that are made of others: whole and parts, by their numbers.</param>
    public Ties(IReadOnlyList<IReadOnlyList<Holding>> periods, IEnumerable<(int Whole, int[] Parts)> families)
    {
        numbers = [.. periods.Select(_ => new Dictionary<Position, int>())];
        for (var period = 0; period < periods.Count; period++) Take(period, periods[period]);
        for (var period = 0; period < periods.Count; period++) Within(period);
        foreach (var (whole, parts) in families) Across(whole, parts);
        var ties = figures.Select(_ => new List<int>()).ToArray();
        for (var t = 0; t < all.Count; t++)
        {
            foreach (var member in all[t].Members) ties[member].Add(t);
        }

        (Figures, All, of) = ([.. figures], [.. all], [.. ties.Select(t => t.ToArray())]);
    }

    public HeldFigure[] Figures { get; }

    public Tie[] All { get; }

    /// <summary>How many periods.</summary>
    public int Periods => numbers.Length;

    /// <summary>The ties in which a figure stands.</summary>
    public int[] Of(int figure) => of[figure];

    /// <summary>The number of a figure; -1 where a period does not have it.</summary>
    public int NumberOf(int period, Position place) => numbers[period].GetValueOrDefault(place, -1);

    private void Take(int period, IReadOnlyList<Holding> holdings)
    {
        var empty = holdings.Where(h => h.Place.Sex == ReportTable.All && h.Place.Row != ReportTable.All && h.Sum == 0).Select(h => h.Place).ToHashSet();
        foreach (var held in holdings)
        {
            // Of callers only how many gave no name is told, and of no sex.
            if (held.Place.By == Sightings.Caller && (held.Place.Row != Sightings.Anonymous || held.Place.Sex != ReportTable.All)) continue;
            if (held.Place.Row != ReportTable.All && empty.Contains(held.Place with { Sex = ReportTable.All })) continue;
            numbers[period][held.Place] = figures.Count;
            figures.Add(new HeldFigure(period, held.Place, held.Sum, held.Least));
        }
    }

    private void Within(int period)
    {
        foreach (var (place, number) in numbers[period])
        {
            if (place.Sex == ReportTable.All && place.By != Sightings.Caller) Add(Sexes.Select(sex => NumberOf(period, place with { Sex = sex })), number, true, true);
            if (place.Measure != Measure.Clients) continue;
            Add(new[] { Measure.NewClients, Measure.ReturningClients }.Select(m => NumberOf(period, place with { Measure = m })), number, true, true);
            Add([number], NumberOf(period, place with { Measure = Measure.Consultations }), true, false);
        }

        foreach (var table in numbers[period].Where(n => n.Key.Row != ReportTable.All).GroupBy(n => (n.Key.Measure, n.Key.By, n.Key.Sex)))
        {
            var whole = NumberOf(period, Position.Of(table.Key.Measure, table.Key.By, ReportTable.All, table.Key.Sex));
            var isCaller = table.Key.By == Sightings.Caller;
            var addsUp = !isCaller && Masking.AddsUp(table.Key.Measure, table.Key.By);
            Add(table.Select(n => n.Value), whole, addsUp, !isCaller);
            if (!addsUp) foreach (var part in table) Add([part.Value], whole, true, false);
        }
    }

    private void Across(int whole, int[] parts)
    {
        foreach (var (place, number) in numbers[whole])
        {
            var children = parts.Select(part => NumberOf(part, place)).ToList();
            if (place.Measure is not (Measure.Clients or Measure.NewClients or Measure.ReturningClients)) Add(children, number, true, true);
            if (place is { Measure: Measure.NewClients, Row: ReportTable.All }) Add(children, number, true, true);
            // She may be of another age later, and come for something else; that she was here stays.
            if (place.Measure != Measure.Clients || place.By == nameof(Breakdown.Age)) continue;
            Add(children, number, false, true);
            foreach (var child in children) Add([child], number, true, false);
        }
    }

    private void Add(IEnumerable<int> parts, int whole, bool atMost, bool atLeast)
    {
        int[] there = [.. parts.Where(p => p >= 0)];
        if (whole >= 0 && there.Length > 0) all.Add(new Tie(there, whole, atMost, atLeast));
    }
}
