using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.SigningIn;

/// <summary>
/// Starts a session with name, password and one-time code. Whatever is wrong, the answer, its work and what is written are the same,
/// so that nobody learns by trying which names exist.
/// </summary>
internal sealed class SignIn(
    TurnaDb db, MemberKeys keys, SecondFactor factor, Circles circles, Sessions sessions, StaffDirectory staff, AuditLedger ledger, SignInPace pace, TimeProvider clock)
{
    internal sealed record Input(string? Name, string? Password, string? Code);

    internal sealed record Started(string Cookie, string Language);

    public static readonly Error Refusal = Error.Refuse(
        "We could not sign you in. Check the name, the password and the code. After several wrong tries signing in rests for some minutes.");

    public async Task<Result<Started>> HandleAsync(Input input, string address, string? device, CancellationToken cancel)
    {
        var (name, password) = (SignInName.Normal(input.Name), input.Password ?? string.Empty);
        if (!pace.Admit(name, address)) return Refusal;

        var member = await db.Set<Member>().SingleOrDefaultAsync(m => m.SignInName == name, cancel);
        if (member is null || !member.MaySignIn(Now))
        {
            keys.SpendTheSameTime(password);
            return await RefuseAsync(member, cancel);
        }

        var isHers = await keys.UnlockAsync(member.Id, password, cancel);
        if (!isHers || !await factor.AcceptAsync(member, input.Code, cancel)) return await RefuseAsync(member, cancel);
        // Whoever wrote into her account, say that she is not suspended, gets no session by it: neither her password nor her code makes it true.
        if (!await staff.IsTrueAsync(member.Id, cancel)) return await RefuseAsync(member, cancel, Error.Altered);

        pace.GiveBack(name, address);
        return await StartAsync(member, device, cancel);
    }

    private async Task<Result<Started>> StartAsync(Member member, string? device, CancellationToken cancel)
    {
        member.Succeeded();
        var actor = await staff.ActorAsync(member.Id, member.Organisation, cancel);
        if (await circles.JoinAsync(actor.Organisation, StaffDirectory.CirclesOf(actor), cancel)) ledger.Record(actor, MembersActs.KeysMade, member.Id.Value);
        await sessions.SweepAsync(member.Id, cancel);
        var cookie = sessions.Start(member.Organisation, member.Id, device);
        ledger.Record(actor, MembersActs.SignedIn, member.Id.Value);
        try
        {
            return await db.CommitAsync(new Started(cookie, member.Language), cancel);
        }
        catch (DbUpdateException)
        {
            // Two first sessions of a team made its key at once; only one can be the first.
            return Error.Refuse("A colleague signed in at the same moment. Try again.");
        }
    }

    private async Task<Error> RefuseAsync(Member? member, CancellationToken cancel, Error? why = null)
    {
        member?.Failed(Now);
        ledger.RecordUnsigned(member?.Organisation ?? default, member?.Id, MembersActs.SignInRefused);
        var counted = await db.CommitAsync(Done.It, cancel);
        // Her account cannot be written; that she was refused is on record all the same.
        if (counted.Error == Error.Altered) await ledger.RecordNowAsync(member!.Organisation, member.Id, MembersActs.SignInRefused, string.Empty, [], cancel);
        return why ?? Refusal;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
