using System.Globalization;
using System.Numerics;
using Turna.Evidence.Contracts;
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
    private const int MostCounters = 4;

    private readonly List<(string By, string Row)> rows = [(ReportTable.All, ReportTable.All)];
    private readonly Dictionary<(string By, string Row), int> rowNumbers = new() { [(ReportTable.All, ReportTable.All)] = 0 };
    private readonly FactColumns facts;
    private readonly int year;
    private readonly UInt128[] readers;
    private readonly int[][] topicRows;
    private readonly int[][] kindRows;
    private readonly int[] ageRows;
    private readonly int[] oblastRows;
    private readonly int[] destinationRows;
    private readonly int[] teamRows;
    private readonly int anonymousRow;
    private readonly int knownRow;
    private readonly Dictionary<Period, IReadOnlyList<Holding>> counted = [];

    /// <param name="facts">The organisation's facts of the whole year.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="readers">Sets of teams whose figures some reader knows exactly.</param>
    public Sightings(FactColumns facts, int year, IReadOnlyCollection<IReadOnlySet<TeamId>> readers)
    {
        (this.facts, this.year) = (facts, year);
        topicRows = [.. facts.Texts.Topics.Texts.Select(TopicRows)];
        kindRows = [.. facts.Texts.Subtype.Texts.Select(kind => new[] { RowOf(Kind, kind) })];
        ageRows = RowsOf(nameof(Breakdown.Age), facts.Texts.AgeBand);
        oblastRows = RowsOf(nameof(Breakdown.Oblast), facts.Texts.Oblast);
        destinationRows = RowsOf(nameof(Breakdown.Destination), facts.Texts.Destination);
        teamRows = RowsOf(nameof(Breakdown.Team), facts.Texts.Team);
        (anonymousRow, knownRow) = (RowOf(Caller, Anonymous), RowOf(Caller, Known));
        this.readers = [UInt128.Zero, .. readers.Select(MaskOf).Where(m => m != UInt128.Zero).Distinct()];
    }

    /// <summary>What a month, a quarter or the year holds. Its sisters, which are mostly asked for as well, are counted with it.</summary>
    public IReadOnlyList<Holding> Of(Period period)
    {
        if (!counted.ContainsKey(period))
        {
            Count(period.Months switch
            {
                1 => MonthsOf((period.From.Month - 1) / 3),
                3 => [.. Enumerable.Range(1, 4).Select(q => Period.Quarter(year, q))],
                _ => [Period.Year(year)],
            });
        }

        return counted[period];
    }

    public Period Year => Period.Year(year);

    /// <param name="number">From 0.</param>
    public Period Quarter(int number) => Period.Quarter(year, number + 1);

    /// <param name="quarter">From 0.</param>
    public Period[] MonthsOf(int quarter) => [.. Enumerable.Range((quarter * 3) + 1, 3).Select(m => Period.Month(year, m))];

    private void Count(Period[] sisters)
    {
        // Periods are made of whole months.
        int[] sisterOf = [.. facts.Texts.Month.Texts.Select(month => SisterOf(month, sisters))];
        var tallies = new Tally[Math.Min(MostCounters, Environment.ProcessorCount)];
        Parallel.For(0, tallies.Length, part => tallies[part] = CountPart(part, tallies.Length, sisters, sisterOf));
        foreach (var other in tallies[1..]) tallies[0].Add(other);
        for (var sister = 0; sister < sisters.Length; sister++) counted[sisters[sister]] = tallies[0].Holdings(sister, rows);
    }

    /// <summary>Counts the people of one part of as many; by whom somebody is counted makes no difference to the sums.</summary>
    private Tally CountPart(int part, int parts, Period[] sisters, int[] sisterOf)
    {
        var tally = new Tally(rows.Count, readers, sisters.Length);
        var (nobody, people) = (facts.OfNobody.Length, facts.PersonCount);
        // An anonymous caller is one person.
        for (var at = Start(nobody, part); at < Start(nobody, part + 1); at++) CountPerson(facts.OfNobody.Slice(at, 1), sisters, sisterOf, tally);
        for (var person = Start(people, part); person < Start(people, part + 1); person++) CountPerson(facts.Of(person), sisters, sisterOf, tally);
        return tally;

        int Start(int count, int of) => (int)((long)count * of / parts);
    }

    /// <summary>The number of the period that holds a month (<c>yyyy-MM</c>); -1 for none.</summary>
    private static int SisterOf(string month, Period[] sisters)
    {
        var day = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).DayNumber;
        for (var sister = 0; sister < sisters.Length; sister++)
        {
            if (day >= sisters[sister].From.DayNumber && day <= sisters[sister].To.DayNumber) return sister;
        }

        return -1;
    }

    private void CountPerson(ReadOnlySpan<CodedFact> hers, Period[] sisters, int[] sisterOf, Tally tally)
    {
        // Most people come once or twice a year: the periods in which somebody never came are not gone through for her.
        var came = 0u;
        foreach (ref readonly var fact in hers)
        {
            if (sisterOf[fact.Month] >= 0) came |= 1u << sisterOf[fact.Month];
        }

        for (; came != 0; came &= came - 1)
        {
            var sister = BitOperations.TrailingZeroCount(came);
            tally.Begin(sister);
            CountPersonIn(sister, sisters[sister].From, hers, sisterOf, tally);
        }
    }

    private void CountPersonIn(int sister, DateOnly from, ReadOnlySpan<CodedFact> hers, int[] sisterOf, Tally tally)
    {
        var last = -1;
        for (var i = 0; i < hers.Length; i++)
        {
            ref readonly var fact = ref hers[i];
            if (sisterOf[fact.Month] != sister) continue;
            var seen = Seen(fact);
            tally.Contact(seen);
            if (fact.Kind != FactKind.Consultation || fact.Person == CodedFact.Nobody) continue;
            tally.ContactOfClient(seen);
            if (last < 0 || facts.IsLater(hers[last], fact)) last = i;
        }

        if (last >= 0) tally.Client(Seen(hers[last]), isNew: facts.IsNew(hers[last].Person, from));
        tally.EndPerson();
    }

    private SeenFact Seen(in CodedFact fact)
    {
        var holder = fact.Guarded ? UInt128.One << MostTeams : UInt128.One << Math.Min((int)fact.Team, MostTeams - 1);
        var measure = MeasureOf(fact.Kind);
        return fact.Kind == FactKind.Consultation
            ? new SeenFact(
                measure, SexNumber(fact.Sex), topicRows[fact.Topics], ageRows[fact.Age], oblastRows[fact.Oblast], destinationRows[fact.Destination],
                teamRows[fact.Team], fact.Person == CodedFact.Nobody ? anonymousRow : knownRow, holder)
            : new SeenFact(measure, SexNumber(fact.Sex), kindRows[fact.Subtype], 0, 0, 0, 0, 0, holder);
    }

    private int[] RowsOf(string by, Interned texts) => [.. texts.Texts.Select(text => RowOf(by, text))];

    private int[] TopicRows(string topics) =>
        topics.Length > 0 ? [.. topics.Split(' ').Select(code => RowOf(nameof(Breakdown.Topic), code)).Distinct()] : [RowOf(nameof(Breakdown.Topic), string.Empty)];

    private int RowOf(string by, string row)
    {
        if (rowNumbers.TryGetValue((by, row), out var number)) return number;
        rowNumbers[(by, row)] = number = rows.Count;
        rows.Add((by, row));
        return number;
    }

    // Teams beyond the last bit share it, and no reader is thought to know them: she is thought to know less, the rest to be larger.
    private UInt128 MaskOf(IReadOnlySet<TeamId> known)
    {
        var names = known.Select(t => t.Value.ToString()).ToHashSet(StringComparer.Ordinal);
        var mask = UInt128.Zero;
        for (var team = 0; team < Math.Min(facts.Texts.Team.Texts.Count, MostTeams - 1); team++)
        {
            if (names.Contains(facts.Texts.Team.Texts[team])) mask |= UInt128.One << team;
        }

        return mask;
    }

    private static int SexNumber(Sex sex) => sex switch { Sex.Female => 0, Sex.Male => 1, _ => 2 };

    private static Measure MeasureOf(FactKind kind) => kind switch
    {
        FactKind.Consultation => Measure.Consultations,
        FactKind.Service => Measure.Services,
        FactKind.CaseOpened => Measure.CasesOpened,
        _ => Measure.CasesClosed,
    };
}

/// <summary>A fact with the numbers of the lines it stands in; 0 for a line it does not have.</summary>
internal readonly record struct SeenFact(Measure Measure, int Sex, int[] Lines, int Age, int Oblast, int Destination, int Team, int Caller, UInt128 Holder);
