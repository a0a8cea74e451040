using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>Who opened or changed her record.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class OpeningsPageModel(WhoOpened opened, PersonShelf shelf, StaffDirectory staff, Visitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Her name, above the heading; null when her seal is broken: who opened the record is to be seen then too.</summary>
    public string? Name { get; private set; }

    public IReadOnlyList<Openings> Lines { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await shelf.MayOpenAsync(new PersonId(Id), visitor.Actor, cancel)) return NotFound();
        if (await staff.FindAsync(visitor.Actor.Member, cancel) is { } member) Zone = TimeZoneInfo.FindSystemTimeZoneById(member.TimeZone);
        Lines = Openings.Together(await opened.ListAsync(new PersonId(Id), visitor.Actor, cancel));
        // After the list: it tells what was done before this look, which the next one shows.
        Name = (await shelf.OpenAsync([new PersonId(Id)], PeopleActs.Opened, Purposes.HerPage, visitor.Actor, cancel)).SingleOrDefault()?.Identity.DisplayName;
        return Page();
    }
}
