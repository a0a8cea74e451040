namespace Turna.Evidence.Reporting;

/// <summary>
/// Shows again what a page would tell anyway: a figure that is what the shown ones of its line, its column or its measure leave over. Hiding it protects
/// nobody, and a reader who works it out trusts the empty places no more.
/// </summary>
internal static class Following
{
    /// <param name="tables">The tables of one page.</param>
    /// <param name="counted">What was counted, in the same order.</param>
    /// <param name="threshold">The smallest number shown.</param>
    public static IReadOnlyList<ReportTable> Show(IReadOnlyList<ReportTable> tables, IReadOnlyList<CountTable> counted, int threshold)
    {
        var figures = tables.ToDictionary(t => t.Measure, t => t.Figures.ToDictionary());
        var truth = counted.ToDictionary(t => t.Measure, t => t.Cells);
        var sums = tables.SelectMany(t => SumsOf(t, figures.ContainsKey)).ToList();
        var more = true;
        while (more)
        {
            more = false;
            foreach (var sum in sums) more |= ShowsOne(sum);
        }

        return [.. tables.Select(t => t with { Figures = figures[t.Measure] })];

        bool ShowsOne(Sum sum)
        {
            var hidden = sum.All.Where(s => figures[s.Measure].TryGetValue((s.Row, s.Sex), out var figure) && figure.Value is null).ToList();
            if (hidden is not [var (measure, row, sex)]) return false;
            var value = truth[measure].GetValueOrDefault((row, sex))?.Value ?? 0;
            if (value > 0 && value < threshold) return false;
            figures[measure][(row, sex)] = Figure.Exact(value);
            return true;
        }
    }

    private static IEnumerable<Sum> SumsOf(ReportTable table, Func<Measure, bool> isOnPage)
    {
        var sexes = ReportTable.Sexes.Where(s => s != ReportTable.All).ToList();
        foreach (var row in table.Rows.Append(ReportTable.All))
        {
            yield return new Sum(new Spot(table.Measure, row, ReportTable.All), [.. sexes.Select(sex => new Spot(table.Measure, row, sex))]);
            if (table.Measure != Measure.Clients || !isOnPage(Measure.NewClients) || !isOnPage(Measure.ReturningClients)) continue;
            foreach (var sex in ReportTable.Sexes)
                yield return new Sum(new Spot(Measure.Clients, row, sex), [new Spot(Measure.NewClients, row, sex), new Spot(Measure.ReturningClients, row, sex)]);
        }

        if (!table.LinesAddUp) yield break;
        foreach (var sex in ReportTable.Sexes)
            yield return new Sum(new Spot(table.Measure, ReportTable.All, sex), [.. table.Rows.Select(row => new Spot(table.Measure, row, sex))]);
    }

    private sealed record Sum(Spot Whole, IReadOnlyList<Spot> Parts)
    {
        public IReadOnlyList<Spot> All { get; } = [Whole, .. Parts];
    }
}
