using Turna.Statistics.Disclosure;

namespace Turna.Evidence.Reporting;

/// <summary>A place with what the periods that share a pattern hold there.</summary>
/// <param name="Place">The place.</param>
/// <param name="Sum">The sum over the periods.</param>
/// <param name="Least">The fewest people (but at least one) behind it in any of the periods, seen by anyone; the largest number when nobody is.</param>
internal readonly record struct Holding(Position Place, int Sum, int Least);

/// <summary>
/// Chooses the places that reports of sister periods leave empty: those behind which few people stand in any of them, for any reader, and as
/// many more as are needed so that no empty place is a combination of filled ones. All tables of all breakdowns are one model. What is a
/// combination does not depend on the numbers, so one choice serves all sisters and every reader.
/// </summary>
internal static class Masking
{
    private const string Sex = "sex";
    private const string Counted = "measure";

    internal static readonly Measure[] OfContacts = [Measure.Consultations, Measure.Clients, Measure.NewClients, Measure.ReturningClients];

    /// <summary>What several periods hold, to be hidden alike.</summary>
    public static List<Holding> Together(params IReadOnlyList<Holding>[] sisters) => [.. sisters.SelectMany(s => s).GroupBy(h => h.Place)
        .Select(same => new Holding(same.Key, same.Sum(h => h.Sum), same.Min(h => h.Least)))];

    /// <param name="holdings">What sister periods hold together.</param>
    /// <param name="threshold">The smallest number shown.</param>
    /// <param name="already">Places that are hidden in any case.</param>
    /// <param name="known">Places that other reports tell.</param>
    public static HashSet<Position> Hide(IReadOnlyList<Holding> holdings, int threshold, IReadOnlySet<Position> already, IReadOnlySet<Position> known)
    {
        var hidden = new HashSet<Position>(already);
        // In an order that facts of later periods do not change: the engine chooses the first of equals.
        var ordered = holdings.OrderBy(h => h.Place.Measure).ThenBy(h => h.Place.By, StringComparer.Ordinal)
            .ThenBy(h => h.Place.Row, StringComparer.Ordinal).ThenBy(h => h.Place.Sex, StringComparer.Ordinal).ToList();
        HideIn([.. ordered.Where(h => OfContacts.Contains(h.Place.Measure))], threshold, hidden, known);
        foreach (var measure in new[] { Measure.Services, Measure.CasesOpened, Measure.CasesClosed })
            HideIn([.. ordered.Where(h => h.Place.Measure == measure)], threshold, hidden, known);
        return hidden;
    }

    private static void HideIn(List<Holding> all, int threshold, HashSet<Position> hidden, IReadOnlySet<Position> known)
    {
        var filled = all.Where(h => h.Sum > 0 && h.Place.Sex == ReportTable.All).Select(h => h.Place).ToHashSet();
        var holdings = all.Where(h => h.Place.Row == ReportTable.All || filled.Contains(h.Place with { Sex = ReportTable.All })).ToList();
        if (filled.Count == 0) return;
        var wholes = holdings.Where(h => h.Place.Row == ReportTable.All).ToLookup(h => h.Place.Measure);
        var parts = holdings.Where(h => h.Place.Row != ReportTable.All).GroupBy(h => (h.Place.Measure, h.Place.By)).ToList();
        var dimensions = new List<Dimension> { Dimension.Flat(Sex, ReportTable.All, ["F", "M", "X"]), Protecting.Measures() };
        dimensions.AddRange(parts.GroupBy(p => NameOf(p.Key.Measure, p.Key.By)).Select(same => Dimension.Flat(
            same.Key, ReportTable.All, [.. same.SelectMany(p => p).Select(h => Protecting.Code(h.Place.Row)).Distinct().Order(StringComparer.Ordinal)],
            AddsUp(same.First().Key.Measure, same.First().Key.By) ? Relation.Sum : Relation.Cover)));

        var tables = parts.Select(p => (Name: NameOf(p.Key.Measure, p.Key.By), Cells: p.Concat(wholes[p.Key.Measure]).ToList())).ToList();
        var handed = tables.Select(t => new Table(t.Name, [Counted, Sex, t.Name], [.. t.Cells.Select(c => CellOf(c, threshold, hidden))])).ToList();
        var rules = new Rules { Threshold = threshold, Contributors = threshold, Width = 0 };
        var told = tables.SelectMany(t => t.Cells.Where(c => known.Contains(c.Place)).Select(c => CodesOf(c.Place, t.Name, dimensions))).ToList();
        var release = Protecting.KeepingWholes(dimensions, handed, rules with { Keep = told });
        if (told.Count > 0 && release.Unprotected.Count > 0) release = Protecting.KeepingWholes(dimensions, handed, rules);
        // At the last nothing is kept visible by force but zeros, so this cannot happen; if it does, nothing is shown.
        if (release.Unprotected.Count > 0) hidden.UnionWith(holdings.Where(h => h.Sum > 0).Select(h => h.Place));
        for (var t = 0; t < tables.Count; t++)
        {
            for (var c = 0; c < tables[t].Cells.Count; c++)
            {
                if (release.Tables[t].Cells[c].Status is Status.Primary or Status.Complementary) hidden.Add(tables[t].Cells[c].Place);
            }
        }
    }

    private static Dictionary<string, string> CodesOf(Position place, string table, List<Dimension> dimensions) => dimensions.ToDictionary(
        d => d.Name, d => d.Name == Sex ? place.Sex : d.Name == Counted ? place.Measure.ToString() : d.Name == table ? Protecting.Code(place.Row) : ReportTable.All, StringComparer.Ordinal);

    private static Cell CellOf(Holding held, int threshold, HashSet<Position> hidden) =>
        new([held.Place.Measure.ToString(), held.Place.Sex, Protecting.Code(held.Place.Row)], held.Sum, Shown: !hidden.Contains(held.Place))
        {
            From = new Contributions(held.Sum == 0 ? 0 : held.Least < threshold ? 1 : threshold, [0, 0]),
        };

    /// <summary>Whether everything counted stands in exactly one line.</summary>
    internal static bool AddsUp(Measure measure, string by) => !Enum.TryParse<Breakdown>(by, out var breakdown)
        || (measure == Measure.Consultations ? Counting.ContactsAddUp(breakdown) : Counting.ClientsAddUp(breakdown));

    // Two measures share a division only where its lines relate to the whole in the same way.
    private static string NameOf(Measure measure, string by) => $"{by}/{(AddsUp(measure, by) ? "sum" : "cover")}";
}
