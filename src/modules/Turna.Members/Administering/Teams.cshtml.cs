using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Members.Administering;

[Needs(MembersPermissions.AdministerName)]
internal sealed class TeamsModel(ListTeams list, MakeTeam make, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public TeamInput Input { get; set; } = new(Guid.CreateVersion7(), null);

    public IReadOnlyList<TeamView> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Teams = await list.HandleAsync(visitor.Actor, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await make.HandleAsync(Input, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect("/teams");
        Teams = await list.HandleAsync(visitor.Actor, cancel);
        return this.Refuse(result.Error, texts);
    }
}
