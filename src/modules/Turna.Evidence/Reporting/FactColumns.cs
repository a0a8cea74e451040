using Turna.Data;
using Turna.Evidence.Contracts;
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

/// <summary>
/// The facts of a period as columns, one person after another, with what is needed to count clients: who each is (a number for each
/// pseudonym) and when her first contact ever was.
/// </summary>
internal sealed class FactColumns
{
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

    /// <summary>Puts parts together, each person's facts after one another: the number of every pseudonym.</summary>
    private Dictionary<UInt128, int> Join(IReadOnlyList<FactPart> parts)
    {
        var people = parts[0].People;
        var first = parts[0].FirstContact;
        var numbers = parts.Select(part => part == parts[0] ? [] : part.NumbersAmong(people, first)).ToList();
        firstContact = [.. first];
        starts = new int[PersonCount + 1];
        facts = new CodedFact[parts.Sum(p => p.Count)];
        Texts = FactTexts.Of([.. parts.Select(p => p.Texts)]);
        for (var i = 0; i < parts.Count; i++) parts[i].Renumber(Texts, numbers[i]);
        // A counting sort: nobody's facts first, then those of each person together.
        var pieces = parts.SelectMany(p => p.Facts).ToList();
        foreach (var piece in pieces)
        {
            foreach (ref readonly var fact in piece.AsSpan()) starts[fact.Person + 1]++;
        }

        for (var person = 0; person < PersonCount; person++) starts[person + 1] += starts[person];
        int[] next = [0, .. starts[..^1]];
        foreach (var piece in pieces)
        {
            foreach (ref readonly var fact in piece.AsSpan()) facts[next[fact.Person + 1]++] = fact;
        }

        foreach (var (currency, minor) in parts.SelectMany(p => p.Recovered)) Recovered[currency] = Recovered.GetValueOrDefault(currency) + minor;
        return people;
    }
}
