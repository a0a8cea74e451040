using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.Working;

/// <summary>Moves a case to another stage: by its worker, and the last step by a supervisor of its team.</summary>
internal sealed class MoveCase(
    TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, CaseFacts facts, StaffDirectory staff, TimeProvider clock)
{
    internal sealed record Input(CaseId Case, Stage? To, Outcome? Outcome = null, decimal? Recovered = null, string? Currency = null, string? Remark = null, bool FinishTasks = false);

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<CaseId>(cancel) is { } earlier) return earlier.Value;
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        var before = open.Case.Stage;
        var left = input.To is Stage.Closing or Stage.Closed ? await LeftToDoAsync(open.Case, cancel) : [];
        var errors = Check(input, open.Case, left.Count);
        if (errors.Any) return errors.ToError();
        var moved = await MoveAsync(open.Case, input, actor, cancel);
        if (!moved.Succeeded) return moved.Error;

        Finish(left, actor);
        AddEntry(open, input, actor, before);
        ledger.Record(actor, CasesActs.StageChanged, open.Case.Id.Value);
        if (open.Case.Stage == Stage.Closed) await facts.PublishClosedAsync(open, actor, cancel);
        if (before == Stage.Closed) await facts.WithdrawClosedAsync(open.Case, cancel);
        return await db.CommitAsync(open.Case.Id, cancel);
    }

    /// <summary>What is wrong with the fields, without moving anything; null when nothing is.</summary>
    public async Task<Error?> CheckAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return null;
        var left = input.To is Stage.Closing or Stage.Closed ? await LeftToDoAsync(open.Case, cancel) : [];
        var errors = Check(input, open.Case, left.Count);
        return errors.Any ? errors.ToError() : null;
    }

    /// <summary>The cases whose closing waits for this supervisor: how many, and the one that has waited longest.</summary>
    public async Task<(int Waiting, CaseId? Next)> WaitingAsync(Actor actor, CancellationToken cancel)
    {
        var waiting = access.Visible(actor, CasesPermissions.Supervise).AsNoTracking().Where(c => c.Stage == Stage.Closing);
        var next = await waiting.OrderBy(c => c.StageSince).ThenBy(c => c.Id).Select(c => (CaseId?)c.Id).FirstOrDefaultAsync(cancel);
        return (next is null ? 0 : await waiting.CountAsync(cancel), next);
    }

    private static FieldErrors Check(Input input, Case matter, int left)
    {
        var errors = new FieldErrors();
        // A closed case is in nobody's list of those in danger: that it has passed must be somebody's word, not an oversight.
        if (input.To is Stage.Closing or Stage.Closed && matter.InDanger) errors.Refuse("Marked as in danger: note first that the danger has passed.");
        if (input.To is null) errors.Add("To", "Choose the stage");
        if (matter.IsClosed && input.To is not (Stage.Closing or Stage.Closed) && Writing.Text(input.Remark).Length == 0) errors.Add("Remark", "Write why the case is opened again");
        if (input is { To: Stage.Closing, Outcome: null }) errors.Add("Outcome", "Choose how it ended");
        if (input is { To: Stage.Closing, Recovered: { } amount } && (amount is <= 0 or > 1_000_000_000_000m || !CodeLists.Shipped.Currencies.TryFind(input.Currency, out _)))
            errors.Add("Recovered", "Write the sum as a number above zero and choose its currency");
        if (Writing.Text(input.Remark).Length > WriteNote.Longest) errors.Add("Remark", "The remark must be {0} characters or fewer", WriteNote.Longest);
        if (left > 0 && !input.FinishTasks) errors.Add("FinishTasks", "Tasks still to be done: {0}. Finish them first, or tick that they end with the case", left);
        return errors;
    }

    private Task<List<WorkTask>> LeftToDoAsync(Case matter, CancellationToken cancel)
    {
        CaseId? id = matter.Id;
        return db.Set<WorkTask>().Where(t => t.Case == id && t.DoneAt == null).ToListAsync(cancel);
    }

    private void Finish(List<WorkTask> left, Actor actor)
    {
        foreach (var task in left) (task.DoneAt, task.DoneBy) = (clock.GetUtcNow().UtcDateTime, actor.Member);
        if (left.Count > 0) ledger.Record(actor, CasesActs.TaskDone, left[0].Subject.Value);
    }

    private async Task<Result<Done>> MoveAsync(Case matter, Input input, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var supervises = actor.MayIn(CasesPermissions.Supervise, matter.Team);
        if (input is { To: Stage.Closing, Outcome: { } outcome })
            return matter.ProposeClosing(outcome, input.Recovered is { } amount ? new Money(amount, input.Currency!) : null, now);

        if (input.To == Stage.Closed)
            return supervises ? matter.Close(await staff.TodayAsync(actor.Organisation, cancel), now) : Error.Refuse("Closing is approved by a supervisor of the team.");
        if (matter.Stage is Stage.Closing or Stage.Closed && !supervises) return Error.Refuse("Only a supervisor of the team can send a case back or open it again.");
        return matter.MoveTo(input.To!.Value, now);
    }

    private void AddEntry(OpenableCase open, Input input, Actor actor, Stage before)
    {
        var refused = before == Stage.Closing && open.Case.Stage == Stage.InService;
        var entry = new Entry
        {
            Id = Guid.CreateVersion7(),
            Case = open.Case.Id,
            Kind = refused ? EntryKind.ClosingRefused : EntryKind.StageChanged,
            At = clock.GetUtcNow().UtcDateTime,
            Member = actor.Member,
            Stage = open.Case.Stage,
        };
        if (Writing.Text(input.Remark) is { Length: > 0 } remark) entry.Text = vault.Seal(open.Key, entry.TextPlace(open.Case.Organisation), remark);
        db.Add(entry);
    }
}
