using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>
/// Works on imports beside the requests, one at a time. A work is bound to the session of the member who set it going, on this node: it looks
/// between any two batches whether her session lives, pauses when it does not, and goes on with her next one. It knows her keys only through the
/// cookie, which it keeps in memory while it works.
/// </summary>
internal sealed partial class ImportRunner(IServiceScopeFactory scopes, TurnaDbFactory units, ILogger<ImportRunner> log) : IHostedService, IFollowsSession, IDisposable
{
    private readonly ConcurrentDictionary<ImportId, Task> running = [];
    private readonly ConcurrentDictionary<ImportId, MemberId> paused = [];
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly CancellationTokenSource closing = new();

    public bool IsRunning(ImportId id) => running.ContainsKey(id);

    /// <summary>Sets an import to work under the session of this cookie. Does nothing when it is at work already.</summary>
    public void Begin(ImportId id, MemberId member, string cookie)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = start.Task.ContinueWith(_ => RunAsync(id, member, cookie), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
        if (!running.TryAdd(id, work)) return;
        paused.TryRemove(id, out _);
        start.SetResult();
    }

    public void Entered(MemberId member, string cookie)
    {
        if (paused.IsEmpty) return;
        foreach (var (id, whose) in paused)
        {
            if (whose == member) Begin(id, member, cookie);
        }
    }

    /// <summary>What was at work when the house closed, or fell, waits for its member.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var unit = units.Create();
        JobState[] unfinished = [JobState.Waiting, JobState.Running, JobState.Paused];
        var jobs = await unit.Set<JobRow>().Where(j => j.Kind == Import.JobKind && unfinished.Contains(j.State)).ToListAsync(cancellationToken);
        foreach (var job in jobs)
        {
            job.State = JobState.Paused;
            paused[new ImportId(job.Id)] = job.Member;
        }

        if (jobs.Count > 0) await unit.CommitAsync(Done.It, cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await closing.CancelAsync();
        await Task.WhenAll(running.Values).WaitAsync(cancellationToken);
    }

    /// <summary>When what is at work on an import is at its end; at once when nothing is.</summary>
    public Task FinishedAsync(ImportId id) => running.TryGetValue(id, out var work) ? work : Task.CompletedTask;

    public void Dispose()
    {
        oneAtATime.Dispose();
        closing.Dispose();
    }

    private async Task RunAsync(ImportId id, MemberId member, string cookie)
    {
        var end = JobState.Paused;
        string? problem = null;
        try
        {
            await oneAtATime.WaitAsync(closing.Token);
            try
            {
                (end, problem) = await WorkAsync(id, cookie);
            }
            finally
            {
                oneAtATime.Release();
            }
        }
        catch (WorkStoppedException stopped)
        {
            end = await StoppedAsync(id, cookie, stopped.Why);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            end = JobState.Paused;
        }
        // The work stands at the edge of the house: whatever it fell over, the member must see that it stopped. Types alone are logged, since messages may carry rows.
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            LogFailure(log, id.Value, failed.GetType().Name, failed.InnerException?.GetType().Name);
            (end, problem) = (JobState.Failed, Unforeseen);
            await TakeBackAsync(id, cookie);
        }

        await EndAsync(id, member, end, problem);
    }

    private static readonly string Unforeseen = Texts.Key("Something went wrong and nothing was brought in. Try again; if it happens again, tell whoever keeps Turna.");

    private async Task<(JobState End, string? Problem)> WorkAsync(ImportId id, string cookie)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await EnterAsync(services, cookie) is not { } actor) return (JobState.Paused, null);
        var work = services.GetRequiredService<WorkOnImport>();
        if (!await work.IsDueAsync(id, actor, closing.Token)) return (JobState.Done, null);
        await services.GetRequiredService<ImportJobs>().TellAsync(id, job => job.State = JobState.Running, closing.Token);
        services.GetRequiredService<TurnaDb>().ChangeTracker.Clear();

        var result = await work.HandleAsync(id, actor, new SessionWatch(services, cookie, id, closing.Token), closing.Token);
        if (result.Succeeded) return (JobState.Done, null);
        await TakeBackAsync(id, cookie);
        // The row of a job is not sealed: the sentence alone is kept, without the names and values of the file in it.
        return (JobState.Failed, result.Error is Error.Refused refused ? DoubtWords.KeyOf(refused.Text) ?? Unforeseen : Unforeseen);
    }

    /// <summary>Opens the member's keys in a scope of the work. Null when her session has ended or she may not work here any more.</summary>
    private static async Task<Actor?> EnterAsync(IServiceProvider services, string cookie)
    {
        if (await services.GetRequiredService<Sessions>().ResumeAsync(cookie, CancellationToken.None) is not { } session) return null;
        if (await services.GetRequiredService<StaffDirectory>().FindAsync(session.Member, CancellationToken.None) is not { } member) return null;
        services.GetRequiredService<Visitor>().Enter(member.Actor, session.EndsAt);
        if (Language.Find(member.Language) is { } language) services.GetRequiredService<LanguageChoice>().Speak(language);
        return member.Actor;
    }

    private async Task<JobState> StoppedAsync(ImportId id, string cookie, Stop why)
    {
        if (why == Stop.Paused) return JobState.Paused;
        await using var scope = scopes.CreateAsyncScope();
        if (await EnterAsync(scope.ServiceProvider, cookie) is not { } actor) return JobState.Paused;
        await scope.ServiceProvider.GetRequiredService<CancelImport>().HandleAsync(id, stopped: true, actor, CancellationToken.None);
        return JobState.Cancelled;
    }

    private async Task TakeBackAsync(ImportId id, string cookie)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await EnterAsync(services, cookie) is not { } actor) return;
        await StepBack.TakeAsync(services.GetRequiredService<TurnaDb>(), services.GetRequiredService<ImportShelf>(), services.GetRequiredService<AuditLedger>(), id, actor, CancellationToken.None);
    }

    private async Task EndAsync(ImportId id, MemberId member, JobState end, string? problem)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportJobs>().TellAsync(id, job => (job.State, job.Problem) = (end, problem), CancellationToken.None);
        if (end == JobState.Paused) paused[id] = member;
        running.TryRemove(id, out _);
    }

    [LoggerMessage(LogLevel.Error, "Import {Import} failed: {Kind} ({Inner})")]
    private static partial void LogFailure(ILogger log, Guid import, string kind, string? inner);
}

/// <summary>Looks, between any two batches, whether the member is still there and nobody has asked to stop; and says how far the work is.</summary>
internal sealed class SessionWatch(IServiceProvider services, string cookie, ImportId id, CancellationToken closing) : IWorkWatch
{
    private readonly Sessions sessions = services.GetRequiredService<Sessions>();
    private readonly StaffDirectory staff = services.GetRequiredService<StaffDirectory>();
    private readonly ImportJobs jobs = services.GetRequiredService<ImportJobs>();

    public async Task StepAsync(int done, int total, CancellationToken cancel)
    {
        if (closing.IsCancellationRequested) throw new WorkStoppedException(Stop.Paused);
        var asked = false;
        await jobs.TellAsync(
            id,
            job =>
            {
                asked = job.CancelAsked;
                if (total > 0) (job.Progress, job.Total) = (done, total);
            },
            cancel);
        if (asked) throw new WorkStoppedException(Stop.Cancelled);
        if (await sessions.ResumeAsync(cookie, cancel) is not { } session || await staff.FindAsync(session.Member, cancel) is not { } member || !member.Actor.May(CasesPermissions.Import))
            throw new WorkStoppedException(Stop.Paused);
    }
}
