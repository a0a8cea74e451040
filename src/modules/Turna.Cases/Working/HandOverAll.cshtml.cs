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

    public string TeamName { get; private set; } = string.Empty;

    /// <summary>What she has in this team, and goes.</summary>
    public Handed Here { get; private set; }

    /// <summary>What she has in other teams that the reader supervises, and stays.</summary>
    public IReadOnlyList<(TeamName Team, Handed Has)> Elsewhere { get; private set; } = [];

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
        return result.Succeeded
            ? Redirect($"/work?to={Input.To}&cases={result.Value.Cases}&tasks={result.Value.Tasks}&calls={result.Value.Calls}")
            : this.Refuse(result.Error, texts);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var team = new TeamId(Team);
        if (!visitor.Actor.MayIn(CasesPermissions.Supervise, team)) return false;
        // Also of somebody who is of the team no more: her work is still there.
        var everyone = await staff.ColleaguesAsync(visitor.Actor.Organisation, cancel);
        if (everyone.FirstOrDefault(m => m.Id.Value == Member) is not { } from) return false;
        From = from.Name;
        await CountAsync(team, from.Id, cancel);
        var others = await holders.AmongAsync(await staff.WhoMayAsync(CasesPermissions.Open, team, cancel), team, cancel);
        Colleagues = [.. others.Where(m => m.Id.Value != Member).Select(m => new Choice(m.Id.ToString(), Design.Markup.Content.Text(m.Name)))];
        return true;
    }

    private async Task CountAsync(TeamId team, MemberId from, CancellationToken cancel)
    {
        Here = await handOver.CountAsync(team, from, visitor.Actor, cancel);
        var elsewhere = new List<(TeamName, Handed)>();
        foreach (var one in await staff.TeamsAsync(visitor.Actor.Organisation, cancel))
        {
            if (one.Id == team) TeamName = one.Name;
            else if (await handOver.CountAsync(one.Id, from, visitor.Actor, cancel) is { IsNothing: false } has) elsewhere.Add((one, has));
        }

        Elsewhere = elsewhere;
    }
}
