using Turna.Statistics.Disclosure;

namespace Turna.Evidence.Reporting;

/// <summary>
/// Protects the small numbers of a report: all tables of one population at once, so that none can be worked out from another. A cell is small
/// when few people stand behind it, even if they came often.
/// </summary>
internal static class Protecting
{
    private const string Sex = "sex";
    private const string Counted = "measure";

    /// <summary>The smallest number shown.</summary>
    public static int Threshold(View view) => view == View.Publishable ? 10 : 5;

    /// <summary>The tables with every number, for those who may open the records behind them.</summary>
    public static IReadOnlyList<ReportTable> Open(IReadOnlyList<CountTable> tables) => [.. tables.Select(Exact)];

    /// <summary>The tables as they may be shown.</summary>
    /// <param name="tables">What was counted in the period.</param>
    /// <param name="view">For whom.</param>
    /// <param name="period">A whole month, quarter or year.</param>
    /// <param name="pattern">What all reports of its year leave empty.</param>
    public static IReadOnlyList<ReportTable> Apply(IReadOnlyList<CountTable> tables, View view, Period period, Pattern pattern)
    {
        // On top of the pattern each page leaves its reader as uncertain as the wording of the rule does.
        var rules = new Rules { Threshold = Threshold(view), Contributors = Threshold(view) };
        rules = rules with { Width = rules.WidestWidth };
        bool IsHidden(CountTable table, string row, string sex) => table.By == nameof(Breakdown.Month) && row != ReportTable.All
            ? ToldByMonth(table.Measure).Any(measure => pattern.OfMonth(Period.Read(row)!.From.Month).Contains(Position.Of(measure, table.By, ReportTable.All, sex)))
            : pattern.Of(period).Contains(Position.Of(table.Measure, table.By, row, sex));
        var contacts = tables.Where(t => t.Measure is Measure.Consultations or Measure.Clients or Measure.NewClients or Measure.ReturningClients).ToList();
        var rest = tables.Except(contacts).ToList();
        ReportTable[] released = [.. Release(contacts, rules, IsHidden), .. rest.SelectMany(table => Release([table], rules, IsHidden))];
        return [.. Following.Show(released, [.. contacts, .. rest], Threshold(view)).Select(Ordered)];
    }

    // Who is new or returns in the whole period tells of a month how many came, and with that month's own page who was new or returned in it.
    private static Measure[] ToldByMonth(Measure measure) =>
        measure is Measure.NewClients or Measure.ReturningClients ? [Measure.Clients, Measure.NewClients, Measure.ReturningClients] : [measure];

    private static IEnumerable<ReportTable> Release(List<CountTable> tables, Rules rules, Func<CountTable, string, string, bool> isHidden)
    {
        var dimensions = new List<Dimension> { Dimension.Flat(Sex, ReportTable.All, ["F", "M", "X"]), Measures() };
        var handed = new List<Table>();
        foreach (var table in tables)
        {
            var name = $"{table.By}/{(IsOfClients(table) ? "clients" : table.Measure)}";
            if (!dimensions.Exists(d => d.Name == name)) dimensions.Add(LinesOf(name, tables.Where(t => IsOfClients(t) == IsOfClients(table))));
            handed.Add(new Table(table.Measure.ToString(), [Counted, Sex, name], [.. CellsOf(table, isHidden)]));
        }

        var release = KeepingWholes(dimensions, handed, rules);
        return tables.Zip(release.Tables, (table, shown) => Shown(table, shown, release.Unprotected.Count == 0));
    }

    /// <summary>
    /// Protects with the numbers of the whole in sight, which a report is asked for first: how many contacts and how many clients, or at least
    /// how many contacts; where a small number would follow even so, without.
    /// </summary>
    internal static ProtectedRelease KeepingWholes(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Table> tables, Rules rules)
    {
        var measures = tables.SelectMany(t => t.Cells).Select(c => c.Codes[0]).ToHashSet(StringComparer.Ordinal);
        string[] wholes = [.. measures.Where(m => m is not (nameof(Measure.NewClients) or nameof(Measure.ReturningClients)))
            .OrderBy(m => Enum.Parse<Measure>(m))];
        for (var kept = wholes.Length; kept > 0; kept--)
        {
            var release = Protection.Of(dimensions, tables, rules with { Keep = [.. rules.Keep, .. wholes.Take(kept).Select(measure => WholeOf(dimensions, measure))] });
            if (release.Unprotected.Count == 0) return release;
        }

        return Protection.Of(dimensions, tables, rules);
    }

    private static Dictionary<string, string> WholeOf(IReadOnlyList<Dimension> dimensions, string measure) =>
        dimensions.ToDictionary(d => d.Name, d => d.Name == Counted ? measure : ReportTable.All, StringComparer.Ordinal);

    private static bool IsOfClients(CountTable table) => table.Measure is Measure.Clients or Measure.NewClients or Measure.ReturningClients;

    internal static Dimension Measures() => Dimension.Of(
        Counted, nameof(Measure.Consultations),
        [nameof(Measure.NewClients), nameof(Measure.ReturningClients), nameof(Measure.Services), nameof(Measure.CasesOpened), nameof(Measure.CasesClosed)],
        [
            new Group(nameof(Measure.Clients), [nameof(Measure.NewClients), nameof(Measure.ReturningClients)]),
            new Group(nameof(Measure.Consultations), [nameof(Measure.Clients)], Relation.Contain),
        ]);

    private static Dimension LinesOf(string name, IEnumerable<CountTable> tables)
    {
        var all = tables.ToList();
        var rows = all.SelectMany(t => t.Rows).Distinct().Select(Code).Order(StringComparer.Ordinal).ToList();
        return Dimension.Flat(name, ReportTable.All, rows, all[0].LinesAddUp ? Relation.Sum : Relation.Cover);
    }

    private static IEnumerable<Cell> CellsOf(CountTable table, Func<CountTable, string, string, bool> isHidden)
    {
        foreach (var row in table.Rows.Append(ReportTable.All))
        {
            foreach (var sex in ReportTable.Sexes)
            {
                var count = table.Cells.GetValueOrDefault((row, sex));
                var cell = new Cell([table.Measure.ToString(), sex, Code(row)], count?.Value ?? 0, Shown: !isHidden(table, row, sex));
                yield return table.Measure == Measure.Consultations && count is not null
                    ? cell with { From = new Contributions(count.People, [0, 0]) }
                    : cell;
            }
        }
    }

    // An empty code means "not known", which the engine would take for the whole.
    internal static string Code(string row) => row.Length == 0 ? "-" : row;

    private static ReportTable Shown(CountTable table, ProtectedTable release, bool isProtected)
    {
        var figures = release.Cells.ToDictionary(
            c => (c.Codes[2] == "-" ? string.Empty : c.Codes[2], c.Codes[1]),
            c => new Figure(isProtected ? (int?)c.Shown : null, c.Status));
        return new ReportTable(table.Measure, table.By, table.Rows, table.LinesAddUp, figures);
    }

    private static ReportTable Exact(CountTable table) =>
        Ordered(new ReportTable(table.Measure, table.By, table.Rows, table.LinesAddUp, table.Cells.ToDictionary(c => c.Key, c => Figure.Exact(c.Value.Value))));

    /// <summary>The largest first, by what is shown alone: lines in the order of hidden numbers would tell them. Those that show none stand last, by their codes.</summary>
    private static ReportTable Ordered(ReportTable table) => table with
    {
        Rows = table.By is nameof(Breakdown.Age) or nameof(Breakdown.Month)
            ? [.. table.Rows.Order(StringComparer.Ordinal)]
            : [.. table.Rows.OrderByDescending(r => table.At(r, ReportTable.All).Value ?? -1).ThenBy(r => r, StringComparer.Ordinal)],
    };
}
