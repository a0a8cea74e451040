using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Cases.Keeping;

/// <summary>A case that a member may open, with its key at hand.</summary>
internal sealed record OpenableCase(Case Case, SubjectKey Key);

/// <summary>
/// Who may know of a case: her team by role, and for a protected case her name on it. Checked on the resource in every use case; the key is
/// the second wall behind it. What is not for her looks missing.
/// </summary>
internal sealed class CaseAccess(TurnaDb db, KeyVault vault)
{
    /// <summary>The cases of which a member may know, to be narrowed further.</summary>
    public IQueryable<Case> Visible(Actor actor, Permission permission)
    {
        var teams = TeamsFor(actor, permission);
        var me = actor.Member;
        return db.Set<Case>().Where(c => c.Organisation == actor.Organisation && teams.Contains(c.Team)
            && (c.Sensitivity != Sensitivity.Protected || db.Set<NamedMember>().Any(n => n.Case == c.Id && n.Member == me)));
    }

    /// <summary>A case with its key; null when it is missing or not for her.</summary>
    public async Task<OpenableCase?> FindAsync(CaseId id, Actor actor, Permission permission, CancellationToken cancel)
    {
        var found = await Visible(actor, permission).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (found is null) return null;
        return await vault.FindKeyAsync(found.Subject, cancel) is { } key ? new OpenableCase(found, key) : null;
    }

    /// <summary>The consultations of own teams.</summary>
    public IQueryable<Consultation> VisibleConsultations(Actor actor)
    {
        var teams = TeamsFor(actor, CasesPermissions.Log);
        return db.Set<Consultation>().Where(c => c.Organisation == actor.Organisation && teams.Contains(c.Team));
    }

    public static List<TeamId> TeamsFor(Actor actor, Permission permission) =>
        [.. actor.Grants.Where(g => g.Team is not null && permission.Roles.Contains(g.Role)).Select(g => g.Team!.Value).Distinct()];
}
