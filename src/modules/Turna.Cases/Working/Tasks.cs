using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.Working;

/// <summary>Makes a task of a case.</summary>
internal sealed class MakeTask(TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, StaffDirectory staff, KeyHolders holders, TimeProvider clock)
{
    public const int Longest = 500;

    private const int MostYears = 10;

    internal sealed record Input(TaskId Id, CaseId Case, string? Text, DateOnly? DueOn, MemberId? Assignee);

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        if (open.Case.IsClosed) return Error.Refuse("The case is closed. Open it again first.");
        var text = Writing.Text(input.Text);
        var assignee = input.Assignee ?? actor.Member;
        var errors = new FieldErrors();
        if (text.Length == 0) errors.Add("Text", "Write what must be done");
        if (text.Length > Longest) errors.Add("Text", "Write it in {0} characters or fewer", Longest);
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        if (input.DueOn is not { } due) errors.Add("DueOn", "Write the day by which it must be done");
        else if (due < today) errors.Add("DueOn", "This day has passed. Choose today or a later day");
        else if (due > today.AddYears(MostYears)) errors.Add("DueOn", "Choose a day within {0} years", MostYears);
        if (!(await staff.MembersOfAsync(open.Case.Team, cancel)).Any(c => c.Id == assignee && !c.Suspended)) errors.Add("Assignee", "Choose a member of the team");
        else if (!await access.MayBeGivenAsync(open.Case, assignee, cancel)) errors.Add("Assignee", "A task of a protected case can be given only to a colleague who is named in it.");
        else if (open.Case.Sensitivity != Sensitivity.Protected && !await holders.HasAsync(assignee, open.Case.Team, cancel)) errors.Add("Assignee", TeamsAtHand.Lacking);
        if (errors.Any) return errors.ToError();

        var task = new WorkTask
        {
            Id = input.Id, Organisation = open.Case.Organisation, Team = open.Case.Team, Assignee = assignee, Case = open.Case.Id,
            DueOn = input.DueOn!.Value, CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        task.Text = vault.Seal(open.Key, task.TextPlace, new TaskContent(text));
        db.Add(task);
        access.Rely(open.Case);
        ledger.Record(actor, CasesActs.TaskMade, open.Case.Id.Value);
        return await db.CommitAsync(open.Case.Id, cancel);
    }
}

/// <summary>The tasks a member may finish or postpone: her own, and those of teams she supervises.</summary>
internal sealed class OwnTasks(CaseAccess access, KeyVault vault)
{
    public async Task<(WorkTask Task, SubjectKey Key)?> FindAsync(TaskId id, Actor actor, CancellationToken cancel)
    {
        var task = await access.VisibleTasks(actor).SingleOrDefaultAsync(t => t.Id == id, cancel);
        if (task is null || (task.Assignee != actor.Member && !actor.MayIn(CasesPermissions.Supervise, task.Team))) return null;
        return await vault.FindKeyAsync(task.Subject, cancel) is { } key ? (task, key) : null;
    }
}

/// <summary>Marks a task as done.</summary>
internal sealed class FinishTask(TurnaDb db, OwnTasks tasks, AuditLedger ledger, TimeProvider clock)
{
    public async Task<Result<TaskId>> HandleAsync(TaskId id, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<TaskId>(cancel) is { } earlier) return earlier.Value;
        if (await tasks.FindAsync(id, actor, cancel) is not { } found) return Error.NotFound;
        if (found.Task.DoneAt is not null) return found.Task.Id;
        (found.Task.DoneAt, found.Task.DoneBy) = (clock.GetUtcNow().UtcDateTime, actor.Member);
        ledger.Record(actor, CasesActs.TaskDone, found.Task.Subject.Value);
        return await db.CommitAsync(found.Task.Id, cancel);
    }
}

/// <summary>Puts a task off to a later day, with a reason that stays beside it.</summary>
internal sealed class PostponeTask(TurnaDb db, OwnTasks tasks, KeyVault vault, AuditLedger ledger, StaffDirectory staff)
{
    internal sealed record Input(TaskId Task, DateOnly? Until, string? Because);

    public async Task<Result<TaskId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<TaskId>(cancel) is { } earlier) return earlier.Value;
        if (await tasks.FindAsync(input.Task, actor, cancel) is not { } found) return Error.NotFound;
        var because = Writing.Line(input.Because);
        var errors = new FieldErrors();
        if (found.Task.DoneAt is not null) return Error.Refuse("The task is done already.");
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        if (input.Until is not { } until || until <= today || until > today.AddYears(2)) errors.Add("Until", "Choose a later day, within two years");
        if (because.Length is 0 or > MakeTask.Longest) errors.Add("Because", "Write the reason in {0} characters or fewer", MakeTask.Longest);
        if (errors.Any) return errors.ToError();

        var receipt = await ledger.OpenAsync(actor, CasesActs.TaskPostponed, "postpone a task", [found.Task.Subject], cancel);
        var content = vault.Open<TaskContent>(receipt, found.Key, found.Task.TextPlace, found.Task.Text);
        found.Task.DueOn = input.Until!.Value;
        found.Task.Postponed++;
        found.Task.ContentRevision++;
        found.Task.Text = vault.Seal(found.Key, found.Task.TextPlace, content with { PostponedBecause = because });
        ledger.Record(actor, CasesActs.TaskPostponed, found.Task.Subject.Value);
        return await db.CommitAsync(found.Task.Id, cancel);
    }
}
