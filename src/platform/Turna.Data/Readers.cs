using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Turna.Data;

/// <summary>
/// Connections that cannot write, kept open between units of work: their page caches stay warm, and opening one costs nothing. An idle one
/// holds no snapshot, so it never keeps the writer from its checkpoint. On PostgreSQL the driver's own pool does this.
/// </summary>
public sealed class Readers(Store store) : IDisposable
{
    /// <summary>Each keeps its pages in memory; more at once than this are opened for the occasion.</summary>
    private const int MostKept = 16;

    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private volatile bool closed;

    /// <summary>An open connection; null where the context opens its own.</summary>
    internal DbConnection? Lend()
    {
        if (store.Kind != StoreKind.Sqlite) return null;
        if (idle.TryTake(out var kept)) return kept;
        var fresh = new SqliteConnection(store.ReaderConnection);
        fresh.Open();
        RememberUpperPages(fresh);
        return fresh;
    }

    // Eight megabytes: the upper pages of every tree of a register of a million people. With SQLite's own two, nearly each step down a tree is a read.
    private static void RememberUpperPages(SqliteConnection reader)
    {
        using var command = reader.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -8192";
        command.ExecuteNonQuery();
    }

    internal void TakeBack(DbConnection lent)
    {
        if (closed || idle.Count >= MostKept) lent.Dispose();
        else idle.Add((SqliteConnection)lent);
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var kept)) kept.Dispose();
    }
}
