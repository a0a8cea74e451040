using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>Works on imports: between any two batches it looks whether the member's session lives and whether somebody asked to stop.</summary>
internal sealed partial class ImportRunner(IServiceScopeFactory scopes, TurnaDbFactory units, TimeProvider clock, ILogger<ImportRunner> log)
    : SessionWork(scopes, units, clock, Import.JobKind)
{
    private static readonly string Unforeseen = Texts.Key("Something went wrong and nothing was brought in. Try again; if it happens again, tell whoever keeps Turna.");

    protected override async Task<WorkEnd> WorkAsync(Guid job, string cookie)
    {
        var id = new ImportId(job);
        try
        {
            return await DoAsync(id, cookie);
        }
        catch (WorkStoppedException stopped)
        {
            return new WorkEnd(await StoppedAsync(id, cookie, stopped.Why));
        }
    }

    protected override async Task<WorkEnd> FellAsync(Guid job, string cookie, Exception failed)
    {
        LogFailure(log, job, failed.GetType().Name, failed.InnerException?.GetType().Name);
        await TakeBackAsync(new ImportId(job), cookie);
        return new WorkEnd(JobState.Failed, Unforeseen);
    }

    private async Task<WorkEnd> DoAsync(ImportId id, string cookie)
    {
        await using var scope = await EnterAsync(cookie);
        if (scope is null) return new WorkEnd(JobState.Paused);
        var (services, actor) = (scope.Services, scope.Actor);
        var work = services.GetRequiredService<WorkOnImport>();
        if (!await work.IsDueAsync(id, actor, Closing)) return new WorkEnd(JobState.Done);
        await services.GetRequiredService<ImportJobs>().TellAsync(id, job => job.State = JobState.Running, Closing);
        services.GetRequiredService<TurnaDb>().ChangeTracker.Clear();

        var result = await work.HandleAsync(id, actor, new SessionWatch(services, cookie, id, Closing), Closing);
        if (result.Succeeded) return new WorkEnd(JobState.Done);
        await TakeBackAsync(id, cookie);
        // The row of a job is not sealed: the sentence alone is kept, without the names and values of the file in it.
        return new WorkEnd(JobState.Failed, result.Error is Error.Refused refused ? DoubtWords.KeyOf(refused.Text) ?? Unforeseen : Unforeseen);
    }

    private async Task<JobState> StoppedAsync(ImportId id, string cookie, Stop why)
    {
        if (why == Stop.Paused) return JobState.Paused;
        await using var scope = await EnterAsync(cookie);
        if (scope is null) return JobState.Paused;
        await scope.Services.GetRequiredService<CancelImport>().HandleAsync(id, stopped: true, scope.Actor, CancellationToken.None);
        return JobState.Cancelled;
    }

    private async Task TakeBackAsync(ImportId id, string cookie)
    {
        await using var scope = await EnterAsync(cookie);
        if (scope is null) return;
        var services = scope.Services;
        await StepBack.TakeAsync(
            services.GetRequiredService<TurnaDb>(), services.GetRequiredService<ImportShelf>(), services.GetRequiredService<AuditLedger>(), id, scope.Actor, CancellationToken.None);
    }

    // Types alone: messages may carry rows.
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
