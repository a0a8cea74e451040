using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Members.Administering;

[Needs(MembersPermissions.AdministerName)]
internal sealed class TeamModel(ListTeams list, RenameTeam rename, CloseTeam close, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TeamInput Input { get; set; } = new(Guid.Empty, null);

    /// <summary>Whether who closes the team has confirmed it.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public IReadOnlyList<Choice> Confirmation => [new("true", Design.Markup.Content.Text(texts["I have checked it: {0} is to be closed.", Team.Name]))];

    public TeamView Team { get; private set; } = null!;

    public IReadOnlyList<Colleague> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        Input = new TeamInput(Id, Team.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await AnswerAsync(await rename.HandleAsync(Input with { Id = Id }, visitor.Actor, cancel), cancel);

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel) =>
        await AnswerAsync(await close.HandleAsync(new TeamId(Id), Sure, visitor.Actor, cancel), cancel, input: string.Empty);

    private async Task<IActionResult> AnswerAsync(Result<Done> result, CancellationToken cancel, string input = nameof(Input))
    {
        if (result.Succeeded) return Redirect("/teams");
        if (!await ReadAsync(cancel)) return NotFound();
        if (input.Length == 0) Input = new TeamInput(Id, Team.Name);
        return this.Refuse(result.Error, texts, input);
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var teams = await list.HandleAsync(visitor.Actor, cancel);
        if (teams.SingleOrDefault(t => t.Id == Id) is not { } team) return false;
        Team = team;
        Members = await staff.MembersOfAsync(new TeamId(Id), cancel);
        return true;
    }
}
