using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Members.SigningIn;
using Turna.Vault;

namespace Turna.Members.Recovering;

/// <summary>
/// Last step of the recovery ceremony, after the delay: the ticket and the password of the request, and two of the three shares. She gets
/// new keys of her own, the keys of her circles by the recovery key, and a session in which she sets up her authenticator.
/// </summary>
internal sealed class RegainAccess(
    TurnaDb db, MemberKeys keys, Recovery recovery, Sessions sessions, StaffDirectory staff, RowTruth truth, AuditLedger ledger, SignInPace pace, TimeProvider clock)
{
    internal sealed record Input(string? Ticket, string? Password, string? ShareOne, string? ShareTwo);

    public static readonly Error Refusal = Error.Refuse(
        "This did not work. Check the ticket, the password and both shares. It works from two days after you asked on, unless a colleague stopped it.");

    public async Task<Result<SignIn.Started>> HandleAsync(Input input, string address, string? device, CancellationToken cancel)
    {
        var (password, hash) = (input.Password ?? string.Empty, OneTimeCodes.TicketHash(input.Ticket ?? string.Empty));
        // Paced by the ticket, so that a stranger's tries do not use up hers.
        var paced = $"recovery {Convert.ToHexString(hash)}";
        if (!pace.Admit(paced, address)) return Refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        var request = await db.Set<RecoveryRequest>().SingleOrDefaultAsync(r => r.TicketHash == hash && r.Outcome == RecoveryOutcome.Waiting && r.ReadyAt <= now, cancel);
        if (request is null)
        {
            keys.SpendTheSameTime(password);
            return await RefuseAsync(null, cancel);
        }

        var member = await db.Set<Member>().SingleAsync(m => m.Id == request.Member, cancel);
        if (!await IsTrueAsync(request, cancel)) return Error.Altered;
        if (member.SuspendedAt is not null || !await keys.UnlockAsync(request.KeyHolder, password, cancel)) return await RefuseAsync(member, cancel);
        var actor = await staff.ActorAsync(member.Id, member.Organisation, cancel);
        if (!await recovery.GiveAsync(actor.Organisation, request.KeyHolder, [], input.ShareOne ?? string.Empty, input.ShareTwo ?? string.Empty, cancel))
            return await RefuseAsync(member, cancel);

        pace.GiveBack(paced, address);
        return await LetInAsync(request, member, actor, input, device, now, cancel);
    }

    // Neither the two days of delay nor whom the request concerns may come from somebody who wrote into the database.
    private async Task<bool> IsTrueAsync(RecoveryRequest request, CancellationToken cancel) =>
        await staff.IsTrueAsync(request.Member, cancel)
        && (await truth.ReadAsync(db, request.Organisation, db.Set<RecoveryRequest>().Where(r => r.Id == request.Id), cancel)).Count == 1;

    // Three steps, for the recovery key seals only to a key pair that is known. The request ends with the last, so that what was cut short
    // is done again from the start.
    private async Task<Result<SignIn.Started>> LetInAsync(RecoveryRequest request, Member member, Actor actor, Input input, string? device, DateTime now, CancellationToken cancel)
    {
        await keys.ForgetAsync(member.Id, cancel);
        await sessions.EndAllAsync(member.Id, cancel);
        await ForgetSecondFactorAsync(member, cancel);
        ledger.RecordUnsigned(actor.Organisation, member.Id, MembersActs.RecoveryCompleted, member.Id.Value);
        var forgotten = await db.CommitAsync(Done.It, cancel);
        if (!forgotten.Succeeded) return forgotten.Error;

        keys.Create(actor.Organisation, member.Id, input.Password!);
        ledger.RecordUnsigned(actor.Organisation, member.Id, MembersActs.Welcomed, member.Id.Value);
        var renewed = await db.CommitAsync(Done.It, cancel);
        if (!renewed.Succeeded) return renewed.Error;

        await recovery.GiveAsync(actor.Organisation, member.Id, StaffDirectory.CirclesOf(actor), input.ShareOne!, input.ShareTwo!, cancel);
        foreach (var waiting in await db.Set<RecoveryRequest>().Where(r => r.Member == member.Id && r.Outcome == RecoveryOutcome.Waiting).ToListAsync(cancel))
        {
            (waiting.Outcome, waiting.EndedAt) = (waiting.Id == request.Id ? RecoveryOutcome.Completed : RecoveryOutcome.Stopped, now);
            await keys.ForgetAsync(waiting.KeyHolder, cancel);
        }

        var cookie = sessions.Start(actor.Organisation, member.Id, device);
        ledger.RecordUnsigned(actor.Organisation, member.Id, MembersActs.Admitted, member.Id.Value);
        return await db.CommitAsync(new SignIn.Started(cookie, member.Language), cancel);
    }

    private async Task ForgetSecondFactorAsync(Member member, CancellationToken cancel)
    {
        (member.SealedTotp, member.LastTotpStep, member.FailedSignIns, member.LockedUntil) = (null, 0, 0, null);
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.Member == member.Id).ToListAsync(cancel));
    }

    private async Task<Error> RefuseAsync(Member? member, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        ledger.RecordUnsigned(member?.Organisation ?? default, member?.Id, MembersActs.SignInRefused);
        await db.CommitAsync(Done.It, cancel);
        return Refusal;
    }
}
