using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Matching;

/// <summary>Records that may be hers: to be linked, declared different, or parted again.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class LikelySameModel(FindTwins find, Twins twins, DecideTwin decide, PersonShelf shelf, KeyVault vault, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IReadOnlyList<FoundPerson> Alike { get; private set; } = [];

    public IReadOnlyList<(PersonId Id, string Name)> Linked { get; private set; } = [];

    public string Href => $"/people/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] Guid other, [FromForm] TwinDecision decision, CancellationToken cancel)
    {
        if (!vault.CanFind) return NotFound();
        if (!ModelState.IsValid) return await LoadAsync(cancel) ? this.Again() : NotFound();
        var result = await decide.HandleAsync(new PersonId(Id), new PersonId(other), decision, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect($"{Href}/likely-same");
        return await LoadAsync(cancel) ? this.Refuse(result.Error, texts) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var her = new PersonId(Id);
        if (!vault.CanFind || !await shelf.MayOpenAsync(her, visitor.Actor, cancel)) return false;
        Alike = await find.HandleAsync(her, PersonFinder.Suggestions, visitor.Actor, cancel);
        var group = (await twins.GroupAsync(her, cancel)).Where(p => p != her).ToList();
        Linked = [.. (await shelf.OpenAsync(group, PeopleActs.Opened, Purposes.LikelySame, visitor.Actor, cancel)).Select(p => (p.Id, p.Identity.DisplayName))];
        return true;
    }
}
