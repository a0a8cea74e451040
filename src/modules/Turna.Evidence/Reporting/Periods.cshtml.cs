using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Evidence.Reporting;

/// <summary>The years since the first record, thirty at most, with their quarters and months; and days, for whoever may see exact figures.</summary>
[Needs(EvidencePermissions.SeeName)]
internal sealed class PeriodsModel(MakeReport make, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    internal sealed class Form
    {
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }

    private DateOnly today;

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Breakdown By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Team { get; set; }

    public Wording Wording { get; } = new(texts, []);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Period> Years { get; private set; } = [];

    /// <summary>Days are for exact figures: of the team that was chosen, or of those of a reader who sees no others.</summary>
    public bool MayChooseDays => make.ExactTeams(visitor.Actor).Count > 0
        && MakeReport.ViewOf(new MakeReport.Input(null, By, View == "publishable", Team is { } team ? new TeamId(team) : null), visitor.Actor) == Reporting.View.Exact;

    public async Task OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (!MayChooseDays) return Redirect("/reports/periods");
        if (!ModelState.IsValid) return this.Again();
        var days = Read(Input);
        return days.Succeeded ? Redirect(Link(days.Value)) : this.Refuse(days.Error, texts);
    }

    /// <summary>Its quarters or months that have begun.</summary>
    public IReadOnlyList<Period> Begun(Period whole) => [.. whole.Parts.Where(part => part.From <= today)];

    public string Link(Period period)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["period"] = period.Name, ["by"] = By.ToString(), ["view"] = View, ["team"] = Team?.ToString() };
        return "/reports" + QueryString.Create(query.Where(q => !string.IsNullOrEmpty(q.Value))!);
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        today = await staff.TodayAsync(visitor.Actor.Organisation, cancel);
        Years = Period.YearsSince(await make.FirstYearAsync(visitor.Actor.Organisation, cancel) ?? today.Year, today);
    }

    private static Result<Period> Read(Form form)
    {
        var errors = new FieldErrors();
        if (form.From is null) errors.Add(nameof(Form.From), "Write the first day as well");
        if (form.To is null) errors.Add(nameof(Form.To), "Write the last day as well");
        if (form is not { From: { } from, To: { } to }) return errors.ToError();
        if (from > to) return Error.Field(nameof(Form.To), "The last day lies before the first");
        return Period.Read(Period.Days(from, to).Name) is { } period ? period : Error.Field(nameof(Form.To), "Choose days that lie at most ten years apart");
    }
}
