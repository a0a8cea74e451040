using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.People.Reviewing;

/// <summary>The kinds of long work over the register, as they stand in the table of jobs.</summary>
internal static class RegisterWorkKinds
{
    public const string Twins = "people.twins";
    public const string Rekeying = "people.rekeying";
}

/// <summary>The rows that tell how far a work over the register has come: the newest of each kind counts.</summary>
internal sealed class RegisterJobs(TurnaDb db, TurnaDbFactory units, TimeProvider clock)
{
    public async Task<JobRow?> NewestAsync(OrganisationId organisation, string kind, CancellationToken cancel) =>
        await db.Set<JobRow>().AsNoTracking().Where(j => j.Organisation == organisation && j.Kind == kind).OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).FirstOrDefaultAsync(cancel);

    /// <summary>The unfinished one of a kind, taken over by who asks; or a new one.</summary>
    public async Task<Guid> BeginAsync(string kind, Actor actor, CancellationToken cancel)
    {
        await using var unit = units.Create();
        var job = await unit.Set<JobRow>().Where(j => j.Organisation == actor.Organisation && j.Kind == kind && JobRow.Unfinished.Contains(j.State)).FirstOrDefaultAsync(cancel);
        if (job is null)
        {
            job = new JobRow { Id = Guid.CreateVersion7(), Organisation = actor.Organisation, Kind = kind, CreatedAt = clock.GetUtcNow().UtcDateTime };
            unit.Add(job);
        }

        (job.Member, job.State, job.CancelAsked, job.Problem) = (actor.Member, JobState.Waiting, false, null);
        await unit.CommitAsync(Done.It, cancel);
        return job.Id;
    }

    public Task TellAsync(Guid id, Action<JobRow> change, CancellationToken cancel) => units.TellAsync(id, change, cancel);

    public Task<JobRow?> FindAsync(Guid id, CancellationToken cancel) => db.Set<JobRow>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancel);

    /// <summary>Asks an unfinished work of the organisation to stop.</summary>
    public async Task CancelAsync(OrganisationId organisation, string kind, CancellationToken cancel)
    {
        if (await NewestAsync(organisation, kind, cancel) is { } job && JobRow.Unfinished.Contains(job.State))
            await TellAsync(job.Id, j => (j.CancelAsked, j.State) = (true, j.State == JobState.Running ? j.State : JobState.Cancelled), cancel);
    }
}
