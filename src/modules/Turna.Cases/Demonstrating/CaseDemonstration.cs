using Microsoft.EntityFrameworkCore;
using Turna.Cases.Consulting;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;

namespace Turna.Cases.Contracts;

/// <summary>A made-up consultation.</summary>
public sealed record DemoConsultation
{
    public required TeamId Team { get; init; }

    /// <summary>Somebody registered before, or</summary>
    public PersonId? Known { get; init; }

    /// <summary>somebody registered with it; neither for an anonymous caller.</summary>
    public NewPerson? Fresh { get; init; }

    public required string Channel { get; init; }

    public string? Country { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required string Language { get; init; }

    public int Minutes { get; init; }

    public string? Advice { get; init; }

    /// <summary>A follow-up in so many days; null for none.</summary>
    public int? CallBackInDays { get; init; }
}

/// <summary>How a made-up case goes on after it was opened.</summary>
public sealed record DemoCourse
{
    public required string Reason { get; init; }

    /// <summary>How many of the stages after "open" it reaches: 0–5.</summary>
    public int Stages { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<string> Services { get; init; } = [];

    public string? Task { get; init; }

    public int TaskInDays { get; init; }

    public bool InDanger { get; init; }

    public int? HoursSinceIncident { get; init; }

    public Money? Recovered { get; init; }
}

/// <summary>
/// Fills a demonstration through the same use cases that the pages call, at whatever moment the clock of the host shows. Never part of a
/// server that keeps real people.
/// </summary>
public sealed class CaseDemonstration
{
    private static readonly Stage[] Course = [Stage.Assessed, Stage.Planned, Stage.InService];

    private readonly TurnaDb db;
    private readonly LogConsultation log;
    private readonly OpenCase open;
    private readonly WriteNote write;
    private readonly MoveCase move;
    private readonly ProvideService provide;
    private readonly MakeTask make;
    private readonly MarkDanger mark;
    private readonly AuditLedger ledger;
    private readonly TimeProvider clock;

    internal CaseDemonstration(
        TurnaDb db, LogConsultation log, OpenCase open, WriteNote write, MoveCase move, ProvideService provide, MakeTask make, MarkDanger mark, AuditLedger ledger, TimeProvider clock)
    {
        (this.db, this.log, this.open, this.write, this.move) = (db, log, open, write, move);
        (this.provide, this.make, this.mark, this.ledger, this.clock) = (provide, make, mark, ledger, clock);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(6));

    /// <summary>The kinds of cases, by name.</summary>
    public static IReadOnlyList<string> CaseTypes { get; } = Enum.GetNames<CaseType>();

    /// <summary>Ready texts of the organisation.</summary>
    public async Task KeepReadyTextsAsync(IEnumerable<(string Title, string Text)> texts, Actor actor, CancellationToken cancel)
    {
        db.AddRange(texts.Select(t => new CannedText { Id = Guid.CreateVersion7(), Organisation = actor.Organisation, Title = t.Title, Text = t.Text }));
        ledger.Record(actor, CasesActs.CannedTextChanged);
        Expect(await db.CommitAsync(Done.It, cancel));
        db.ChangeTracker.Clear();
    }

    /// <summary>Logs a consultation.</summary>
    public async Task<ConsultationId> LogAsync(DemoConsultation consultation, Actor actor, CancellationToken cancel)
    {
        var logged = Expect(await log.HandleAsync(
            new LogConsultation.Input
            {
                Id = ConsultationId.New(),
                Team = consultation.Team,
                Person = consultation.Known,
                NewPerson = consultation.Fresh,
                Channel = consultation.Channel,
                Country = consultation.Country,
                Language = consultation.Language,
                Topics = consultation.Topics,
                Advice = consultation.Advice,
                Minutes = consultation.Minutes,
                Next = consultation.CallBackInDays is null ? NextStep.Nothing : NextStep.CallBack,
                CallBackOn = consultation.CallBackInDays is { } days ? Today.AddDays(days) : null,
            },
            actor, cancel));
        db.ChangeTracker.Clear();
        return logged;
    }

    /// <summary>Opens a case of a type (a name of <see cref="CaseTypes"/>), from the contact it began with where there is one, and takes it along its course. The last step, closing, needs a supervisor.</summary>
    public async Task<CaseId> OpenAsync(
        PersonId person, ConsultationId? began, TeamId team, string type, bool restricted, DemoCourse course, Actor actor, CancellationToken cancel)
    {
        var id = Expect(await open.HandleAsync(
            new OpenCase.Input
            {
                Id = CaseId.New(), Person = person, Consultation = began, Team = team, Type = Enum.Parse<CaseType>(type),
                Sensitivity = restricted ? Sensitivity.Restricted : Sensitivity.Standard, Reason = course.Reason,
            },
            actor, cancel));
        db.ChangeTracker.Clear();
        foreach (var note in course.Notes) await DoAsync(() => write.HandleAsync(new WriteNote.Input(id, note), actor, cancel));
        foreach (var service in course.Services)
            await DoAsync(() => provide.HandleAsync(new ProvideService.Input(id, service, null, 1, null, null, null), actor, cancel));
        foreach (var stage in Course.Take(course.Stages)) await DoAsync(() => move.HandleAsync(new MoveCase.Input(id, stage), actor, cancel));
        if (course.Task is { } task) await DoAsync(() => make.HandleAsync(new MakeTask.Input(TaskId.New(), id, task, Today.AddDays(course.TaskInDays), null), actor, cancel));
        if (course.InDanger && course.Stages <= Course.Length) await DoAsync(() => mark.HandleAsync(new MarkDanger.Input(id, true, course.HoursSinceIncident), actor, cancel));
        if (course.Stages > Course.Length)
            await DoAsync(() => move.HandleAsync(
                new MoveCase.Input(id, Stage.Closing, course.Recovered is null ? Outcome.Partly : Outcome.Achieved, course.Recovered?.Amount, course.Recovered?.Currency, FinishTasks: true), actor, cancel));
        return id;
    }

    /// <summary>The supervisor's approval.</summary>
    public Task CloseAsync(CaseId id, Actor supervisor, CancellationToken cancel) =>
        DoAsync(() => move.HandleAsync(new MoveCase.Input(id, Stage.Closed, FinishTasks: true), supervisor, cancel));

    private async Task DoAsync<T>(Func<Task<Result<T>>> act)
    {
        Expect(await act());
        db.ChangeTracker.Clear();
    }

    private static T Expect<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException($"The demonstration was refused: {result.Error}");
}
