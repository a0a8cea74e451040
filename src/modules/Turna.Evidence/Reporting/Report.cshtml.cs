using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;

namespace Turna.Evidence.Reporting;

[Needs(EvidencePermissions.SeeName)]
internal sealed class ReportModel(MakeReport make, StaffDirectory staff, AuditLedger ledger, Visitor visitor, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    [BindProperty(SupportsGet = true)]
    public Breakdown By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Team { get; set; }

    public Report? Report { get; private set; }

    public Wording Wording { get; private set; } = null!;

    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public IReadOnlyList<Choice> Breakdowns { get; private set; } = [];

    public IReadOnlyList<Choice> Teams { get; private set; } = [];

    /// <summary>Of protected figures: the teams whose exact figures she may see instead, with their addresses.</summary>
    public IReadOnlyList<(string Name, string Href)> ExactTeams { get; private set; } = [];

    /// <summary>The quarter of a protected month, or the year of a quarter, with its address: there less is hidden.</summary>
    public (string Name, string Href)? Longer { get; private set; }

    public string Organisation { get; private set; } = string.Empty;

    /// <summary>When the figures were made, by the clock of the office.</summary>
    public string AsOf { get; private set; } = string.Empty;

    public bool SeesOrganisation { get; private set; }

    public bool IsPublishable => View == "publishable";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var made = await MakeAsync(cancel);
        if (made.Succeeded) return Page();
        return this.Refuse(made.Error, texts, input: string.Empty);
    }

    public async Task<IActionResult> OnGetFileAsync(string format, CancellationToken cancel)
    {
        if (format is not ("csv" or "xlsx")) return NotFound();
        var made = await MakeAsync(cancel);
        if (!made.Succeeded) return this.Refuse(made.Error, texts, input: string.Empty);
        await ledger.RecordNowAsync(visitor.Actor.Organisation, visitor.Actor.Member, EvidenceActs.ReportExported, $"{made.Value.View} {made.Value.Period.Name} {format}", [], cancel);
        var lines = Export.Lines(made.Value, Wording, texts, Organisation, AsOf);
        var name = FileName.Of(made.Value, Organisation, Wording);
        return format == "csv"
            ? File(Export.Csv(lines, texts.Language), "text/csv; charset=utf-8", $"{name}.csv")
            : File(Export.Xlsx(lines, texts["Report"]), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx");
    }

    /// <summary>The address of this report with another of its choices.</summary>
    public string Link(string? view = null, string? handler = null, string? format = null, Guid? team = null, Reporting.Period? period = null, string page = "/reports")
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["period"] = (period ?? Report?.Period)?.Name, ["by"] = By.ToString(), ["view"] = view ?? View, ["team"] = (team ?? Team)?.ToString(), ["handler"] = handler, ["format"] = format,
        };
        return page + QueryString.Create(query.Where(q => !string.IsNullOrEmpty(q.Value))!);
    }

    /// <summary>Where every period is found, and days are written; with the other choices of this report.</summary>
    public string Elsewhen => Link(page: "/reports/periods");

    private async Task<string> AsOfAsync(CancellationToken cancel) => texts.Moment(
        TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, await staff.ZoneAsync(visitor.Actor.Organisation, cancel)));

    private async Task<Result<Report>> MakeAsync(CancellationToken cancel)
    {
        View ??= "internal";
        var actor = visitor.Actor;
        if (Request.Query.Count == 0) Team = make.OwnFigures(actor)?.Value;
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var teams = await staff.TeamsAsync(actor.Organisation, cancel);
        Wording = new Wording(texts, teams);
        var openable = MakeReport.ContactTeams(actor);
        SeesOrganisation = MakeReport.WholeOrganisation(actor);
        var severalMine = SeesOrganisation && make.MaySeeAllMine(actor) ? [(Id: MakeReport.AllMine, Name: texts["All my teams"])] : Array.Empty<(TeamId Id, string Name)>();
        Teams = [.. severalMine.Concat(teams.Where(t => openable.Contains(t.Id)).Select(t => (t.Id, t.Name))).Select(t => new Choice(t.Id.ToString(), Design.Markup.Content.Text(t.Name)))];
        Breakdowns = [.. Enum.GetValues<Breakdown>().Select(b => new Choice(b.ToString(), Design.Markup.Content.Text(Wording.Of(b))))];
        var offered = Reporting.Period.Offered(today, await make.FirstYearAsync(actor.Organisation, cancel) ?? today.Year);
        // One that is not offered was asked for by its address, and stays chosen.
        if (Reporting.Period.Read(Period) is { IsFixed: true } asked && !offered.Contains(asked)) offered = [asked, .. offered];
        Periods = [.. offered.Select(p => new Choice(p.Name, Design.Markup.Content.Text(Wording.Of(p))))];
        if (!ModelState.IsValid) return Error.Field("Period", "Choose a month, a quarter or a year, or two days in order");

        var made = await make.HandleAsync(new MakeReport.Input(Period, By, IsPublishable, Team is { } team ? new TeamId(team) : null), actor, today, cancel);
        if (!made.Succeeded) return made;
        Report = made.Value;
        Period = Report.Period.Name;
        Longer = Report.Period.Longer is { } longer ? (Wording.Of(longer), Link(period: longer)) : null;
        var exact = Report.View == Reporting.View.Exact ? [] : make.ExactTeams(actor);
        ExactTeams = [.. severalMine.Concat(teams.Where(t => exact.Contains(t.Id)).Select(t => (t.Id, t.Name))).Where(_ => exact.Count > 0).Select(t => (t.Name, Link(view: "internal", team: t.Id.Value)))];
        Organisation = (await staff.FindAsync(actor.Member, cancel))?.OrganisationName ?? string.Empty;
        AsOf = await AsOfAsync(cancel);
        return made;
    }
}
