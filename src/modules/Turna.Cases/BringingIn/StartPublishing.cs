using Turna.Data;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>Sets the publishing of a register to work: a supervisor of the team does, when everything about its people was decided.</summary>
internal sealed class StartPublishing(TurnaDb db, ImportShelf shelf, DecidePeople people, ImportJobs jobs, Ledger.AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(ImportId id, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await shelf.FindAsync(id, actor, cancel) is not { } open) return Error.NotFound;
        if (!actor.MayIn(CasesPermissions.Supervise, open.Import.Team)) return Error.Refuse("A supervisor of the team brings the register in. It waits for her here.");
        if (open.Import.Step != ImportStep.Preview) return Error.Refuse("This register is already on its way.");
        var receipt = await shelf.OpenAsync(open, "people of a register", actor, cancel);
        if (!(await people.SoFarAsync(open, receipt, actor, cancel)).IsAll) return Error.Refuse("Decide first who is the same person: nothing is joined by itself.");

        await jobs.BeginAsync(open.Import, ImportStep.Publishing, actor, cancel);
        ledger.Record(actor, CasesActs.RegisterDecided, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
