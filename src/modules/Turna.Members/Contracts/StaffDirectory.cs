using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.Contracts;

/// <summary>A colleague, as other rooms may show her.</summary>
public sealed record Colleague(MemberId Id, string Name, bool Suspended);

/// <summary>A team, as other rooms may show it.</summary>
public sealed record TeamName(TeamId Id, string Name)
{
    /// <summary>It has protection staff: what goes there by mistake is out of its writer's colleagues' sight, so it is never chosen beforehand where there is another.</summary>
    public bool Protects { get; init; }
}

/// <summary>A signed-in member as the host needs her: who she is, in which language, and what her roles are now.</summary>
public sealed record StaffMember(Actor Actor, string Name, string OrganisationName, string Language, string TimeZone)
{
    /// <summary>She has a password but no authenticator yet: until it is set up nothing else is open to her.</summary>
    public bool NeedsAuthenticator { get; init; }
}

/// <summary>Who works here. Reads only; names are not sealed.</summary>
public sealed class StaffDirectory
{
    private readonly TurnaDb db;
    private readonly Remembered remembered;
    private readonly RowTruth truth;
    private readonly TimeProvider clock;

    internal StaffDirectory(TurnaDb db, Remembered remembered, RowTruth truth, TimeProvider clock)
    {
        this.db = db;
        this.remembered = remembered;
        this.truth = truth;
        this.clock = clock;
    }

    /// <summary>A member with her roles as they are at this moment; null when she is suspended or unknown, or her account was changed outside of Turna. A role
    /// that somebody wrote into the database counts for nothing.</summary>
    public async Task<StaffMember?> FindAsync(MemberId id, CancellationToken cancel) =>
        await remembered.OrReadAsync(db, ("member", id), unit => ReadAsync(unit, id, cancel), typeof(Member), typeof(Organisation), typeof(Membership));

    private async Task<StaffMember?> ReadAsync(TurnaDb db, MemberId id, CancellationToken cancel)
    {
        if (await AccountAsync(db, id, cancel) is not { SuspendedAt: null } member) return null;
        var organisation = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == member.Organisation, cancel);
        var actor = await ActorAsync(db, id, member.Organisation, cancel);
        return new StaffMember(actor, member.Name, organisation.Name, member.Language, organisation.TimeZone) { NeedsAuthenticator = member.SealedTotp is null };
    }

    /// <summary>Whether her account stands in the database as Turna wrote it.</summary>
    internal async Task<bool> IsTrueAsync(MemberId id, CancellationToken cancel) => await AccountAsync(db, id, cancel) is not null;

    private async Task<Member?> AccountAsync(TurnaDb db, MemberId id, CancellationToken cancel)
    {
        var read = await db.Set<Member>().Where(m => m.Id == id).WithStamps().SingleOrDefaultAsync(cancel);
        return read is not null && await truth.HoldsAsync(db, read.Row.Organisation, read) ? read.Row : null;
    }

    internal Task<Actor> ActorAsync(MemberId id, OrganisationId organisation, CancellationToken cancel) => ActorAsync(db, id, organisation, cancel);

    private async Task<Actor> ActorAsync(TurnaDb db, MemberId id, OrganisationId organisation, CancellationToken cancel)
    {
        var memberships = await truth.ReadAsync(db, organisation, db.Set<Membership>().Where(m => m.Member == id), cancel);
        return new Actor(id, organisation, [.. memberships.Select(m => new RoleGrant(m.Role, m.Team))]);
    }

    /// <summary>The teams of an organisation that are not closed, by name; those with protection staff last.</summary>
    public async Task<IReadOnlyList<TeamName>> TeamsAsync(OrganisationId organisation, CancellationToken cancel) =>
        await remembered.OrReadAsync(
            db, ("teams", organisation), unit => unit.Set<Team>().AsNoTracking().Where(t => t.Organisation == organisation && t.ClosedAt == null)
                .Select(t => new { t.Id, t.Name, Protects = unit.Set<Membership>().Any(m => m.Team == t.Id && m.Role == Role.Protection) })
                .OrderBy(t => t.Protects).ThenBy(t => t.Name).Select(t => new TeamName(t.Id, t.Name) { Protects = t.Protects }).ToListAsync(cancel), typeof(Team), typeof(Membership));

    /// <summary>Everyone who belongs to a team by any role, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> MembersOfAsync(TeamId team, CancellationToken cancel) =>
        await remembered.OrReadAsync(
            db, ("members of", team), unit => unit.Set<Membership>().AsNoTracking().Where(m => m.Team == team).Select(m => m.Member).Distinct()
                .Join(unit.Set<Member>(), id => id, m => m.Id, (_, m) => m)
                .OrderBy(m => m.Name).Select(m => new Colleague(m.Id, m.Name, m.SuspendedAt != null)).ToListAsync(cancel), typeof(Membership), typeof(Member));

    /// <summary>Every role that somebody has in a team, also while she is suspended.</summary>
    public async Task<IReadOnlyList<(MemberId Member, RoleGrant Grant)>> GrantsInAsync(TeamId team, CancellationToken cancel) =>
        await remembered.OrReadAsync(
            db, ("grants in", team), async unit => (await unit.Set<Membership>().AsNoTracking().Where(m => m.Team == team).OrderBy(m => m.Id)
                .Select(m => new { m.Member, m.Role }).ToListAsync(cancel)).ConvertAll(m => (m.Member, new RoleGrant(m.Role, team))), typeof(Membership));

    /// <summary>Those of a team who may do something there now, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> WhoMayAsync(Permission permission, TeamId team, CancellationToken cancel)
    {
        var found = new List<Colleague>();
        foreach (var colleague in await MembersOfAsync(team, cancel))
        {
            if (!colleague.Suspended && await FindAsync(colleague.Id, cancel) is { } member && member.Actor.MayIn(permission, team)) found.Add(colleague);
        }

        return found;
    }

    /// <summary>Everyone in the organisation, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(OrganisationId organisation, CancellationToken cancel) =>
        await remembered.OrReadAsync(
            db, ("colleagues", organisation), unit => unit.Set<Member>().AsNoTracking().Where(m => m.Organisation == organisation)
                .OrderBy(m => m.Name).Select(m => new Colleague(m.Id, m.Name, m.SuspendedAt != null)).ToListAsync(cancel), typeof(Member));

    /// <summary>The day it is now in the organisation's office.</summary>
    public async Task<DateOnly> TodayAsync(OrganisationId organisation, CancellationToken cancel) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, await ZoneAsync(organisation, cancel)));

    /// <summary>The time zone of the organisation's office, to show moments in.</summary>
    public async Task<TimeZoneInfo> ZoneAsync(OrganisationId organisation, CancellationToken cancel) => TimeZoneInfo.FindSystemTimeZoneById(await remembered.OrReadAsync(
        db, ("zone", organisation), unit => unit.Set<Organisation>().AsNoTracking().Where(o => o.Id == organisation).Select(o => o.TimeZone).SingleAsync(cancel), typeof(Organisation)));

    /// <summary>The key circles a member belongs to by her roles: her teams, and the whole organisation when she works with people.</summary>
    public static IReadOnlyList<CircleId> CirclesOf(Actor actor)
    {
        var circles = actor.Grants.Where(g => g.Team is not null && WorksWithPeople(g.Role)).Select(g => CircleId.Of(g.Team!.Value)).Distinct().ToList();
        if (actor.Grants.Any(g => WorksWithPeople(g.Role))) circles.Insert(0, CircleId.Of(actor.Organisation));
        return circles;
    }

    private static bool WorksWithPeople(Role role) => role is Role.FrontDesk or Role.Caseworker or Role.Protection or Role.Supervisor;
}
