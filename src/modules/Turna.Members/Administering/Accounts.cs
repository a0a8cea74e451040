using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Keeping;

namespace Turna.Members.Administering;

/// <summary>Where an account stands.</summary>
internal enum AccountState
{
    /// <summary>No ticket is open and she has never signed in.</summary>
    NotInvited,
    Invited,
    Active,
    Resting,
    Suspended,
}

/// <summary>The accounts of an administrator's own organisation; those of another are missing.</summary>
internal sealed class Accounts(TurnaDb db, TimeProvider clock)
{
    public Task<Member?> FindAsync(MemberId id, Actor actor, CancellationToken cancel) =>
        db.Set<Member>().SingleOrDefaultAsync(m => m.Id == id && m.Organisation == actor.Organisation, cancel);

    public Task<bool> TeamIsOpenAsync(TeamId team, Actor actor, CancellationToken cancel) =>
        db.Set<Team>().AnyAsync(t => t.Id == team && t.Organisation == actor.Organisation && t.ClosedAt == null, cancel);

    /// <summary>Whether somebody else could still administer if this member could not.</summary>
    public Task<bool> AnotherAdministratorAsync(Member member, CancellationToken cancel) =>
        db.Set<Membership>().Where(m => m.Organisation == member.Organisation && m.Role == Role.Administrator && m.Member != member.Id)
            .Join(db.Set<Member>(), m => m.Member, a => a.Id, (_, a) => a)
            .AnyAsync(a => a.SuspendedAt == null && a.SealedTotp != null, cancel);

    public AccountState StateOf(Member member) => member switch
    {
        { SuspendedAt: not null } => AccountState.Suspended,
        _ when member.IsResting(Now) => AccountState.Resting,
        { SealedTotp: not null } => AccountState.Active,
        _ when member.TicketEndsAt > Now => AccountState.Invited,
        _ => AccountState.NotInvited,
    };

    public DateTime Now => clock.GetUtcNow().UtcDateTime;
}
