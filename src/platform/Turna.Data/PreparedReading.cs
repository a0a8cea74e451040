using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Turna.Data;

/// <summary>
/// A connection that cannot write and keeps its statements prepared: SQLite parses and plans each query once, not once for each request.
/// It serves one unit of work at a time.
/// </summary>
internal sealed class ReadingConnection(string connection) : SqliteConnection(connection)
{
    /// <summary>More than all pages ask; lists of unusual lengths have texts of their own and are not to fill the memory.</summary>
    private const int MostKept = 256;

    private readonly Dictionary<string, PreparedCommand> idle = new(StringComparer.Ordinal);
    private bool closing;
    private int beingRead;

    /// <summary>Whether Entity Framework is still reading an answer from it, or it shows the state of one moment. Commands made beside it are not seen.</summary>
    public bool IsBusy => beingRead > 0 || (Handle is { } handle && raw.sqlite3_get_autocommit(handle) == 0);

    /// <summary>By <see cref="Stopwatch"/>.</summary>
    public long OpenedAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>A command of this text: prepared, if one was asked before and is not being read just now.</summary>
    public PreparedCommand Take(string text)
    {
        beingRead++;
        if (idle.Remove(text, out var kept))
        {
            kept.IsOut = true;
            return kept;
        }

#pragma warning disable CA2100 // Entity Framework's own text, with its parameters beside it.
        return new PreparedCommand(this) { CommandText = text, IsOut = true };
#pragma warning restore CA2100
    }

    /// <summary>False when the command is not wanted again.</summary>
    public bool TakeBack(PreparedCommand command)
    {
        beingRead--;
        if (closing || idle.Count >= MostKept) return false;
        return idle.TryAdd(command.CommandText, command);
    }

    /// <summary>True for one that lies ready for the next who asks.</summary>
    public bool Keeps(PreparedCommand command) => !closing && idle.TryGetValue(command.CommandText, out var kept) && ReferenceEquals(kept, command);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            closing = true;
            foreach (var command in idle.Values) command.Dispose();
            idle.Clear();
        }

        base.Dispose(disposing);
    }
}

/// <summary>A command that goes back to its connection instead of being disposed of.</summary>
internal sealed class PreparedCommand : SqliteCommand
{
    private readonly ReadingConnection home;

    public PreparedCommand(ReadingConnection home)
        : base(null, home) => this.home = home;

    /// <summary>Taken, and not yet given back.</summary>
    public bool IsOut { get; set; }

    protected override void Dispose(bool disposing)
    {
        if (disposing && IsOut)
        {
            IsOut = false;
            Parameters.Clear();
            if (home.TakeBack(this)) return;
        }
        else if (disposing && home.Keeps(this))
        {
            return;
        }

        base.Dispose(disposing);
    }
}

/// <summary>Has Entity Framework read by the prepared commands of a <see cref="ReadingConnection"/>.</summary>
internal sealed class PreparedReading : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection: ReadingConnection home } fresh) return result;
        var prepared = home.Take(fresh.CommandText);
        prepared.Transaction = fresh.Transaction;
        prepared.CommandTimeout = fresh.CommandTimeout;
        foreach (SqliteParameter parameter in fresh.Parameters) prepared.Parameters.Add(parameter);
        fresh.Dispose();
        return prepared;
    }
}
