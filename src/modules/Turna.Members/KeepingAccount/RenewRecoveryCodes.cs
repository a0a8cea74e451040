using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;
using Turna.Members.SigningIn;
using Turna.Vault;

namespace Turna.Members.KeepingAccount;

/// <summary>Gives a member ten new recovery codes for her password; the old are void.</summary>
internal sealed class RenewRecoveryCodes(TurnaDb db, MemberKeys keys, SecondFactor factor, AuditLedger ledger, SignInPace pace)
{
    internal sealed record Input(string? Password);

    public Task<int> LeftAsync(Actor actor, CancellationToken cancel) => db.Set<RecoveryCode>().CountAsync(c => c.Member == actor.Member, cancel);

    public async Task<Result<SetUpAuthenticator.NewCodes>> HandleAsync(Input input, Actor actor, string address, CancellationToken cancel)
    {
        var member = await db.Set<Member>().SingleAsync(m => m.Id == actor.Member, cancel);
        if (!pace.Admit(member.SignInName, address)) return Error.Refuse("Too many wrong passwords. Wait some minutes and try again.");
        if (!await keys.UnlockAsync(actor.Member, input.Password ?? string.Empty, cancel)) return Error.Field(nameof(Input.Password), "This is not your password.");

        pace.GiveBack(member.SignInName, address);
        var given = await factor.RenewCodesAsync(member, cancel);
        ledger.Record(actor, MembersActs.RecoveryCodesRenewed, actor.Member.Value);
        var done = await db.CommitAsync(Done.It, cancel);
        return done.Succeeded ? new SetUpAuthenticator.NewCodes(given) : done.Error;
    }
}
