using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Wording;
using Turna.Vault;

namespace Turna.People.Relating;

/// <summary>Who belongs to her household and family.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class HouseholdModel(
    PersonShelf shelf, RelationBook relations, RelatePerson relate, PersonFinder finder, KeyVault vault, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RelatePerson.Input Input { get; set; } = new();

    [BindProperty]
    public string? Query { get; set; }

    public IReadOnlyList<(Relation Row, RelationDetail Detail)> Kept { get; private set; } = [];

    public IReadOnlyList<FoundPerson>? Found { get; private set; }

    public string? Ask { get; private set; }

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    public string Href => $"/people/{Id}";

    public IReadOnlyList<Choice> FoundChoices =>
        [.. Found!.Select(f => PersonWords.Choice(f.Id.ToString(), string.Join(", ", new[] { f.Name, f.BirthYear?.ToString(CultureInfo.InvariantCulture), f.Place }.OfType<string>())))];

    public IEnumerable<string> Says(RelationDetail detail)
    {
        if (detail.LivesWithHer) yield return texts["lives with her"];
        if (detail.LeftBehind) yield return texts["stayed at home"];
        if (detail.CaresForChildren) yield return texts["cares for the children"];
        if (detail.DecidesOnRemittances) yield return texts["decides about the money she sends"];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var result = await relate.HandleAsync(new PersonId(Id), Input, visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"{Href}/household") : this.Refuse(result.Error, texts);
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        ModelState.Clear();
        var answer = await finder.SearchAsync(Query ?? string.Empty, visitor.Actor, cancel);
        Found = [.. answer.People.Where(p => p.Id.Value != Id && p.MayOpen)];
        Ask = answer.Ask;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] Guid relation, CancellationToken cancel)
    {
        var result = await relate.RemoveAsync(new PersonId(Id), relation, visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"{Href}/household") : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!vault.CanFind || await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return false;
        Name = her.Identity.DisplayName;
        Kept = await relations.OfAsync(her, visitor.Actor, cancel);
        return true;
    }
}
