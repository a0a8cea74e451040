using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Members.SigningIn;

/// <summary>Ends the session of this browser.</summary>
internal sealed class SignOut(TurnaDb db, Sessions sessions, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(string cookie, Actor actor, CancellationToken cancel)
    {
        // Whatever form led here, the session ends: nothing is only shown again, and no operation is answered a second time.
        (db.Hold, db.Operation) = (null, null);
        await sessions.EndAsync(cookie, cancel);
        ledger.Record(actor, MembersActs.SignedOut, actor.Member.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
