using Turna.Evidence.Reporting;

namespace Turna.DataTests.Reporting;

/// <summary>
/// What a patient reader narrows the hidden figures of a year down to: she knows that every figure is a whole number and none is negative, that
/// sexes, lines, months and new and returning clients add up, and that nobody is a client without a consultation. Every relation narrows its
/// figures again and again until nothing changes.
/// </summary>
internal sealed class IntervalAttack
{
    private const int Nothing = 1_000_000;
    private static readonly Measure[] OfClients = [Measure.Clients, Measure.NewClients, Measure.ReturningClients];

    private readonly IReadOnlyDictionary<Place, int?> seen;
    private readonly HashSet<(string Period, Measure Measure)> open;
    private readonly Dictionary<Place, (int Low, int High)> bounds = [];
    private readonly List<(Place[] Parts, Place Whole)> equal = [];
    private readonly List<(Place[] Parts, Place Whole)> atMost = [];
    private readonly List<(Place[] Parts, Place Whole)> atLeast = [];
    private readonly HashSet<(Measure Measure, string By, string Row)> lines;

    public IntervalAttack(IReadOnlyDictionary<Place, int?> seen)
    {
        this.seen = seen;
        open = [.. seen.Keys.Select(p => (p.Period, p.Measure))];
        lines = [.. seen.Keys.Select(p => (p.Measure, p.By, p.Row))];
        foreach (var period in seen.Keys.Select(p => p.Period).Distinct()) Within(period);
        for (var q = 1; q <= 4; q++) Across($"{Attack_on_reports.Year}-Q{q}", [.. Enumerable.Range((3 * q) - 2, 3).Select(m => $"{Attack_on_reports.Year}-{m:00}")]);
        Across($"{Attack_on_reports.Year}", [.. Enumerable.Range(1, 4).Select(q => $"{Attack_on_reports.Year}-Q{q}")]);
        Across($"{Attack_on_reports.Year}", [.. Enumerable.Range(1, 12).Select(m => $"{Attack_on_reports.Year}-{m:00}")]);
        while (Narrow())
        {
        }
    }

    /// <summary>What she knows of a figure.</summary>
    public (int Low, int High) Of(Place place) => bounds[place];

    /// <summary>Hidden figures of which she knows that they are small and not zero.</summary>
    public IReadOnlyList<Place> Small(int threshold) =>
        [.. bounds.Where(b => seen.TryGetValue(b.Key, out var value) && value is null && b.Value.Low > 0 && b.Value.High < threshold).Select(b => b.Key)];

    /// <summary>Hidden figures that she knows exactly.</summary>
    public IReadOnlyList<Place> Exact() => [.. bounds.Where(b => seen.TryGetValue(b.Key, out var value) && value is null && b.Value.Low == b.Value.High).Select(b => b.Key)];

    private void Within(string period)
    {
        foreach (var (measure, by, row) in lines)
        {
            if (!open.Contains((period, measure))) continue;
            equal.Add(([.. Columns.Select(sex => new Place(period, measure, by, row, sex))], new Place(period, measure, by, row, ReportTable.All)));
            foreach (var sex in ReportTable.Sexes)
            {
                var place = new Place(period, measure, by, row, sex);
                if (measure == Measure.Clients) equal.Add(([place with { Measure = Measure.NewClients }, place with { Measure = Measure.ReturningClients }], place));
                if (measure == Measure.Clients) atMost.Add(([place], place with { Measure = Measure.Consultations }));
            }
        }

        foreach (var table in lines.Where(l => l.Row != ReportTable.All && open.Contains((period, l.Measure))).GroupBy(l => (l.Measure, l.By)))
        {
            foreach (var sex in ReportTable.Sexes)
            {
                Place[] parts = [.. table.Select(l => new Place(period, l.Measure, l.By, l.Row, sex))];
                var whole = new Place(period, table.Key.Measure, ReportTable.All, ReportTable.All, sex);
                var isClients = OfClients.Contains(table.Key.Measure);
                if (isClients ? table.Key.By is "Age" or "Oblast" : table.Key.By != "Topic")
                {
                    equal.Add((parts, whole));
                    continue;
                }

                atLeast.Add((parts, whole));
                foreach (var part in parts) atMost.Add(([part], whole));
            }
        }
    }

    private void Across(string whole, string[] parts)
    {
        foreach (var (measure, by, row) in lines)
        {
            if (!open.Contains((whole, measure)) || !parts.All(p => open.Contains((p, measure)))) continue;
            foreach (var sex in ReportTable.Sexes)
            {
                var parent = new Place(whole, measure, by, row, sex);
                Place[] children = [.. parts.Select(p => parent with { Period = p })];
                if (!OfClients.Contains(measure) || (measure == Measure.NewClients && row == ReportTable.All)) equal.Add((children, parent));
                // Her age and what she came for may be others later; that she was here stays.
                if (measure != Measure.Clients || by == "Age") continue;
                atLeast.Add((children, parent));
                foreach (var child in children) atMost.Add(([child], parent));
            }
        }
    }

    private bool Narrow()
    {
        var changed = false;
        foreach (var (parts, whole) in equal) changed |= Upper(parts, whole) | Lower(parts, whole);
        foreach (var (parts, whole) in atMost) changed |= Upper(parts, whole);
        foreach (var (parts, whole) in atLeast) changed |= Lower(parts, whole);
        return changed;
    }

    /// <summary>The parts are together at most the whole.</summary>
    private bool Upper(Place[] parts, Place whole)
    {
        var least = parts.Sum(p => Known(p).Low);
        var changed = Learn(whole, least, Nothing);
        foreach (var part in parts) changed |= Learn(part, 0, Known(whole).High - (least - Known(part).Low));
        return changed;
    }

    /// <summary>The parts are together at least the whole.</summary>
    private bool Lower(Place[] parts, Place whole)
    {
        var most = parts.Sum(p => (long)Known(p).High);
        var changed = Learn(whole, 0, (int)Math.Min(Nothing, most));
        foreach (var part in parts) changed |= Learn(part, (int)Math.Max(0, Known(whole).Low - (most - Known(part).High)), Nothing);
        return changed;
    }

    private bool Learn(Place place, int low, int high)
    {
        var known = Known(place);
        if (low <= known.Low && high >= known.High) return false;
        var learnt = (Math.Max(low, known.Low), Math.Min(high, known.High));
        if (learnt.Item1 > learnt.Item2) throw new InvalidOperationException($"{place} cannot be both at least {learnt.Item1} and at most {learnt.Item2}.");
        bounds[place] = learnt;
        return true;
    }

    /// <summary>A line that a page does not have holds nothing.</summary>
    private (int Low, int High) Known(Place place)
    {
        if (bounds.TryGetValue(place, out var known)) return known;
        return bounds[place] = seen.TryGetValue(place, out var value) ? value is { } shown ? (shown, shown) : (0, Nothing) : (0, 0);
    }

    private static IEnumerable<string> Columns => ReportTable.Sexes.Where(s => s != ReportTable.All);
}
