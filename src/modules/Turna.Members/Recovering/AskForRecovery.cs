using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;
using Turna.Members.KeepingAccount;
using Turna.Members.SigningIn;
using Turna.Vault;

namespace Turna.Members.Recovering;

/// <summary>
/// First step of the recovery ceremony: somebody who lost her password or authenticator chooses a new password and gets a ticket to come
/// back with. Her colleagues see the request on every page. The answer is the same for a name that does not exist.
/// </summary>
internal sealed class AskForRecovery(TurnaDb db, MemberKeys keys, AuditLedger ledger, SignInPace pace, TimeProvider clock)
{
    /// <summary>Time for colleagues to notice a request that is not hers.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromHours(48);

    private const int MostWaiting = 5;

    internal sealed record Input(string? Name, string? Password, string? Again);

    internal sealed record Asked(string Ticket, DateTime ReadyAt);

    public async Task<Result<Asked>> HandleAsync(Input input, string address, CancellationToken cancel)
    {
        var (name, password) = (SignInName.Normal(input.Name), input.Password ?? string.Empty);
        if (!SignInName.IsUsable(name)) return Error.Field(nameof(Input.Name), "Write your sign-in name.");
        if (PasswordRules.WhyNot(password, name, name, nameof(Input.Password)) is { } weak) return weak;
        if (input.Password != input.Again) return Error.Field(nameof(Input.Again), "Write the password the same way twice.");
        if (!pace.Admit(name, address)) return Error.Refuse("Too many tries. Wait some minutes and try again.");

        var (ticket, hash) = OneTimeCodes.NewTicket();
        var member = await db.Set<Member>().SingleOrDefaultAsync(m => m.SignInName == name && m.SuspendedAt == null && m.SealedTotp != null, cancel);
        if (member is null) keys.SpendTheSameTime(password);
        else await KeepAsync(member, password, hash, cancel);
        ledger.RecordUnsigned(member?.Organisation ?? default, member?.Id, MembersActs.RecoveryAsked, member is null ? [] : [member.Id.Value]);
        await db.CommitAsync(Done.It, cancel);
        return new Asked(ticket, Now + Delay);
    }

    private async Task KeepAsync(Member member, string password, byte[] ticketHash, CancellationToken cancel)
    {
        // Anybody can ask in her name, so a request ends no other; colleagues see all that wait and stop those that are not hers.
        if (await db.Set<RecoveryRequest>().CountAsync(r => r.Member == member.Id && r.Outcome == RecoveryOutcome.Waiting, cancel) >= MostWaiting)
        {
            keys.SpendTheSameTime(password);
            return;
        }

        var request = new RecoveryRequest
        {
            Id = Guid.CreateVersion7(), Member = member.Id, Organisation = member.Organisation, TicketHash = ticketHash, RequestedAt = Now, ReadyAt = Now + Delay,
        };
        db.Add(request);
        keys.Create(member.Organisation, request.KeyHolder, password);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <summary>A colleague says that a request is not of the one it names; it ends at once.</summary>
internal sealed class StopRecovery(TurnaDb db, RecoveryRequests requests, MemberKeys keys, AuditLedger ledger, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await requests.FindAsync(id, actor, cancel) is not { } request) return Error.NotFound;
        (request.Outcome, request.EndedAt) = (RecoveryOutcome.Stopped, clock.GetUtcNow().UtcDateTime);
        await keys.ForgetAsync(request.KeyHolder, cancel);
        ledger.Record(actor, MembersActs.RecoveryStopped, request.Member.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
