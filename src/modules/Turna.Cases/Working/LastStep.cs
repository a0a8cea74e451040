using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;

namespace Turna.Cases.Working;

/// <summary>A step of a case to another stage, with the stage before it and since when the case had stood there.</summary>
internal sealed record Step(Guid Entry, Stage Before, DateTime Since);

/// <summary>
/// The step that its maker may take back as a mistake: her own, of today, with nothing in the case since. A closing, its refusal and a reopening
/// are not taken back: they carry an outcome, tasks and figures, and there are steps that lead on from them.
/// </summary>
internal sealed class LastStep(TurnaDb db, StaffDirectory staff, AuditLedger ledger)
{
    private const int MostActs = 500;

    public async Task<Step?> FindAsync(Case matter, Actor actor, CancellationToken cancel)
    {
        var last = await Entries(matter).FirstOrDefaultAsync(cancel);
        if (last is not { Kind: EntryKind.StageChanged } || last.Member != actor.Member || last.Stage != matter.Stage || !IsOnTheWay(matter.Stage)) return null;
        var zone = await staff.ZoneAsync(actor.Organisation, cancel);
        if (zone.DayOf(last.At) != await staff.TodayAsync(actor.Organisation, cancel) || await HasGoneOnAsync(matter, last, cancel)) return null;
        var before = await Entries(matter).Where(e => e.Id != last.Id && e.Stage != null && !db.Set<Mistake>().Any(m => m.Id == e.Id)).FirstOrDefaultAsync(cancel);
        return before?.Stage is { } stage && IsOnTheWay(stage) ? new Step(last.Id, stage, before.At) : null;
    }

    private IQueryable<Entry> Entries(Case matter) =>
        db.Set<Entry>().AsNoTracking().Where(e => e.Case == matter.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id);

    private async Task<bool> HasGoneOnAsync(Case matter, Entry last, CancellationToken cancel) =>
        await db.Set<Mistake>().AnyAsync(m => m.Id == last.Id, cancel)
        || await db.Set<ProvidedService>().AnyAsync(s => s.Case == matter.Id && s.LoggedAt >= last.At, cancel)
        || await db.Set<Consultation>().AnyAsync(c => c.Case == matter.Id && c.LoggedAt >= last.At, cancel)
        || await db.Set<WorkTask>().AnyAsync(t => t.Case == matter.Id && (t.CreatedAt >= last.At || t.DoneAt >= last.At), cancel)
        || await WasPostponedAsync(matter, last, cancel);

    // When a task was postponed only the ledger knows, to the millisecond.
    private async Task<bool> WasPostponedAsync(Case matter, Entry last, CancellationToken cancel)
    {
        if (!await db.Set<WorkTask>().AnyAsync(t => t.Case == matter.Id && t.Postponed > 0, cancel)) return false;
        var since = last.At.AddMilliseconds(-1);
        var acts = (await ledger.AboutAsync(matter.Id.Value, [], MostActs, cancel)).Where(a => a.At > since).ToList();
        return acts.Count == MostActs || acts.Any(a => a.Act == CasesActs.TaskPostponed.Name);
    }

    private static bool IsOnTheWay(Stage stage) => stage is not (Stage.Closing or Stage.Closed);
}
