using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Cases.Working;

/// <summary>
/// Marks a note, a service or a step to another stage as entered by mistake: it is still readable, struck through, and counts no more. With the step
/// the case stands again where it stood before.
/// </summary>
internal sealed class MarkMistake(TurnaDb db, CaseAccess access, LastStep lastStep, AuditLedger ledger, CaseFacts facts, TimeProvider clock)
{
    /// <param name="Case">The case.</param>
    /// <param name="Entered">The id of the note, the service or the step; null when the form named none.</param>
    internal sealed record Input(CaseId Case, Guid? Entered);

    /// <summary>Whose it is to mark: whoever entered it, and who supervises the team.</summary>
    public static bool IsFor(Actor actor, Case matter, MemberId enteredBy) => enteredBy == actor.Member || actor.MayIn(CasesPermissions.Supervise, matter.Team);

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        if (input.Entered is not { } entered) return Error.Refuse("Choose the line that was entered by mistake.");
        var service = await db.Set<ProvidedService>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == entered && s.Case == input.Case, cancel);
        var entry = await db.Set<Entry>().AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == entered && e.Case == input.Case && (e.Kind == EntryKind.Note || e.Kind == EntryKind.StageChanged), cancel);
        if ((service?.Member ?? entry?.Member) is not { } member || !IsFor(actor, open.Case, member)) return Error.NotFound;
        if (await db.Set<Mistake>().AnyAsync(m => m.Id == entered, cancel)) return open.Case.Id;
        if (open.Case.IsClosed) return Error.Refuse("The case is closed. Open it again first.");

        if (entry is { Kind: EntryKind.StageChanged })
        {
            if (await lastStep.FindAsync(open.Case, actor, cancel) is not { } step || step.Entry != entered)
                return Error.Refuse("A step is taken back by who made it, on the same day, while nothing has happened in the case since.");
            var taken = open.Case.TakeBack(step.Before, step.Since);
            if (!taken.Succeeded) return taken.Error;
            ledger.Record(actor, CasesActs.StageChanged, open.Case.Id.Value);
        }

        db.Add(new Mistake { Id = entered, Case = open.Case.Id, At = clock.GetUtcNow().UtcDateTime, Member = actor.Member });
        if (service is not null) await facts.WithdrawServiceAsync(open.Case, service, cancel);
        ledger.Record(actor, CasesActs.MistakeMarked, open.Case.Id.Value);
        return await db.CommitAsync(open.Case.Id, cancel);
    }
}
