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
        Topics = string.Join(' ', fact.Topics.Order(StringComparer.Ordinal)),
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

    /// <summary>Takes back the facts of one kind that a record published.</summary>
    public async Task WithdrawAsync(Guid record, FactKind kind, CancellationToken cancel)
    {
        var token = vault.FactToken(record);
        db.RemoveRange(await db.Set<FactRow>().Where(f => f.Record == token && f.Kind == kind).ToListAsync(cancel));
    }

    /// <summary>Counts two records as one person from now on (a confirmed duplicate), or apart again with the roles of the ids reversed.</summary>
    /// <param name="from">The person whose facts are to bear the other's pseudonym.</param>
    /// <param name="to">The person whose pseudonym they bear from now on.</param>
    /// <param name="records">The records of <paramref name="from"/>: only their facts are moved, so that the step can be undone.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public async Task CountAsAsync(Guid from, Guid to, IReadOnlyCollection<Guid> records, CancellationToken cancel)
    {
        var tokens = records.Select(vault.FactToken).ToList();
        var before = vault.Pseudonym(from);
        var rows = await db.Set<FactRow>().Where(f => f.Person == before || tokens.Contains(f.Record)).ToListAsync(cancel);
        foreach (var row in rows) row.Person = vault.Pseudonym(to);
    }
}
