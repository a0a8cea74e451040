using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Rights;
using Turna.People.Wording;
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

    /// <summary>What was done just before: <c>given</c> or <c>withdrawn</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The consent that is about to be withdrawn, when that was asked for and waits to be confirmed.</summary>
    [BindProperty(SupportsGet = true, Name = "withdraw")]
    public Guid? Asked { get; set; }

    /// <summary>Whether who writes it down has confirmed that she withdraws.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public Consent? Going => Given.Select(g => g.Row).FirstOrDefault(c => c.Id == Asked && c.HoldsOn(Today));

    public IReadOnlyList<Choice> Confirmation => [PersonWords.Choice("true", texts["I have asked: this consent is withdrawn today."])];

    public DateOnly KeepUntil { get; private set; }

    /// <summary>Whether her record goes soon because she withdrew.</summary>
    public bool EndsByWithdrawal { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    public string Href => $"/people/{Id}";

    /// <summary>Until when her record is kept if she withdraws this consent; null when that changes nothing.</summary>
    public DateOnly? ShortenedBy(Consent consent) => RetentionRule.ShortenedBy(consent, Given.Select(g => g.Row), KeepUntil, Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) && (Asked is null || Going is not null) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var result = await give.HandleAsync(new PersonId(Id), Input, visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"{Href}/consent?done=given") : this.Refuse(result.Error, texts);
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] Guid consent, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = await withdraw.HandleAsync(new PersonId(Id), consent, Sure, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect($"{Href}/consent?done=withdrawn");
        (Asked, Done) = (consent, null);
        return await LoadAsync(cancel) ? this.Refuse(result.Error, texts, input: string.Empty) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!vault.CanFind || await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } open) return false;
        (Name, KeepUntil) = (open.Identity.DisplayName, open.Row.KeepUntil);
        Today = await staff.TodayAsync(visitor.Actor.Organisation, cancel);
        Given = [.. (await consents.OfAsync(open.Id, cancel)).Select(c => (c, vault.Open<ConsentDetail>(open.Receipt, open.Key, c.Place(open.Id), c.Detail)))];
        EndsByWithdrawal = RetentionRule.EndsByWithdrawal(KeepUntil, [.. Given.Select(g => g.Row)], Today);
        return true;
    }
}
