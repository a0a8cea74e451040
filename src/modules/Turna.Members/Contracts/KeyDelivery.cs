using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Members.Contracts;

/// <summary>Brings the keys that were passed to a member into her session, and makes those that are hers to make.</summary>
public sealed class KeyDelivery(TurnaDb db, Circles circles, KeyVault vault, AuditLedger ledger)
{
    private const int GrantsAtOnce = 200;

    /// <summary>Takes what is there; what it makes is committed at once. Her keys must be open and nothing else may wait to be saved.</summary>
    public async Task TakeAsync(Actor actor, CancellationToken cancel)
    {
        var made = await circles.JoinAsync(actor.Organisation, StaffDirectory.CirclesOf(actor), cancel);
        if (await vault.ResealGrantsAsync(GrantsAtOnce, cancel) == 0 && !made) return;
        ledger.Record(actor, MembersActs.KeysMade, actor.Member.Value);
        try
        {
            var kept = await db.CommitAsync(Done.It, cancel);
            // Another session wrapped the same grants first, or rows are not as Turna left them: what was made here must not ride along with what she does next.
            if (!kept.Succeeded) db.ChangeTracker.Clear();
        }
        catch (DbUpdateException)
        {
            // Another request of the circle made the key at the same moment; hers is passed on like any other.
            db.ChangeTracker.Clear();
        }
    }
}
