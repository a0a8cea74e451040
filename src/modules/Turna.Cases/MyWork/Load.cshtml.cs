using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;

namespace Turna.Cases.MyWork;

/// <summary>The tasks or cases behind a number of a team's load: of one colleague, or of all.</summary>
[Needs(CasesPermissions.SuperviseName)]
internal sealed class LoadModel(ShowLoad show, Visitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Team { get; set; }

    /// <summary>Whose; empty for the whole team.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Member { get; set; }

    [BindProperty(SupportsGet = true)]
    public LoadPart Which { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public LoadView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await show.HandleAsync(new TeamId(Team), Member is { } member ? new MemberId(member) : null, Which, Number, visitor.Actor, cancel) is not { } view) return NotFound();
        View = view;
        return Page();
    }

    public string Link(LoadPart part, bool all = false) => LinkTo(new TeamId(Team), all || Member is not { } member ? null : new MemberId(member), part);

    public static string LinkTo(TeamId team, MemberId? member, LoadPart part) =>
        $"/load/{team}?which={part.ToString().ToLowerInvariant()}{(member is { } whose ? $"&member={whose}" : string.Empty)}";
}
