using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>Whose time runs out: warned first, then kept longer or deleted.</summary>
[Needs(PeoplePermissions.RetainName)]
internal sealed class RetentionPageModel(PersonShelf shelf, WarnOfDeletion warn, ProlongKeeping prolong, EraseWhenOver erase, Visitor visitor, Texts texts) : PageModel
{
    public IReadOnlyList<RunningOut> Due { get; private set; } = [];

    /// <summary>Whose record is about to be deleted, when its deletion was asked for and waits to be confirmed.</summary>
    [BindProperty(SupportsGet = true, Name = "delete")]
    public Guid? Asked { get; set; }

    /// <summary>Whether who deletes has confirmed whose record it is.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public RunningOut? Going { get; private set; }

    public IReadOnlyList<Choice> Confirmation => ErasePerson.Confirmation(Going?.Name, texts);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        if (Asked is { } asked) return await LoadAsync(asked, cancel) ? Page() : NotFound();
        Due = await warn.HandleAsync(visitor.Actor, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync([FromForm] Guid person, CancellationToken cancel)
    {
        if (!await shelf.MayAsync(new PersonId(person), PersonAccess.MayErase, visitor.Actor, cancel)) return NotFound();
        var result = await prolong.HandleAsync(new PersonId(person), visitor.Actor, cancel);
        if (result.Succeeded) return Redirect("/people/retention");
        Due = await warn.HandleAsync(visitor.Actor, cancel);
        return this.Refuse(result.Error, texts, input: string.Empty);
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromForm] Guid person, CancellationToken cancel)
    {
        var result = await erase.HandleAsync(new PersonId(person), Sure, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect("/people/retention");
        // Nobody is opened to be told of as missing.
        if (result.Error is Error.Missing) return NotFound();
        return await LoadAsync(person, cancel) ? this.Refuse(result.Error, texts, input: string.Empty) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid person, CancellationToken cancel) => (Going = await warn.GoingAsync(new PersonId(person), visitor.Actor, cancel)) is not null;
}
