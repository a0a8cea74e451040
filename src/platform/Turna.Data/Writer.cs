using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Turna.Data;

/// <summary>
/// What a part of the platform does on the writer, inside the transaction, before each unit of work is saved.
/// The calls come from one thread at a time, in the order of commit.
/// </summary>
public interface ICommitStep
{
    /// <summary>Reads its state from the database; called before a group when another writer may have committed, or after a failure.</summary>
    void Load(DbConnection connection, DbTransaction transaction);

    /// <summary>Adds to the unit of work what must be saved with it.</summary>
    void BeforeSave(TurnaDb db);

    /// <summary>The unit of work was saved (not yet durable).</summary>
    void AfterSave(TurnaDb db);

    /// <summary>The unit of work was refused and rolled back.</summary>
    void AfterRefusal();

    /// <summary>All units of the group are saved; last chance to write in its transaction.</summary>
    void BeforeCommit(DbConnection connection, DbTransaction transaction);
}

/// <summary>
/// The one writer of a database. Units of work that wait are saved one after another, each behind a savepoint, and become durable
/// by one commit (group commit). On PostgreSQL an advisory lock keeps the writers of several nodes in one order.
/// Not promised: that a unit of work which was refused leaves no gap in time; it leaves none in the ledger.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private const int LargestGroup = 256;
    private const int CheckpointEveryCommits = 500;
    private const long SequencingLock = 0x7475726E61;

    private readonly Store store;
    private readonly IReadOnlyList<ICommitStep> steps;
    private readonly TimeProvider clock;
    private readonly ILogger<Writer> log;
    private readonly Channel<Pending> queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Lazy<Task> loop;
    private DbConnection? connection;
    private bool loaded;
    private int commitsSinceCheckpoint;

    public Writer(Store store, IEnumerable<ICommitStep> steps, TimeProvider clock, ILogger<Writer> log)
    {
        this.store = store;
        this.steps = [.. steps];
        this.clock = clock;
        this.log = log;
        loop = new Lazy<Task>(() => Task.Factory.StartNew(
            Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Called when the disk refuses a commit: nothing may be acknowledged any more.</summary>
    public Action<Exception>? OnDiskFailure { get; set; }

    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    internal async Task CommitAsync(TurnaDb db)
    {
        _ = loop.Value;
        var pending = new Pending(db);
        await queue.Writer.WriteAsync(pending);
        await pending.Durable.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop.IsValueCreated) await loop.Value;
        if (connection is not null) await connection.DisposeAsync();
    }

    private void Run()
    {
        var group = new List<Pending>(LargestGroup);
        while (Wait())
        {
            group.Clear();
            try
            {
                SaveGroup(group);
            }
            catch (Exception failed) when (failed is DbException or IOException or InvalidOperationException)
            {
                Fail(group, failed);
            }
        }

        if (store.Kind == StoreKind.Sqlite && connection is SqliteConnection open) Execute(open, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private bool Wait() => queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void SaveGroup(List<Pending> group)
    {
        var open = Open();
        using var transaction = Begin(open);
        if (!loaded)
        {
            foreach (var step in steps) step.Load(open, transaction);
            loaded = true;
        }

        while (group.Count < LargestGroup && queue.Reader.TryRead(out var pending))
        {
            group.Add(pending);
            pending.Refusal = Save(pending.Db, open, transaction);
        }

        foreach (var step in steps) step.BeforeCommit(open, transaction);
        transaction.Commit();
        foreach (var pending in group) pending.Answer();
        Checkpoint(open);
    }

    private Exception? Save(TurnaDb db, DbConnection open, DbTransaction transaction)
    {
        try
        {
            db.Database.SetDbConnection(open);
            db.Database.UseTransaction(transaction);
            db.OnWriter = true;
            db.Revise();
            foreach (var step in steps) step.BeforeSave(db);
            db.SaveChanges();
            foreach (var step in steps) step.AfterSave(db);
            db.Forget();
            return null;
        }
        catch (Exception refused) when (refused is DbUpdateException or InvalidOperationException)
        {
            foreach (var step in steps) step.AfterRefusal();
            return refused;
        }
        finally
        {
            db.OnWriter = false;
            db.Database.UseTransaction(null);
            // The context closed its own connection for good when it was lent the writer's.
            db.Database.SetDbConnection(store.NewReader(), contextOwnsConnection: true);
        }
    }

    private void Fail(List<Pending> group, Exception failed)
    {
        loaded = false;
        connection?.Dispose();
        connection = null;
        log.LogCritical(failed, "A commit failed; {Count} writes were not acknowledged", group.Count);
        foreach (var pending in group) pending.Durable.TrySetException(new IOException("The write could not be made durable.", failed));
        if (store.Kind == StoreKind.Sqlite && failed is SqliteException { SqliteErrorCode: 10 or 11 or 13 or 26 }) OnDiskFailure?.Invoke(failed);
        if (group.Count == 0 && queue.Reader.TryRead(out var waiting)) waiting.Durable.TrySetException(new IOException("The database cannot be reached.", failed));
    }

    private DbTransaction Begin(DbConnection open)
    {
        if (store.Kind == StoreKind.Sqlite) return ((SqliteConnection)open).BeginTransaction(deferred: false);
        var transaction = open.BeginTransaction();
        using var command = open.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT pg_advisory_xact_lock($1)";
        command.Parameters.Add(new NpgsqlParameter { Value = SequencingLock });
        command.ExecuteNonQuery();
        // Another node may have committed meanwhile: what the steps remember is then old.
        loaded = false;
        return transaction;
    }

    private DbConnection Open()
    {
        if (connection is not null) return connection;
        connection = store.Kind == StoreKind.Sqlite ? new SqliteConnection(store.WriterConnection) : new NpgsqlConnection(store.WriterConnection);
        connection.Open();
        if (connection is SqliteConnection sqlite)
        {
            Execute(sqlite, "PRAGMA journal_mode = WAL");
            Execute(sqlite, "PRAGMA synchronous = FULL");
            Execute(sqlite, "PRAGMA secure_delete = ON");
            Execute(sqlite, "PRAGMA wal_autocheckpoint = 0");
            log.LogInformation("SQLite {Version}", sqlite.ServerVersion);
        }

        return connection;
    }

    private void Checkpoint(DbConnection open)
    {
        if (store.Kind != StoreKind.Sqlite || ++commitsSinceCheckpoint < CheckpointEveryCommits) return;
        commitsSinceCheckpoint = 0;
        Execute((SqliteConnection)open, "PRAGMA wal_checkpoint(PASSIVE)");
    }

    private static void Execute(SqliteConnection open, string pragma)
    {
        using var command = open.CreateCommand();
#pragma warning disable CA2100 // The pragmas are the constants above.
        command.CommandText = pragma;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private sealed class Pending(TurnaDb db)
    {
        public TurnaDb Db { get; } = db;

        public Exception? Refusal { get; set; }

        public TaskCompletionSource Durable { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer()
        {
            if (Refusal is null) Durable.TrySetResult();
            else Durable.TrySetException(Refusal);
        }
    }
}
