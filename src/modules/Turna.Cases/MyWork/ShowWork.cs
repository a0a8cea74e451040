using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.MyWork;

/// <summary>Something due: what, for whom, since when.</summary>
internal sealed record DueTask(TaskId Id, string? Text, string? Person, DateOnly DueOn, int DaysLate, CaseId? Case, bool IsNew, int Postponed, bool IsOfSomebodyHidden);

/// <summary>A task with what it seals.</summary>
/// <param name="Task">The task.</param>
/// <param name="Text">What must be done; null for calling back.</param>
/// <param name="Person">Whom it concerns; null where nobody is named, or not to this reader.</param>
/// <param name="Case">Its case, if the reader may know of it.</param>
/// <param name="IsOfSomebodyHidden">It concerns somebody, whom this reader may not open.</param>
internal sealed record OpenTask(WorkTask Task, string? Text, string? Person, CaseId? Case, bool IsOfSomebodyHidden);

/// <summary>A case in danger or with a medical window.</summary>
internal sealed record CaseInDanger(CaseId Id, string? Person, CaseType Type, double? HoursLeft);

/// <summary>How much a colleague carries.</summary>
internal sealed record Load(string Name, TeamId Team, string TeamName, MemberId Member, int OpenCases, int Overdue, int DueThisWeek);

/// <summary>The day's work.</summary>
internal sealed record Work(
    IReadOnlyList<CaseInDanger> Danger, int MoreInDanger, IReadOnlyList<DueTask> Now, IReadOnlyList<DueTask> ThisWeek, IReadOnlyList<DueTask> New, int Hidden, int Later,
    int ToApprove, IReadOnlyList<Load> Team, IReadOnlyList<(string From, int Cases)> Came);

/// <summary>Shows a member what is due for her, and a supervisor how her team is loaded.</summary>
internal sealed class ShowWork(
    TurnaDb db, CaseAccess access, ConsultationShelf shelf, TeamLoad load, KeyVault vault, AuditLedger ledger, PersonCards cards, StaffDirectory staff, Texts texts, TimeProvider clock)
{
    /// <summary>What somebody can look over, and a bad line brings: the rest follows when these are done.</summary>
    private const int MostShown = 15;

    // Whoever has been away for some days is told all the same.
    private static readonly TimeSpan ComeLately = TimeSpan.FromDays(7);

    public async Task<Work> HandleAsync(Actor actor, CancellationToken cancel)
    {
        var me = actor.Member;
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var week = today.AddDays(7);
        var open = access.VisibleTasks(actor).AsNoTracking().Where(t => t.Assignee == me && t.DoneAt == null);
        var tasks = await open.Where(t => t.DueOn <= week || t.SeenAt == null).OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(MostShown).ToListAsync(cancel);
        var hidden = tasks.Count < MostShown ? 0 : await open.CountAsync(t => t.DueOn <= week || t.SeenAt == null, cancel) - tasks.Count;
        var later = await open.CountAsync(t => t.DueOn > week, cancel);
        var (danger, moreInDanger) = actor.May(CasesPermissions.Open) ? await DangerAsync(actor, cancel) : ([], 0);
        var due = await OpenAsync(tasks, danger, "my work", actor, cancel);
        var mine = due.Tasks.Select(o => new DueTask(o.Task.Id, o.Text, o.Person, o.Task.DueOn, today.DayNumber - o.Task.DueOn.DayNumber, o.Task.Case, o.Task.SeenAt is null, o.Task.Postponed, o.IsOfSomebodyHidden)).ToList();
        var toApprove = !actor.May(CasesPermissions.Supervise) ? 0 : await access.Visible(actor, CasesPermissions.Supervise).CountAsync(c => c.Stage == Stage.Closing, cancel);
        return new Work(
            due.Danger, moreInDanger, [.. mine.Where(t => t.DueOn <= today)], [.. mine.Where(t => t.DueOn > today && t.DueOn <= week)],
            [.. mine.Where(t => t.IsNew && t.DueOn > week)], hidden, later, toApprove, await LoadsAsync(actor, today, cancel), await CameAsync(actor, cancel));
    }

    /// <summary>The open cases that others handed to her in the last days, by whose they were.</summary>
    private async Task<IReadOnlyList<(string From, int Cases)>> CameAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(CasesPermissions.Open)) return [];
        var (me, since) = (actor.Member, clock.GetUtcNow().UtcDateTime - ComeLately);
        var entries = db.Set<Entry>().AsNoTracking().Where(e => e.Kind == EntryKind.HandedOver && e.To == me && e.Member != me && e.At >= since);
        var came = await access.Visible(actor, CasesPermissions.Open).AsNoTracking().Where(c => c.Responsible == me && c.Stage != Stage.Closed)
            .Join(entries, c => c.Id, e => e.Case, (c, e) => new { c.Id, e.From, e.Member }).ToListAsync(cancel);
        if (came.Count == 0) return [];
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        return [.. came.GroupBy(c => c.From ?? c.Member).Where(g => g.Key != me).Select(g => (names.GetValueOrDefault(g.Key, "—"), g.Select(c => c.Id).Distinct().Count()))];
    }

    private async Task<(List<Case> Shown, int More)> DangerAsync(Actor actor, CancellationToken cancel)
    {
        var danger = access.Visible(actor, CasesPermissions.Open).AsNoTracking().Where(c => c.InDanger && c.Stage != Stage.Closed);
        var shown = await danger.OrderBy(c => c.MedicalWindowEndsAt == null).ThenBy(c => c.MedicalWindowEndsAt).ThenByDescending(c => c.OpenedOn).ThenBy(c => c.Id)
            .Take(MostShown).ToListAsync(cancel);
        return (shown, shown.Count < MostShown ? 0 : await danger.CountAsync(cancel) - shown.Count);
    }

    /// <summary>Opens tasks on record, with whom they concern; those whose key is missing are left out.</summary>
    public async Task<IReadOnlyList<OpenTask>> OpenTasksAsync(List<WorkTask> tasks, string purpose, Actor actor, CancellationToken cancel) =>
        (await OpenAsync(tasks, [], purpose, actor, cancel)).Tasks;

    private async Task<(List<OpenTask> Tasks, List<CaseInDanger> Danger)> OpenAsync(List<WorkTask> tasks, List<Case> danger, string purpose, Actor actor, CancellationToken cancel)
    {
        var cases = await CasesOfAsync(tasks, actor, cancel);
        var (consultations, closed) = await ConsultationsOfAsync(tasks, actor, cancel);
        var subjects = tasks.Select(t => t.Subject).Concat(danger.Select(c => c.Subject)).Distinct().ToList();
        var keys = await vault.FindKeysAsync(subjects, cancel);
        if (keys.Count == 0) return ([], []);
        var receipt = await ledger.OpenAsync(actor, CasesActs.WorkSeen, purpose, [.. keys.Keys], cancel);

        // Whose case or consultation she may not know of has no name on its task either.
        var ofCases = (await vault.OpenEachAsync<Case, CaseContent>(receipt, keys, cases.Values, c => c.UnderSeal)).ToDictionary(o => o.Row.Subject, o => o.Content?.Person);
        var asked = (await vault.OpenEachAsync<Consultation, ConsultationContent>(receipt, keys, consultations.Values, c => c.UnderSeal)).ToDictionary(o => o.Row.Subject, o => o.Content?.Person);
        var opened = (await vault.OpenEachAsync<WorkTask, TaskContent>(receipt, keys, tasks, t => t.UnderSeal))
            .Select(o => (Task: o.Row, Text: o.Content is { Text: var text } ? text : CaseWords.Altered(texts), Person: ofCases.TryGetValue(o.Row.Subject, out var person) ? person : asked.GetValueOrDefault(o.Row.Subject))).ToList();
        var endangered = (await vault.OpenEachAsync<Case, CaseContent>(receipt, keys, danger, c => c.UnderSeal)).Select(o => (Case: o.Row, o.Content?.Person)).ToList();
        var ids = opened.Select(o => o.Person).Concat(endangered.Select(e => e.Person)).OfType<Guid>().Distinct().Select(p => new PersonId(p)).ToList();
        var people = await cards.OpenAsync(ids, purpose, actor, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return (
            [.. opened.Select(o => new OpenTask(
                o.Task, NonEmpty(o.Text), o.Person is { } person ? people.GetValueOrDefault(new PersonId(person))?.Name : null,
                o.Task.Case is { } matter && cases.ContainsKey(matter) ? matter : null, IsHidden(o.Task, o.Person)))],
            [.. endangered.Select(e => new CaseInDanger(
                e.Case.Id, e.Person is { } person ? people.GetValueOrDefault(new PersonId(person))?.Name : null, e.Case.Type,
                e.Case.MedicalWindowEndsAt is { } ends && ends > now ? (ends - now).TotalHours : null))]);

        bool IsHidden(WorkTask task, Guid? person) => person is { } her ? !people.ContainsKey(new PersonId(her)) : task.Case is not null || (task.Consultation is { } from && closed.Contains(from));
    }

    private async Task<Dictionary<CaseId, Case>> CasesOfAsync(List<WorkTask> tasks, Actor actor, CancellationToken cancel)
    {
        var ids = tasks.Where(t => t.Case is not null).Select(t => t.Case!.Value).Distinct().ToList();
        return await access.Visible(actor, CasesPermissions.Open).AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
    }

    private async Task<(Dictionary<ConsultationId, Consultation> Known, IReadOnlySet<ConsultationId> Closed)> ConsultationsOfAsync(List<WorkTask> tasks, Actor actor, CancellationToken cancel)
    {
        var ids = tasks.Where(t => t.Consultation is not null).Select(t => t.Consultation!.Value).Distinct().ToList();
        var known = await access.VisibleConsultations(actor).AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var closed = await shelf.ClosedAsync(known.Values, actor, cancel);
        foreach (var consultation in closed) known.Remove(consultation);
        return (known, closed);
    }

    private async Task<IReadOnlyList<Load>> LoadsAsync(Actor actor, DateOnly today, CancellationToken cancel)
    {
        var loads = new List<Load>();
        var teams = await staff.TeamsAsync(actor.Organisation, cancel);
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        foreach (var team in CaseAccess.TeamsFor(actor, CasesPermissions.Supervise))
        {
            var cases = await load.Cases(actor, team)
                .GroupBy(c => c.Responsible).Select(g => new { Member = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Member, g => g.Count, cancel);
            var tasks = await load.Tasks(actor, team, today)
                .GroupBy(t => new { t.Assignee, Late = t.DueOn < today }).Select(g => new { g.Key.Assignee, g.Key.Late, Count = g.Count() }).ToListAsync(cancel);
            // Whoever has work here: she may be of the team no more.
            loads.AddRange(cases.Keys.Concat(tasks.Select(t => t.Assignee)).Distinct().Select(member => new Load(
                names.GetValueOrDefault(member, "—"), team, teams.First(t => t.Id == team).Name, member, cases.GetValueOrDefault(member),
                tasks.Where(t => t.Assignee == member && t.Late).Sum(t => t.Count), tasks.Where(t => t.Assignee == member && !t.Late).Sum(t => t.Count))));
        }

        return [.. loads.Where(l => l.OpenCases + l.Overdue + l.DueThisWeek > 0).OrderByDescending(l => l.Overdue).ThenByDescending(l => l.OpenCases).ThenBy(l => l.Name, StringComparer.CurrentCulture)];
    }

    private static string? NonEmpty(string text) => text.Length > 0 ? text : null;
}
