using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Consenting;

/// <summary>What she agreed to, and taking it back.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class ConsentPageModel(
    PersonShelf shelf, ConsentBook consents, KeyVault vault, GiveConsent give, WithdrawConsent withdraw, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public GiveConsent.Input Input { get; set; } = new();

    public IReadOnlyList<(Consent Row, ConsentDetail Detail)> Given { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    public string Href => $"/people/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var result = await give.HandleAsync(new PersonId(Id), Input, visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"{Href}/consent") : this.Refuse(result.Error, texts);
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] Guid consent, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = await withdraw.HandleAsync(new PersonId(Id), consent, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect($"{Href}/consent");
        return await LoadAsync(cancel) ? this.Refuse(result.Error, texts) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!vault.CanFind || await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } open) return false;
        Name = open.Identity.DisplayName;
        Today = await staff.TodayAsync(visitor.Actor.Organisation, cancel);
        Given = [.. (await consents.OfAsync(open.Id, cancel)).Select(c => (c, vault.Open<ConsentDetail>(open.Receipt, open.Key, c.Place(open.Id), c.Detail)))];
        return true;
    }
}
