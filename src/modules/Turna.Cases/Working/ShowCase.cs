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

namespace Turna.Cases.Working;

/// <summary>A line of the timeline as shown, in the office's time.</summary>
internal sealed record Happening(DateTime At, EntryKind? Kind, string? Service, string By, Stage? Stage, string? To, string? Text, string? Topics, ConsultationId? Consultation)
{
    /// <summary>Of its time no more is known than the day.</summary>
    public bool IsDayAlone { get; init; }

    /// <summary>The service as it was recorded, where this is one.</summary>
    public ProvidedService? Provided { get; init; }

    /// <summary>The note, the service or the step, where it can be marked as entered by mistake, and by whom it was entered.</summary>
    public (Guid Id, MemberId By)? Entered { get; init; }

    /// <summary>It was entered by mistake: marked so on this day; the name only where another member marked it.</summary>
    public (DateOnly On, string? By)? Mistaken { get; init; }

    /// <summary>Code of the language of the consultation.</summary>
    public string? Language { get; init; }

    /// <summary>The consultation was corrected on this day; the name only where it was another member than the one who logged it.</summary>
    public (DateOnly On, string? By)? Corrected { get; init; }
}

/// <summary>A task as shown.</summary>
internal sealed record ShownTask(TaskId Id, string Text, DateOnly DueOn, bool Overdue, DateTime? DoneAt, string Assignee, bool Mine, string? PostponedBecause);

/// <summary>A case as its page shows it.</summary>
internal sealed record CaseView(
    Case Case, PersonCard? Person, PersonId PersonId, string Reason, string Responsible, string TeamName, IReadOnlyList<Happening> Timeline, IReadOnlyList<ShownTask> Tasks,
    IReadOnlyList<Colleague> Team, bool MaySupervise, DateOnly Today)
{
    /// <summary>The stages the case has gone through since it was opened, with the day each was reached the last time; those left out are missing.</summary>
    public required IReadOnlyDictionary<Stage, DateOnly> Reached { get; init; }

    /// <summary>Who is named in a protected case; nobody in another.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>Whether it is hers to correct what happened, and who may know of it.</summary>
    public bool MayRevise { get; init; }

    /// <summary>Who could be named in it besides them.</summary>
    public IReadOnlyList<Colleague> Nameable { get; init; } = [];

    /// <summary>End of the 72-hour window in the office's time.</summary>
    public DateTime? WindowEndsAt { get; init; }

    /// <summary>Whole hours since the window closed; null while it is open, or when there is none.</summary>
    public int? HoursSinceWindow { get; init; }
}

/// <summary>Opens a case for reading: on record first, then shown.</summary>
internal sealed class ShowCase(
    TurnaDb db, CaseAccess access, ConsultationShelf shelf, LastStep lastStep, KeyVault vault, AuditLedger ledger, PersonCards cards, StaffDirectory staff, Texts texts, TimeProvider clock)
{
    private const int MostHappenings = 200;

    public async Task<Result<CaseView>> HandleAsync(CaseId id, Actor actor, CancellationToken cancel)
    {
        // The page also answers an act, done, done before or refused, with the case as it stands.
        db.ChangeTracker.Clear();
        if (await access.FindAsync(id, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        var matter = open.Case;
        // A case may begin with a consultation of another team: what was said there is no more hers for that.
        var consultations = await access.VisibleConsultations(actor).AsNoTracking().Where(c => c.Case == id)
            .OrderByDescending(c => c.On).ThenByDescending(c => c.LoggedAt).Take(MostHappenings).ToListAsync(cancel);
        var receipt = await ledger.OpenAsync(actor, CasesActs.CaseRead, "case work", [matter.Subject], cancel);
        var content = vault.Open<CaseContent>(receipt, open.Key, matter.ContentPlace, matter.Content);
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var zone = await staff.ZoneAsync(actor.Organisation, cancel);

        var mistakes = await db.Set<Mistake>().AsNoTracking().Where(m => m.Case == id).ToDictionaryAsync(m => m.Id, cancel);
        var (named, nameable) = await NamedAsync(matter, names, cancel);
        var timeline = new List<Happening>();
        var step = await lastStep.FindAsync(matter, actor, cancel);
        timeline.AddRange((await EntriesAsync(open, receipt, names, e => e.Kind == EntryKind.Note || e.Id == step?.Entry || mistakes.ContainsKey(e.Id), cancel)).Select(Judged));
        timeline.AddRange((await ServicesAsync(open, receipt, names, zone, cancel)).Select(Judged));
        timeline.AddRange((await shelf.OpenAsync(consultations, "case work", actor, cancel)).Select(c => Contact(c, names, actor, zone)));
        var person = await cards.OpenAsync(new PersonId(content.Person), "case work", actor, cancel);
        return new CaseView(
            matter, person, new PersonId(content.Person), content.Reason, names.GetValueOrDefault(matter.Responsible, "—"),
            (await staff.TeamsAsync(actor.Organisation, cancel)).FirstOrDefault(t => t.Id == matter.Team)?.Name ?? "—",
            [.. timeline.OrderByDescending(h => h.At).Take(MostHappenings).Select(h => h with { At = zone.Local(h.At), Text = IsTakenOut(h) ? null : h.Text })],
            await TasksAsync(open, receipt, names, actor, today, cancel),
            await staff.WhoMayAsync(CasesPermissions.Open, matter.Team, cancel), actor.MayIn(CasesPermissions.Supervise, matter.Team), today)
        {
            Reached = await ReachedAsync(id, zone, cancel),
            Named = named,
            MayRevise = CaseAccess.MayRevise(actor, matter),
            Nameable = nameable,
            WindowEndsAt = matter.MedicalWindowEndsAt is { } ends ? zone.Local(ends) : null,
            HoursSinceWindow = clock.GetUtcNow().UtcDateTime - matter.MedicalWindowEndsAt is { } since && since >= TimeSpan.Zero ? (int)since.TotalHours : null,
        };

        // What a correction took out of the story may be her name or number: it is read on by those who may open her record.
        bool IsTakenOut(Happening happening) => person is null && happening.Kind == EntryKind.StoryCorrected;

        Happening Judged(Happening happening) => happening.Entered is { } entered && mistakes.TryGetValue(entered.Id, out var mistake)
            ? happening with { Mistaken = (zone.DayOf(mistake.At), mistake.Member == entered.By ? null : names.GetValueOrDefault(mistake.Member, "—")) }
            : happening;
    }

    private async Task<(IReadOnlyList<string> Named, IReadOnlyList<Colleague> Nameable)> NamedAsync(Case matter, Dictionary<MemberId, string> names, CancellationToken cancel)
    {
        if (matter.Sensitivity != Sensitivity.Protected) return ([], []);
        var named = await db.Set<NamedMember>().AsNoTracking().Where(n => n.Case == matter.Id).Select(n => n.Member).ToListAsync(cancel);
        var nameable = (await CaseAccess.GuardsOfAsync(matter.Team, staff, cancel)).FindAll(colleague => !named.Contains(colleague.Id));
        return ([.. named.Select(n => names.GetValueOrDefault(n, "—")).Order(StringComparer.CurrentCulture)], nameable);
    }

    /// <summary>Of the whole history, however little of it the timeline shows.</summary>
    private async Task<Dictionary<Stage, DateOnly>> ReachedAsync(CaseId id, TimeZoneInfo zone, CancellationToken cancel)
    {
        var moves = await db.Set<Entry>().AsNoTracking().Where(e => e.Case == id && e.Stage != null && (e.Kind == EntryKind.StageChanged || e.Kind == EntryKind.ClosingRefused) && !db.Set<Mistake>().Any(m => m.Id == e.Id))
            .Select(e => new { e.Stage, e.At }).ToListAsync(cancel);
        return moves.GroupBy(m => m.Stage!.Value).ToDictionary(g => g.Key, g => zone.DayOf(g.Max(m => m.At)));
    }

    private async Task<IEnumerable<Happening>> EntriesAsync(OpenableCase open, OpeningReceipt receipt, Dictionary<MemberId, string> names, Func<Entry, bool> isToMark, CancellationToken cancel)
    {
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.Case == open.Case.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(MostHappenings).ToListAsync(cancel);
        var happenings = new List<Happening>(entries.Count);
        foreach (var e in entries)
        {
            happenings.Add(new Happening(
                e.At, e.Kind, null, names.GetValueOrDefault(e.Member, "—"), e.Stage, e.To is { } to ? names.GetValueOrDefault(to) : null,
                e.Text is { } text ? await TextAsync(open, receipt, new SealedContent(e.TextPlace(open.Case.Organisation), text)) : null, null, null)
            {
                Entered = isToMark(e) ? (e.Id, e.Member) : null,
            });
        }

        return happenings;
    }

    private async Task<IEnumerable<Happening>> ServicesAsync(OpenableCase open, OpeningReceipt receipt, Dictionary<MemberId, string> names, TimeZoneInfo zone, CancellationToken cancel)
    {
        var services = await db.Set<ProvidedService>().AsNoTracking().Where(s => s.Case == open.Case.Id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(MostHappenings).ToListAsync(cancel);
        var happenings = new List<Happening>(services.Count);
        foreach (var s in services)
        {
            var moment = s.HappenedAt(zone);
            happenings.Add(new Happening(
                moment.Utc, null, s.Kind, names.GetValueOrDefault(s.Member, "—"), null, null,
                s.Remark is { } remark ? await TextAsync(open, receipt, new SealedContent(s.RemarkPlace, remark)) : null, null, null)
            {
                IsDayAlone = moment.IsDayAlone, Provided = s, Entered = (s.Id, s.Member),
            });
        }

        return happenings;
    }

    private async Task<string> TextAsync(OpenableCase open, OpeningReceipt receipt, SealedContent content) =>
        await vault.TryOpenTextAsync(receipt, open.Key, content) ?? CaseWords.Altered(texts);

    private Happening Contact(ShownConsultation shown, Dictionary<MemberId, string> names, Actor actor, TimeZoneInfo zone)
    {
        var (row, moment) = (shown.Row, shown.Row.HappenedAt(zone));
        return new Happening(
            moment.Utc, null, null, names.GetValueOrDefault(row.Member, "—"), null, null, CaseAccess.MayRead(actor, row) ? CaseWords.Advice(texts, shown) : null, row.Topics, row.Id)
        {
            IsDayAlone = moment.IsDayAlone,
            Language = row.Language,
            Corrected = row is { CorrectedAt: { } at, CorrectedBy: { } by } ? (zone.DayOf(at), by == row.Member ? null : names.GetValueOrDefault(by, "—")) : null,
        };
    }

    private async Task<IReadOnlyList<ShownTask>> TasksAsync(
        OpenableCase open, OpeningReceipt receipt, Dictionary<MemberId, string> names, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var tasks = await db.Set<WorkTask>().AsNoTracking().Where(t => t.Case == open.Case.Id).OrderBy(t => t.DoneAt != null).ThenBy(t => t.DueOn).Take(MostHappenings).ToListAsync(cancel);
        var keys = new Dictionary<SubjectId, SubjectKey> { [open.Case.Subject] = open.Key };
        return [.. (await vault.OpenEachAsync<WorkTask, TaskContent>(receipt, keys, tasks, t => t.UnderSeal)).Select(o => new ShownTask(
            o.Row.Id, o.Content is { Text: var text } ? text : CaseWords.Altered(texts), o.Row.DueOn, o.Row.DoneAt is null && o.Row.DueOn < today, o.Row.DoneAt,
            names.GetValueOrDefault(o.Row.Assignee, "—"), o.Row.Assignee == actor.Member || actor.MayIn(CasesPermissions.Supervise, o.Row.Team), o.Content?.PostponedBecause))];
    }
}
