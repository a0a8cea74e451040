using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>The registers of her teams: those that are still to be brought in, and apart from them those that have come in or were given up.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class RegistersModel(ImportShelf shelf, StaffDirectory staff, Visitor visitor) : PageModel
{
    private const int Most = 50;

    internal sealed record Line(Import Import, DateTime Started, DateTime? Ended, string By, string Team, string? File);

    public IReadOnlyList<Line> Open { get; private set; } = [];

    public IReadOnlyList<Line> Over { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = visitor.Actor;
        // Each kind has a limit of its own: however many were given up, none that waits is left out for them.
        var open = await shelf.Visible(actor).AsNoTracking().Where(i => i.Step != ImportStep.Published && i.Step != ImportStep.Cancelled)
            .OrderByDescending(i => i.StartedAt).Take(Most).ToListAsync(cancel);
        var over = await shelf.Visible(actor).AsNoTracking().Where(i => i.Step == ImportStep.Published || i.Step == ImportStep.Cancelled)
            .OrderByDescending(i => i.FinishedAt).ThenByDescending(i => i.StartedAt).Take(Most).ToListAsync(cancel);
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        var teams = (await staff.TeamsAsync(actor.Organisation, cancel)).ToDictionary(t => t.Id, t => t.Name);
        var zone = await staff.ZoneAsync(actor.Organisation, cancel);
        var files = await shelf.FileNamesAsync(open, actor, cancel);
        (Open, Over) = ([.. open.Select(Show)], [.. over.Select(Show)]);

        Line Show(Import import) => new(
            import, zone.Local(import.StartedAt), import.FinishedAt is { } ended ? zone.Local(ended) : null, names.GetValueOrDefault(import.Member, "—"), teams.GetValueOrDefault(import.Team, "—"), files.GetValueOrDefault(import.Id));
    }
}
