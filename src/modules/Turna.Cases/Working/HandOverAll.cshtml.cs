using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Cases.Working;

[Needs(CasesPermissions.SuperviseName)]
internal sealed class HandOverAllModel(HandOver handOver, StaffDirectory staff, KeyHolders holders, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Member { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string From { get; private set; } = string.Empty;

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    internal sealed class Form
    {
        public Guid? To { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var result = await handOver.HandleAsync(
            new HandOver.Input(null, new TeamId(Team), new MemberId(Member), Input.To is { } to ? new MemberId(to) : null), visitor.Actor, cancel);
        return result.Succeeded ? Redirect("/work") : this.Refuse(result.Error, texts);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var team = new TeamId(Team);
        if (!visitor.Actor.MayIn(CasesPermissions.Supervise, team)) return false;
        // Also of somebody who is of the team no more: her work is still there.
        var everyone = await staff.ColleaguesAsync(visitor.Actor.Organisation, cancel);
        if (everyone.FirstOrDefault(m => m.Id.Value == Member) is not { } from) return false;
        From = from.Name;
        var others = await holders.AmongAsync(await staff.WhoMayAsync(CasesPermissions.Open, team, cancel), team, cancel);
        Colleagues = [.. others.Where(m => m.Id.Value != Member).Select(m => new Choice(m.Id.ToString(), Design.Markup.Content.Text(m.Name)))];
        return true;
    }
}
