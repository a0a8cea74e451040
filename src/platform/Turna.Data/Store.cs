using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Turna.Data;

/// <summary>Which database keeps the records.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Where the records are: a folder with an SQLite file, or a PostgreSQL database. Requests read through <see cref="Readers"/>,
/// whose connections cannot write; everything is written by the one <see cref="Writer"/>.
/// </summary>
public sealed class Store
{
    private const string DatabaseFile = "turna.db";
    private const string ReadOnlySession = "-c default_transaction_read_only=on";

    private Store(StoreKind kind, string readers, string writers, string? path)
    {
        Kind = kind;
        ReaderConnection = readers;
        WriterConnection = writers;
        DatabasePath = path;
        Readers = Options(readers);
        Writers = Options(writers);
    }

    public StoreKind Kind { get; }

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? DatabasePath { get; }

    /// <summary>Options of contexts that only read.</summary>
    public DbContextOptions<TurnaDb> Readers { get; }

    /// <summary>Options of the contexts that migrate and restore.</summary>
    public DbContextOptions<TurnaDb> Writers { get; }

    internal string ReaderConnection { get; }

    internal string WriterConnection { get; }

    /// <summary>An SQLite database in a folder; the folder is made when missing.</summary>
    public static Store InFolder(string folder)
    {
        Arenas.Limit();
        Directory.CreateDirectory(folder);
        var path = Path.Combine(Path.GetFullPath(folder), DatabaseFile);
        var writers = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = true, DefaultTimeout = 30 };
        var readers = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30 };
        return new Store(StoreKind.Sqlite, readers.ConnectionString, writers.ConnectionString, path);
    }

    /// <summary>A PostgreSQL database, version 15 or later.</summary>
    public static Store OnPostgres(string connection)
    {
        var writers = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "turna writer" };
        var readers = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "turna", Options = ReadOnlySession };
        return new Store(StoreKind.Postgres, readers.ConnectionString, writers.ConnectionString, null);
    }

    /// <summary>A connection for one unit of work, pooled and not yet open; it cannot write.</summary>
    internal DbConnection NewReader() => Kind == StoreKind.Sqlite ? new SqliteConnection(ReaderConnection) : new NpgsqlConnection(ReaderConnection);

    private DbContextOptions<TurnaDb> Options(string connection)
    {
        var builder = new DbContextOptionsBuilder<TurnaDb>();
        _ = Kind switch
        {
            StoreKind.Sqlite => builder.UseSqlite(connection, o => o.MigrationsAssembly("Turna.Data.Sqlite")).AddInterceptors(new PreparedReading()),
            _ => builder.UseNpgsql(connection, o => o.MigrationsAssembly("Turna.Data.Postgres")),
        };
        builder.ReplaceService<IModelCacheKeyFactory, TurnaDb.OneModelForEachStore>();
        // A unit of work belongs to one request, which awaits each of its steps.
        builder.EnableThreadSafetyChecks(false);
        return builder.Options;
    }
}
