using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Turna.Data;

/// <summary>Something a platform part attaches to a unit of work for its step on the writer.</summary>
public abstract class CommitNote;

/// <summary>A row that a unit of work adds, changes or deletes.</summary>
public readonly record struct ChangedRow(IEntityType Type, object Row, bool Deleted);

/// <summary>What is saved together: rows and notes, as the steps of the writer see them.</summary>
public sealed class UnitOfWork
{
    internal UnitOfWork(IReadOnlyList<CommitNote> notes, IReadOnlyList<ChangedRow> changes) => (Notes, Changes) = (notes, changes);

    public IReadOnlyList<CommitNote> Notes { get; }

    public IReadOnlyList<ChangedRow> Changes { get; }
}

/// <summary>Where a step of the writer puts rows of its own: they are saved with the unit of work, and gone if it is refused.</summary>
public interface IRowSink
{
    void Insert(object row);
}

/// <summary>
/// What a part of the platform does to each unit of work. But for <see cref="Prepare"/> the calls come on the writer, from one thread at a
/// time, inside the transaction, in the order of commit.
/// </summary>
public interface ICommitStep
{
    /// <summary>On the thread of the caller, before the unit waits for the writer: what takes time and needs no order. An exception here refuses the unit.</summary>
    void Prepare(UnitOfWork unit);

    /// <summary>Reads its state from the database; called before a group when another writer may have committed, or after a failure.</summary>
    void Load(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction);

    /// <summary>Adds what must be saved with the unit.</summary>
    void BeforeSave(UnitOfWork unit, IRowSink rows);

    /// <summary>The unit of work was saved (not yet durable).</summary>
    void AfterSave();

    /// <summary>The unit of work was refused and rolled back.</summary>
    void AfterRefusal();

    /// <summary>All units of the group are saved; last chance to write in its transaction.</summary>
    void BeforeCommit(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction);
}

/// <summary>A unit that waits for the writer: its rows are worked out already, or Entity Framework saves them there.</summary>
internal sealed class Pending
{
    private readonly TaskCompletionSource durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A unit without rows: notes only, such as the leaf of an opening.</summary>
    public Pending(IReadOnlyList<CommitNote> notes) => (Unit, Writes) = (new UnitOfWork(notes, []), []);

    public Pending(TurnaDb db, RowShapes shapes)
    {
        db.ChangeTracker.DetectChanges();
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            db.Revise();
            var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
            Unit = new UnitOfWork([.. db.Notes], [.. changed.Select(e => new ChangedRow(e.Metadata, e.Entity, e.State == EntityState.Deleted))]);
            Writes = shapes.Plan(changed);
            Db = db;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    public UnitOfWork Unit { get; }

    /// <summary>The rows as statements; null when the context must save them itself.</summary>
    public List<RowWrite>? Writes { get; }

    public TurnaDb? Db { get; }

    public Exception? Refusal { get; set; }

    public Task Durable => durable.Task;

    public void Answer()
    {
        if (Refusal is null) durable.TrySetResult();
        else durable.TrySetException(Refusal);
    }

    public void Fail(string why, Exception cause) => durable.TrySetException(new IOException(why, cause));
}
