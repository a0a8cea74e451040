using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Wording;
using Turna.Vault;

namespace Turna.People.Travelling;

/// <summary>Her journeys, and the form of one: new, or the one in the address.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class JourneysModel(PersonShelf shelf, JourneyBook journeys, KeepJourney keep, KeyVault vault, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    private Identity identity = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Journey { get; set; }

    [BindProperty]
    public JourneyForm Input { get; set; } = new();

    /// <summary>What the form showed at first, so that nothing of another's is undone.</summary>
    [BindProperty]
    public string? Before { get; set; }

    public IReadOnlyList<(Journey Row, JourneyDetail Detail)> Kept { get; private set; } = [];

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    public string Href => $"/people/{Id}";

    /// <summary>Somebody else changed this journey while the form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public IReadOnlyList<Choice> SectorChoices => [.. Sectors.All.Select(s => PersonWords.Choice(s.Code, texts[s.Text]))];

    public IReadOnlyList<Choice> CostChoices => [.. CostItems.All.Select(i => PersonWords.Choice(i.Code, texts[i.Text]))];

    public IReadOnlyList<Choice> Currencies => PersonWords.Choices(CodeLists.Shipped.Currencies.Codes, texts);

    public string CostItem(string code) => CostItems.All.Where(i => i.Code == code).Select(i => texts[i.Text]).FirstOrDefault(code);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Journey is not { } asked) return Page();
        var found = Kept.Where(k => k.Row.Id == asked).ToList();
        if (found.Count == 0) return NotFound();
        Input = JourneyForm.Of(found[0].Row, found[0].Detail);
        Before = FormMerge.Remember(Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid)
        {
            // What could not be read is told together with what may not be.
            if (await WrongAsync(cancel) is { } wrong) ModelState.AddBeside(wrong, texts);
            return this.Again();
        }

        var result = await keep.HandleAsync(new PersonId(Id), Input, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect($"{Href}/journeys");
        return result.Error == Error.Changed ? await AgainAsync(cancel) : this.Refuse(result.Error, texts);
    }

    private async Task<Error?> WrongAsync(CancellationToken cancel)
    {
        var errors = new FieldErrors();
        Input.Apply(new Journey { Destination = string.Empty }, [], identity, await staff.TodayAsync(visitor.Actor.Organisation, cancel), errors);
        return errors.Any ? errors.ToError() : null;
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Kept.Where(k => k.Row.Id == Input.Id).Select(k => JourneyForm.Of(k.Row, k.Detail)).SingleOrDefault() is not { } now) return NotFound();
        var answer = this.RefuseChanged(Before, Input, now, texts);
        (ChangedMeanwhile, Before) = (true, FormMerge.Remember(now));
        return answer;
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        var result = await keep.RemoveAsync(new PersonId(Id), Journey ?? Guid.Empty, visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"{Href}/journeys") : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!vault.CanFind || await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return false;
        (Name, identity) = (her.Identity.DisplayName, her.Identity);
        Kept = await journeys.OfAsync(her, cancel);
        return true;
    }
}
