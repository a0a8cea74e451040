using System.Globalization;
using System.Numerics;
using Turna.Evidence.Contracts;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>What a reader knows exactly and can subtract: the figures of her teams.</summary>
/// <param name="Teams">Teams of which she knows all that is not in a protected case.</param>
/// <param name="ButDelicate">Teams of which she knows all but contacts about delicate topics besides, as the front desk does.</param>
internal sealed record Reader(IReadOnlySet<TeamId> Teams, IReadOnlySet<TeamId> ButDelicate)
{
    public static Reader Of(params TeamId[] teams) => new(teams.ToHashSet(), new HashSet<TeamId>());

    public static Reader AtDesk(params TeamId[] teams) => new(new HashSet<TeamId>(), teams.ToHashSet());
}

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
    private const int MostHolders = 127;
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
    private readonly int[] monthOf;
    private readonly DateOnly[] firstDays;
    private readonly UInt128[] holderOf;
    private readonly bool[] isDelicate;
    private readonly int teams;
    private readonly int delicate;
    private readonly int guarded;
    private readonly Lazy<IReadOnlyList<Holding>[]> holdings;

    /// <param name="facts">The organisation's facts of the whole year.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="readers">Whose figures some reader knows exactly.</param>
    public Sightings(FactColumns facts, int year, IReadOnlyCollection<Reader> readers)
    {
        (this.facts, this.year) = (facts, year);
        topicRows = [.. facts.Texts.Topics.Texts.Select(TopicRows)];
        kindRows = [.. facts.Texts.Subtype.Texts.Select(kind => new[] { RowOf(Kind, kind) })];
        ageRows = RowsOf(nameof(Breakdown.Age), facts.Texts.AgeBand);
        oblastRows = RowsOf(nameof(Breakdown.Oblast), facts.Texts.Oblast);
        destinationRows = RowsOf(nameof(Breakdown.Destination), facts.Texts.Destination);
        teamRows = RowsOf(nameof(Breakdown.Team), facts.Texts.Team);
        (anonymousRow, knownRow) = (RowOf(Caller, Anonymous), RowOf(Caller, Known));
        monthOf = MonthsOfYear();
        firstDays = [.. Enumerable.Range(0, YearParts.Count).Select(part => new DateOnly(year, YearParts.MonthsOf(part).Start.Value + 1, 1))];
        isDelicate = [.. facts.Texts.Topics.Texts.Select(FactScope.IsDelicate)];
        // Each team has a bit and, where somebody knows it without its delicate contacts, another for those. Protected cases are held by nobody whom a
        // reader is thought to be: theirs is the bit after all these.
        var kinds = readers.Any(r => r.ButDelicate.Count > 0) ? 2 : 1;
        teams = Math.Clamp(facts.Texts.Team.Texts.Count, 1, MostHolders / kinds);
        (delicate, guarded) = (teams * (kinds - 1), teams * kinds);
        holderOf = [.. Enumerable.Range(0, guarded + 1).Select(holder => UInt128.One << holder)];
        this.readers = [UInt128.Zero, .. readers.Select(MaskOf).Where(m => m != UInt128.Zero).Distinct()];
        holdings = new(HoldingsOfAll);
    }

    /// <summary>What a month, a quarter or the year holds.</summary>
    public IReadOnlyList<Holding> Of(Period period) => holdings.Value[YearParts.Of(period)];

    public Period Year => Period.Year(year);

    /// <param name="number">From 0.</param>
    public Period Quarter(int number) => Period.Quarter(year, number + 1);

    /// <param name="quarter">From 0.</param>
    public Period[] MonthsOf(int quarter) => [.. Enumerable.Range((quarter * 3) + 1, 3).Select(m => Period.Month(year, m))];

    private IReadOnlyList<Holding>[] HoldingsOfAll()
    {
        var tallied = new Tallied(Count(), readers);
        return [.. Enumerable.Range(0, YearParts.Count).Select(part => tallied.Holdings(part, rows))];
    }

    private Tally Count()
    {
        var tallies = new Tally[Math.Min(MostCounters, Environment.ProcessorCount)];
        Parallel.For(0, tallies.Length, part => tallies[part] = CountPart(part, tallies.Length));
        foreach (var other in tallies[1..]) tallies[0].Add(other);
        return tallies[0];
    }

    /// <summary>Counts the people of one part of as many; by whom somebody is counted makes no difference to the sums.</summary>
    private Tally CountPart(int part, int parts)
    {
        var tally = new Tally(rows.Count, guarded + 1);
        var (nobody, people) = (facts.OfNobody.Length, facts.PersonCount);
        // An anonymous caller is one person.
        for (var at = Start(nobody, part); at < Start(nobody, part + 1); at++) CountPerson(facts.OfNobody.Slice(at, 1), tally);
        for (var person = Start(people, part); person < Start(people, part + 1); person++) CountPerson(facts.Of(person), tally);
        return tally;

        int Start(int count, int of) => (int)((long)count * of / parts);
    }

    /// <summary>The month of the year, from 0, for each month (<c>yyyy-MM</c>) of the facts; -1 for those of another year.</summary>
    private int[] MonthsOfYear() => [.. facts.Texts.Month.Texts
        .Select(month => DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture)).Select(day => day.Year == year ? day.Month - 1 : -1)];

    /// <summary>
    /// Counts somebody in all periods in which she came. Where all that she came for in a longer period was in a shorter one, she is seen in both alike,
    /// and is looked at once.
    /// </summary>
    private void CountPerson(ReadOnlySpan<CodedFact> hers, Tally tally)
    {
        var came = 0u;
        foreach (ref readonly var fact in hers)
        {
            if (monthOf[fact.Month] >= 0) came |= 1u << monthOf[fact.Month];
        }

        var isInOneQuarter = false;
        for (var left = came; left != 0;)
        {
            var quarter = YearParts.QuarterOf(BitOperations.TrailingZeroCount(left));
            var within = came & BitsOf(quarter);
            left &= ~within;
            isInOneQuarter = within == came;
            CountInQuarter(quarter, within, isInOneQuarter, hers, tally);
        }

        if (came != 0 && !isInOneQuarter) CountIn(came, [YearParts.Year], hers, tally);
    }

    /// <summary>Counts somebody in a quarter and its months, and in the year where she came in no other quarter.</summary>
    private void CountInQuarter(int quarter, uint came, bool isInOneQuarter, ReadOnlySpan<CodedFact> hers, Tally tally)
    {
        ReadOnlySpan<int> longer = isInOneQuarter ? [quarter, YearParts.Year] : [quarter];
        if (BitOperations.IsPow2(came))
        {
            CountIn(came, [BitOperations.TrailingZeroCount(came), .. longer], hers, tally);
            return;
        }

        for (var left = came; left != 0; left &= left - 1)
        {
            var month = BitOperations.TrailingZeroCount(left);
            CountIn(1u << month, [month], hers, tally);
        }

        CountIn(came, longer, hers, tally);
    }

    /// <summary>Counts what somebody came for in some months.</summary>
    /// <param name="months">The months, each a bit.</param>
    /// <param name="periods">The periods in which this is all that she came for.</param>
    /// <param name="hers">Her facts.</param>
    /// <param name="tally">The counts.</param>
    private void CountIn(uint months, ReadOnlySpan<int> periods, ReadOnlySpan<CodedFact> hers, Tally tally)
    {
        Begin(months, periods, hers, tally);
        var last = -1;
        for (var i = 0; i < hers.Length; i++)
        {
            ref readonly var fact = ref hers[i];
            if (!IsIn(months, fact)) continue;
            var seen = Seen(fact);
            tally.Contact(seen);
            if (fact.Kind != FactKind.Consultation || fact.Person == CodedFact.Nobody) continue;
            tally.ContactOfClient(seen);
            if (last < 0 || facts.IsLater(hers[last], fact)) last = i;
        }

        // New in the shortest of the periods is new in all, where she came at no other time.
        if (last >= 0) tally.Client(Seen(hers[last]), isNew: facts.IsNew(hers[last].Person, firstDays[periods[0]]));
        tally.EndPerson();
    }

    private void Begin(uint months, ReadOnlySpan<int> periods, ReadOnlySpan<CodedFact> hers, Tally tally)
    {
        var (held, sexes) = (UInt128.Zero, 0);
        foreach (ref readonly var fact in hers)
        {
            if (!IsIn(months, fact)) continue;
            held |= HolderOf(fact);
            sexes |= 1 << SexNumber(fact.Sex);
        }

        tally.Begin(periods, held, BitOperations.IsPow2(sexes));
    }

    private bool IsIn(uint months, in CodedFact fact) => monthOf[fact.Month] is >= 0 and var month && (months >> month & 1) != 0;

    private UInt128 HolderOf(in CodedFact fact) => holderOf[fact.Guarded ? guarded : Math.Min((int)fact.Team, teams - 1) + (isDelicate[fact.Topics] ? delicate : 0)];

    private static uint BitsOf(int period)
    {
        var (first, months) = YearParts.MonthsOf(period).GetOffsetAndLength(YearParts.Months);
        return ((1u << months) - 1) << first;
    }

    private SeenFact Seen(in CodedFact fact)
    {
        var holder = HolderOf(fact);
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
    private UInt128 MaskOf(Reader known)
    {
        var (wholly, butDelicate) = (NamesOf(known.Teams), NamesOf(known.ButDelicate));
        var names = facts.Texts.Team.Texts;
        var mask = UInt128.Zero;
        for (var team = 0; team < names.Count && (team < teams - 1 || names.Count == teams); team++)
        {
            if (wholly.Contains(names[team])) mask |= holderOf[team] | holderOf[team + delicate];
            else if (butDelicate.Contains(names[team])) mask |= holderOf[team];
        }

        return mask;
    }

    private static HashSet<string> NamesOf(IReadOnlySet<TeamId> teams) => teams.Select(t => t.Value.ToString()).ToHashSet(StringComparer.Ordinal);

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
