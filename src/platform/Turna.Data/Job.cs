using Microsoft.EntityFrameworkCore;
using Turna.Kernel;

namespace Turna.Data;

/// <summary>Where a long work stands.</summary>
public enum JobState
{
    Waiting,
    Running,
    Paused,
    Done,
    Failed,
    Cancelled,
}

/// <summary>Long work of a member: import, export, re-keying. Shown with progress; can be cancelled. Holds no key and no content.</summary>
public sealed class JobRow
{
    /// <summary>The states from which a work may still go on.</summary>
    public static IReadOnlyList<JobState> Unfinished { get; } = [JobState.Waiting, JobState.Running, JobState.Paused];

    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>Whose session it is bound to: the one who set it to work last.</summary>
    public MemberId Member { get; set; }

    /// <summary>Which work, as <c>module.work</c>.</summary>
    public required string Kind { get; init; }

    public JobState State { get; set; }

    public int Progress { get; set; }

    public int Total { get; set; }

    public bool CancelAsked { get; set; }

    /// <summary>Why it failed, in words of the PO files; never content.</summary>
    public string? Problem { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? FinishedAt { get; set; }

    internal static void Configure(ModelBuilder model) => model.Entity<JobRow>(job =>
    {
        job.ToTable("data_job");
        job.HasKey(j => j.Id);
        job.Property(j => j.Kind).HasMaxLength(60);
        job.Property(j => j.Problem).HasMaxLength(400);
        job.HasIndex(j => new { j.Member, j.State });
        job.Metadata.IsUnledgered("Progress of work; what the work does is on the ledger.");
    });
}

/// <summary>Tells beside all other work how a job stands.</summary>
public static class JobNews
{
    /// <summary>Writes how it stands, at once and by itself. Does nothing when the job is gone.</summary>
    public static async Task TellAsync(this TurnaDbFactory units, Guid job, Action<JobRow> change, CancellationToken cancel)
    {
        await using var unit = units.Create();
        if (await unit.Set<JobRow>().SingleOrDefaultAsync(j => j.Id == job, cancel) is not { } row) return;
        change(row);
        await unit.CommitAsync(Done.It, cancel);
    }
}
