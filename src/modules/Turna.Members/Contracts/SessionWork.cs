using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Members.Contracts;

/// <summary>How a work ended; the problem is a sentence of the PO files, never content.</summary>
public readonly record struct WorkEnd(JobState State, string? Problem = null);

/// <summary>
/// Does jobs of some kinds beside the requests, one at a time. A job is bound to the session of the member who set it going, on this node: her
/// keys are known to it only through her cookie, which it keeps in memory while it works. It pauses when her session has ended and goes on with
/// her next one.
/// </summary>
public abstract class SessionWork(IServiceScopeFactory scopes, TurnaDbFactory units, TimeProvider clock, params string[] kinds) : IHostedService, IFollowsSession, IDisposable
{
    private readonly ConcurrentDictionary<Guid, Task> running = [];
    private readonly ConcurrentDictionary<Guid, MemberId> paused = [];
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly CancellationTokenSource closing = new();

    /// <summary>Set when the house closes.</summary>
    protected CancellationToken Closing => closing.Token;

    public bool IsRunning(Guid job) => running.ContainsKey(job);

    /// <summary>Sets a job to work under the session of this cookie. Does nothing when it is at work already.</summary>
    public void Begin(Guid job, MemberId member, string cookie)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = start.Task.ContinueWith(_ => RunAsync(job, member, cookie), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
        if (!running.TryAdd(job, work)) return;
        paused.TryRemove(job, out _);
        start.SetResult();
    }

    /// <summary>Goes on with what paused when her last session ended.</summary>
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
        var jobs = await unit.Set<JobRow>().Where(j => kinds.Contains(j.Kind) && JobRow.Unfinished.Contains(j.State)).ToListAsync(cancellationToken);
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
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Works until the job is at its end, or her session is.</summary>
    protected abstract Task<WorkEnd> WorkAsync(Guid job, string cookie);

    /// <summary>What the member is told, and what is taken back, after a fall that nobody foresaw.</summary>
    protected abstract Task<WorkEnd> FellAsync(Guid job, string cookie, Exception failed);

    /// <summary>A scope of the work in which her keys are open. Null, and none, when her session has ended or she works here no more.</summary>
    protected async Task<WorkScope?> EnterAsync(string cookie)
    {
        var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<Sessions>().ResumeAsync(cookie, CancellationToken.None) is { } session
            && await services.GetRequiredService<StaffDirectory>().FindAsync(session.Member, CancellationToken.None) is { } member)
        {
            services.GetRequiredService<Visitor>().Enter(member.Actor, session.EndsAt);
            if (Language.Find(member.Language) is { } language) services.GetRequiredService<LanguageChoice>().Speak(language);
            return new WorkScope(scope, member.Actor);
        }

        await scope.DisposeAsync();
        return null;
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        oneAtATime.Dispose();
        closing.Dispose();
    }

    private async Task RunAsync(Guid job, MemberId member, string cookie)
    {
        WorkEnd end;
        try
        {
            end = await InTurnAsync(job, cookie);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            end = new WorkEnd(JobState.Paused);
        }
        // The work stands at the edge of the house: whatever it fell over, the member must see that it stopped.
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            end = await FellAsync(job, cookie, failed);
        }

        var at = end.State == JobState.Paused ? (DateTime?)null : clock.GetUtcNow().UtcDateTime;
        await units.TellAsync(job, row => (row.State, row.Problem, row.FinishedAt) = (end.State, end.Problem, at), CancellationToken.None);
        if (end.State == JobState.Paused) paused[job] = member;
        running.TryRemove(job, out _);
    }

    private async Task<WorkEnd> InTurnAsync(Guid job, string cookie)
    {
        await oneAtATime.WaitAsync(closing.Token);
        try
        {
            return await WorkAsync(job, cookie);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}

/// <summary>Services of one piece of a work, in which the keys of the member are open until it is disposed of.</summary>
public sealed class WorkScope(AsyncServiceScope scope, Actor actor) : IAsyncDisposable
{
    public IServiceProvider Services => scope.ServiceProvider;

    public Actor Actor => actor;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
