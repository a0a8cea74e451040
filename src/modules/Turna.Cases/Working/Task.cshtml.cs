using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Cases.Working;

[Needs(CasesPermissions.WorkName)]
internal sealed class TaskModel(OwnTasks tasks, FinishTask finish, PostponeTask postpone, KeyVault vault, AuditLedger ledger, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public WorkTask Work { get; private set; } = null!;

    public string Text { get; private set; } = string.Empty;

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
        var receipt = await ledger.OpenAsync(visitor.Actor, CasesActs.WorkSeen, "read a task", [found.Task.Subject], cancel);
        Work = found.Task;
        Text = vault.Open<TaskContent>(receipt, found.Key, found.Task.TextPlace, found.Task.Text).Text;
        return true;
    }
}
