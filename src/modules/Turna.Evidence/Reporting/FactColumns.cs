using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>One fact of the period, coded by small numbers.</summary>
internal readonly record struct CodedFact(
    int Person, int Day, int Topics, FactKind Kind, Sex Sex, bool Guarded, ushort Age, ushort Oblast, ushort Destination, ushort Subtype, ushort Team, ushort Month)
{
    /// <summary>Stands for an anonymous caller in <see cref="Person"/>.</summary>
    public const int Nobody = -1;

    public bool IsIn(Period period) => Day >= period.From.DayNumber && Day <= period.To.DayNumber;
}

/// <summary>Texts seen so far, each with a number.</summary>
/// <param name="spell">How a text is spelt among <see cref="Texts"/>, where the databases spell it differently.</param>
internal sealed class Interned(Func<string, string>? spell = null)
{
    private readonly Dictionary<Spelt, int> numbers = new(SpeltComparer.Instance);
    private readonly List<string> texts = [];

    public IReadOnlyList<string> Texts => texts;

    /// <summary>The number of a text in UTF-8.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        var bySpan = numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (bySpan.TryGetValue(text, out var number)) return number;
        bySpan[text] = number = texts.Count;
        var read = Encoding.UTF8.GetString(text);
        texts.Add(spell is null ? read : spell(read));
        return number;
    }

    private readonly record struct Spelt(byte[] Bytes);

    private sealed class SpeltComparer : IEqualityComparer<Spelt>, IAlternateEqualityComparer<ReadOnlySpan<byte>, Spelt>
    {
        public static SpeltComparer Instance { get; } = new();

        public Spelt Create(ReadOnlySpan<byte> alternate) => new(alternate.ToArray());

        public bool Equals(ReadOnlySpan<byte> alternate, Spelt other) => alternate.SequenceEqual(other.Bytes);

        public bool Equals(Spelt x, Spelt y) => x.Bytes.AsSpan().SequenceEqual(y.Bytes);

        public int GetHashCode(Spelt obj) => GetHashCode(obj.Bytes.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = 2166136261u;
            foreach (var one in alternate) hash = (hash ^ one) * 16777619u;
            return (int)hash;
        }
    }
}

/// <summary>
/// The facts of a period as columns, one person after another, with what is needed to count clients: who each is (a number for each
/// pseudonym) and when her first contact ever was.
/// </summary>
internal sealed class FactColumns
{
    private static readonly Dictionary<string, FactKind> Kinds = Enum.GetValues<FactKind>().ToDictionary(k => k.ToString(), StringComparer.Ordinal);
    private static readonly Dictionary<string, Sex> Sexes = Enum.GetValues<Sex>().ToDictionary(s => s.ToString(), StringComparer.Ordinal);

    private readonly Dictionary<UInt128, int> people = [];
    private readonly List<DateOnly> firstContact = [];
    private readonly Interned kinds = new();
    private readonly Interned sexes = new();
    private CodedFact[] facts = [];
    private int[] starts = [0];

    public Interned AgeBand { get; } = new();

    public Interned Oblast { get; } = new();

    public Interned Destination { get; } = new();

    public Interned Topics { get; } = new();

    public Interned Subtype { get; } = new();

    public Interned Team { get; } = new(id => Guid.Parse(id, CultureInfo.InvariantCulture).ToString());

    /// <summary>Months as <c>yyyy-MM</c>.</summary>
    public Interned Month { get; } = new();

    /// <summary>Money recovered by currency, in minor units.</summary>
    public Dictionary<string, long> Recovered { get; } = new(StringComparer.Ordinal);

    /// <summary>Every fact.</summary>
    public ReadOnlySpan<CodedFact> Facts => facts;

    /// <summary>The facts of nobody who is known.</summary>
    public ReadOnlySpan<CodedFact> OfNobody => facts.AsSpan(0, starts[0]);

    public int PersonCount => firstContact.Count;

    public ReadOnlySpan<CodedFact> Of(int person) => facts.AsSpan(starts[person]..starts[person + 1]);

    /// <summary>Whether the client's first contact ever was on or after the day.</summary>
    public bool IsNew(int client, DateOnly since) => firstContact[client] >= since;

    /// <summary>
    /// Whether of two contacts of one client the second tells who she is now: the later one. Of two on one day what they say decides, so that
    /// every report of the period, in whatever order the database reads, puts her into the same lines.
    /// </summary>
    public bool IsLater(in CodedFact than, in CodedFact fact)
    {
        if (fact.Day != than.Day) return fact.Day > than.Day;
        if (fact.Sex != than.Sex) return fact.Sex > than.Sex;
        var age = string.CompareOrdinal(AgeBand.Texts[fact.Age], AgeBand.Texts[than.Age]);
        return age != 0 ? age > 0 : string.CompareOrdinal(Oblast.Texts[fact.Oblast], Oblast.Texts[than.Oblast]) > 0;
    }

    /// <summary>
    /// Reads the facts of an organisation up to the end of the period; those before it only tell who came before. Protected cases are left out
    /// where figures are exact, or somebody knows those of all teams.
    /// </summary>
    public static Task<FactColumns> ReadAsync(
        TurnaDb db, OrganisationId organisation, Period period, IReadOnlyCollection<TeamId>? teams, bool leaveOutProtected, CancellationToken cancel)
    {
        var columns = new FactColumns();
        var within = db.Set<FactRow>().Where(f => f.Organisation == organisation && f.On >= period.From && f.On <= period.To);
        if (teams is not null) within = within.Where(f => teams.Contains(f.Team));
        if (leaveOutProtected) within = within.Where(f => !f.Guarded);
        columns.Arrange(columns.ReadWithin(db, within, cancel));
        columns.MarkEarlier(
            db, db.Set<FactRow>().Where(f => f.Organisation == organisation && f.On < period.From && f.Kind == FactKind.Consultation && f.Person != null), cancel);
        return Task.FromResult(columns);
    }

    private List<CodedFact> ReadWithin(TurnaDb db, IQueryable<FactRow> within, CancellationToken cancel)
    {
        using var rows = ColumnRows.Of(db, within.Select(f => new
        {
            f.Kind, f.On, f.Person, f.Sex, f.AgeBand, f.Oblast, f.Destination, f.Subtype, f.Topics, f.Team, f.RecoveredMinor, f.Currency, f.Guarded,
        }));
        var read = new List<CodedFact>();
        var months = new Dictionary<int, ushort>();
        while (rows.Read())
        {
            if ((read.Count & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            var kind = Kinds[kinds.Texts[kinds.Of(rows.Bytes(0))]];
            var on = rows.Day(1);
            var person = rows.IsNull(2) ? CodedFact.Nobody : PersonOf(rows.Bytes(2), kind == FactKind.Consultation ? on : DateOnly.MaxValue);
            read.Add(new CodedFact(
                person, on.DayNumber, Topics.Of(rows.Bytes(8)), kind, Sexes[sexes.Texts[sexes.Of(rows.Bytes(3))]], rows.Number(12) != 0,
                (ushort)AgeBand.Of(rows.Bytes(4)), (ushort)Oblast.Of(rows.Bytes(5)), (ushort)Destination.Of(rows.Bytes(6)),
                (ushort)Subtype.Of(rows.Bytes(7)), (ushort)Team.Of(rows.Bytes(9)), MonthOf(on, months)));
            if (rows.IsNull(10) || rows.IsNull(11)) continue;
            var currency = Encoding.UTF8.GetString(rows.Bytes(11));
            Recovered[currency] = Recovered.GetValueOrDefault(currency) + rows.Number(10);
        }

        return read;
    }

    // A counting sort: nobody's facts first, then those of each person together.
    private void Arrange(List<CodedFact> read)
    {
        var unsorted = CollectionsMarshal.AsSpan(read);
        starts = new int[PersonCount + 1];
        foreach (ref readonly var fact in unsorted) starts[fact.Person + 1]++;
        for (var person = 0; person < PersonCount; person++) starts[person + 1] += starts[person];
        int[] next = [0, .. starts[..^1]];
        facts = new CodedFact[unsorted.Length];
        foreach (ref readonly var fact in unsorted) facts[next[fact.Person + 1]++] = fact;
    }

    // Only whether somebody of the period came before it matters, so nobody else is remembered.
    private void MarkEarlier(TurnaDb db, IQueryable<FactRow> earlier, CancellationToken cancel)
    {
        if (people.Count == 0) return;
        using var rows = ColumnRows.Of(db, earlier.Select(f => new { f.Person }));
        for (var read = 0; rows.Read(); read++)
        {
            if ((read & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            if (people.TryGetValue(BinaryPrimitives.ReadUInt128BigEndian(rows.Bytes(0)), out var person)) firstContact[person] = DateOnly.MinValue;
        }
    }

    private ushort MonthOf(DateOnly on, Dictionary<int, ushort> months)
    {
        var key = (on.Year * 12) + on.Month;
        if (months.TryGetValue(key, out var known)) return known;
        return months[key] = (ushort)Month.Of(Encoding.UTF8.GetBytes($"{on.Year:0000}-{on.Month:00}"));
    }

    private int PersonOf(ReadOnlySpan<byte> pseudonym, DateOnly contact)
    {
        var token = BinaryPrimitives.ReadUInt128BigEndian(pseudonym);
        if (people.TryGetValue(token, out var person))
        {
            if (contact < firstContact[person]) firstContact[person] = contact;
            return person;
        }

        people[token] = person = firstContact.Count;
        firstContact.Add(contact);
        return person;
    }
}
