using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>The copy of her record, as a file or as a page to print. Asked for by POST: making it is an act.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class CopyPageModel(CopyForHer copies, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public JsonObject? Copy { get; private set; }

    /// <summary>What was done again within an hour in one line, as on the page of who opened her file.</summary>
    public IReadOnlyList<Openings> OpenedBy { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public CopyWords Words { get; private set; } = new(texts, TimeZoneInfo.Utc);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await copies.MayCopyAsync(new PersonId(Id), visitor.Actor, cancel) ? Redirect($"/people/{Id}/rights") : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] string? form, CancellationToken cancel)
    {
        if (await copies.HandleAsync(new PersonId(Id), visitor.Actor, cancel) is not { } copy) return NotFound();
        if (form != "html") return File(CopyForHer.ToFile(copy), "application/json", "record.json");
        Zone = await staff.ZoneAsync(visitor.Actor.Organisation, cancel);
        (Copy, OpenedBy, Words) = (copy.Content, Openings.Together(copy.OpenedBy), new CopyWords(texts, Zone));
        return Page();
    }
}
