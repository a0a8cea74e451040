using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace Turna.Testing;

/// <summary>
/// A PostgreSQL server of its own in a scratch folder: made by initdb, listening on a port of 127.0.0.1, ended by its process id. Each test
/// class takes a database of its own. Where the process runs as root, the server runs as the account <c>postgres</c> or <c>nobody</c>.
/// Without PostgreSQL the tests fail where TURNA_POSTGRES_TESTS is "required" (in CI) and are skipped elsewhere.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private readonly string? programs = FindPrograms();
    private Process? server;
    private int port;
    private int databases;

    public static bool IsRequired => Environment.GetEnvironmentVariable("TURNA_POSTGRES_TESTS") == "required";

    private string DataFolder => Path.Combine(folder.Path, "data");

    public async ValueTask InitializeAsync()
    {
        if (programs is null)
        {
            if (IsRequired) throw new InvalidOperationException("PostgreSQL (initdb, postgres) was not found, and TURNA_POSTGRES_TESTS asks for it.");
            return;
        }

        if (Environment.IsPrivilegedProcess) await RunAsync("chown", ServerAccount(), folder.Path);
        await RunAsUserAsync("initdb", "-D", DataFolder, "-U", "turna", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
        port = FreePort();
        server = Start(
            "postgres", "-D", DataFolder, "-p", port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", folder.Path,
            "-c", "max_connections=100", "-c", "fsync=off", "-c", "full_page_writes=off");
        await WaitAsync();
    }

    /// <summary>Connection to a new, empty database; null where there is no PostgreSQL, and the test is to be skipped.</summary>
    public async Task<string?> NewDatabaseAsync()
    {
        if (server is null) return null;
        var name = $"turna{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            // The first line of postmaster.pid is the process id; the one we started may be the wrapper that changed the account.
            var id = (await File.ReadAllLinesAsync(Path.Combine(DataFolder, "postmaster.pid")))[0];
            await RunAsync("kill", "-QUIT", id);
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder.Dispose();
    }

    private string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = port, Database = database, Username = "turna", MaxPoolSize = 40,
    }.ConnectionString;

    private async Task WaitAsync()
    {
        // The server says in its own log when it is ready.
        while (await server!.StandardError.ReadLineAsync() is { } line)
        {
            if (!line.Contains("database system is ready to accept connections", StringComparison.Ordinal)) continue;
            _ = server.StandardError.ReadToEndAsync();
            return;
        }

        throw new InvalidOperationException("PostgreSQL did not start.");
    }

    private async Task RunAsUserAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {error} {await output}");
    }

    private Process Start(string program, params string[] arguments)
    {
        var path = Path.Combine(programs!, program);
        return Environment.IsPrivilegedProcess
            ? Launch("setpriv", ["--reuid", ServerAccount(), "--regid", ServerAccount(), "--clear-groups", path, .. arguments])
            : Launch(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Launch(program, arguments);
        await process.WaitForExitAsync();
    }

    private static Process Launch(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.WorkingDirectory = Path.GetTempPath();
        return Process.Start(start)!;
    }

    private static string ServerAccount() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "65534";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindPrograms()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return installed.Concat(onPath).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
