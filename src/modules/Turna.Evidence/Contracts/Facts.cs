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
        RecoveredMinor = fact.Recovered?.MinorUnits,
        Currency = fact.Recovered?.Currency,
    });

    /// <summary>Takes back the facts of a record, before they are published anew with other particulars.</summary>
    public async Task WithdrawAsync(Guid record, CancellationToken cancel)
    {
        var token = vault.FactToken(record);
        db.RemoveRange(await db.Set<FactRow>().Where(f => f.Record == token).ToListAsync(cancel));
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
