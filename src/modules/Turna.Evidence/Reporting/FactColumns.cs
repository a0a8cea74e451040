using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>One fact of the period, coded by small numbers.</summary>
internal readonly record struct CodedFact(int Person, int Day, int Topics, ushort Age, ushort Oblast, ushort Destination, ushort Subtype, ushort Team, ushort Month)
{
    /// <summary>Stands for an anonymous caller in <see cref="Person"/>.</summary>
    public const int Nobody = -1;

    // A year holds a million facts: each byte less is a megabyte less.
    private readonly byte kind;
    private readonly byte sex;

    public FactKind Kind
    {
        get => (FactKind)kind;
        init => kind = (byte)value;
    }

    public Sex Sex
    {
        get => (Sex)sex;
        init => sex = (byte)value;
    }

    public bool Guarded { get; init; }

    public bool IsIn(Period period) => Day >= period.From.DayNumber && Day <= period.To.DayNumber;
}

/// <summary>
/// The facts of a period as columns, one person after another, with what is needed to count clients: who each is (a number for each
/// pseudonym) and when her first contact ever was.
/// </summary>
internal sealed class FactColumns
{
    /// <summary>How many processors a report takes.</summary>
    public static ParallelOptions AtOnce { get; } = new() { MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount) };

    private CodedFact[] facts = [];
    private DateOnly[] firstContact = [];
    private int[] starts = [0];

    public FactTexts Texts { get; private set; } = new();

    /// <summary>Money recovered by currency, in minor units.</summary>
    public Dictionary<string, long> Recovered { get; } = new(StringComparer.Ordinal);

    /// <summary>Every fact.</summary>
    public ReadOnlySpan<CodedFact> Facts => facts;

    /// <summary>The facts of nobody who is known.</summary>
    public ReadOnlySpan<CodedFact> OfNobody => facts.AsSpan(0, starts[0]);

    public int PersonCount => firstContact.Length;

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
        var age = string.CompareOrdinal(Texts.AgeBand.Texts[fact.Age], Texts.AgeBand.Texts[than.Age]);
        return age != 0 ? age > 0 : string.CompareOrdinal(Texts.Oblast.Texts[fact.Oblast], Texts.Oblast.Texts[than.Oblast]) > 0;
    }

    /// <summary>
    /// Reads the facts of an organisation up to the end of the period; those before it only tell who came before. Protected cases are left out
    /// where figures are exact, or somebody knows those of all teams.
    /// </summary>
    /// <param name="units">Units of work that see one state; each reads what the others have not begun.</param>
    public static async Task<FactColumns> ReadAsync(
        IReadOnlyList<TurnaDb> units, OrganisationId organisation, Period period, FactScope scope, CancellationToken cancel)
    {
        var reading = new FactReading(units, organisation, scope);
        var parts = await reading.WithinAsync(period, cancel);
        var columns = new FactColumns();
        var people = columns.Join(parts);
        if (people.Count > 0) await reading.EarlierAsync(period.From, people, columns.firstContact, cancel);
        return columns;
    }

    /// <summary>Puts parts together, each person's facts after one another, nobody's first: the people whose they are.</summary>
    private Population Join(IReadOnlyList<FactPart> parts)
    {
        var people = new Population(parts);
        firstContact = people.FirstContacts();
        starts = new int[people.Count + 1];
        facts = new CodedFact[parts.Sum(p => p.Count)];
        Texts = FactTexts.Of([.. parts.Select(p => p.Texts)]);
        FactCodes[] codes = [.. parts.Select(p => p.CodesIn(Texts))];
        var nobody = 0;
        for (var part = 0; part < parts.Count; part++) nobody = JoinNobody(parts[part].OfNobody, codes[part], nobody);
        // Where the facts of each share begin: after nobody's and those of the shares before.
        var begins = new int[Population.Shares];
        for (var (share, at) = (0, nobody); share < begins.Length; share++)
        {
            begins[share] = at;
            at += parts.Sum(p => p.Piles[share].Count);
        }

        starts[^1] = facts.Length;
        Parallel.For(0, Population.Shares, AtOnce, share => JoinShare(share, begins[share], parts, codes, people));
        foreach (var (currency, minor) in parts.SelectMany(p => p.Recovered)) Recovered[currency] = Recovered.GetValueOrDefault(currency) + minor;
        return people;
    }

    private int JoinNobody(FactPile pile, FactCodes codes, int at)
    {
        for (var piece = 0; piece < pile.Pieces; piece++)
        {
            foreach (ref readonly var fact in pile[piece].Facts.Span) facts[at++] = codes.Of(fact, CodedFact.Nobody);
        }

        return at;
    }

    /// <summary>A counting sort: how many facts each has is known, so that everybody's have their places.</summary>
    private void JoinShare(int share, int begin, IReadOnlyList<FactPart> parts, FactCodes[] codes, Population people)
    {
        var first = people.FirstOf(share);
        var counts = people.FactsOf(share);
        var next = new int[counts.Length];
        for (var person = 0; person < counts.Length; person++)
        {
            starts[first + person] = next[person] = begin;
            begin += counts[person];
        }

        for (var part = 0; part < parts.Count; part++)
        {
            var pile = parts[part].Piles[share];
            for (var piece = 0; piece < pile.Pieces; piece++)
            {
                foreach (ref readonly var fact in pile[piece].Facts.Span) facts[next[fact.Person]++] = codes[part].Of(fact, first + fact.Person);
            }
        }
    }
}
