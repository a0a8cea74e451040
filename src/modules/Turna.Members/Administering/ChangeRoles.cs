using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Members.Custody;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.Administering;

/// <summary>Gives a member a role. What she may do changes at once; keys of the team come only from somebody who holds them.</summary>
internal sealed class GiveRole(TurnaDb db, Accounts accounts, AuditLedger ledger)
{
    internal sealed record Input(Role? Role, Guid? Team);

    public async Task<Result<Done>> HandleAsync(MemberId id, Input input, Actor actor, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, actor, cancel) is not { } member) return Error.NotFound;
        if (input.Role is not { } role || !Enum.IsDefined(role)) return Error.Field(nameof(Input.Role), "Choose a role.");
        TeamId? team = RoleWords.IsOfTeam(role) && input.Team is { } chosen ? new TeamId(chosen) : null;
        if (RoleWords.IsOfTeam(role) && (team is null || !await accounts.TeamIsOpenAsync(team.Value, actor, cancel)))
            return Error.Field(nameof(Input.Team), "Choose the team of this role.");
        if (await db.Set<Membership>().AnyAsync(m => m.Member == id && m.Role == role && m.Team == team, cancel)) return Done.It;

        db.Add(Membership.Of(member, new RoleGrant(role, team), accounts.Now));
        ledger.Record(actor, MembersActs.RoleGiven, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}

/// <summary>
/// Takes a role from a member, ends her sessions at once and, where she leaves a circle by it, takes the circle's key: the next session of
/// a holder makes a new one.
/// </summary>
internal sealed class TakeRole(TurnaDb db, Accounts accounts, StaffDirectory staff, Circles circles, Holders holders, Sessions sessions, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(MemberId id, Guid role, Actor actor, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, actor, cancel) is not { } member) return Error.NotFound;
        if (await db.Set<Membership>().SingleOrDefaultAsync(m => m.Id == role && m.Member == id, cancel) is not { } held) return Done.It;
        if (held.Role == Role.Administrator && !await accounts.AnotherAdministratorAsync(member, cancel))
            return Error.Refuse("She is the only administrator. Give the role to somebody else first.");

        var before = await staff.ActorAsync(id, member.Organisation, cancel);
        var after = before with { Grants = [.. before.Grants.Where(g => g != new RoleGrant(held.Role, held.Team))] };
        var left = StaffDirectory.CirclesOf(before).Except(StaffDirectory.CirclesOf(after)).ToList();
        if (await holders.IsOnlyOneAsync(before, left, cancel))
            return Error.Refuse("She is the only one who holds these keys: without her nobody could open the team's records. Let her pass them to a colleague first.");

        foreach (var circle in left) await circles.RemoveAsync(circle, id, cancel);
        await sessions.EndAllAsync(id, cancel);
        db.Remove(held);
        ledger.Record(actor, MembersActs.RoleTaken, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
