using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Turna.Data;

/// <summary>Something a platform part attaches to a unit of work for its step on the writer.</summary>
public abstract class CommitNote;

/// <summary>A row that a unit of work adds, changes or deletes.</summary>
public sealed class ChangedRow
{
    private readonly EntityEntry entry;

    internal ChangedRow(EntityEntry entry) => (this.entry, Added, Deleted) = (entry, entry.State == EntityState.Added, entry.State == EntityState.Deleted);

    /// <summary>A row that a unit of work has read, as the writer would see it.</summary>
    public static ChangedRow Of(TurnaDb db, object row) => new(db.Entry(row));

    public IEntityType Type => entry.Metadata;

    public object Row => entry.Entity;

    public bool Added { get; }

    public bool Deleted { get; }

    /// <summary>The stamp that stood beside the row when it was read.</summary>
    public byte[]? StampAsRead => RowStamp.Of(Type) is { } stamp ? (byte[]?)entry.Property(stamp).OriginalValue : null;

    /// <summary>A column as it was read from the database.</summary>
    public object? AsRead(IProperty column) => entry.Property(column).OriginalValue;

    /// <summary>Puts a stamp beside the row as it will be saved.</summary>
    public void Stamp(byte[] stamp) => entry.Property(RowStamp.Of(Type)!).CurrentValue = stamp;
}

/// <summary>
/// Why rows cannot be changed: they do not stand as the record has them, so somebody wrote them who is not Turna. Nothing of the unit of work
/// is saved, or the next leaf would cover what he wrote.
/// </summary>
public abstract class AlteredRowsException() : Exception("Rows were changed outside of Turna.")
{
    /// <summary>Puts on record, by a unit of work that is open, what was found; once for each row.</summary>
    public abstract Task RecordAsync(TurnaDb db);
}

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
    public Pending(IReadOnlyList<CommitNote> notes, IReadOnlyList<ICommitStep> steps)
    {
        (Unit, Writes) = (new UnitOfWork(notes, []), []);
        foreach (var step in steps) step.Prepare(Unit);
    }

    /// <summary>What a context changed. The steps prepare it, and stamp its rows, before these become statements.</summary>
    public Pending(TurnaDb db, RowShapes shapes, IReadOnlyList<ICommitStep> steps)
    {
        db.ChangeTracker.DetectChanges();
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            db.Revise();
            var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
            Unit = new UnitOfWork([.. db.Notes], [.. changed.Select(e => new ChangedRow(e))]);
            foreach (var step in steps) step.Prepare(Unit);
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
