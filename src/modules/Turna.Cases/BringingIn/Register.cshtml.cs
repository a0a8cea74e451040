using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>A register at whatever step it stands: at work, to look over, come in, given up.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class RegisterModel(
    ImportShelf shelf, StagedRows rows, ImportJobs jobs, DecidePeople decide, StartPublishing start, CancelImport giveUp, ImportRunner runner, StaffDirectory staff, Visitor visitor, Texts texts)
    : PageModel
{
    private const string SecondsToRefresh = "2";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The day under which rows without one are entered.</summary>
    [BindProperty]
    public DateOnly? Dayless { get; set; }

    /// <summary>Whether who destroys the report has confirmed it.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public Import Import { get; private set; } = null!;

    public JobRow? Job { get; private set; }

    /// <summary>What is decided of the file's people, and how many still wait.</summary>
    public DecidedSoFar SoFar { get; private set; }

    /// <summary>Of the doubtful rows: how many were corrected or confirmed, and how many there were.</summary>
    public (int Looked, int Doubtful) LookedAt { get; private set; }

    /// <summary>How many pages of people there are to decide on.</summary>
    public bool HasPeople { get; private set; }

    public string? PausedBy { get; private set; }

    public bool MayPublish => visitor.Actor.MayIn(CasesPermissions.Supervise, Import.Team);

    /// <summary>How many decisions about people are left before the register can come in.</summary>
    public int DecisionsLeft => SoFar.OpenRows + SoFar.OpenMatches;

    /// <summary>The list of consultations, narrowed to the days of those that came in.</summary>
    public string ListHref => Import is { FirstDay: { } first, LastDay: { } last }
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/consultations?from={first:O}&to={last:O}")
        : "/consultations";

    public string Href => $"/registers/{Id}";

    /// <summary>The day that was given to rows without one; null while they stay out.</summary>
    public DateOnly? DayGiven { get; private set; }

    /// <summary>Rows that are still to come in.</summary>
    public int Coming => Import.Rows - Import.Skipped - Import.Rejected - Import.Repeated;

    /// <summary>Those of them that become consultations: a row without a day only when it was given one.</summary>
    public int Entering => Coming - (DayGiven is null ? Import.Dayless : 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Import.Step == ImportStep.Columns && Job?.State != JobState.Failed) return Redirect($"{Href}/columns");
        if (Import.IsAtWork && Job?.State != JobState.Paused) Response.Headers["Refresh"] = SecondsToRefresh;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel) =>
        await AnswerAsync(await giveUp.HandleAsync(new ImportId(Id), stopped: !runner.IsRunning(Id), visitor.Actor, cancel), cancel);

    public async Task<IActionResult> OnPostBulkAsync([FromForm] InBulk bulk, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return await AgainAsync(cancel);
        return await AnswerAsync(await decide.HandleAsync(DecidePeople.Input.InBulkFor(new ImportId(Id), bulk), visitor.Actor, cancel), cancel);
    }

    public async Task<IActionResult> OnPostDayAsync(CancellationToken cancel)
    {
        var today = await staff.TodayAsync(visitor.Actor.Organisation, cancel);
        if (ModelState.IsValid && (Dayless is not { } day || day > today || day.Year < CorrectRow.FirstYear)) ModelState.AddModelError(nameof(Dayless), texts["Write a day that has been"]);
        if (!ModelState.IsValid) return await AgainAsync(cancel);
        return await AnswerAsync(await decide.HandleAsync(DecidePeople.Input.InBulkFor(new ImportId(Id), InBulk.None) with { Dayless = Dayless }, visitor.Actor, cancel), cancel);
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        var result = await start.HandleAsync(new ImportId(Id), visitor.Actor, cancel);
        if (result.Succeeded) runner.Begin(Id, visitor.Actor.Member, SessionCookie.Read(HttpContext)!);
        return await AnswerAsync(result, cancel);
    }

    public async Task<IActionResult> OnPostDestroyAsync(CancellationToken cancel) =>
        await AnswerAsync(await giveUp.DestroyReportAsync(new ImportId(Id), Sure, visitor.Actor, cancel), cancel, "?destroyed=true");

    private async Task<IActionResult> AnswerAsync(Result<Done> result, CancellationToken cancel, string said = "")
    {
        if (result.Succeeded) return Redirect(Href + said);
        return result.Error is not Error.Missing && await LoadAsync(cancel) ? this.Refuse(result.Error, texts, input: string.Empty) : NotFound();
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel) => await LoadAsync(cancel) ? this.Again() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var id = new ImportId(Id);
        if (await shelf.SeeAsync(id, visitor.Actor, cancel) is not { } import) return false;
        (Import, Job) = (import, await jobs.FindAsync(id, cancel));
        if (Job is { State: JobState.Paused } paused) PausedBy = (await staff.ColleaguesAsync(import.Organisation, cancel)).FirstOrDefault(c => c.Id == paused.Member)?.Name;
        if (import.Step != ImportStep.Preview) return true;
        if (await shelf.FindAsync(id, visitor.Actor, cancel) is not { } open) return false;
        var receipt = await shelf.OpenAsync(open, "preview of a register", visitor.Actor, cancel);
        SoFar = await decide.SoFarAsync(open, receipt, visitor.Actor, cancel);
        var decisions = await shelf.ReadAsync<Decisions>(open, receipt, PartKind.Decisions, 0, cancel);
        DayGiven = decisions?.Dayless;
        LookedAt = await rows.LookedAtAsync(open, receipt, cancel);
        HasPeople = await shelf.CountAsync(id, PartKind.People, cancel) > 0;
        return true;
    }
}
