namespace Turna.Kernel;

/// <summary>What a member may do by her work. One member may hold several roles, each in one team or in the organisation.</summary>
public enum Role
{
    /// <summary>Takes calls and visitors: searches, registers, logs consultations.</summary>
    FrontDesk,

    /// <summary>Caseworker, lawyer or psychologist: keeps the cases of own teams.</summary>
    Caseworker,

    /// <summary>Protection team: also restricted identities of own team, protected cases where named.</summary>
    Protection,

    /// <summary>Supervises a team: approves closing, hands over, sees its load.</summary>
    Supervisor,

    /// <summary>Sees protected tables, never a record.</summary>
    Analyst,

    /// <summary>Accounts, teams, settings, backups; never content.</summary>
    Administrator,
}

/// <summary>A role in a team; without a team it holds for the organisation (analyst, administrator).</summary>
public readonly record struct RoleGrant(Role Role, TeamId? Team);

/// <summary>
/// A kind of act and the roles that may do it. Named <c>module.act</c>. Scope (team, sensitivity) is checked in the use case on the resource.
/// </summary>
public sealed record Permission(string Name, string Description, IReadOnlyList<Role> Roles);

/// <summary>A kind of entry in the ledger, named <c>thing.happened</c>.</summary>
public sealed record Act(string Name, string Description);

/// <summary>Who acts: a required parameter of every write and of every opening.</summary>
public sealed record Actor(MemberId Member, OrganisationId Organisation, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>The teams she belongs to by any role.</summary>
    public IEnumerable<TeamId> Teams => Grants.Where(g => g.Team is not null).Select(g => g.Team!.Value).Distinct();

    public bool May(Permission permission) => Grants.Any(g => permission.Roles.Contains(g.Role));

    /// <summary>Whether one of the permission's roles is hers in this very team.</summary>
    public bool MayIn(Permission permission, TeamId team) => Grants.Any(g => g.Team == team && permission.Roles.Contains(g.Role));

    public bool Has(Role role) => Grants.Any(g => g.Role == role);

    public bool HasIn(Role role, TeamId team) => Grants.Any(g => g.Role == role && g.Team == team);

    public bool BelongsTo(TeamId team) => Grants.Any(g => g.Team == team);
}
