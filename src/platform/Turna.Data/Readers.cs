using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Turna.Data;

/// <summary>
/// Connections that cannot write, kept open between units of work: opening one costs nothing, and their statements stay prepared. An idle one
/// holds no snapshot, so it never keeps the writer from its checkpoint. On PostgreSQL the driver's own pool does this.
/// </summary>
public sealed class Readers(Store store) : IDisposable
{
    /// <summary>Each keeps its pages in memory; more at once than this are opened for the occasion.</summary>
    private const int MostKept = 16;

    /// <summary>A connection plans its queries by what was known of the tables when it was opened.</summary>
    private static readonly TimeSpan LongestKept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentStack<ReadingConnection> idle = [];
    private volatile bool closed;

    /// <summary>An open connection; null where the context opens its own.</summary>
    internal ReadingConnection? Lend()
    {
        if (store.Kind != StoreKind.Sqlite) return null;
        if (idle.TryPop(out var kept)) return kept;
        var fresh = new ReadingConnection(store.ReaderConnection);
        fresh.Open();
        RememberPages(fresh);
        return fresh;
    }

    // Eight megabytes: the upper pages of every tree of a register of a million people. With SQLite's own two, nearly each step down a tree is a read.
    // All of them together, and the writer, are held to the limit of the process: past it a connection puts a page in the place of an old one of its own.
    private static void RememberPages(SqliteConnection reader)
    {
        using var command = reader.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -8192; PRAGMA soft_heap_limit = 67108864";
        command.ExecuteNonQuery();
    }

    internal void TakeBack(ReadingConnection lent)
    {
        // One that is still within a transaction would show its next borrower the past.
        if (closed || lent.IsBusy || idle.Count >= MostKept || Stopwatch.GetElapsedTime(lent.OpenedAt) > LongestKept) lent.Dispose();
        else idle.Push(lent);
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryPop(out var kept)) kept.Dispose();
    }
}
