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
        await sessions.EndAsync(cookie, cancel);
        ledger.Record(actor, MembersActs.SignedOut, actor.Member.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
