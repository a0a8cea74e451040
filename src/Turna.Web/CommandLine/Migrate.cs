using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Ledger;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary><c>turna migrate</c>: brings the database to the schema of this version, after setting a copy aside.</summary>
internal static class Migrate
{
    public static Command Verb()
    {
        var (folder, postgres) = (Serve.Folder("data/turna"), Serve.Postgres());
        var verb = new Command("migrate", "Bring the database to the schema of this version; on SQLite a copy is set aside first.") { folder, postgres };
        verb.SetAction((parsed, cancel) => RunAsync(
            new Settings { DataFolder = parsed.GetValue(folder)!.FullName, Postgres = parsed.GetValue(postgres) }, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancel)
    {
        if (!Directory.Exists(settings.DataFolder)) throw new UsageException($"{settings.DataFolder}: no such folder");
        using var held = DataLock.Take(settings.DataFolder);
        var store = settings.Store();
        await using var schema = Schema.Of(settings);
        var waiting = await schema.WaitingAsync(cancel);
        if (waiting.Count == 0)
        {
            await Console.Out.WriteLineAsync("The database is at the newest schema.");
            return 0;
        }

        await using var host = OfflineHost.Of(settings);
        if (SetAside(store, settings) is { } copy) await Console.Out.WriteLineAsync($"Set aside: {copy}");
        await schema.ApplyAsync(cancel);
        await Secrets.CheckOriginAsync(host, cancel);
        await host.GetRequiredService<Stamping>().RunAsync(new StampedRows(), cancel);
        foreach (var migration in waiting) await Console.Out.WriteLineAsync($"Applied: {migration}");
        return 0;
    }

    private static string? SetAside(Store store, Settings settings)
    {
        if (store.DatabasePath is not { } path || !File.Exists(path)) return null;
        var stamp = settings.Clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var copy = Path.Combine(settings.DataFolder, $"turna-before-{stamp}.db");
        using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString);
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return copy;
    }
}

/// <summary>Says how far the stamping of rows has come, which takes minutes where there are many.</summary>
internal sealed class StampedRows : IProgress<long>
{
    private const long RowsBetween = 50_000;

    private long said;

    public void Report(long value)
    {
        if (value < said + RowsBetween) return;
        said = value;
        Console.Out.WriteLine($"{value} rows have their stamps.");
    }
}
