using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Evidence.Contracts;

/// <summary>Where the other rooms publish what reports count, in the same unit of work as the thing itself.</summary>
public sealed class Facts
{
    private readonly TurnaDb db;
    private readonly KeyVault vault;

    internal Facts(TurnaDb db, KeyVault vault)
    {
        this.db = db;
        this.vault = vault;
    }

    /// <summary>Adds a fact to the unit of work. The person becomes a pseudonym and the record a token; her age becomes a band.</summary>
    public void Publish(OrganisationId organisation, Fact fact) => db.Add(new FactRow
    {
        Id = Guid.CreateVersion7(),
        Organisation = organisation,
        Team = fact.Team,
        Kind = fact.Kind,
        On = fact.On,
        Record = vault.FactToken(fact.Record),
        Person = fact.Person.Id is { } person ? vault.Pseudonym(person) : null,
        Sex = fact.Person.Sex,
        AgeBand = AgeBands.Of(fact.Person.Age),
        Oblast = fact.Person.Oblast,
        Destination = fact.Destination,
        Subtype = fact.Subtype,
        Topics = Words(fact.Topics),
        Minutes = fact.Minutes,
        Guarded = fact.Guarded,
        RecoveredMinor = fact.Recovered?.MinorUnits,
        Currency = fact.Recovered?.Currency,
    });

    /// <summary>
    /// Adds a fact about the same person as an earlier fact of the same record, with her attributes as they were coded then. Nothing sealed is
    /// opened. Without an earlier fact the person counts as anonymous.
    /// </summary>
    public async Task PublishLikeAsync(OrganisationId organisation, FactKind earlier, Fact fact, CancellationToken cancel)
    {
        var token = vault.FactToken(fact.Record);
        var model = await db.Set<FactRow>().AsNoTracking().FirstOrDefaultAsync(f => f.Record == token && f.Kind == earlier, cancel);
        Publish(organisation, fact with { Person = FactPerson.Anonymous });
        if (model is null) return;
        var row = db.Set<FactRow>().Local.Last(f => f.Record == token && f.Kind == fact.Kind);
        (row.Person, row.Sex, row.AgeBand, row.Oblast) = (model.Person, model.Sex, model.AgeBand, model.Oblast);
    }

    /// <summary>
    /// Puts what is true in the place of what a record published as a fact of this kind: from now on reports count this. The team and
    /// whether the fact is guarded stay. A record that published none publishes it now.
    /// </summary>
    /// <param name="organisation">Whose record it is.</param>
    /// <param name="fact">What is true.</param>
    /// <param name="keepsPerson">True when whom it concerns, and her attributes as they were coded, stay; <see cref="Fact.Person"/> is not looked at.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task CorrectAsync(OrganisationId organisation, Fact fact, bool keepsPerson, CancellationToken cancel)
    {
        var token = vault.FactToken(fact.Record);
        if (await db.Set<FactRow>().SingleOrDefaultAsync(f => f.Record == token && f.Kind == fact.Kind, cancel) is not { } row)
        {
            Publish(organisation, keepsPerson ? fact with { Person = FactPerson.Anonymous } : fact);
            return;
        }

        (row.On, row.Destination, row.Subtype, row.Topics, row.Minutes) = (fact.On, fact.Destination, fact.Subtype, Words(fact.Topics), fact.Minutes);
        (row.RecoveredMinor, row.Currency) = (fact.Recovered?.MinorUnits, fact.Recovered?.Currency);
        if (keepsPerson) return;
        (row.Person, row.Sex) = (fact.Person.Id is { } person ? vault.Pseudonym(person) : null, fact.Person.Sex);
        (row.AgeBand, row.Oblast) = (AgeBands.Of(fact.Person.Age), fact.Person.Oblast);
    }

    /// <summary>Guards all facts that a record published, or no longer: reports leave guarded ones out of exact figures.</summary>
    public async Task GuardAsync(Guid record, bool guarded, CancellationToken cancel)
    {
        var token = vault.FactToken(record);
        foreach (var row in await db.Set<FactRow>().Where(f => f.Record == token).ToListAsync(cancel)) row.Guarded = guarded;
    }

    /// <summary>Takes back the facts of one kind that a record published.</summary>
    public async Task WithdrawAsync(Guid record, FactKind kind, CancellationToken cancel)
    {
        var token = vault.FactToken(record);
        db.RemoveRange(await db.Set<FactRow>().Where(f => f.Record == token && f.Kind == kind).ToListAsync(cancel));
    }

    /// <summary>Takes back one fact of those of this kind, day and subtype that a record published, whichever: they are alike. None when there is none.</summary>
    public async Task WithdrawOneAsync(Guid record, FactKind kind, DateOnly on, string? subtype, CancellationToken cancel)
    {
        var token = vault.FactToken(record);
        var row = await db.Set<FactRow>().Where(f => f.Record == token && f.Kind == kind && f.On == on && f.Subtype == subtype).OrderBy(f => f.Id).FirstOrDefaultAsync(cancel);
        if (row is not null) db.Remove(row);
    }

    /// <summary>
    /// Counts the facts of these records (consultations, cases) as facts about one person from now on, whatever pseudonym they bore before.
    /// Anonymous contacts stay anonymous.
    /// </summary>
    /// <param name="records">The records that concern her.</param>
    /// <param name="person">The person under whom they count.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task CountAsAsync(IReadOnlyCollection<Guid> records, Guid person, CancellationToken cancel)
    {
        const int AtOnce = 500;
        var pseudonym = vault.Pseudonym(person);
        foreach (var some in records.Select(vault.FactToken).Chunk(AtOnce))
        {
            var rows = await db.Set<FactRow>().Where(f => some.Contains(f.Record) && f.Person != null).ToListAsync(cancel);
            foreach (var row in rows) row.Person = pseudonym;
        }
    }

    private static string Words(IReadOnlyList<string> topics) => string.Join(' ', topics.Order(StringComparer.Ordinal));
}
