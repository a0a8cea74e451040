using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;

namespace Turna.DataTests.Reporting;

/// <summary>A figure of a report: its period, measure, line and column.</summary>
internal readonly record struct Place(string Period, Measure Measure, string By, string Row, string Sex);

/// <summary>All figures that a reader has collected; null where the report shows a dash.</summary>
internal sealed record Collected(IReadOnlyDictionary<Place, int?> All)
{
    public IEnumerable<(Place Place, int? Value)> Figures => All.Select(f => (f.Key, f.Value));
}

/// <summary>
/// Which figures follow from the shown ones by adding and subtracting: the months of a period, the columns of a line, the lines of a table, new
/// and returning clients. What is left of an organisation when a known team is taken away obeys the same sums, so the answer serves that reader too.
/// Works modulo a prime, on the sums alone.
/// </summary>
internal sealed class LinearAttack
{
    private const ulong Prime = 2_147_483_647;
    private static readonly string[] Columns = ["F", "M", "X"];

    private readonly Dictionary<Place, int> unknowns = [];
    private readonly Dictionary<int, SortedDictionary<int, ulong>> byPivot = [];
    private readonly List<(Measure Measure, string By, string Row)> lines;

    public LinearAttack(Collected collected)
    {
        lines = [.. collected.All.Keys.Where(p => p.Measure == Measure.Consultations).Select(p => (p.Measure, p.By, p.Row)).Distinct()];
        foreach (var period in Attack_on_reports.Periods()) AddSums(period);
        foreach (var (place, value) in collected.Figures.OrderBy(f => f.Place.Period.Length)) if (value is not null) Absorb(FormOf(place));
    }

    /// <summary>Those of the places that follow from what is shown.</summary>
    public IReadOnlyList<Place> Solve(IEnumerable<Place> places) => [.. places.Where(p => Reduce(FormOf(p)).Count == 0)];

    // Lines of a division that everyone stands in once add up to the whole.
    private void AddSums(Period period)
    {
        foreach (var measure in new[] { Measure.Consultations, Measure.NewClients, Measure.ReturningClients })
        {
            foreach (var breakdown in Enum.GetValues<Breakdown>())
            {
                var addsUp = measure == Measure.Consultations ? Counting.ContactsAddUp(breakdown) : Counting.ClientsAddUp(breakdown);
                var rows = lines.Where(l => l.By == breakdown.ToString()).Select(l => l.Row).ToList();
                if (!addsUp || rows.Count == 0) continue;
                foreach (var sex in Columns)
                {
                    var sum = FormOf(new Place(period.Name, measure, ReportTable.All, ReportTable.All, sex));
                    foreach (var row in rows) Add(sum, FormOf(new Place(period.Name, measure, breakdown.ToString(), row, sex)), Prime - 1);
                    Absorb(sum);
                }
            }
        }
    }

    private SortedDictionary<int, ulong> FormOf(Place place)
    {
        var form = new SortedDictionary<int, ulong>();
        var measures = place.Measure == Measure.Clients ? [Measure.NewClients, Measure.ReturningClients] : new[] { place.Measure };
        var period = Period.Read(place.Period)!;
        foreach (var measure in measures)
        {
            foreach (var sex in place.Sex == ReportTable.All ? Columns : [place.Sex])
            {
                // Consultations and new clients of months add up; who returned to a quarter need not have returned in each month.
                if (measure == Measure.ReturningClients) AddUnknown(form, place with { Measure = measure, Sex = sex });
                else for (var month = period.From.Month; month <= period.To.Month; month++) AddUnknown(form, place with { Measure = measure, Sex = sex, Period = Period.Month(period.From.Year, month).Name });
            }
        }

        return form;
    }

    private void AddUnknown(SortedDictionary<int, ulong> form, Place place)
    {
        if (!unknowns.TryGetValue(place, out var number)) unknowns[place] = number = unknowns.Count;
        form[number] = (form.GetValueOrDefault(number) + 1) % Prime;
    }

    private void Absorb(SortedDictionary<int, ulong> row)
    {
        Reduce(row);
        if (row.Count == 0) return;
        var pivot = row.Keys.First();
        var inverse = Power(row[pivot], Prime - 2);
        foreach (var key in row.Keys.ToList()) row[key] = row[key] * inverse % Prime;
        byPivot[pivot] = row;
    }

    private SortedDictionary<int, ulong> Reduce(SortedDictionary<int, ulong> row)
    {
        for (var at = -1; ;)
        {
            var next = row.Keys.Where(k => k > at && byPivot.ContainsKey(k)).Cast<int?>().FirstOrDefault();
            if (next is not { } pivot) return row;
            Add(row, byPivot[pivot], Prime - row[pivot]);
            at = pivot;
        }
    }

    private static void Add(SortedDictionary<int, ulong> to, SortedDictionary<int, ulong> what, ulong times)
    {
        foreach (var (key, value) in what)
        {
            var sum = (to.GetValueOrDefault(key) + (value * times)) % Prime;
            if (sum == 0) to.Remove(key);
            else to[key] = sum;
        }
    }

    private static ulong Power(ulong value, ulong exponent)
    {
        var power = 1UL;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) power = power * value % Prime;
            value = value * value % Prime;
        }

        return power;
    }
}

/// <summary>Counts the people behind each figure anew, from the facts themselves: all of them, and those whom a reader of one team does not know.</summary>
internal sealed class Truth(IReadOnlyList<FactRow> facts, TeamId knownTeam, int threshold)
{
    /// <summary>Shown figures behind which few people stand, for a stranger or for a member of the team.</summary>
    public IReadOnlyList<Place> Shown(Collected all) => [.. all.Figures.Where(f => f.Value is not null && IsSmall(f.Place)).Select(f => f.Place)];

    /// <summary>The same among those that are not shown.</summary>
    public IReadOnlyList<Place> SmallHidden(Collected all) => [.. all.Figures.Where(f => f.Value is null && IsSmall(f.Place)).Select(f => f.Place)];

    private bool IsSmall(Place place)
    {
        var period = Period.Read(place.Period)!;
        var within = facts.Where(f => f.On >= period.From && f.On <= period.To).ToList();
        return place.Measure == Measure.Consultations
            ? IsFew(Contacts(within, place)) || IsFew(Contacts(within.Where(f => f.Team != knownTeam), place))
            : IsFew(Clients(within, place, period, unknownOnly: false)) || IsFew(Clients(within, place, period, unknownOnly: true));
    }

    private bool IsFew(int people) => people > 0 && people < threshold;

    private static int Contacts(IEnumerable<FactRow> within, Place place)
    {
        var behind = within.Where(f => InColumn(f, place) && InLine(f, place)).ToList();
        return behind.Count(f => f.Person is null) + behind.Where(f => f.Person is not null).Select(f => f.Person!.Value).Distinct().Count();
    }

    private int Clients(List<FactRow> within, Place place, Period period, bool unknownOnly)
    {
        var clients = 0;
        foreach (var hers in within.Where(f => f.Person is not null).GroupBy(f => f.Person!.Value))
        {
            var last = hers.MaxBy(f => f.On)!;
            if (!InColumn(last, place)) continue;
            var isNew = facts.Where(f => f.Person == hers.Key).Min(f => f.On) >= period.From;
            if (place.Measure != Measure.Clients && isNew != (place.Measure == Measure.NewClients)) continue;
            var addsUp = place.By is nameof(Breakdown.Age) or nameof(Breakdown.Oblast);
            var contacts = hers.Where(f => InLine(addsUp ? last : f, place)).ToList();
            if (contacts.Count > 0 && (!unknownOnly || contacts.TrueForAll(f => f.Team != knownTeam))) clients++;
        }

        return clients;
    }

    private static bool InColumn(FactRow fact, Place place) => place.Sex == ReportTable.All || ReportTable.SexCode(fact.Sex) == place.Sex;

    private static bool InLine(FactRow fact, Place place) => place.By switch
    {
        ReportTable.All => true,
        nameof(Breakdown.Topic) => fact.Topics.Split(' ').Contains(place.Row),
        nameof(Breakdown.Age) => fact.AgeBand == place.Row,
        nameof(Breakdown.Oblast) => (fact.Oblast ?? string.Empty) == place.Row,
        nameof(Breakdown.Destination) => fact.Destination == place.Row,
        _ => fact.Team.ToString() == place.Row,
    };
}
