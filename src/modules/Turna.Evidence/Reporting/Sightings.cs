using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>
/// How many people stand behind each place of the reports of a year: in every month, quarter and the year, for a reader who knows nothing, and
/// for each reader who knows the figures of her own teams exactly and can subtract them.
/// </summary>
internal sealed class Sightings
{
    /// <summary>The line by which anonymous callers stand apart.</summary>
    public const string Caller = "Caller";
    public const string Anonymous = "anonymous";

    private const string Known = "known";
    private const string Kind = "Kind";
    private const int MostTeams = 127;

    private readonly List<(string By, string Row)> rows = [(ReportTable.All, ReportTable.All)];
    private readonly Dictionary<(string By, string Row), int> rowNumbers = new() { [(ReportTable.All, ReportTable.All)] = 0 };
    private readonly Dictionary<string, int[]> topicRows = new(StringComparer.Ordinal);
    private readonly Dictionary<Token, int> people = [];
    private readonly Dictionary<TeamId, int> teams = [];
    private readonly List<DateOnly> firstContact = [];
    private readonly List<SeenFact> facts = [];
    private readonly IReadOnlyCollection<IReadOnlySet<TeamId>> readers;
    private readonly int year;
    private SeenFact[]? byPerson;

    /// <param name="year">The calendar year.</param>
    /// <param name="readers">Sets of teams whose figures some reader knows exactly.</param>
    public Sightings(int year, IReadOnlyCollection<IReadOnlySet<TeamId>> readers) => (this.year, this.readers) = (year, readers);

    /// <summary>Reads the facts of a calendar year, and who came before it.</summary>
    public static async Task<Sightings> ReadAsync(
        TurnaDb db, OrganisationId organisation, int year, IReadOnlyCollection<IReadOnlySet<TeamId>> readers, CancellationToken cancel)
    {
        var seen = new Sightings(year, readers);
        var period = Period.Year(year);
        var before = db.Set<FactRow>().AsNoTracking()
            .Where(f => f.Organisation == organisation && f.Kind == FactKind.Consultation && f.Person != null && f.On < period.From).Select(f => f.Person).Distinct();
        await foreach (var person in before.AsAsyncEnumerable().WithCancellation(cancel)) seen.Remember(person!.Value, period.From.AddDays(-1));
        var within = db.Set<FactRow>().AsNoTracking().Where(f => f.Organisation == organisation && f.On >= period.From && f.On <= period.To).OrderBy(f => f.On);
        await foreach (var fact in within.AsAsyncEnumerable().WithCancellation(cancel)) seen.Add(fact);
        return seen;
    }

    /// <summary>Says that a person had her first contact on a day.</summary>
    public int Remember(Token person, DateOnly on)
    {
        if (people.TryGetValue(person, out var number))
        {
            if (on < firstContact[number]) firstContact[number] = on;
            return number;
        }

        people[person] = number = firstContact.Count;
        firstContact.Add(on);
        return number;
    }

    /// <summary>Adds a fact of the year; facts come in the order of their days.</summary>
    public void Add(FactRow fact)
    {
        var person = fact.Person is { } token ? Remember(token, fact.Kind == FactKind.Consultation ? fact.On : DateOnly.MaxValue) : CodedFact.Nobody;
        var consultation = fact.Kind == FactKind.Consultation;
        facts.Add(new SeenFact(
            person, MeasureOf(fact.Kind), (byte)SexNumber(fact.Sex), (byte)fact.On.Month, consultation ? TopicsOf(fact.Topics) : [RowOf(Kind, fact.Subtype)],
            consultation ? RowOf(nameof(Breakdown.Age), fact.AgeBand) : 0, consultation ? RowOf(nameof(Breakdown.Oblast), fact.Oblast) : 0,
            consultation ? RowOf(nameof(Breakdown.Destination), fact.Destination) : 0, consultation ? RowOf(nameof(Breakdown.Team), fact.Team.ToString()) : 0,
            consultation ? RowOf(Caller, person == CodedFact.Nobody ? Anonymous : Known) : 0, fact.Guarded ? UInt128.One << MostTeams : BitOf(fact.Team)));
        byPerson = null;
    }

    public IReadOnlyList<Holding> Year() => Count([Period.Year(year)]);

    public IReadOnlyList<Holding> Quarters() => Count([.. Enumerable.Range(1, 4).Select(q => Period.Quarter(year, q))]);

    /// <param name="quarter">From 0.</param>
    public IReadOnlyList<Holding> MonthsOf(int quarter) => Count([.. Enumerable.Range((quarter * 3) + 1, 3).Select(m => Period.Month(year, m))]);

    private List<Holding> Count(IReadOnlyList<Period> sisters)
    {
        byPerson ??= [.. facts.OrderBy(f => f.Person)];
        List<UInt128> known = [UInt128.Zero, .. readers.Select(MaskOf).Where(m => m != UInt128.Zero).Distinct()];
        var tally = new Tally(rows.Count, known);
        foreach (var period in sisters)
        {
            Count(period, tally);
            tally.EndPeriod();
        }

        return tally.Holdings(rows);
    }

    private void Count(Period period, Tally tally)
    {
        var all = byPerson!;
        for (var start = 0; start < all.Length;)
        {
            var end = start + 1;
            var person = all[start].Person;
            while (person != CodedFact.Nobody && end < all.Length && all[end].Person == person) end++;
            CountPerson(all.AsSpan(start, end - start), period, tally);
            start = end;
        }
    }

    private void CountPerson(ReadOnlySpan<SeenFact> hers, Period period, Tally tally)
    {
        var last = -1;
        for (var i = 0; i < hers.Length; i++)
        {
            ref readonly var fact = ref hers[i];
            if (fact.Month < period.From.Month || fact.Month > period.To.Month) continue;
            tally.Contact(fact);
            if (fact.Measure == Measure.Consultations && fact.Person != CodedFact.Nobody) last = i;
        }

        if (last >= 0) tally.Client(hers, hers[last], period, isNew: firstContact[hers[last].Person] >= period.From);
        tally.EndPerson();
    }

    private int[] TopicsOf(string topics)
    {
        if (topicRows.TryGetValue(topics, out var known)) return known;
        string[] codes = topics.Length > 0 ? topics.Split(' ') : [string.Empty];
        return topicRows[topics] = [.. codes.Select(code => RowOf(nameof(Breakdown.Topic), code))];
    }

    private int RowOf(string by, string? row)
    {
        var key = (by, row ?? string.Empty);
        if (rowNumbers.TryGetValue(key, out var number)) return number;
        rowNumbers[key] = number = rows.Count;
        rows.Add(key);
        return number;
    }

    // Teams beyond the last bit share it, and no reader is thought to know them: she is thought to know less, the rest to be larger.
    private UInt128 BitOf(TeamId team)
    {
        if (!teams.TryGetValue(team, out var number)) teams[team] = number = teams.Count;
        return UInt128.One << Math.Min(number, MostTeams - 1);
    }

    private UInt128 MaskOf(IReadOnlySet<TeamId> known)
    {
        var mask = UInt128.Zero;
        foreach (var team in known)
        {
            if (teams.TryGetValue(team, out var number) && number < MostTeams - 1) mask |= UInt128.One << number;
        }

        return mask;
    }

    private static int SexNumber(Sex sex) => ReportTable.SexCode(sex) switch { "F" => 0, "M" => 1, _ => 2 };

    private static Measure MeasureOf(FactKind kind) => kind switch
    {
        FactKind.Consultation => Measure.Consultations,
        FactKind.Service => Measure.Services,
        FactKind.CaseOpened => Measure.CasesOpened,
        _ => Measure.CasesClosed,
    };
}

/// <summary>A fact with the numbers of the lines it stands in; 0 for a line it does not have.</summary>
internal readonly record struct SeenFact(
    int Person, Measure Measure, byte Sex, byte Month, int[] Lines, int Age, int Oblast, int Destination, int Team, int Caller, UInt128 Holder);
