using Microsoft.EntityFrameworkCore;
using Turna.Cases.BringingIn;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Cases.Contracts;

/// <summary>A team for which a member may prepare registers, and whether she may bring them in.</summary>
public sealed record ImportTeam(Guid Id, string Name, bool MayBringIn);

/// <summary>Who asks, as a command needs to know it.</summary>
public sealed record ImportDesk(Guid Organisation, string OrganisationName, IReadOnlyList<ImportTeam> Teams);

/// <summary>How a register stands.</summary>
/// <param name="Step"><c>columns</c>, <c>reading</c>, <c>preview</c>, <c>publishing</c>, <c>published</c> or <c>cancelled</c>.</param>
/// <param name="State">State of the work: <c>waiting</c>, <c>running</c>, <c>paused</c>, <c>done</c>, <c>failed</c>, <c>cancelled</c>; null before any.</param>
/// <param name="Progress">Rows that are done, of <paramref name="Total"/>.</param>
/// <param name="Problem">Why it failed, in English.</param>
public sealed record ImportState(
    string Step, string? State, int Progress, int Total, string? Problem, int Rows, int Doubtful, int Rejected, int Skipped, int Repeated, int Dayless, int People, int Published, int Registered);

/// <summary>What is decided about people on a command line: for all of the file at once.</summary>
/// <param name="Join">True: rows that the reading takes for one person are one; false: every row is somebody of her own.</param>
/// <param name="LinkSure">True: those of whom more agrees than names are the people known; false: all are registered anew.</param>
/// <param name="Dayless">The day under which rows without one are entered; null leaves them in the report.</param>
public sealed record ImportChoices(bool Join, bool LinkSure, DateOnly? Dayless);

/// <summary>
/// Bringing in a register from a command: the same use cases as the pages, in the scope of one signed-in member. Each call is one step; the work
/// of <see cref="ReadAsync"/> and <see cref="BringInAsync"/> goes on beside, under the session of the cookie.
/// </summary>
public sealed class RegisterImport
{
    private readonly ImportShelf shelf;
    private readonly StageFile stage;
    private readonly ChooseColumns choose;
    private readonly DecidePeople decide;
    private readonly StartPublishing start;
    private readonly CancelImport giveUp;
    private readonly ReportOnRegister report;
    private readonly ImportJobs jobs;
    private readonly ImportRunner runner;
    private readonly StaffDirectory staff;

    internal RegisterImport(
        ImportShelf shelf, StageFile stage, ChooseColumns choose, DecidePeople decide, StartPublishing start, CancelImport giveUp, ReportOnRegister report, ImportJobs jobs, ImportRunner runner, StaffDirectory staff)
    {
        (this.shelf, this.stage, this.choose, this.decide, this.start) = (shelf, stage, choose, decide, start);
        (this.giveUp, this.report, this.jobs, this.runner, this.staff) = (giveUp, report, jobs, runner, staff);
    }

    /// <summary>Who she is to this work; null for somebody who may not bring in registers.</summary>
    public async Task<ImportDesk?> WhoAsync(Actor actor, CancellationToken cancel)
    {
        if (await staff.FindAsync(actor.Member, cancel) is not { } member || !actor.May(CasesPermissions.Import)) return null;
        var mine = CaseAccess.TeamsFor(actor, CasesPermissions.Import);
        var teams = (await staff.TeamsAsync(actor.Organisation, cancel)).Where(t => mine.Contains(t.Id));
        return new ImportDesk(actor.Organisation.Value, member.OrganisationName, [.. teams.Select(t => new ImportTeam(t.Id.Value, t.Name, actor.MayIn(CasesPermissions.Supervise, t.Id)))]);
    }

    /// <summary>Seals the file; answers the id of the import.</summary>
    public async Task<Result<Guid>> StageAsync(Guid team, string fileName, ReadOnlyMemory<byte> content, Actor actor, CancellationToken cancel)
    {
        var staged = await stage.HandleAsync(new StageFile.Input(ImportId.New(), new TeamId(team), fileName, content), actor, cancel);
        return staged.Succeeded ? staged.Value.Value : staged.Error;
    }

    /// <summary>Takes the columns as proposed or remembered, and reads the rows.</summary>
    public async Task<Result<Done>> ReadAsync(Guid id, string cookie, Actor actor, CancellationToken cancel) =>
        Begin(id, cookie, actor, await choose.HandleAsync(new ChooseColumns.Input(new ImportId(id), new Dictionary<int, RegisterField?>()), actor, cancel));

    /// <summary>Decides about the people of the file.</summary>
    public async Task<Result<Done>> DecideAsync(Guid id, ImportChoices choices, Actor actor, CancellationToken cancel)
    {
        var input = DecidePeople.Input.InBulkFor(new ImportId(id), choices.Join ? InBulk.JoinAll : InBulk.JoinNone) with { Dayless = choices.Dayless };
        var joined = await decide.HandleAsync(input, actor, cancel);
        return joined.Succeeded ? await decide.HandleAsync(DecidePeople.Input.InBulkFor(new ImportId(id), choices.LinkSure ? InBulk.LinkSure : InBulk.LinkNone), actor, cancel) : joined;
    }

    /// <summary>Publishes.</summary>
    public async Task<Result<Done>> BringInAsync(Guid id, string cookie, Actor actor, CancellationToken cancel) =>
        Begin(id, cookie, actor, await start.HandleAsync(new ImportId(id), actor, cancel));

    /// <summary>Gives it up.</summary>
    public Task<Result<Done>> CancelAsync(Guid id, Actor actor, CancellationToken cancel) =>
        giveUp.HandleAsync(new ImportId(id), stopped: !runner.IsRunning(id), actor, cancel);

    /// <summary>How it stands; null when it is not hers.</summary>
    public async Task<ImportState?> SeeAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await shelf.Visible(actor).AsNoTracking().SingleOrDefaultAsync(i => i.Id == new ImportId(id), cancel) is not { } import) return null;
        var job = await jobs.FindAsync(import.Id, cancel);
        return new ImportState(
            Word(import.Step), job is null ? null : Word(job.State), job?.Progress ?? 0, job?.Total ?? 0, job?.Problem, import.Rows, import.Doubtful, import.Rejected,
            import.Skipped, import.Repeated, import.Dayless, import.People, import.Published, import.Registered);
    }

    /// <summary>The report as JSON, opened on record; null when there is none.</summary>
    public async Task<byte[]?> ReportAsync(Guid id, Actor actor, CancellationToken cancel) =>
        await report.OpenAsync(new ImportId(id), CasesActs.RegisterReportTaken, actor, cancel) is { } lines ? ReportFiles.Json(lines) : null;

    /// <summary>When what is at work on it is at its end. Only on the node that works on it.</summary>
    public Task FinishedAsync(Guid id) => runner.FinishedAsync(id);

    private Result<Done> Begin(Guid id, string cookie, Actor actor, Result<Done> result)
    {
        if (result.Succeeded) runner.Begin(id, actor.Member, cookie);
        return result;
    }

    private static string Word<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
