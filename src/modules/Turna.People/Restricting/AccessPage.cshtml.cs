using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Wording;
using Turna.Vault;

namespace Turna.People.Restricting;

/// <summary>Who may open her record.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class AccessPageModel(PersonShelf shelf, LinkedRecords linked, SetAccess set, StaffDirectory staff, KeyVault vault, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Answer Input { get; set; } = new();

    public IReadOnlyList<Choice> Teams { get; private set; } = [];

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    /// <summary>Records linked with hers, which this page leaves as they are.</summary>
    public IReadOnlyList<LinkedRecord> Linked { get; private set; } = [];

    public string Href => $"/people/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return NotFound();
        Name = her.Identity.DisplayName;
        Input = new Answer { Sensitivity = her.Row.Sensitivity, Team = her.Row.Sensitivity == PersonSensitivity.Restricted ? her.Row.Team?.Value : null };
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return NotFound();
        Name = her.Identity.DisplayName;
        await LoadAsync(cancel);
        if (!ModelState.IsValid) return this.Again();
        var team = Input.Team is { } chosen ? new TeamId(chosen) : (TeamId?)null;
        var result = await set.HandleAsync(new PersonId(Id), Input.Sensitivity, team, visitor.Actor, cancel);
        if (!result.Succeeded) return this.Refuse(result.Error, texts);
        return Redirect(await shelf.MayOpenAsync(new PersonId(Id), visitor.Actor, cancel) ? Href : "/people/search");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Linked = await linked.OfAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel);
        Teams = [.. (await staff.TeamsAsync(visitor.Actor.Organisation, cancel))
            .Where(t => !visitor.Actor.BelongsTo(t.Id) || vault.Holds(CircleId.Of(t.Id))).Select(t => PersonWords.Choice(t.Id.ToString(), t.Name))];
    }

    internal sealed record Answer
    {
        public PersonSensitivity Sensitivity { get; set; }

        public Guid? Team { get; set; }
    }
}
