using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.Cases.Working;

[Needs(CasesPermissions.WorkName)]
internal sealed class TaskModel(ShowTask show, FinishTask finish, PostponeTask postpone, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public WorkTask Work { get; private set; } = null!;

    public string Text { get; private set; } = string.Empty;

    /// <summary>Whom it concerns, while it is to be done; null for an anonymous caller and for a person the reader may not open.</summary>
    public PersonCard? Person { get; private set; }

    /// <summary>It concerns somebody the reader may not open.</summary>
    public bool IsOfSomebodyHidden { get; private set; }

    internal sealed class Form
    {
        [AsksFor(AskedDay.Ahead)]
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
        if (await show.HandleAsync(new TaskId(Id), visitor.Actor, cancel) is not { } shown) return false;
        (Work, Text, Person) = (shown.Task, shown.Text, shown.Person);
        IsOfSomebodyHidden = shown.IsOfSomebodyHidden;
        return true;
    }
}
