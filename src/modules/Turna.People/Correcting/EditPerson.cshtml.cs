using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Contacting;
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

    /// <summary>What the form showed at first, so that nothing of another's is undone.</summary>
    [BindProperty]
    public string? Before { get; set; }

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    public string Href => $"/people/{Id}";

    /// <summary>How she may be reached, to be read before her telephones are.</summary>
    public IReadOnlyList<string> SafeContactLines { get; private set; } = [];

    /// <summary>Somebody else changed it while the form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public IReadOnlyList<Choice> Difficulties => PersonWords.Choices<Difficulty>(d => PersonWords.Word(d, texts));

    public IReadOnlyList<Choice> NameUses => PersonWords.Choices<NameUse>(u => PersonWords.Word(u, texts));

    public IReadOnlyList<Choice> AddressKinds => PersonWords.Choices<AddressKind>(k => PersonWords.Word(k, texts));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return NotFound();
        Input = IdentityForm.Of(her.Identity, her.Row.Revision);
        Before = FormMerge.Remember(Input);
        Tell(her);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await shelf.MayOpenAsync(new PersonId(Id), visitor.Actor, cancel)) return NotFound();
        if (!ModelState.IsValid) return await WithHerAsync(this.Again(), cancel);
        var today = await staff.TodayAsync(visitor.Actor.Organisation, cancel);
        var result = await change.HandleAsync(new PersonId(Id), Input.Revision, (her, errors) => Input.Apply(her, today, errors), visitor.Actor, cancel);
        if (result.Succeeded) return Redirect(Href);
        return result.Error == Error.Changed ? await AgainAsync(cancel) : await WithHerAsync(this.Refuse(result.Error, texts), cancel);
    }

    private async Task<IActionResult> WithHerAsync(IActionResult answer, CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is { } her) Tell(her);
        return answer;
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return NotFound();
        var now = IdentityForm.Of(her.Identity, her.Row.Revision);
        var answer = this.RefuseChanged(Before, Input, now, texts);
        Tell(her);
        (ChangedMeanwhile, Before) = (true, FormMerge.Remember(now));
        return answer;
    }

    private void Tell(OpenPerson her) => (Name, SafeContactLines) = (her.Identity.DisplayName, SafeContactWords.Lines(her.Identity.SafeContact, texts));
}
