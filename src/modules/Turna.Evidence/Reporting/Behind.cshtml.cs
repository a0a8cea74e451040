using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Evidence.Reporting;

/// <summary>The records behind a number of an exact report. Reached by posting, so that no address says who asked for what.</summary>
[Needs(EvidencePermissions.SeeName)]
internal sealed class BehindModel(
    FindBehind find, StaffDirectory staff, KeyVault vault, AuditLedger ledger, Visitor visitor, Texts texts, IEnumerable<IOpensFacts> rooms) : PageModel
{
    private const int PageSize = 25;

    [BindProperty]
    public string? Period { get; set; }

    [BindProperty]
    public Breakdown By { get; set; }

    [BindProperty]
    public Guid? Team { get; set; }

    /// <summary>The number: see <see cref="Spot"/>, or <c>overdue</c>.</summary>
    [BindProperty]
    public string? C { get; set; }

    [BindProperty(Name = "p")]
    public int Number { get; set; } = 1;

    public string Title { get; private set; } = string.Empty;

    public int Count { get; private set; }

    public int Pages { get; private set; }

    public IReadOnlyList<(string? On, RecordBehind? Record)> Lines { get; private set; } = [];

    public IActionResult OnGet() => Redirect("/reports");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var actor = visitor.Actor;
        var input = new MakeReport.Input(Period, By, Publishable: false, Team is { } team ? new TeamId(team) : null);
        if (!ModelState.IsValid || Reporting.Period.Read(Period) is not { } period || MakeReport.ViewOf(input, actor) != View.Exact) return NotFound();
        var scope = MakeReport.Scope(input, actor, vault);
        if (scope.Count == 0) return NotFound();
        await ledger.RecordNowAsync(actor.Organisation, actor.Member, EvidenceActs.NumberOpened, $"behind a number of {period.Name}", [], cancel);
        if (C == "overdue") return await OverdueAsync(scope, period, actor, cancel);
        if (Spot.Read(C) is not { } spot || !MakeReport.MayOpen(spot.Measure, scope, actor)) return NotFound();
        return await RecordsAsync(spot, scope, period, actor, cancel);
    }

    private async Task<IActionResult> RecordsAsync(Spot spot, List<TeamId> scope, Period period, Actor actor, CancellationToken cancel)
    {
        var facts = await find.HandleAsync(spot, By, period, new FactScope(scope, LeavesOutProtected: true, MakeReport.LeavesOutDelicate(scope, actor)), actor.Organisation, cancel);
        Turn(facts.Count);
        var page = facts.Skip((Number - 1) * PageSize).Take(PageSize).ToList();
        var records = await rooms.Single().OpenAsync(spot.Kind, page, spot.IsOfClients, actor, cancel);
        Lines = [.. page.Zip(records, (fact, record) => (texts.Date(fact.On), record))];
        var wording = new Wording(texts, await staff.TeamsAsync(actor.Organisation, cancel));
        Title = string.Join(" · ", Words(spot, wording, period));
        return Page();
    }

    private async Task<IActionResult> OverdueAsync(List<TeamId> scope, Period period, Actor actor, CancellationToken cancel)
    {
        Turn(await rooms.Single().OverdueAsync(scope, period.From, period.To, actor, cancel));
        var tasks = await rooms.Single().OverdueTasksAsync(scope, period.From, period.To, (Number - 1) * PageSize, PageSize, actor, cancel);
        Lines = [.. tasks.Select(task => ((string?)null, (RecordBehind?)task))];
        Title = $"{texts["Overdue tasks"]} · {new Wording(texts, []).Of(period)}";
        return Page();
    }

    private void Turn(int count)
    {
        Count = count;
        Pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
    }

    private IEnumerable<string> Words(Spot spot, Wording wording, Period period)
    {
        yield return wording.Of(spot.Measure);
        var table = new ReportTable(
            spot.Measure, spot.Kind == FactKind.Consultation ? By.ToString() : "Kind", [], true, new Dictionary<(string Row, string Sex), Figure>());
        if (spot.Row != ReportTable.All) yield return wording.OfRow(table, spot.Row);
        if (spot.Sex != ReportTable.All) yield return wording.OfSex(spot.Sex);
        yield return wording.Of(period);
    }
}
