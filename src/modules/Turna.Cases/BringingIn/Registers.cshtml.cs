using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>The registers of her teams: on their way, come in, given up.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class RegistersModel(ImportShelf shelf, StaffDirectory staff, Visitor visitor) : PageModel
{
    private const int Most = 50;

    internal sealed record Line(Import Import, DateTime Started, string By, string Team);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = visitor.Actor;
        var imports = await shelf.Visible(actor).AsNoTracking().OrderByDescending(i => i.StartedAt).Take(Most).ToListAsync(cancel);
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        var teams = (await staff.TeamsAsync(actor.Organisation, cancel)).ToDictionary(t => t.Id, t => t.Name);
        var zone = await staff.ZoneAsync(actor.Organisation, cancel);
        Lines = [.. imports.Select(i => new Line(i, TimeZoneInfo.ConvertTimeFromUtc(i.StartedAt, zone), names.GetValueOrDefault(i.Member, "—"), teams.GetValueOrDefault(i.Team, "—")))];
    }
}
