using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Members.KeepingAccount;
using Turna.Vault;

namespace Turna.Members.SigningIn;

/// <summary>
/// The first sign-in, with the ticket of the invitation: makes the member's keys with the password she chooses and starts a session in
/// which only the authenticator can be set up. The ticket holds until that is done.
/// </summary>
internal sealed class Welcome(TurnaDb db, MemberKeys keys, Sessions sessions, StaffDirectory staff, AuditLedger ledger, SignInPace pace, TimeProvider clock)
{
    internal sealed record Input(string? Name, string? Ticket, string? Password, string? Again);

    public static readonly Error Refusal = Error.Refuse(
        "We could not let you in. Check the sign-in name and the invitation; it works for three days. Your administrator can make a new one.");

    public async Task<Result<SignIn.Started>> HandleAsync(Input input, string address, string? device, CancellationToken cancel)
    {
        var (name, password) = (SignInName.Normal(input.Name), input.Password ?? string.Empty);
        if (input.Password != input.Again) return Error.Field(nameof(Input.Again), "Write the password the same way twice.");
        if (PasswordRules.WhyNot(password, name, name, nameof(Input.Password)) is { } weak) return weak;
        if (!pace.Admit(name, address)) return Refusal;

        var member = await db.Set<Member>().SingleOrDefaultAsync(m => m.SignInName == name, cancel);
        var isInvited = member is not null && member.IsInvited(OneTimeCodes.TicketHash(input.Ticket ?? string.Empty), Now);
        if (isInvited && PasswordRules.WhyNot(password, name, member!.Name, nameof(Input.Password)) is { } named) return named;
        if (isInvited && !await staff.IsTrueAsync(member!.Id, cancel)) return Error.Altered;
        if (!isInvited || !await OpenKeysAsync(member!, password, cancel)) return await RefuseAsync(member, isInvited, password, cancel);

        pace.GiveBack(name, address);
        var actor = await staff.ActorAsync(member!.Id, member.Organisation, cancel);
        var cookie = sessions.Start(member.Organisation, member.Id, device);
        ledger.Record(actor, MembersActs.Welcomed, member.Id.Value);
        return await db.CommitAsync(new SignIn.Started(cookie, member.Language), cancel);
    }

    // She may have gone away before the authenticator was set up: then her password is the one she chose first.
    private async Task<bool> OpenKeysAsync(Member member, string password, CancellationToken cancel)
    {
        if (await keys.ExistAsync(member.Id, cancel)) return await keys.UnlockAsync(member.Id, password, cancel);
        keys.Create(member.Organisation, member.Id, password);
        return true;
    }

    private async Task<Error> RefuseAsync(Member? member, bool triedPassword, string password, CancellationToken cancel)
    {
        if (!triedPassword) keys.SpendTheSameTime(password);
        ledger.RecordUnsigned(member?.Organisation ?? default, member?.Id, MembersActs.SignInRefused);
        await db.CommitAsync(Done.It, cancel);
        return Refusal;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
