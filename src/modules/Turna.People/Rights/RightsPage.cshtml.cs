using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>Copy, correction, who opened, how long, erasure.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class RightsPageModel(PersonShelf shelf, ErasePerson erase, ProlongKeeping prolong, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ErasureReason? Reason { get; set; }

    /// <summary>Whether who erases has confirmed whose record it is.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public DateOnly KeepUntil { get; private set; }

    public bool MayErase { get; private set; }

    /// <summary>Whether that the time is over may be the reason.</summary>
    public bool TimeIsOver { get; private set; }

    public bool MayCopy { get; private set; }

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    public string Href => $"/people/{Id}";

    public IReadOnlyList<Choice> Confirmation => ErasePerson.Confirmation(Name, texts);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancel)
    {
        var result = await erase.HandleAsync(new PersonId(Id), Reason, Sure, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect("/people/search?erased=true");
        if (result.Error is Error.Missing) return NotFound();
        return await LoadAsync(cancel) ? this.Refuse(result.Error, texts, input: string.Empty) : NotFound();
    }

    public async Task<IActionResult> OnPostProlongAsync(CancellationToken cancel)
    {
        var result = await prolong.HandleAsync(new PersonId(Id), visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"{Href}/rights") : this.Refuse(result.Error, texts);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return false;
        (Name, KeepUntil) = (her.Identity.DisplayName, her.Row.KeepUntil);
        (MayErase, MayCopy) = (PersonAccess.MayErase(visitor.Actor, her.Row), PersonAccess.MayCopy(visitor.Actor, her.Row));
        if (!MayErase) return true;
        Reasons = await erase.ReasonsToKeepAsync(her.Id, visitor.Actor, cancel);
        TimeIsOver = await erase.TimeIsOverAsync(her.Id, visitor.Actor, cancel);
        return true;
    }
}
