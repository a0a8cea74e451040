using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.People.Reviewing;

/// <summary>How far one batch has brought a work.</summary>
internal readonly record struct WorkStep(int Done, int Total, bool Finished);

/// <summary>A long work over the register, cut into batches that can be repeated without harm.</summary>
internal interface IRegisterWork
{
    string Kind { get; }

    /// <summary>Does the next batch after so many people.</summary>
    Task<WorkStep> StepAsync(int done, Actor actor, CancellationToken cancel);
}

/// <summary>Does long work over the register: each batch opens the member's keys and forgets them again.</summary>
internal sealed partial class RegisterWork(IServiceScopeFactory scopes, TurnaDbFactory units, TimeProvider clock, ILogger<RegisterWork> log)
    : SessionWork(scopes, units, clock, RegisterWorkKinds.Twins, RegisterWorkKinds.Rekeying)
{
    private static readonly string Unforeseen = Texts.Key("Something went wrong. Try again; if it happens again, tell whoever keeps Turna.");

    protected override async Task<WorkEnd> WorkAsync(Guid job, string cookie)
    {
        while (true)
        {
            if (await BatchAsync(job, cookie) is { } ended) return new WorkEnd(ended);
            Closing.ThrowIfCancellationRequested();
        }
    }

    protected override Task<WorkEnd> FellAsync(Guid job, string cookie, Exception failed)
    {
        LogFailure(log, job, failed.GetType().Name, failed.InnerException?.GetType().Name);
        return Task.FromResult(new WorkEnd(JobState.Failed, Unforeseen));
    }

    /// <summary>One batch with the member's keys; null when another is to follow.</summary>
    private async Task<JobState?> BatchAsync(Guid id, string cookie)
    {
        await using var scope = await EnterAsync(cookie);
        if (scope is null || !scope.Actor.May(PeoplePermissions.Open)) return JobState.Paused;
        var jobs = scope.Services.GetRequiredService<RegisterJobs>();
        if (await jobs.FindAsync(id, Closing) is not { CancelAsked: false } job) return JobState.Cancelled;

        var work = scope.Services.GetServices<IRegisterWork>().Single(w => w.Kind == job.Kind);
        var step = await work.StepAsync(job.Progress, scope.Actor, Closing);
        await jobs.TellAsync(id, j => (j.State, j.Progress, j.Total) = (JobState.Running, step.Done, step.Total), Closing);
        return step.Finished ? JobState.Done : null;
    }

    // Types alone: messages may carry values.
    [LoggerMessage(LogLevel.Error, "Work {Job} over the register failed: {Kind} ({Inner})")]
    private static partial void LogFailure(ILogger log, Guid job, string kind, string? inner);
}
