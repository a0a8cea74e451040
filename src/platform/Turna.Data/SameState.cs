using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Turna.Data;

/// <summary>
/// Units of work that see one and the same state of the database, whatever is written meanwhile: the parts of one large question can be read
/// by several processors at once and still be of one moment. For reading only.
/// </summary>
public sealed class SameState : IAsyncDisposable
{
    private const string Main = "main";
    private const string Look = "SELECT count(*) FROM sqlite_schema";

    // Each takes several connections, of which PostgreSQL has a hundred: whoever comes ninth waits for a report to be done, not all for one another.
    private static readonly SemaphoreSlim Doors = new(8);

    private readonly List<TurnaDb> units = [];
    private bool isClosed;

    private SameState()
    {
    }

    /// <summary>At least one; fewer than were asked for where the database could not show the state again.</summary>
    public IReadOnlyList<TurnaDb> Units => units;

    /// <summary>Takes the state of now.</summary>
    /// <param name="factory">Where units of work come from.</param>
    /// <param name="count">How many units, from 1.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<SameState> OpenAsync(TurnaDbFactory factory, int count, CancellationToken cancel)
    {
        await Doors.WaitAsync(cancel);
        var state = new SameState();
        try
        {
            cancel.ThrowIfCancellationRequested();
            var first = factory.Create();
            state.units.Add(first);
            if (first.Database.IsSqlite()) state.OpenSqlite(factory, count);
            else await state.OpenPostgresAsync(factory, count, cancel);
            return state;
        }
        catch
        {
            await state.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (isClosed) return;
        isClosed = true;
        try
        {
            foreach (var unit in units)
            {
                // What could not be rolled back is not lent again: see Readers.
                if (unit.Database.IsSqlite() && ConnectionOf(unit).Handle is { } handle) _ = raw.sqlite3_exec(handle, "ROLLBACK");
                await unit.DisposeAsync();
            }
        }
        finally
        {
            Doors.Release();
        }
    }

    private void OpenSqlite(TurnaDbFactory factory, int count)
    {
        var first = units[0];
        Run(first, "BEGIN");
        Run(first, Look);
        if (count == 1 || raw.sqlite3_snapshot_get(ConnectionOf(first).Handle!, Main, out var seen) != raw.SQLITE_OK) return;
        try
        {
            while (units.Count < count && TryOpen(factory.Create(), seen)) continue;
        }
        finally
        {
            raw.sqlite3_snapshot_free(seen);
        }
    }

    // False while the log is just being written back into the database: one fewer reads as well, only longer.
    private bool TryOpen(TurnaDb next, sqlite3_snapshot seen)
    {
        units.Add(next);
        // It learns from its first reading that the database keeps a log of changes, without which there are no states to open.
        Run(next, Look);
        Run(next, "BEGIN");
        if (raw.sqlite3_snapshot_open(ConnectionOf(next).Handle!, Main, seen) == raw.SQLITE_OK) return true;
        units.Remove(next);
        Run(next, "ROLLBACK");
        next.Dispose();
        return false;
    }

    private async Task OpenPostgresAsync(TurnaDbFactory factory, int count, CancellationToken cancel)
    {
        await units[0].Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        if (count == 1) return;
        var seen = await units[0].Database.SqlQueryRaw<string>("SELECT pg_export_snapshot() AS \"Value\"").ToListAsync(cancel);
        while (units.Count < count)
        {
            var next = factory.Create();
            units.Add(next);
            await next.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            // The statement takes no parameter; the name is the server's own.
#pragma warning disable EF1002
            await next.Database.ExecuteSqlRawAsync($"SET TRANSACTION SNAPSHOT '{seen.Single()}'", cancel);
#pragma warning restore EF1002
        }
    }

    private static SqliteConnection ConnectionOf(TurnaDb unit) => (SqliteConnection)unit.Database.GetDbConnection();

    private static void Run(TurnaDb unit, string statement)
    {
        unit.Database.OpenConnection();
        using var command = ConnectionOf(unit).CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
