using System.CommandLine;
using System.CommandLine.Parsing;
using Npgsql;
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
        Validators = { CheckConnection },
    };

    private static void CheckConnection(OptionResult option)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(option.GetValueOrDefault<string?>());
        }
        catch (ArgumentException)
        {
            option.AddError("--postgres: this is no connection to PostgreSQL, such as Host=…;Database=…;Username=…");
        }
    }

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
        var plan = isNew ? FirstStart.Ask(Console.In, Console.Out) : null;
        using var held = DataLock.Take(settings.DataFolder);
        var secrets = Secrets.OfFolder(settings.DataFolder, demo: false);
        await using var app = await TurnaHost.BuildAsync(settings, secrets, cancel);
        await FirstStart.FoundAsync(app.Services.GetRequiredService<Founding>(), plan, Console.In, Console.Out, cancel);
        return await RunAsync(app, cancel);
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
