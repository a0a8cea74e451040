using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Listing;

/// <summary>A case as a list shows it.</summary>
internal sealed record CaseLine(CaseId Id, string Number, string? Person, CaseType Type, Stage Stage, string Responsible, DateOnly OpenedOn, bool InDanger, Sensitivity Sensitivity, string Team, int DaysWaiting);

[Needs(CasesPermissions.OpenName)]
internal sealed class CasesModel(CaseAccess access, KeyVault vault, AuditLedger ledger, PersonCards cards, StaffDirectory staff, KeyHolders holders, Visitor visitor, Texts texts) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string Which { get; set; } = "mine";

    [BindProperty(SupportsGet = true)]
    public CaseType? Type { get; set; }

    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    /// <summary>The list of those whose closing waits: with their team, and how long.</summary>
    public bool Approving => Which == "approve";

    public int Pages { get; private set; }

    public bool IsCut { get; private set; }

    /// <summary>The keys of her work that she still lacks: what those open is not in the list.</summary>
    public IReadOnlyList<AwaitedKey> Awaited { get; private set; } = [];

    public IReadOnlyList<Choice> Types { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = visitor.Actor;
        var me = actor.Member;
        Types = [.. Enum.GetValues<CaseType>().Select(t => new Choice(t.ToString(), Design.Markup.Content.Text(CaseWords.Of(texts, t))))];
        // Those to be approved are the same that her work counts.
        var query = access.Visible(actor, Approving && actor.May(CasesPermissions.Supervise) ? CasesPermissions.Supervise : CasesPermissions.Open).AsNoTracking();
        query = Which switch
        {
            "closed" => query.Where(c => c.Stage == Stage.Closed),
            "team" => query.Where(c => c.Stage != Stage.Closed),
            "approve" => query.Where(c => c.Stage == Stage.Closing),
            _ => query.Where(c => c.Stage != Stage.Closed && c.Responsible == me),
        };
        if (Type is { } type) query = query.Where(c => c.Type == type);
        var page = await ListPage<Case>.ReadAsync(query, Approving ? query.OrderBy(c => c.StageSince).ThenBy(c => c.Id) : query.OrderByDescending(c => c.InDanger).ThenByDescending(c => c.OpenedOn).ThenBy(c => c.Id), Number, PageSize, cancel);
        (Number, Pages, IsCut) = (page.Number, page.Pages, page.IsCut);
        Lines = await OpenAsync(page.Rows, actor, cancel);
        Awaited = await holders.AwaitedAsync(actor, cancel);
    }

    private async Task<IReadOnlyList<CaseLine>> OpenAsync(List<Case> cases, Actor actor, CancellationToken cancel)
    {
        var keys = await vault.FindKeysAsync([.. cases.Select(c => c.Subject)], cancel);
        if (keys.Count == 0) return [];
        var receipt = await ledger.OpenAsync(actor, CasesActs.CaseRead, "list of cases", [.. keys.Keys], cancel);
        var open = (await vault.OpenEachAsync<Case, CaseContent>(receipt, keys, cases, c => c.UnderSeal)).ToList();
        var people = await cards.OpenAsync([.. open.Select(o => o.Content?.Person).OfType<Guid>().Distinct().Select(p => new PersonId(p))], "list of cases", actor, cancel);
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        var teams = (await staff.TeamsAsync(actor.Organisation, cancel)).ToDictionary(t => t.Id, t => t.Name);
        var (zone, today) = (await staff.ZoneAsync(actor.Organisation, cancel), await staff.TodayAsync(actor.Organisation, cancel));
        return [.. open.Select(o => new CaseLine(
            o.Row.Id, o.Row.Number, o.Content is { Person: var person } ? people.GetValueOrDefault(new PersonId(person))?.Name : CaseWords.Altered(texts), o.Row.Type, o.Row.Stage,
            names.GetValueOrDefault(o.Row.Responsible, "—"), o.Row.OpenedOn, o.Row.InDanger, o.Row.Sensitivity,
            teams.GetValueOrDefault(o.Row.Team, "—"), today.DayNumber - zone.DayOf(o.Row.StageSince).DayNumber))];
    }
}
