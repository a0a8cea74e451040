using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.Working;

/// <summary>
/// Hands a case, or everything a member has in a team, to a colleague of that team: cases that are not closed and tasks that are not done.
/// A protected case goes only to a colleague who is named in it.
/// </summary>
internal sealed class HandOver(TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, StaffDirectory staff, KeyHolders holders, TimeProvider clock)
{
    /// <param name="Case">One case, or null for everything <paramref name="From"/> has in <paramref name="Team"/>.</param>
    /// <param name="Team">The team, when everything is handed over.</param>
    /// <param name="From">Whose cases, when everything is handed over.</param>
    /// <param name="To">The colleague who gets them.</param>
    internal sealed record Input(CaseId? Case, TeamId? Team, MemberId? From, MemberId? To);

    public async Task<Result<Handed>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Handed>(cancel) is { } earlier) return earlier.Value;
        var cases = await CasesAsync(input, actor, cancel);
        if (cases is null) return Error.NotFound;
        if (input.To is not { } to) return Error.Field("To", "Choose the colleague who takes over");
        var team = cases.Count > 0 ? cases[0].Team : input.Team!.Value;
        if (!(await staff.WhoMayAsync(CasesPermissions.Open, team, cancel)).Any(c => c.Id == to)) return Error.Field("To", "Choose a member of the team");
        // Who is named in a protected case has its key herself.
        if ((input.Case is null || cases[0].Sensitivity != Sensitivity.Protected) && !await holders.HasAsync(to, team, cancel))
            return Error.Field("To", TeamsAtHand.Lacking);
        if (await UnnamedAsync(cases, to, cancel)) return Error.Refuse("A protected case can be handed only to a colleague who is named in it.");

        var moved = new List<Case>();
        foreach (var matter in cases.Where(c => c.Responsible != to))
        {
            db.Add(new Entry
            {
                Id = Guid.CreateVersion7(), Case = matter.Id, Kind = EntryKind.HandedOver, At = clock.GetUtcNow().UtcDateTime, Member = actor.Member, To = to, From = matter.Responsible,
            });
            matter.Responsible = to;
            moved.Add(matter);
        }

        var tasks = await MoveTasksAsync(input, cases, to, actor, cancel);
        var handed = new Handed(moved.Count, tasks.Count(t => t.Case is not null), tasks.Count(t => t.Case is null));
        if (handed.IsNothing) return handed;
        ledger.Record(actor, CasesActs.HandedOver, [.. moved.Select(c => c.Id.Value).Take(1000), to.Value]);
        return await db.CommitAsync(handed, cancel);
    }

    /// <summary>What would go if everything a member has in a team were handed over; nothing where the team is not hers to supervise.</summary>
    public async Task<Handed> CountAsync(TeamId team, MemberId from, Actor actor, CancellationToken cancel)
    {
        if (!actor.MayIn(CasesPermissions.Supervise, team)) return default;
        var cases = await access.Visible(actor, CasesPermissions.Supervise).CountAsync(c => c.Team == team && c.Responsible == from && c.Stage != Stage.Closed, cancel);
        var tasks = access.VisibleTasks(actor).Where(t => t.Team == team && t.Assignee == from && t.DoneAt == null);
        return new Handed(cases, await tasks.CountAsync(t => t.Case != null, cancel), await tasks.CountAsync(t => t.Case == null, cancel));
    }

    private async Task<List<Case>?> CasesAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (input.Case is { } one)
        {
            var open = await access.FindAsync(one, actor, CasesPermissions.Supervise, cancel);
            return open is null ? null : [open.Case];
        }

        if (input.Team is not { } team || input.From is not { } from || !actor.MayIn(CasesPermissions.Supervise, team)) return null;
        var all = await access.Visible(actor, CasesPermissions.Supervise).Where(c => c.Team == team && c.Responsible == from && c.Stage != Stage.Closed).ToListAsync(cancel);
        var keys = await vault.FindKeysAsync([.. all.Select(c => c.Subject)], cancel);
        return [.. all.Where(c => keys.ContainsKey(c.Subject))];
    }

    private async Task<bool> UnnamedAsync(List<Case> cases, MemberId to, CancellationToken cancel)
    {
        var guarded = cases.Where(c => c.Sensitivity == Sensitivity.Protected).Select(c => c.Id).ToList();
        if (guarded.Count == 0) return false;
        var named = await db.Set<NamedMember>().CountAsync(n => guarded.Contains(n.Case) && n.Member == to, cancel);
        return named < guarded.Count;
    }

    private async Task<List<WorkTask>> MoveTasksAsync(Input input, List<Case> cases, MemberId to, Actor actor, CancellationToken cancel)
    {
        var ids = cases.Select(c => (CaseId?)c.Id).ToList();
        var closed = db.Set<Case>().Where(c => c.Sensitivity == Sensitivity.Protected && !db.Set<NamedMember>().Any(n => n.Case == c.Id && n.Member == to)).Select(c => (CaseId?)c.Id);
        var tasks = await access.VisibleTasks(actor).Where(t => t.DoneAt == null && (t.Case == null || !closed.Contains(t.Case)) && t.Assignee != to
            && ((ids.Contains(t.Case) && input.Case != null) || (input.Case == null && t.Team == input.Team && t.Assignee == input.From))).ToListAsync(cancel);
        foreach (var task in tasks)
        {
            task.Assignee = to;
            task.SeenAt = null;
        }

        return tasks;
    }
}
