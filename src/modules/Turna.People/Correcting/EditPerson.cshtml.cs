using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Wording;

namespace Turna.People.Correcting;

/// <summary>Her record, to be corrected or completed.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class EditPersonModel(PersonShelf shelf, ChangePerson change, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IdentityForm Input { get; set; } = new();

    public string Href => $"/people/{Id}";

    /// <summary>Somebody else changed it while the form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public IReadOnlyList<Choice> Difficulties => PersonWords.Choices<Difficulty>(d => PersonWords.Word(d, texts));

    public IReadOnlyList<Choice> NameUses => PersonWords.Choices<NameUse>(u => PersonWords.Word(u, texts));

    public IReadOnlyList<Choice> AddressKinds => PersonWords.Choices<AddressKind>(k => PersonWords.Word(k, texts));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return NotFound();
        Input = IdentityForm.Of(her.Identity, her.Row.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await shelf.MayOpenAsync(new PersonId(Id), visitor.Actor, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var today = await staff.TodayAsync(visitor.Actor.Organisation, cancel);
        var result = await change.HandleAsync(new PersonId(Id), Input.Revision, (her, errors) => Input.Apply(her, today, errors), visitor.Actor, cancel);
        if (result.Succeeded) return Redirect(Href);
        ChangedMeanwhile = this.IsChangedMeanwhile(result.Error, "Input.Revision");
        if (ChangedMeanwhile) Input.Revision = await shelf.RevisionAsync(new PersonId(Id), cancel);
        return this.Refuse(result.Error, texts);
    }
}
