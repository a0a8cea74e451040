using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.MyWork;

/// <summary>A line of the list behind a number: a task, or a case.</summary>
/// <param name="Task">The task, or null where it is a case.</param>
/// <param name="Case">The case itself, or the one the task belongs to, if she may know of it.</param>
/// <param name="What">What is to be done; null for calling back, and for a case.</param>
/// <param name="Type">What the case is about; null for a task.</param>
/// <param name="Person">Whom it concerns; null for somebody anonymous, or whom she may not open.</param>
/// <param name="On">The day it is due, or the case was opened.</param>
/// <param name="DaysLate">Days since it was due; zero or less while it is not overdue.</param>
/// <param name="By">Whose it is.</param>
internal sealed record LoadLine(TaskId? Task, CaseId? Case, string? What, CaseType? Type, string? Person, DateOnly On, int DaysLate, string By)
{
    /// <summary>It concerns somebody, whom this reader may not open.</summary>
    public bool IsOfSomebodyHidden { get; init; }
}

/// <summary>The list behind a number of a team's load.</summary>
/// <param name="TeamName">The team.</param>
/// <param name="Member">Whose it is; null for the whole team.</param>
/// <param name="Lines">The lines of this page.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Count">How many lines all pages hold together.</param>
/// <param name="IsCut">Whether there are more.</param>
internal sealed record LoadView(string TeamName, string? Member, IReadOnlyList<LoadLine> Lines, int Number, int Pages, int Count, bool IsCut);

/// <summary>Shows a supervisor what stands behind a number of her team's load; who is named in it is on record first.</summary>
internal sealed class ShowLoad(
    TeamLoad load, ShowWork work, KeyVault vault, AuditLedger ledger, PersonCards cards, StaffDirectory staff)
{
    public const string Purpose = "the load of a team";

    private const int PageSize = 25;

    /// <summary>Null where the team is not hers to supervise, or the member not of her organisation.</summary>
    public async Task<LoadView?> HandleAsync(TeamId team, MemberId? member, LoadPart part, int page, Actor actor, CancellationToken cancel)
    {
        if (!actor.MayIn(CasesPermissions.Supervise, team)) return null;
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        if (member is { } one && !names.ContainsKey(one)) return null;
        var view = part == LoadPart.Cases ? await CasesAsync(team, member, page, names, actor, cancel) : await TasksAsync(team, member, part, page, names, actor, cancel);
        return view with
        {
            TeamName = (await staff.TeamsAsync(actor.Organisation, cancel)).FirstOrDefault(t => t.Id == team)?.Name ?? "—",
            Member = member is { } whose ? names[whose] : null,
        };
    }

    private async Task<LoadView> TasksAsync(TeamId team, MemberId? member, LoadPart part, int page, Dictionary<MemberId, string> names, Actor actor, CancellationToken cancel)
    {
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var tasks = load.Tasks(actor, team, today);
        tasks = part == LoadPart.Overdue ? tasks.Where(t => t.DueOn < today) : tasks.Where(t => t.DueOn >= today);
        if (member is { } one) tasks = tasks.Where(t => t.Assignee == one);
        var shown = await ListPage<WorkTask>.ReadAsync(tasks, tasks.OrderBy(t => t.DueOn).ThenBy(t => t.Id), page, PageSize, cancel);
        var open = (await work.OpenTasksAsync(shown.Rows, Purpose, actor, cancel)).ToDictionary(o => o.Task.Id);
        return new LoadView(
            string.Empty, null,
            [.. shown.Rows.Select(t => new LoadLine(
                t.Id, open.GetValueOrDefault(t.Id)?.Case, open.GetValueOrDefault(t.Id)?.Text, null, open.GetValueOrDefault(t.Id)?.Person, t.DueOn, today.DayNumber - t.DueOn.DayNumber,
                names.GetValueOrDefault(t.Assignee, "—")) { IsOfSomebodyHidden = open.GetValueOrDefault(t.Id)?.IsOfSomebodyHidden is true })],
            shown.Number, shown.Pages, shown.Count, shown.IsCut);
    }

    private async Task<LoadView> CasesAsync(TeamId team, MemberId? member, int page, Dictionary<MemberId, string> names, Actor actor, CancellationToken cancel)
    {
        var cases = load.Cases(actor, team);
        if (member is { } one) cases = cases.Where(c => c.Responsible == one);
        var shown = await ListPage<Case>.ReadAsync(cases, cases.OrderByDescending(c => c.InDanger).ThenBy(c => c.OpenedOn).ThenBy(c => c.Id), page, PageSize, cancel);
        var people = await PeopleAsync(shown.Rows, actor, cancel);
        return new LoadView(
            string.Empty, null,
            [.. shown.Rows.Select(c => new LoadLine(null, c.Id, c.Number, c.Type, people.GetValueOrDefault(c.Id), c.OpenedOn, 0, names.GetValueOrDefault(c.Responsible, "—")))],
            shown.Number, shown.Pages, shown.Count, shown.IsCut);
    }

    private async Task<Dictionary<CaseId, string>> PeopleAsync(List<Case> cases, Actor actor, CancellationToken cancel)
    {
        var keys = await vault.FindKeysAsync([.. cases.Select(c => c.Subject)], cancel);
        if (keys.Count == 0) return [];
        var receipt = await ledger.OpenAsync(actor, CasesActs.CaseRead, Purpose, [.. keys.Keys], cancel);
        var concerns = new Dictionary<CaseId, PersonId>();
        foreach (var (row, content) in await vault.OpenEachAsync<Case, CaseContent>(receipt, keys, cases, c => c.UnderSeal))
        {
            if (content is not null) concerns[row.Id] = new PersonId(content.Person);
        }

        var people = await cards.OpenAsync([.. concerns.Values.Distinct()], Purpose, actor, cancel);
        return concerns.Where(c => people.ContainsKey(c.Value)).ToDictionary(c => c.Key, c => people[c.Value].Name);
    }
}
