using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Cases.Working;

/// <summary>Marks a note or a service as entered by mistake: it is still readable, struck through, and reports count it no more.</summary>
internal sealed class MarkMistake(TurnaDb db, CaseAccess access, AuditLedger ledger, CaseFacts facts, TimeProvider clock)
{
    /// <param name="Case">The case.</param>
    /// <param name="Entered">The id of the note or the service; null when the form named none.</param>
    internal sealed record Input(CaseId Case, Guid? Entered);

    /// <summary>Whose it is to mark: whoever entered it, and who supervises the team.</summary>
    public static bool IsFor(Actor actor, Case matter, MemberId enteredBy) => enteredBy == actor.Member || actor.MayIn(CasesPermissions.Supervise, matter.Team);

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        if (input.Entered is not { } entered) return Error.Refuse("Choose the line that was entered by mistake.");
        var service = await db.Set<ProvidedService>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == entered && s.Case == input.Case, cancel);
        var by = service?.Member
            ?? await db.Set<Entry>().Where(e => e.Id == entered && e.Case == input.Case && e.Kind == EntryKind.Note).Select(e => (MemberId?)e.Member).SingleOrDefaultAsync(cancel);
        if (by is not { } member || !IsFor(actor, open.Case, member)) return Error.NotFound;
        if (await db.Set<Mistake>().AnyAsync(m => m.Id == entered, cancel)) return open.Case.Id;
        if (open.Case.IsClosed) return Error.Refuse("The case is closed. Open it again first.");

        db.Add(new Mistake { Id = entered, Case = open.Case.Id, At = clock.GetUtcNow().UtcDateTime, Member = actor.Member });
        if (service is not null) await facts.WithdrawServiceAsync(open.Case, service, cancel);
        ledger.Record(actor, CasesActs.MistakeMarked, open.Case.Id.Value);
        return await db.CommitAsync(open.Case.Id, cancel);
    }
}
