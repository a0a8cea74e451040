using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Turna.Data;

/// <summary>Copies a whole database into a file and back: what a backup seals.</summary>
public static class DatabaseCopy
{
    /// <summary>Writes a consistent copy while the server runs on.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL's own <c>pg_dump</c> is missing or failed.</exception>
    public static async Task WriteAsync(Store store, string file, CancellationToken cancel)
    {
        if (store.Kind == StoreKind.Postgres)
        {
            await RunAsync("pg_dump", ["--format=custom", "--no-owner", $"--file={file}"], store, cancel);
            return;
        }

        await using var source = new SqliteConnection(store.ReaderConnection);
        await source.OpenAsync(cancel);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await target.OpenAsync(cancel);
        source.BackupDatabase(target);
    }

    /// <summary>Puts a copy in the place of an empty database.</summary>
    /// <exception cref="InvalidOperationException">There is a database already, the copy is damaged, or <c>pg_restore</c> is missing or failed.</exception>
    public static async Task ReadAsync(Store store, string file, CancellationToken cancel)
    {
        if (store.Kind == StoreKind.Postgres)
        {
            await RunAsync("pg_restore", ["--no-owner", "--exit-on-error", "--single-transaction", $"--dbname={Database(store)}", file], store, cancel);
            return;
        }

        if (File.Exists(store.DatabasePath)) throw new InvalidOperationException("There is a database in this folder already.");
        await CheckAsync(file, cancel);
        File.Copy(file, store.DatabasePath!);
    }

    /// <summary>Takes away what <see cref="ReadAsync"/> has just put into a folder.</summary>
    public static void Remove(Store store)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(store.DatabasePath)!, $"{Path.GetFileName(store.DatabasePath)}*")) File.Delete(file);
    }

    private static async Task CheckAsync(string file, CancellationToken cancel)
    {
        const string Damaged = "The copy is damaged, or no backup of a database.";
        try
        {
            await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await copy.OpenAsync(cancel);
            await using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (await command.ExecuteScalarAsync(cancel) is not "ok") throw new InvalidOperationException(Damaged);
        }
        catch (SqliteException notADatabase)
        {
            throw new InvalidOperationException(Damaged, notADatabase);
        }
    }

    // Where PostgreSQL's packages put their programs, when the path does not lead there.
    private static string Find(string program) => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin", program)).FirstOrDefault(File.Exists) ?? program
        : program;

    private static string Database(Store store) => new NpgsqlConnectionStringBuilder(store.WriterConnection).Database ?? "turna";

    private static async Task RunAsync(string program, IEnumerable<string> arguments, Store store, CancellationToken cancel)
    {
        var to = new NpgsqlConnectionStringBuilder(store.WriterConnection);
        var start = new ProcessStartInfo(Find(program)) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGPASSWORD"] = to.Password;
        start.Environment["PGDATABASE"] = to.Database;
        try
        {
            using var process = Process.Start(start)!;
            var problem = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {problem.Trim()}");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is needed; it comes with PostgreSQL.", missing);
        }
    }
}
