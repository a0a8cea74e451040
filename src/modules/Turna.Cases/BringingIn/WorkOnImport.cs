using Turna.Data;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>Why work stopped before its end.</summary>
internal enum Stop
{
    /// <summary>Somebody asked for it.</summary>
    Cancelled,

    /// <summary>The session it is bound to has ended, or the house is closing.</summary>
    Paused,
}

/// <summary>Work stopped between two batches; nothing of it was published.</summary>
internal sealed class WorkStoppedException(Stop why) : Exception(why.ToString())
{
    public Stop Why { get; } = why;
}

/// <summary>Does what is due on an import, whichever of its two works that is.</summary>
internal sealed class WorkOnImport(ImportShelf shelf, ReadRegister read, PublishRegister publish)
{
    /// <summary>True when something is due.</summary>
    public async Task<bool> IsDueAsync(ImportId id, Actor actor, CancellationToken cancel) => await shelf.SeeAsync(id, actor, cancel) is { IsAtWork: true };

    /// <exception cref="WorkStoppedException">It was cancelled or its session ended.</exception>
    public async Task<Result<Done>> HandleAsync(ImportId id, Actor actor, IWorkWatch watch, CancellationToken cancel) => await shelf.SeeAsync(id, actor, cancel) switch
    {
        { Step: ImportStep.Reading } => await read.HandleAsync(id, actor, watch, cancel),
        { Step: ImportStep.Publishing } => await publish.HandleAsync(id, actor, watch, cancel),
        _ => Error.NotFound,
    };
}

/// <summary>Puts an import back to where a member can go on after its work was refused.</summary>
internal static class StepBack
{
    public static async Task TakeAsync(TurnaDb db, ImportShelf shelf, Ledger.AuditLedger ledger, ImportId id, Actor actor, CancellationToken cancel)
    {
        if (await shelf.SeeAsync(id, actor, cancel) is not { IsAtWork: true } import) return;
        import.Step = import.Step == ImportStep.Reading ? ImportStep.Columns : ImportStep.Preview;
        ledger.Record(actor, CasesActs.RegisterStaged, id.Value);
        await db.CommitAsync(Done.It, cancel);
    }
}
