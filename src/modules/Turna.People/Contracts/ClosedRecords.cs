using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Contracts;

/// <summary>Tells a room whose restricted records a member may not open, so that what was said of them is closed to her too. Opens nothing.</summary>
public sealed class ClosedRecords
{
    private readonly TurnaDb db;
    private readonly KeyVault vault;

    internal ClosedRecords(TurnaDb db, KeyVault vault) => (this.db, this.vault) = (db, vault);

    /// <summary>The restricted records of her organisation that are not hers to open, in no order. Standard records are never among them.</summary>
    public async Task<IReadOnlyList<PersonId>> ToAsync(Actor actor, CancellationToken cancel)
    {
        var restricted = await db.Set<Person>().AsNoTracking().Where(p => p.Organisation == actor.Organisation && p.Sensitivity == PersonSensitivity.Restricted)
            .Select(p => new { p.Id, p.Team }).ToListAsync(cancel);
        var open = restricted.Select(p => p.Team).OfType<TeamId>().Distinct().Where(t => PersonAccess.MayKeep(actor, t) && vault.Holds(CircleId.Of(t))).ToHashSet();
        return [.. restricted.Where(p => p.Team is not { } team || !open.Contains(team)).Select(p => p.Id)];
    }
}
