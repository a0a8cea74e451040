using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary><c>turna serve</c>: the server for real use.</summary>
internal static class Serve
{
    private const int DefaultPort = 5080;

    public static Option<DirectoryInfo> Folder(string folder) => new("--data")
    {
        Description = "Folder of the database, the secrets and the files", DefaultValueFactory = _ => new DirectoryInfo(folder),
    };

    public static Option<int> Port() => new("--port") { Description = "Port on 127.0.0.1", DefaultValueFactory = _ => DefaultPort };

    public static Option<string?> Postgres() => new("--postgres")
    {
        Description = "Connection to PostgreSQL 15 or later instead of SQLite; by default TURNA_POSTGRES",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TURNA_POSTGRES"),
    };

    public static Command Verb()
    {
        var (folder, port, postgres) = (Folder("data/turna"), Port(), Postgres());
        var proxy = new Option<bool>("--behind-proxy") { Description = "A proxy on this machine speaks https for us and names the caller" };
        var verb = new Command("serve", "Serve an organisation.") { folder, port, postgres, proxy };
        verb.SetAction((parsed, cancel) => RunAsync(
            new Settings
            {
                DataFolder = parsed.GetValue(folder)!.FullName,
                Port = CheckPort(parsed.GetValue(port)),
                Postgres = parsed.GetValue(postgres),
                BehindProxy = parsed.GetValue(proxy),
            },
            cancel));
        return verb;
    }

    public static int CheckPort(int port) => port is >= 0 and <= 65535 ? port : throw new UsageException($"{port}: a port lies between 0 and 65535");

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancel)
    {
        // Asked before anything is made: what is refused here leaves no half of a house behind.
        var isNew = !Directory.Exists(settings.DataFolder) || !Directory.EnumerateFileSystemEntries(settings.DataFolder).Any();
        // Nor may a port that is taken be noticed only after secrets were printed that are shown once.
        if (settings.Port > 0) CheckFree(settings.Port);
        var desk = FirstStartDesk.Here();
        var plan = isNew ? FirstStart.Ask(desk) : null;
        using var held = DataLock.Take(settings.DataFolder);
        var secrets = await SecretsAsync(settings, cancel);
        await using var app = await TurnaHost.BuildAsync(settings, secrets, cancel);
        await FirstStart.FoundAsync(app.Services.GetRequiredService<Founding>(), plan, desk, cancel);
        return await RunAsync(app, cancel);
    }

    private static void CheckFree(int port)
    {
        try
        {
            using var trial = new TcpListener(IPAddress.Loopback, port);
            trial.Start();
        }
        catch (SocketException taken)
        {
            throw new UsageException($"port {port} cannot be used ({taken.Message}); choose another with --port", taken);
        }
    }

    // New secrets beside a database that has lost its own would only stand in the way of the kit.
    private static async Task<ServerSecrets> SecretsAsync(Settings settings, CancellationToken cancel)
    {
        if (!ServerSecrets.AreIn(settings.DataFolder))
        {
            await using var schema = Schema.Of(settings);
            if (!await schema.IsNewAsync(cancel)) return Secrets.Existing(settings.DataFolder);
        }

        return Secrets.OfFolder(settings.DataFolder, demo: false);
    }

    /// <summary>Serves until the process is asked to end.</summary>
    public static async Task<int> RunAsync(WebApplication app, CancellationToken cancel)
    {
        if (!Vault.KeyVault.IsSealing) throw new UsageException("this build does not seal: it is the control of a proof and serves nobody");
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken)
        {
            throw new UsageException(taken.Message, taken);
        }

        using var told = ServerAddress.Tell(app.Services.GetRequiredService<Settings>().DataFolder, app.Urls.First());
        await Console.Out.WriteLineAsync($"Turna answers at {app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
