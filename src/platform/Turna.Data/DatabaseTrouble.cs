using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Turna.Data;

/// <summary>What whoever runs the server can mend about a database that does not open: a sentence for the terminal, in English.</summary>
public static class DatabaseTrouble
{
    /// <summary>
    /// The trouble behind a failure, also one that others have wrapped; null when it is none that a person at the terminal could mend. The sentence
    /// may name host, port, account and database, never a password.
    /// </summary>
    public static string? Sentence(Exception failure) => failure switch
    {
        SqliteException sqlite => OfSqlite(sqlite),
        PostgresException { SqlState: var state } refused when IsOfTheDoor(state) => $"PostgreSQL refuses: {refused.MessageText}",
        PostgresException => null,
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException or null } unreachable => $"PostgreSQL cannot be reached: {unreachable.Message}",
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };

    private static string? OfSqlite(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => "The file of the database is damaged, or is none; a backup brings it back.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => "The file of the database cannot be opened.",
        raw.SQLITE_READONLY => "The file of the database cannot be written.",
        raw.SQLITE_FULL => "The disk is full.",
        raw.SQLITE_IOERR => "The disk of the database fails.",
        _ => null,
    };

    // Who may come in (28), no such database (3D), too many at once (53), and a server that is starting or ending (57P).
    private static bool IsOfTheDoor(string state) =>
        state.StartsWith("28", StringComparison.Ordinal) || state.StartsWith("3D", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57P", StringComparison.Ordinal);
}
