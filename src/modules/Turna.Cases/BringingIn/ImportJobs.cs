using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>The rows that tell how far the work on an import has come. One for each import, under its id.</summary>
internal sealed class ImportJobs(TurnaDb db, TurnaDbFactory units, TimeProvider clock)
{
    public Task<JobRow?> FindAsync(ImportId id, CancellationToken cancel) =>
        db.Set<JobRow>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id.Value, cancel);

    /// <summary>Sets an import to work, in the current unit of work: the job is bound to the member who asks.</summary>
    public async Task BeginAsync(Import import, ImportStep step, Actor actor, CancellationToken cancel)
    {
        import.Step = step;
        var job = await db.Set<JobRow>().SingleOrDefaultAsync(j => j.Id == import.Id.Value, cancel);
        if (job is null)
        {
            job = new JobRow { Id = import.Id.Value, Organisation = import.Organisation, Kind = Import.JobKind, CreatedAt = clock.GetUtcNow().UtcDateTime };
            db.Add(job);
        }

        (job.Member, job.State, job.Progress, job.Total) = (actor.Member, JobState.Waiting, 0, import.Rows);
        (job.CancelAsked, job.Problem, job.FinishedAt) = (false, null, null);
    }

    public Task TellAsync(ImportId id, Action<JobRow> change, CancellationToken cancel) => units.TellAsync(id.Value, change, cancel);
}
