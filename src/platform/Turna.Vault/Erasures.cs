using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>
/// Notes every erasure outside the database before it is committed. Not promised: that an erasure noted here was committed; a restore
/// would repeat one that failed in between, which is the lesser harm.
/// </summary>
internal sealed class ErasureNotes(ServerSecrets secrets) : ICommitStep
{
    private readonly List<Guid> erased = [];
    private List<Guid> waiting = [];

    public void Prepare(UnitOfWork unit)
    {
    }

    public void Load(DbConnection connection, DbTransaction transaction) => erased.Clear();

    public void BeforeSave(UnitOfWork unit, IRowSink rows) =>
        waiting = [.. unit.Changes.Where(c => !c.Deleted).Select(c => c.Row).OfType<ErasureRow>().Select(e => e.Subject.Value)];

    public void AfterSave()
    {
        erased.AddRange(waiting);
        waiting = [];
    }

    public void AfterRefusal() => waiting = [];

    public void BeforeCommit(DbConnection connection, DbTransaction transaction)
    {
        if (erased.Count > 0) secrets.RememberErasures(erased);
        erased.Clear();
    }
}

/// <summary>Repeats, after a restore, the erasures that the backup does not know of.</summary>
public sealed class ErasureReplay
{
    private static readonly Act Replayed = new("erasure.replayed", "Erasures were repeated after a restore");

    private readonly TurnaDb db;
    private readonly KeyVault vault;
    private readonly AuditLedger ledger;
    private readonly ServerSecrets secrets;
    private readonly TimeProvider clock;

    internal ErasureReplay(TurnaDb db, KeyVault vault, AuditLedger ledger, ServerSecrets secrets, TimeProvider clock) =>
        (this.db, this.vault, this.ledger, this.secrets, this.clock) = (db, vault, ledger, secrets, clock);

    /// <summary>Destroys again what was destroyed since the backup was made; returns how many subjects that were.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var known = (await db.Set<ErasureRow>().AsNoTracking().Select(e => e.Subject).ToListAsync(cancel)).ToHashSet();
        var again = secrets.Erasures().Select(id => new SubjectId(id)).Where(s => !known.Contains(s)).Distinct().ToList();
        if (again.Count == 0) return 0;
        foreach (var subject in again) await vault.EraseAsync(subject, clock.GetUtcNow().UtcDateTime, cancel);
        ledger.RecordUnsigned(default, null, Replayed, [.. again.Select(s => s.Value).Take(1000)]);
        var done = await db.CommitAsync(again.Count, cancel);
        return done.Value;
    }
}
