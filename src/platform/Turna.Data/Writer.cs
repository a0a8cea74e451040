using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Turna.Data;

/// <summary>
/// The one writer of a database. What a unit of work writes is worked out on the thread of its caller; units that wait are saved one after
/// another, each behind a savepoint, and become durable by one commit (group commit). On PostgreSQL an advisory lock keeps the writers of several nodes in one order.
/// Not promised: that a unit of work which was refused leaves no gap in time; it leaves none in the ledger.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private const int LargestGroup = 256;
    private const int CommitsBetweenLooks = 16;
    private const long LargestLog = 16L * 1024 * 1024;
    private const int RowsBetweenSurveys = 10_000;
    private const long SequencingLock = 0x7475726E61;

    private readonly Store store;
    private readonly TurnaModel model;
    private readonly IReadOnlyList<ICommitStep> steps;
    private readonly TableVersions versions;
    private readonly RowShapes shapes = new();
    private readonly TimeProvider clock;
    private readonly ILogger<Writer> log;
    private readonly Channel<Pending> queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Lazy<Task> loop;
    private DbConnection? connection;
    private Statements? statements;
    private RowSink? sink;
    private bool loaded;
    private int commitsSinceLook;
    private int rowsSinceSurvey;

    public Writer(Store store, TurnaModel model, IEnumerable<ICommitStep> steps, TableVersions versions, TimeProvider clock, ILogger<Writer> log)
    {
        this.store = store;
        this.model = model;
        this.steps = [.. steps];
        this.versions = versions;
        this.clock = clock;
        this.log = log;
        loop = new Lazy<Task>(Start);
    }

    /// <summary>Called when the disk refuses a commit: nothing may be acknowledged any more.</summary>
    public Action<Exception>? OnDiskFailure { get; set; }

    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Saves what a context changed; returns when it is durable.</summary>
    internal async Task CommitAsync(TurnaDb db)
    {
        var pending = new Pending(db, shapes, steps);
        await SaveAsync(pending);
        if (pending.Writes is not null) db.ChangeTracker.AcceptAllChanges();
        db.Forget();
    }

    /// <summary>Saves notes that belong to no change of a row; returns when they are durable.</summary>
    internal Task CommitAsync(IReadOnlyList<CommitNote> notes) => SaveAsync(new Pending(notes, steps));

    private async Task SaveAsync(Pending pending)
    {
        _ = loop.Value;
        await queue.Writer.WriteAsync(pending);
        await pending.Durable;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop.IsValueCreated) await loop.Value;
        statements?.Dispose();
        if (connection is not null) await connection.DisposeAsync();
    }

    private Task Start()
    {
        // It serves everybody, so nothing of the request that happened to come first (culture, trace) stays with it.
        using var alone = ExecutionContext.SuppressFlow();
        return Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
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
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                // Whatever it was, those who wait must hear of it: a writer that is gone would leave everybody waiting for ever.
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
            pending.Refusal = Save(pending, open, transaction);
        }

        foreach (var step in steps) step.BeforeCommit(open, transaction);
        transaction.Commit();
        NoteWrites(group);
        foreach (var pending in group) pending.Answer();
        Checkpoint(open);
        SurveyAfter(group, open);
    }

    private Exception? Save(Pending pending, DbConnection open, DbTransaction transaction)
    {
        statements!.Begin(transaction);
        try
        {
            foreach (var step in steps) step.BeforeSave(pending.Unit, sink!);
            if (pending.Writes is { } writes) foreach (var write in writes) statements.Add(write);
            else SaveByContext(pending.Db!, open, transaction);
            statements.Complete();
            foreach (var step in steps) step.AfterSave();
            return null;
        }
        catch (Exception refused) when (Statements.IsRefusal(refused))
        {
            // Only this unit is answered with it: its neighbours in the group go on.
            statements.Undo();
            foreach (var step in steps) step.AfterRefusal();
            return refused is DbException ? new DbUpdateException("The database refused the change.", refused) : refused;
        }
    }

    private void SaveByContext(TurnaDb db, DbConnection open, DbTransaction transaction)
    {
        try
        {
            statements!.Send();
            db.Database.SetDbConnection(open);
            db.Database.UseTransaction(transaction);
            db.OnWriter = true;
            db.SaveChanges();
        }
        finally
        {
            db.ReturnFromWriter(store.NewReader);
        }
    }

    private void Fail(List<Pending> group, Exception failed)
    {
        loaded = false;
        // Some failures leave open whether the commit took place.
        NoteWrites(group);
        statements?.Dispose();
        statements = null;
        connection?.Dispose();
        connection = null;
        log.LogCritical(failed, "A commit failed; {Count} writes were not acknowledged", group.Count);
        foreach (var pending in group) pending.Fail("The write could not be made durable.", failed);
        if (store.Kind == StoreKind.Sqlite && failed is SqliteException { SqliteErrorCode: 10 or 11 or 13 or 26 }) OnDiskFailure?.Invoke(failed);
        if (group.Count == 0 && queue.Reader.TryRead(out var waiting)) waiting.Fail("The database cannot be reached.", failed);
    }

    // What is remembered of these tables is old before anybody hears that it changed.
    private void NoteWrites(List<Pending> group)
    {
        foreach (var pending in group) versions.Note(pending.Unit.Changes);
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
            Execute(sqlite, "PRAGMA temp_store = MEMORY");
            Execute(sqlite, "PRAGMA cache_size = -16384");
            Survey(sqlite);
            log.LogInformation("SQLite {Version}", sqlite.ServerVersion);
        }

        statements = Statements.On(connection);
        sink = new RowSink(ShapesOfModel(), statements);
        return connection;
    }

    private Dictionary<Type, RowShape> ShapesOfModel()
    {
        using var db = new TurnaDb(store.Readers).Join(model, this);
        return db.Model.GetEntityTypes().Select(shapes.Of).OfType<RowShape>().ToDictionary(s => s.Type);
    }

    private void Checkpoint(DbConnection open)
    {
        if (store.Kind != StoreKind.Sqlite || ++commitsSinceLook < CommitsBetweenLooks) return;
        commitsSinceLook = 0;
        // A long log makes every reading slower, and each step of moving it back holds up the writes behind it: so, often and in small pieces.
        if (new FileInfo($"{store.DatabasePath}-wal") is { Exists: true, Length: > LargestLog }) Execute((SqliteConnection)open, "PRAGMA wal_checkpoint(PASSIVE)");
    }

    private void SurveyAfter(List<Pending> group, DbConnection open)
    {
        if (store.Kind != StoreKind.Sqlite) return;
        rowsSinceSurvey += group.Sum(p => p.Unit.Changes.Count);
        if (rowsSinceSurvey < RowsBetweenSurveys) return;
        rowsSinceSurvey = 0;
        Survey((SqliteConnection)open);
    }

    // Without having counted, SQLite takes every index for equally good and finds the contacts of one person by going through those of her whole
    // team. It counts the tables that have grown or shrunk tenfold since it counted last, and counts them whole: by a few hundred rows an index on
    // the organisation looks as good as one on team and stage. PostgreSQL does all this by itself.
    private static void Survey(SqliteConnection open) => Execute(open, "PRAGMA optimize = 0x10002");

    private static void Execute(SqliteConnection open, string pragma)
    {
        using var command = open.CreateCommand();
#pragma warning disable CA2100 // The pragmas are the constants above.
        command.CommandText = pragma;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private sealed class RowSink(IReadOnlyDictionary<Type, RowShape> shapes, Statements statements) : IRowSink
    {
        public void Insert(object row) => statements.Add(shapes[row.GetType()].Inserted(row));
    }
}
