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
internal sealed class RetentionPageModel(PersonShelf shelf, WarnOfDeletion warn, ProlongKeeping prolong, ErasePerson erase, Visitor visitor, Texts texts) : PageModel
{
    public IReadOnlyList<RunningOut> Due { get; private set; } = [];

    /// <summary>Whose record is about to be deleted, when its deletion was asked for and waits to be confirmed.</summary>
    [BindProperty(SupportsGet = true, Name = "delete")]
    public Guid? Asked { get; set; }

    /// <summary>Whether who deletes has confirmed whose record it is.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public RunningOut? Going => Due.FirstOrDefault(d => d.MayGo && d.Id.Value == Asked);

    public IReadOnlyList<Choice> Confirmation => ErasePerson.Confirmation(Going?.Name, texts);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Due = await warn.HandleAsync(visitor.Actor, cancel);
        return Asked is null || Going is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostKeepAsync([FromForm] Guid person, CancellationToken cancel)
    {
        if (!await shelf.MayAsync(new PersonId(person), PersonAccess.MayErase, visitor.Actor, cancel)) return NotFound();
        return await AnswerAsync(await prolong.HandleAsync(new PersonId(person), visitor.Actor, cancel), cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromForm] Guid person, CancellationToken cancel)
    {
        if (!await warn.MayGoAsync(new PersonId(person), visitor.Actor, cancel)) return NotFound();
        Asked = person;
        return await AnswerAsync(await erase.HandleAsync(new PersonId(person), ErasureReason.TimeIsOver, Sure, visitor.Actor, cancel), cancel);
    }

    private async Task<IActionResult> AnswerAsync<T>(Result<T> result, CancellationToken cancel)
    {
        if (result.Succeeded) return Redirect("/people/retention");
        Due = await warn.HandleAsync(visitor.Actor, cancel);
        return this.Refuse(result.Error, texts, input: string.Empty);
    }
}
