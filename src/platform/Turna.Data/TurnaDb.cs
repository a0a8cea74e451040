using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Turna.Kernel;

namespace Turna.Data;

/// <summary>
/// One unit of work over the one model. Queries run on a connection that cannot write; changes are saved only by
/// <see cref="CommitAsync{T}"/>, which hands them to the writer and returns when they are durable.
/// </summary>
/// <remarks>
/// Made by <see cref="TurnaDbFactory"/>. Those of requests are used again by the next, whom nothing of the one before reaches: making one anew costs
/// more than what some pages ask of the database.
/// </remarks>
public sealed class TurnaDb : DbContext
{
    private readonly List<CommitNote> notes = [];
    private TurnaModel? model;
    private Writer? writer;
    private Readers? readers;
    private ReadingConnection? lent;

    /// <summary>For the pool; it answers nothing before it was joined to the rest.</summary>
    public TurnaDb(DbContextOptions<TurnaDb> options)
        : base(options)
    {
    }

    /// <summary>The write the person asked for; a second commit under the same id answers what the first did.</summary>
    public OperationId? Operation { get; set; }

    /// <summary>Whose operation it is and of which act. The same id in another member's hand, or on another form, is another operation and refused.</summary>
    public string OperationScope { get; set; } = string.Empty;

    /// <summary>While this is set nothing is saved: every commit answers it. For a form that is only to be shown again as it was filled in.</summary>
    public Error? Hold { get; set; }

    /// <summary>What the steps of the writer need to know of this unit of work, such as leaves for the ledger.</summary>
    public IReadOnlyList<CommitNote> Notes => notes;

    internal bool OnWriter { get; set; }

    public void Note(CommitNote note) => notes.Add(note);

    /// <summary>
    /// Saves every change of this unit of work and its notes in one transaction and returns when they are on disk.
    /// A repeat of an operation changes nothing and returns the first answer; a change made meanwhile by another is <see cref="Error.Changed"/>,
    /// an id that another record has <see cref="Error.Taken"/>, and one of a row that was written past the record <see cref="Error.Altered"/>.
    /// </summary>
    public async Task<Result<T>> CommitAsync<T>(T answer, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (Hold is { } reason) return reason;
        if (Operation is { } operation) Add(new OperationRow { Id = operation, Scope = OperationScope, Answer = JsonSerializer.Serialize(answer), At = Saving.Now });
        try
        {
            // Past this point the answer must become known, so a closed browser does not cancel.
            await WithoutReaderAsync(() => Saving.CommitAsync(this));
            return answer;
        }
        catch (AlteredRowsException altered)
        {
            await altered.RecordAsync(this);
            return Error.Altered;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await AnsweredAsync<T>(CancellationToken.None) is { } first ? first.Value : Error.Changed;
        }
        catch (DbUpdateException failed) when (Operation is not null)
        {
            if (await AnsweredAsync<T>(CancellationToken.None) is { } first) return first.Value;
            if (IsTaken(failed)) return Error.Taken;
            throw;
        }
    }

    /// <summary>
    /// Commits notes that belong to no change of a row, such as the leaf of an opening, and none of this unit's; returns when they are durable.
    /// To be awaited before this unit reads again: while it waits, its connection is lent to others.
    /// </summary>
    public Task CommitAsideAsync(IReadOnlyList<CommitNote> aside, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return WithoutReaderAsync(() => Saving.CommitAsync(aside));
    }

    /// <summary>The answer this operation was given before, if it was done before. Ask first in a use case whose checks the first run would fail.</summary>
    public async Task<Answered<T>?> AnsweredAsync<T>(CancellationToken cancel)
    {
        if (Operation is not { } operation) return null;
        var answer = await Set<OperationRow>().AsNoTracking().Where(o => o.Id == operation && o.Scope == OperationScope).Select(o => o.Answer).SingleOrDefaultAsync(cancel);
        return answer is null ? null : new Answered<T>(JsonSerializer.Deserialize<T>(answer)!);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => OnWriter
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new InvalidOperationException("Changes are saved by CommitAsync, so that they are durable, sequenced and on the ledger.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        OnWriter
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : throw new InvalidOperationException("Changes are saved by CommitAsync, so that they are durable, sequenced and on the ledger.");

    /// <summary>Saves what upkeep changed, and forgets it. Only for a unit made for upkeep, while nobody else writes.</summary>
    public async Task SaveUpkeepAsync(CancellationToken cancel)
    {
        if (!ForUpkeep) throw new InvalidOperationException("This unit of work was not made for upkeep.");
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancel);
        ChangeTracker.Clear();
    }

    internal bool ForUpkeep { get; set; }

    internal void Revise()
    {
        foreach (var entry in ChangeTracker.Entries<IRevised>())
        {
            if (entry.State == EntityState.Modified) entry.Property(nameof(IRevised.Revision)).CurrentValue = entry.Entity.Revision + 1;
        }
    }

    internal void Forget() => notes.Clear();

    /// <summary>Joins it to the model it shows, to whoever saves what it changes, and to the connections it reads by, where these are kept.</summary>
    internal TurnaDb Join(TurnaModel model, Writer writer, Readers? readers = null)
    {
        (this.model, this.writer, this.readers) = (model, writer, readers);
        // Also what somebody wrote into it past its end.
        Empty();
        return this;
    }

    /// <summary>Reads on a connection that is open already, where there are such.</summary>
    internal void Borrow()
    {
        if (lent is not null) return;
        lent = readers?.Lend();
        if (lent is not null) Database.SetDbConnection(lent);
    }

    /// <summary>Whether a change was refused because its id, or what must be unique in it, is another record's.</summary>
    public static bool IsTaken(Exception failed) => (failed as DbUpdateException)?.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY or SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    // Many wait for the disk at once, few read at once: whoever waits leaves the connection, with all it has prepared, to those who read.
    private async Task WithoutReaderAsync(Func<Task> wait)
    {
        if (lent is not { IsBusy: false })
        {
            await wait();
            return;
        }

        GiveBack(lent);
        lent = null;
        // What is somebody else's by now is not read by mistake: without a connection a query fails.
        Database.SetDbConnection(null);
        try
        {
            await wait();
        }
        finally
        {
            BorrowAgain();
        }
    }

    // What became of the wait is the answer; that there is no connection is heard by whoever reads next.
    private void BorrowAgain()
    {
        try
        {
            Borrow();
        }
        catch (SqliteException)
        {
            lent = null;
        }
    }

    /// <summary>Back to its own reader after the writer saved this unit of work.</summary>
    internal void ReturnFromWriter(Func<System.Data.Common.DbConnection> newReader)
    {
        OnWriter = false;
        Database.UseTransaction(null);
        if (lent is not null) Database.SetDbConnection(lent);
        // The context closed its own connection for good when it was lent the writer's.
        else Database.SetDbConnection(newReader(), contextOwnsConnection: true);
    }

    public override void Dispose()
    {
        var mine = Leave();
        try
        {
            base.Dispose();
        }
        finally
        {
            GiveBack(mine);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        var mine = Leave();
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            GiveBack(mine);
        }
    }

    // Once the base has it back, the next unit of work may have it already.
    private ReadingConnection? Leave()
    {
        var mine = lent;
        lent = null;
        Empty();
        return mine;
    }

    private void Empty()
    {
        (Operation, OperationScope, Hold, OnWriter) = (null, string.Empty, null, false);
        notes.Clear();
    }

    private void GiveBack(ReadingConnection? connection)
    {
        if (connection is not null) readers!.TakeBack(connection);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OperationRow>(row =>
        {
            row.ToTable("data_operation");
            row.HasKey(r => r.Id);
            row.Property(r => r.Scope).HasMaxLength(200);
            row.Metadata.IsUnledgered("Only remembers what was answered; the act it answers is on the ledger.");
        });
        JobRow.Configure(modelBuilder);
        Rooms.Build(modelBuilder);
        Conventions.Name(modelBuilder);
    }

    private TurnaModel Rooms => model ?? throw Unjoined();

    private Writer Saving => writer ?? throw Unjoined();

    private static InvalidOperationException Unjoined() => new("A unit of work is made by its factory.");

    // Tests build several models in one process; the key keeps them apart.
    internal sealed class OneModelForEachStore : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (context.GetType(), context.Database.ProviderName, ((TurnaDb)context).Rooms, designTime);
    }
}

/// <summary>Makes units of work: of requests, jobs, the command line.</summary>
public sealed class TurnaDbFactory(Store store, TurnaModel model, Writer writer, Readers readers)
{
    /// <summary>More at once than this are made for the occasion.</summary>
    private const int MostKept = 64;

    private readonly PooledDbContextFactory<TurnaDb> units = new(store.Readers, MostKept);

    public TurnaDb Create()
    {
        var db = units.CreateDbContext().Join(model, writer, readers);
        db.Borrow();
        return db;
    }

    /// <summary>A unit that writes past the writer and the ledger, to bring a database to this version; nothing else may write meanwhile.</summary>
    public TurnaDb CreateForUpkeep() => new TurnaDb(store.Writers) { ForUpkeep = true }.Join(model, writer);
}

/// <summary>The first answer of a repeated operation.</summary>
public sealed record Answered<T>(T Value);

internal sealed class OperationRow
{
    public OperationId Id { get; init; }

    public required string Scope { get; init; }

    public required string Answer { get; init; }

    public DateTime At { get; init; }
}
