using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Vault;

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

/// <summary>
/// Does long work over the register beside the requests, one at a time. A work is bound to the session of the member who set it going, on this
/// node: each batch opens her keys by her cookie and forgets them again. It pauses when her session has ended and goes on with her next one.
/// </summary>
internal sealed partial class RegisterWork(IServiceScopeFactory scopes, TurnaDbFactory units, ILogger<RegisterWork> log) : IHostedService, IFollowsSession, IDisposable
{
    private static readonly string Unforeseen = Texts.Key("Something went wrong. Try again; if it happens again, tell whoever keeps Turna.");

    private readonly ConcurrentDictionary<Guid, Task> running = [];
    private readonly ConcurrentDictionary<Guid, MemberId> paused = [];
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly CancellationTokenSource closing = new();

    /// <summary>Sets a job to work under the session of this cookie. Does nothing when it is at work already.</summary>
    public void Begin(Guid job, MemberId member, string cookie)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = start.Task.ContinueWith(_ => RunAsync(job, member, cookie), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
        if (!running.TryAdd(job, work)) return;
        paused.TryRemove(job, out _);
        start.SetResult();
    }

    public void Entered(MemberId member, string cookie)
    {
        if (paused.IsEmpty) return;
        foreach (var (job, whose) in paused)
        {
            if (whose == member) Begin(job, member, cookie);
        }
    }

    /// <summary>When what is at work on a job is at its end; at once when nothing is.</summary>
    public Task FinishedAsync(Guid job) => running.TryGetValue(job, out var work) ? work : Task.CompletedTask;

    /// <summary>What was at work when the house closed, or fell, waits for its member.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var unit = units.Create();
        string[] kinds = [RegisterWorkKinds.Twins, RegisterWorkKinds.Rekeying];
        JobState[] unfinished = [JobState.Waiting, JobState.Running, JobState.Paused];
        var jobs = await unit.Set<JobRow>().Where(j => kinds.Contains(j.Kind) && unfinished.Contains(j.State)).ToListAsync(cancellationToken);
        foreach (var job in jobs)
        {
            job.State = JobState.Paused;
            paused[job.Id] = job.Member;
        }

        if (jobs.Count > 0) await unit.CommitAsync(Done.It, cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await closing.CancelAsync();
        await Task.WhenAll(running.Values).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        oneAtATime.Dispose();
        closing.Dispose();
    }

    private async Task RunAsync(Guid job, MemberId member, string cookie)
    {
        var end = JobState.Paused;
        string? problem = null;
        try
        {
            await oneAtATime.WaitAsync(closing.Token);
            try
            {
                JobState? ended;
                while ((ended = await BatchAsync(job, cookie)) is null) closing.Token.ThrowIfCancellationRequested();
                end = ended.Value;
            }
            finally
            {
                oneAtATime.Release();
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            end = JobState.Paused;
        }
        // The work stands at the edge of the house: whatever it fell over, the member must see that it stopped. Types alone are logged.
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            LogFailure(log, job, failed.GetType().Name, failed.InnerException?.GetType().Name);
            (end, problem) = (JobState.Failed, Unforeseen);
        }

        await EndAsync(job, member, end, problem);
    }

    /// <summary>One batch with the member's keys; null when another is to follow.</summary>
    private async Task<JobState?> BatchAsync(Guid id, string cookie)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var jobs = services.GetRequiredService<RegisterJobs>();
        if (await jobs.FindAsync(id, closing.Token) is not { } job) return JobState.Cancelled;
        if (job.CancelAsked) return JobState.Cancelled;
        if (await EnterAsync(services, cookie) is not { } actor || !actor.May(PeoplePermissions.Open)) return JobState.Paused;

        var work = services.GetServices<IRegisterWork>().Single(w => w.Kind == job.Kind);
        var step = await work.StepAsync(job.Progress, actor, closing.Token);
        await jobs.TellAsync(id, j => (j.State, j.Progress, j.Total) = (JobState.Running, step.Done, step.Total), closing.Token);
        return step.Finished ? JobState.Done : null;
    }

    private static async Task<Actor?> EnterAsync(IServiceProvider services, string cookie)
    {
        if (await services.GetRequiredService<Sessions>().ResumeAsync(cookie, CancellationToken.None) is not { } session) return null;
        if (await services.GetRequiredService<StaffDirectory>().FindAsync(session.Member, CancellationToken.None) is not { } member) return null;
        services.GetRequiredService<Visitor>().Enter(member.Actor, session.EndsAt);
        return member.Actor;
    }

    private async Task EndAsync(Guid id, MemberId member, JobState end, string? problem)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<RegisterJobs>().TellAsync(
            id, job => (job.State, job.Problem, job.FinishedAt) = (end, problem, end == JobState.Paused ? null : now), CancellationToken.None);
        if (end == JobState.Paused) paused[id] = member;
        running.TryRemove(id, out _);
    }

    [LoggerMessage(LogLevel.Error, "Work {Job} over the register failed: {Kind} ({Inner})")]
    private static partial void LogFailure(ILogger log, Guid job, string kind, string? inner);
}
