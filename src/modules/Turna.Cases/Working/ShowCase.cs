using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Working;

/// <summary>A line of the timeline as shown.</summary>
internal sealed record Happening(DateTime At, EntryKind? Kind, string? Service, string By, Stage? Stage, string? To, string? Text, string? Topics, ConsultationId? Consultation);

/// <summary>A task as shown.</summary>
internal sealed record ShownTask(TaskId Id, string Text, DateOnly DueOn, bool Overdue, DateTime? DoneAt, string Assignee, bool Mine, string? PostponedBecause);

/// <summary>A case as its page shows it.</summary>
internal sealed record CaseView(
    Case Case, PersonCard? Person, PersonId PersonId, string Reason, string Responsible, string TeamName, IReadOnlyList<Happening> Timeline, IReadOnlyList<ShownTask> Tasks,
    IReadOnlyList<Colleague> Team, bool MaySupervise, DateOnly Today)
{
    public required TimeZoneInfo Zone { get; init; }

    public required IReadOnlyList<ShownService> Services { get; init; }

    /// <summary>Who may know of the case: the team, or those named in a protected one.</summary>
    public required IReadOnlyList<Colleague> Knowing { get; init; }

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The day on which the case last came to a stage that it has reached; null for one that still lies ahead.</summary>
    public DateOnly? ReachedOn(Stage stage) => stage > Case.Stage ? null
        : stage == Stage.Open ? Case.OpenedOn
        : Timeline.FirstOrDefault(h => h.Stage == stage) is { } came ? DateOnly.FromDateTime(came.At) : null;
}

/// <summary>A service as shown.</summary>
internal sealed record ShownService(string Kind, DateOnly On, int Quantity, Money? Cost, string By);

/// <summary>Opens a case for reading: on record first, then shown.</summary>
internal sealed class ShowCase(TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, PersonCards cards, StaffDirectory staff)
{
    private const int MostHappenings = 200;

    public async Task<Result<CaseView>> HandleAsync(CaseId id, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(id, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        var matter = open.Case;
        var consultations = await db.Set<Consultation>().AsNoTracking().Where(c => c.Case == id).OrderByDescending(c => c.LoggedAt).Take(MostHappenings).ToListAsync(cancel);
        var receipt = await ledger.OpenAsync(actor, CasesActs.CaseRead, "case work", [matter.Subject, .. consultations.Select(c => c.Subject)], cancel);
        var content = vault.Open<CaseContent>(receipt, open.Key, matter.ContentPlace, matter.Content);
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        var today = await staff.TodayAsync(actor.Organisation, cancel);

        var zone = await staff.ZoneAsync(actor.Organisation, cancel);
        var services = await db.Set<ProvidedService>().AsNoTracking().Where(s => s.Case == id).OrderByDescending(s => s.On).Take(MostHappenings).ToListAsync(cancel);
        var timeline = new List<Happening>();
        timeline.AddRange(await EntriesAsync(open, receipt, names, cancel));
        timeline.AddRange(ServicesOf(open, services, receipt, names));
        timeline.AddRange(await ConsultationsAsync(consultations, receipt, names, cancel));
        var team = await staff.MembersOfAsync(matter.Team, cancel);
        var person = await cards.OpenAsync(new PersonId(content.Person), "case work", actor, cancel);
        return new CaseView(
            matter, person, new PersonId(content.Person), content.Reason, names.GetValueOrDefault(matter.Responsible, "—"),
            (await staff.TeamsAsync(actor.Organisation, cancel)).FirstOrDefault(t => t.Id == matter.Team)?.Name ?? "—",
            [.. timeline.OrderByDescending(h => h.At).Take(MostHappenings).Select(h => h with { At = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(h.At, DateTimeKind.Utc), zone) })],
            await TasksAsync(open, receipt, names, actor, today, cancel),
            team, actor.MayIn(CasesPermissions.Supervise, matter.Team), today)
        {
            Zone = zone,
            Services = [.. services.Select(s => new ShownService(
                s.Kind, s.On, s.Quantity, s.CostMinor is { } cost ? Money.FromMinorUnits(cost, s.Currency!) : null, names.GetValueOrDefault(s.Member, "—")))],
            Knowing = await KnowingAsync(matter, team, cancel),
        };
    }

    private async Task<IReadOnlyList<Colleague>> KnowingAsync(Case matter, IReadOnlyList<Colleague> team, CancellationToken cancel)
    {
        if (matter.Sensitivity != Sensitivity.Protected) return [.. team.Where(c => !c.Suspended)];
        var named = await db.Set<NamedMember>().AsNoTracking().Where(n => n.Case == matter.Id).Select(n => n.Member).ToListAsync(cancel);
        return [.. team.Where(c => named.Contains(c.Id))];
    }

    private async Task<IEnumerable<Happening>> EntriesAsync(OpenableCase open, OpeningReceipt receipt, Dictionary<MemberId, string> names, CancellationToken cancel)
    {
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.Case == open.Case.Id).OrderByDescending(e => e.At).Take(MostHappenings).ToListAsync(cancel);
        return entries.Select(e => new Happening(
            e.At, e.Kind, null, names.GetValueOrDefault(e.Member, "—"), e.Stage, e.To is { } to ? names.GetValueOrDefault(to) : null,
            e.Text is { } text ? vault.OpenText(receipt, open.Key, e.TextPlace(open.Case.Organisation), text) : null, null, null));
    }

    private IEnumerable<Happening> ServicesOf(OpenableCase open, List<ProvidedService> services, OpeningReceipt receipt, Dictionary<MemberId, string> names)
    {
        return services.Select(s => new Happening(
            s.LoggedAt, null, s.Kind, names.GetValueOrDefault(s.Member, "—"), null, null,
            s.Remark is { } remark ? vault.OpenText(receipt, open.Key, s.RemarkPlace, remark) : null, null, null));
    }

    private async Task<IEnumerable<Happening>> ConsultationsAsync(List<Consultation> consultations, OpeningReceipt receipt, Dictionary<MemberId, string> names, CancellationToken cancel)
    {
        var keys = await vault.FindKeysAsync([.. consultations.Select(c => c.Subject)], cancel);
        return consultations.Where(c => keys.ContainsKey(c.Subject)).Select(c => new Happening(
            c.LoggedAt, null, null, names.GetValueOrDefault(c.Member, "—"), null, null,
            vault.Open<ConsultationContent>(receipt, keys[c.Subject], c.ContentPlace, c.Content).Advice, c.Topics, c.Id));
    }

    private async Task<IReadOnlyList<ShownTask>> TasksAsync(
        OpenableCase open, OpeningReceipt receipt, Dictionary<MemberId, string> names, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var tasks = await db.Set<WorkTask>().AsNoTracking().Where(t => t.Case == open.Case.Id).OrderBy(t => t.DoneAt != null).ThenBy(t => t.DueOn).Take(MostHappenings).ToListAsync(cancel);
        return [.. tasks.Select(t =>
        {
            var content = vault.Open<TaskContent>(receipt, open.Key, t.TextPlace, t.Text);
            return new ShownTask(
                t.Id, content.Text, t.DueOn, t.DoneAt is null && t.DueOn < today, t.DoneAt, names.GetValueOrDefault(t.Assignee, "—"),
                t.Assignee == actor.Member || actor.MayIn(CasesPermissions.Supervise, t.Team), content.PostponedBecause);
        })];
    }
}
