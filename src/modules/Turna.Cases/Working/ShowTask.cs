using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Working;

/// <summary>A task as its page shows it.</summary>
/// <param name="Task">Its days and what it belongs to.</param>
/// <param name="Text">What must be done; empty for calling back.</param>
/// <param name="Concerns">Whom it concerns; null for an anonymous caller.</param>
/// <param name="Person">Her card, while the task is to be done; null where the reader may not open her.</param>
/// <param name="IsOfSomebodyHidden">It is to be done for somebody the reader may not open.</param>
internal sealed record TaskView(WorkTask Task, string Text, PersonId? Concerns, PersonCard? Person, bool IsOfSomebodyHidden);

/// <summary>Opens a task for reading: on record first, then shown with whom it concerns.</summary>
internal sealed class ShowTask(OwnTasks tasks, CaseAccess access, ConsultationShelf shelf, KeyVault vault, AuditLedger ledger, PersonCards cards)
{
    private const string Purpose = "read a task";

    /// <summary>Null when it is missing or not hers.</summary>
    public async Task<TaskView?> HandleAsync(TaskId id, Actor actor, CancellationToken cancel)
    {
        if (await tasks.FindAsync(id, actor, cancel) is not { } found) return null;
        var receipt = await ledger.OpenAsync(actor, CasesActs.WorkSeen, Purpose, [found.Task.Subject], cancel);
        var text = vault.Open<TaskContent>(receipt, found.Key, found.Task.TextPlace, found.Task.Text).Text;
        var asked = found.Task.Case is null ? await access.VisibleConsultations(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == found.Task.Consultation, cancel) : null;
        if (asked is not null && await shelf.IsClosedAsync(asked, actor, cancel)) return new TaskView(found.Task, text, null, null, found.Task.DoneAt is null);
        var concerns = await ConcernedAsync(found.Task, asked, receipt, found.Key, actor, cancel);
        // For what is done nobody needs to be reached.
        var person = concerns is { } her && found.Task.DoneAt is null ? await cards.OpenAsync(her, Purpose, actor, cancel) : null;
        return new TaskView(found.Task, text, concerns, person, found.Task.DoneAt is null && concerns is not null && person is null);
    }

    private async Task<PersonId?> ConcernedAsync(WorkTask task, Consultation? asked, OpeningReceipt receipt, SubjectKey key, Actor actor, CancellationToken cancel)
    {
        if (task.Case is { } matter)
            return await access.Visible(actor, CasesPermissions.Open).AsNoTracking().SingleOrDefaultAsync(c => c.Id == matter, cancel) is { } found
                ? new PersonId(vault.Open<CaseContent>(receipt, key, found.ContentPlace, found.Content).Person)
                : null;
        return asked is not null && vault.Open<ConsultationContent>(receipt, key, asked.ContentPlace, asked.Content).Person is { } person ? new PersonId(person) : null;
    }
}
