using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>Gives a register up: its key and everything sealed under it are destroyed. While it is at work, the work is asked to stop first.</summary>
internal sealed class CancelImport(TurnaDb db, KeyVault vault, AuditLedger ledger, ImportShelf shelf, ImportJobs jobs, TimeProvider clock)
{
    /// <param name="id">Which.</param>
    /// <param name="stopped">True when the caller knows that no work is going on.</param>
    /// <param name="actor">Who cancels.</param>
    /// <param name="cancel">Cancels the request.</param>
    public async Task<Result<Done>> HandleAsync(ImportId id, bool stopped, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await shelf.SeeAsync(id, actor, cancel) is not { } import) return Error.NotFound;
        if (import.Step == ImportStep.Cancelled) return Done.It;
        if (import.Step == ImportStep.Published) return Error.Refuse("This register has come in already.");
        if (import.IsAtWork && !stopped)
        {
            await jobs.TellAsync(id, job => job.CancelAsked = true, cancel);
            return Done.It;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        (import.Step, import.File, import.FinishedAt) = (ImportStep.Cancelled, null, now);
        await shelf.RemoveAllButAsync(id, [], cancel);
        await vault.EraseAsync(import.Subject, now, cancel);
        ledger.Record(actor, CasesActs.RegisterCancelled, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }

    /// <summary>Destroys the report of a register that came in, when whoever acts is <paramref name="sure"/>.</summary>
    public async Task<Result<Done>> DestroyReportAsync(ImportId id, bool sure, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await shelf.SeeAsync(id, actor, cancel) is not { Report: { } report } import || !actor.MayIn(CasesPermissions.Supervise, import.Team)) return Error.NotFound;
        var errors = new FieldErrors();
        if (!sure) errors.Add("Sure", "Confirm that it is to be destroyed: nobody can bring it back.");
        if (errors.Any) return errors.ToError();
        import.Report = null;
        await shelf.RemoveAllButAsync(id, [], cancel);
        await vault.EraseAsync(new SubjectId(report), clock.GetUtcNow().UtcDateTime, cancel);
        ledger.Record(actor, CasesActs.RegisterReportDestroyed, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
