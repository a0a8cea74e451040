using System.Globalization;
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
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IReadOnlyList<Openings> Lines { get; private set; } = [];

    public DateTime Local(DateTime utc) => zone.Local(utc);

    /// <summary>Whether the clock shows more than one minute for what was done again and again.</summary>
    public bool TookTime(Openings line) => Local(line.First).ToString("g", CultureInfo.InvariantCulture) != Local(line.Last).ToString("g", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await shelf.MayOpenAsync(new PersonId(Id), visitor.Actor, cancel)) return NotFound();
        if (await staff.FindAsync(visitor.Actor.Member, cancel) is { } member) zone = TimeZoneInfo.FindSystemTimeZoneById(member.TimeZone);
        Lines = Openings.Together(await opened.ListAsync(new PersonId(Id), visitor.Actor, cancel));
        return Page();
    }
}
