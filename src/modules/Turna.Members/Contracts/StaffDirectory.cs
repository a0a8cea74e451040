using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.Contracts;

/// <summary>A colleague, as other rooms may show her.</summary>
public sealed record Colleague(MemberId Id, string Name, bool Suspended);

/// <summary>A team, as other rooms may show it.</summary>
public sealed record TeamName(TeamId Id, string Name);

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
    private readonly TimeProvider clock;

    internal StaffDirectory(TurnaDb db, Remembered remembered, TimeProvider clock)
    {
        this.db = db;
        this.remembered = remembered;
        this.clock = clock;
    }

    /// <summary>A member with her roles as they are at this moment; null when she is suspended or unknown.</summary>
    public async Task<StaffMember?> FindAsync(MemberId id, CancellationToken cancel) =>
        await remembered.OrReadAsync(db, ("member", id), unit => ReadAsync(unit, id, cancel), typeof(Member), typeof(Organisation), typeof(Membership));

    private static async Task<StaffMember?> ReadAsync(TurnaDb db, MemberId id, CancellationToken cancel)
    {
        var member = await db.Set<Member>().AsNoTracking().Where(m => m.Id == id && m.SuspendedAt == null)
            .Join(db.Set<Organisation>(), m => m.Organisation, o => o.Id, (m, o) => new { m.Name, m.Language, m.Organisation, HasTotp = m.SealedTotp != null, OrganisationName = o.Name, o.TimeZone })
            .SingleOrDefaultAsync(cancel);
        if (member is null) return null;
        var actor = await ActorAsync(db, id, member.Organisation, cancel);
        return new StaffMember(actor, member.Name, member.OrganisationName, member.Language, member.TimeZone) { NeedsAuthenticator = !member.HasTotp };
    }

    internal Task<Actor> ActorAsync(MemberId id, OrganisationId organisation, CancellationToken cancel) => ActorAsync(db, id, organisation, cancel);

    private static async Task<Actor> ActorAsync(TurnaDb db, MemberId id, OrganisationId organisation, CancellationToken cancel) =>
        new(id, organisation, await db.Set<Membership>().AsNoTracking().Where(m => m.Member == id).Select(m => new RoleGrant(m.Role, m.Team)).ToListAsync(cancel));

    /// <summary>The teams of an organisation that are not closed, by name.</summary>
    public async Task<IReadOnlyList<TeamName>> TeamsAsync(OrganisationId organisation, CancellationToken cancel) =>
        await remembered.OrReadAsync(
            db, ("teams", organisation), unit => unit.Set<Team>().AsNoTracking().Where(t => t.Organisation == organisation && t.ClosedAt == null)
                .OrderBy(t => t.Name).Select(t => new TeamName(t.Id, t.Name)).ToListAsync(cancel), typeof(Team));

    /// <summary>Everyone who belongs to a team by any role, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> MembersOfAsync(TeamId team, CancellationToken cancel) =>
        await remembered.OrReadAsync(
            db, ("members of", team), unit => unit.Set<Membership>().AsNoTracking().Where(m => m.Team == team).Select(m => m.Member).Distinct()
                .Join(unit.Set<Member>(), id => id, m => m.Id, (_, m) => m)
                .OrderBy(m => m.Name).Select(m => new Colleague(m.Id, m.Name, m.SuspendedAt != null)).ToListAsync(cancel), typeof(Membership), typeof(Member));

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
