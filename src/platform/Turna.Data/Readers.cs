using System.Collections.Concurrent;
using System.Diagnostics;
using SQLitePCL;

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
        // One megabyte of pages: each commit of the writer makes it forget them, so more are seldom filled, except by whoever goes through a whole table,
        // and what was once filled stays in memory.
        raw.sqlite3_exec(fresh.Handle, "PRAGMA cache_size = -1024");
        return fresh;
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
