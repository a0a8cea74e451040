using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>One fact of the period, coded by small numbers.</summary>
internal readonly record struct CodedFact(int Client, FactKind Kind, Sex Sex, int Age, int Oblast, int Destination, int Topics, int Subtype, int Team, int Month)
{
    /// <summary>Stands for an anonymous caller in <see cref="Client"/>.</summary>
    public const int Nobody = -1;
}

/// <summary>Texts seen so far, each with a number.</summary>
internal sealed class Interned
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    public IReadOnlyList<string> Texts => texts;

    public int Of(string? text)
    {
        text ??= string.Empty;
        if (numbers.TryGetValue(text, out var number)) return number;
        numbers[text] = number = texts.Count;
        texts.Add(text);
        return number;
    }
}

/// <summary>
/// The facts of a period as columns, with what is needed to count clients: who each is (a number for each pseudonym) and whether her first
/// contact ever lies in the period.
/// </summary>
internal sealed class FactColumns
{
    private readonly Dictionary<Token, int> clients = [];
    private readonly List<DateOnly> firstContact = [];

    public List<CodedFact> Facts { get; } = [];

    public Interned AgeBand { get; } = new();

    public Interned Oblast { get; } = new();

    public Interned Destination { get; } = new();

    public Interned Topics { get; } = new();

    public Interned Subtype { get; } = new();

    public Interned Team { get; } = new();

    public Interned Month { get; } = new();

    /// <summary>Money recovered by currency, in minor units.</summary>
    public Dictionary<string, long> Recovered { get; } = new(StringComparer.Ordinal);

    public int ClientCount => firstContact.Count;

    /// <summary>Whether the client's first contact ever was on or after the day.</summary>
    public bool IsNew(int client, DateOnly since) => firstContact[client] >= since;

    /// <summary>
    /// Reads the facts of an organisation up to the end of the period; those before it only tell who came before. Protected cases are left out
    /// where figures are exact.
    /// </summary>
    public static async Task<FactColumns> ReadAsync(
        TurnaDb db, OrganisationId organisation, Period period, IReadOnlyCollection<TeamId>? teams, bool exact, CancellationToken cancel)
    {
        var columns = new FactColumns();
        var before = db.Set<FactRow>().AsNoTracking()
            .Where(f => f.Organisation == organisation && f.Kind == FactKind.Consultation && f.Person != null && f.On < period.From)
            .GroupBy(f => f.Person).Select(g => new { Person = g.Key, First = g.Min(f => f.On) });
        await foreach (var earlier in before.AsAsyncEnumerable().WithCancellation(cancel)) columns.ClientOf(earlier.Person, earlier.First);

        var within = db.Set<FactRow>().AsNoTracking().Where(f => f.Organisation == organisation && f.On >= period.From && f.On <= period.To);
        if (teams is not null) within = within.Where(f => teams.Contains(f.Team));
        if (exact) within = within.Where(f => !f.Guarded);
        await foreach (var fact in within.OrderBy(f => f.On).AsAsyncEnumerable().WithCancellation(cancel)) columns.Add(fact);
        return columns;
    }

    private void Add(FactRow fact)
    {
        Facts.Add(new CodedFact(
            fact.Kind == FactKind.Consultation ? ClientOf(fact.Person, fact.On) : CodedFact.Nobody,
            fact.Kind, fact.Sex, AgeBand.Of(fact.AgeBand), Oblast.Of(fact.Oblast), Destination.Of(fact.Destination),
            Topics.Of(fact.Topics), Subtype.Of(fact.Subtype), Team.Of(fact.Team.ToString()), Month.Of($"{fact.On.Year:0000}-{fact.On.Month:00}")));
        if (fact is { RecoveredMinor: { } minor, Currency: { } currency }) Recovered[currency] = Recovered.GetValueOrDefault(currency) + minor;
    }

    private int ClientOf(Token? person, DateOnly on)
    {
        if (person is not { } token) return CodedFact.Nobody;
        if (clients.TryGetValue(token, out var client))
        {
            if (on < firstContact[client]) firstContact[client] = on;
            return client;
        }

        clients[token] = client = firstContact.Count;
        firstContact.Add(on);
        return client;
    }
}
