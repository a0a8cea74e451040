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
        var (teams, open) = (TeamsFor(actor, permission), OpenTeamsFor(actor, permission));
        var guarding = GuardedTeamsOf(actor);
        var me = actor.Member;
        // Who is named in a protected case has its key herself, whether or not she has been given that of the team.
        return db.Set<Case>().Where(c => c.Organisation == actor.Organisation && teams.Contains(c.Team)
            && ((c.Sensitivity != Sensitivity.Protected && open.Contains(c.Team)) || (c.Sensitivity == Sensitivity.Protected && guarding.Contains(c.Team) && db.Set<NamedMember>().Any(n => n.Case == c.Id && n.Member == me))));
    }

    /// <summary>A case with its key; null when it is missing or not for her.</summary>
    public async Task<OpenableCase?> FindAsync(CaseId id, Actor actor, Permission permission, CancellationToken cancel)
    {
        var found = await Visible(actor, permission).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (found is null) return null;
        return await vault.FindKeyAsync(found.Subject, cancel) is { } key ? new OpenableCase(found, key) : null;
    }

    /// <summary>
    /// Lets what is saved beside a case be refused as changed when somebody else has changed the case meanwhile: to whom it may go, and what may be
    /// told of it, was decided by the case as it was read.
    /// </summary>
    public void Rely(Case matter) => db.Entry(matter).Property(c => c.Revision).IsModified = true;

    /// <summary>
    /// The consultations of own teams. The front desk knows the basic facts of standard ones, and those it logged itself.
    /// </summary>
    public IQueryable<Consultation> VisibleConsultations(Actor actor)
    {
        var (teams, reading, me) = (OpenTeamsFor(actor, CasesPermissions.Log), TeamsFor(actor, CasesPermissions.Open), actor.Member);
        var known = db.Set<Consultation>().Where(c => c.Organisation == actor.Organisation && teams.Contains(c.Team));
        return teams.TrueForAll(reading.Contains) ? known : known.Where(c => reading.Contains(c.Team) || c.Member == me || c.Sensitivity == Sensitivity.Standard);
    }

    /// <summary>Whether what was said in a visible consultation is for her too, beyond its basic facts.</summary>
    public static bool MayRead(Actor actor, Consultation consultation) =>
        consultation.Member == actor.Member || actor.MayIn(CasesPermissions.Open, consultation.Team);

    /// <summary>Whether a visible consultation is hers to correct: what she logged, or keeps with the cases of its team.</summary>
    public static bool MayCorrect(Actor actor, Consultation consultation) => actor.MayIn(CasesPermissions.Correct, consultation.Team) && MayRead(actor, consultation);

    /// <summary>Whether it is hers to correct what a visible case says, and who may know of it: whoever is responsible, and the supervisor of the team.</summary>
    public static bool MayRevise(Actor actor, Case matter) => matter.Responsible == actor.Member || actor.MayIn(CasesPermissions.Supervise, matter.Team);

    /// <summary>The tasks that are hers to know of: not those of protected cases in which she is not named.</summary>
    public IQueryable<WorkTask> VisibleTasks(Actor actor)
    {
        var (teams, guarding, me) = (TeamsFor(actor, CasesPermissions.Work), GuardedTeamsOf(actor), actor.Member);
        // Protected cases are few and have an index of their own: the list of them costs less than a look at the case of each task.
        var hidden = db.Set<Case>().Where(c => c.Sensitivity == Sensitivity.Protected
            && !(guarding.Contains(c.Team) && db.Set<NamedMember>().Any(n => n.Case == c.Id && n.Member == me))).Select(c => (CaseId?)c.Id);
        var known = db.Set<WorkTask>().Where(t => t.Organisation == actor.Organisation && teams.Contains(t.Team) && (t.Case == null || !hidden.Contains(t.Case)));
        var open = OpenTeamsFor(actor, CasesPermissions.Work);
        return open.Count == teams.Count ? known : known.Where(t => open.Contains(t.Team) || db.Set<NamedMember>().Any(n => n.Case == t.Case && n.Member == me));
    }

    /// <summary>Of these members, those to whom a case may be given: all of its team, or, where it is protected, those named in it.</summary>
    public async Task<bool> MayBeGivenAsync(Case matter, MemberId to, CancellationToken cancel) =>
        matter.Sensitivity != Sensitivity.Protected || await db.Set<NamedMember>().AnyAsync(n => n.Case == matter.Id && n.Member == to, cancel);

    /// <summary>Whether a colleague may be named in protected cases of a team: protection staff and supervisors of it, at work.</summary>
    public static async Task<bool> MayGuardAsync(MemberId colleague, TeamId team, Members.Contracts.StaffDirectory staff, CancellationToken cancel) =>
        await staff.FindAsync(colleague, cancel) is { } found && (found.Actor.HasIn(Role.Protection, team) || found.Actor.HasIn(Role.Supervisor, team));

    /// <summary>The colleagues of a team who may be named in its protected cases.</summary>
    public static async Task<List<Members.Contracts.Colleague>> GuardsOfAsync(TeamId team, Members.Contracts.StaffDirectory staff, CancellationToken cancel)
    {
        var guards = new List<Members.Contracts.Colleague>();
        foreach (var colleague in await staff.MembersOfAsync(team, cancel))
        {
            if (!colleague.Suspended && await MayGuardAsync(colleague.Id, team, staff, cancel)) guards.Add(colleague);
        }

        return guards;
    }

    // Protected cases are for protection staff and supervisors of the team, if they are named.
    private static List<TeamId> GuardedTeamsOf(Actor actor) =>
        [.. actor.Grants.Where(g => g.Team is not null && g.Role is Role.Protection or Role.Supervisor).Select(g => g.Team!.Value).Distinct()];

    // What she has no key for she is not told of either: it would be counted and never shown.
    private List<TeamId> OpenTeamsFor(Actor actor, Permission permission)
    {
        var teams = TeamsFor(actor, permission);
        return vault.IsUnlocked ? teams.FindAll(t => vault.Holds(CircleId.Of(t))) : teams;
    }

    public static List<TeamId> TeamsFor(Actor actor, Permission permission) =>
        [.. actor.Grants.Where(g => g.Team is not null && permission.Roles.Contains(g.Role)).Select(g => g.Team!.Value).Distinct()];
}
