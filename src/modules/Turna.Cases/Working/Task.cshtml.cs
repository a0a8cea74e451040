using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Working;

[Needs(CasesPermissions.WorkName)]
internal sealed class TaskModel(
    OwnTasks tasks, CaseAccess access, FinishTask finish, PostponeTask postpone, KeyVault vault, AuditLedger ledger, PersonCards cards, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public WorkTask Work { get; private set; } = null!;

    public string Text { get; private set; } = string.Empty;

    /// <summary>Whom it concerns; null for an anonymous caller and for a person the reader may not open.</summary>
    public PersonCard? Person { get; private set; }

    internal sealed class Form
    {
        public DateOnly? Until { get; set; }

        public string? Because { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDoneAsync(CancellationToken cancel)
    {
        var result = await finish.HandleAsync(new TaskId(Id), visitor.Actor, cancel);
        return result.Succeeded ? Redirect("/") : NotFound();
    }

    public async Task<IActionResult> OnPostLaterAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var result = await postpone.HandleAsync(new PostponeTask.Input(new TaskId(Id), Input.Until, Input.Because), visitor.Actor, cancel);
            if (result.Succeeded) return Redirect("/");
            if (result.Error is Error.Missing) return NotFound();
            ModelState.Add(result.Error, texts);
        }

        return await LoadAsync(cancel) ? this.Again() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await tasks.FindAsync(new TaskId(Id), visitor.Actor, cancel) is not { } found) return false;
        const string purpose = "read a task";
        var receipt = await ledger.OpenAsync(visitor.Actor, CasesActs.WorkSeen, purpose, [found.Task.Subject], cancel);
        Work = found.Task;
        Text = vault.Open<TaskContent>(receipt, found.Key, found.Task.TextPlace, found.Task.Text).Text;
        if (await ConcernedAsync(receipt, found.Key, cancel) is { } person) Person = await cards.OpenAsync(new PersonId(person), purpose, visitor.Actor, cancel);
        return true;
    }

    private async Task<Guid?> ConcernedAsync(OpeningReceipt receipt, SubjectKey key, CancellationToken cancel)
    {
        if (Work.Case is { } matter)
            return await access.Visible(visitor.Actor, CasesPermissions.Open).AsNoTracking().SingleOrDefaultAsync(c => c.Id == matter, cancel) is { } found
                ? vault.Open<CaseContent>(receipt, key, found.ContentPlace, found.Content).Person
                : null;
        return await access.VisibleConsultations(visitor.Actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Work.Consultation, cancel) is { } asked
            ? vault.Open<ConsultationContent>(receipt, key, asked.ContentPlace, asked.Content).Person
            : null;
    }
}
