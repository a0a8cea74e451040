using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.Administering;

/// <summary>A member in the administrator's list.</summary>
internal sealed record MemberLine(MemberId Id, string Name, string SignInName, AccountState State, IReadOnlyList<(Role Role, string? Team)> Roles);

/// <summary>Lists the members of an administrator's organisation.</summary>
internal sealed class ListMembers(TurnaDb db, Accounts accounts)
{
    public async Task<IReadOnlyList<MemberLine>> HandleAsync(Actor actor, CancellationToken cancel)
    {
        var members = await db.Set<Member>().AsNoTracking().Where(m => m.Organisation == actor.Organisation).OrderBy(m => m.Name).ToListAsync(cancel);
        var teams = await db.Set<Team>().AsNoTracking().Where(t => t.Organisation == actor.Organisation).ToDictionaryAsync(t => t.Id, t => t.Name, cancel);
        var roles = (await db.Set<Membership>().AsNoTracking().Where(m => m.Organisation == actor.Organisation).ToListAsync(cancel)).ToLookup(m => m.Member);
        return
        [
            .. members.Select(m => new MemberLine(
                m.Id, m.Name, m.SignInName, accounts.StateOf(m), [.. roles[m.Id].Select(r => (r.Role, r.Team is { } team ? teams[team] : null))])),
        ];
    }
}

/// <summary>A member as the administrator sees her. No content, no keys.</summary>
internal sealed record MemberView(
    MemberId Id, string Name, string SignInName, string Language, AccountState State, DateTime CreatedAt, DateTime? TicketEndsAt,
    IReadOnlyList<RoleView> Roles, IReadOnlyList<SessionSummary> Sessions);

/// <summary>Reads one account.</summary>
internal sealed class ViewMember(TurnaDb db, Accounts accounts, Sessions sessions)
{
    public async Task<MemberView?> HandleAsync(MemberId id, Actor actor, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, actor, cancel) is not { } member) return null;
        return new MemberView(
            member.Id, member.Name, member.SignInName, member.Language, accounts.StateOf(member), member.CreatedAt, member.TicketEndsAt,
            await RoleView.OfAsync(db, id, cancel), await sessions.ListAsync(id, cancel));
    }
}
