using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Correcting;
using Turna.People.Keeping;
using Turna.People.Registering;

namespace Turna.People.Contacting;

/// <summary>How she may be reached without danger.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class SafeContactPageModel(PersonShelf shelf, ChangePerson change, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public SafeContactForm Input { get; set; } = new();

    /// <summary>What the form showed at first, so that nothing of another's is undone.</summary>
    [BindProperty]
    public string? Before { get; set; }

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    public string Href => $"/people/{Id}";

    /// <summary>Somebody else changed her record while the form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return NotFound();
        (Name, Revision, Input) = (her.Identity.DisplayName, her.Row.Revision, SafeContactForm.Of(her.Identity.SafeContact));
        Before = FormMerge.Remember(Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return NotFound();
        Name = her.Identity.DisplayName;
        Input.Check(ModelState, texts, nameof(Input));
        if (!ModelState.IsValid) return this.Again();
        var result = await change.HandleAsync(
            new PersonId(Id), Revision, (old, errors) => old with { SafeContact = IdentityInput.SafeContactIn(Input.Read(), string.Empty, errors) }, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect(Href);
        return result.Error == Error.Changed ? await AgainAsync(cancel) : this.Refuse(result.Error, texts);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return NotFound();
        var now = SafeContactForm.Of(her.Identity.SafeContact);
        var answer = this.RefuseChanged(Before, Input, now, texts);
        (ChangedMeanwhile, Revision, Before) = (true, her.Row.Revision, FormMerge.Remember(now));
        return answer;
    }
}
