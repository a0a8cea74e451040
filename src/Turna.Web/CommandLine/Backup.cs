using System.CommandLine;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary>
/// <c>turna backup</c>, <c>turna restore</c> and <c>turna secrets</c>: the database in one encrypted file, and apart from it the server's secrets
/// in another. A restore on another machine needs both.
/// </summary>
internal static class Backup
{
    private const int ShortestPassphrase = 12;

    public static Command BackUp()
    {
        var (file, folder, postgres) = (FileArgument(), Serve.Folder("data/turna"), Serve.Postgres());
        var verb = new Command("backup", "Write the database into one encrypted file. The passphrase comes from TURNA_PASSPHRASE or is asked.") { file, folder, postgres };
        verb.SetAction((parsed, cancel) => WriteAsync(SettingsOf(parsed.GetValue(folder)!, parsed.GetValue(postgres)), parsed.GetValue(file)!, cancel));
        return verb;
    }

    public static Command Restore()
    {
        var (file, folder, postgres) = (FileArgument(), Serve.Folder("data/turna"), Serve.Postgres());
        var verb = new Command("restore", "Put a backup in the place of an empty database.") { file, folder, postgres };
        verb.SetAction((parsed, cancel) => ReadAsync(SettingsOf(parsed.GetValue(folder)!, parsed.GetValue(postgres)), parsed.GetValue(file)!, cancel));
        return verb;
    }

    public static Command SecretsKit()
    {
        var (file, folder) = (FileArgument(), Serve.Folder("data/turna"));
        var export = new Command("export", "Write the server's secrets into an encrypted kit; keep it apart from every backup.") { file, folder };
        export.SetAction((parsed, cancel) => ExportAsync(parsed.GetValue(folder)!.FullName, parsed.GetValue(file)!, cancel));
        var import = new Command("import", "Take the secrets from a kit, on a machine that has none.") { file, folder };
        import.SetAction((parsed, cancel) => ImportAsync(parsed.GetValue(folder)!.FullName, parsed.GetValue(file)!, cancel));
        return new Command("secrets", "The kit of the server's secrets.") { export, import };
    }

    private static Argument<FileInfo> FileArgument() => new("file") { Description = "The encrypted file" };

    private static Settings SettingsOf(DirectoryInfo folder, string? postgres) => new() { DataFolder = folder.FullName, Postgres = postgres };

    private static async Task<int> WriteAsync(Settings settings, FileInfo file, CancellationToken cancel)
    {
        if (!Directory.Exists(settings.DataFolder)) throw new UsageException($"{settings.DataFolder}: holds no data");
        var store = settings.Store();
        if (store.DatabasePath is { } path && !File.Exists(path)) throw new UsageException($"{settings.DataFolder}: holds no data");
        if (file.Exists) throw new UsageException($"{file}: exists already");
        var passphrase = Passphrase();
        await MendableAsync(() => WithCopyAsync(async copy =>
        {
            await DatabaseCopy.WriteAsync(store, copy, cancel);
            await SealIntoAsync(file, passphrase, new FileStream(copy, FileMode.Open, FileAccess.Read), cancel);
        }));
        await Console.Out.WriteLineAsync($"{file}: {file.Length} bytes. It opens with the passphrase; to use it, the kit of the server's secrets is needed as well.");
        return 0;
    }

    private static async Task<int> ReadAsync(Settings settings, FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists) throw new UsageException($"{file}: no such file");
        _ = Secrets.Existing(settings.DataFolder);
        using var held = DataLock.Take(settings.DataFolder);
        await MendableAsync(() => WithCopyAsync(async copy =>
        {
            await using (var target = OwnersFile.Write(copy, FileMode.CreateNew)) await OpenFromAsync(file, Passphrase(), target, cancel);
            await DatabaseCopy.ReadAsync(settings.Store(), copy, cancel);
        }));
        await using (var schema = Schema.Of(settings)) await schema.ApplyAsync(cancel);
        await using var host = OfflineHost.Of(settings);
        await CheckOriginAsync(host, settings, cancel);
        await host.GetRequiredService<Stamping>().RunAsync(new StampedRows(), cancel);
        await using var scope = host.CreateAsyncScope();
        var erased = await scope.ServiceProvider.GetRequiredService<ErasureReplay>().RunAsync(cancel);
        if (erased > 0) await Console.Out.WriteLineAsync($"{erased} erasures that the backup did not know of were repeated.");
        await scope.ServiceProvider.GetRequiredService<Sessions>().EndAllAsync(cancel);
        await Console.Out.WriteLineAsync("Sessions of the time of the backup are ended. Recovery codes that were used since then would be taken again: let members make new ones.");
        await Console.Out.WriteLineAsync("Restored. Run ./turna verify before you open the doors.");
        return 0;
    }

    // Whose database it is can be told from inside only: what was just put there goes again. A server's database stays, and the sentence says what it needs.
    private static async Task CheckOriginAsync(ServiceProvider host, Settings settings, CancellationToken cancel)
    {
        try
        {
            await Secrets.CheckOriginAsync(host, cancel);
        }
        catch (UsageException)
        {
            if (settings.Postgres is null) DatabaseCopy.Remove(settings.Store());
            throw;
        }
    }

    private static Task<int> ExportAsync(string folder, FileInfo file, CancellationToken cancel) => MendableAsync(async () =>
    {
        if (file.Exists) throw new UsageException($"{file}: exists already");
        var secrets = Secrets.Existing(folder);
        await SealIntoAsync(file, Passphrase(), new MemoryStream(secrets.Export()), cancel);
    });

    // The secrets stand in the clear in memory alone, not in a scratch file that a crash leaves behind.
    private static Task<int> ImportAsync(string folder, FileInfo file, CancellationToken cancel) => MendableAsync(async () =>
    {
        using var kit = new MemoryStream();
        await OpenFromAsync(file, Passphrase(), kit, cancel);
        ServerSecrets.Import(folder, kit.ToArray());
    });

    private static async Task SealIntoAsync(FileInfo file, string passphrase, Stream source, CancellationToken cancel)
    {
        await using (source)
        await using (var target = OwnersFile.Write(file.FullName, FileMode.CreateNew))
        {
            await SealedFile.SealAsync(source, target, passphrase, OfflineHost.FileCost, cancel);
            target.Flush(flushToDisk: true);
        }

        file.Refresh();
    }

    private static async Task OpenFromAsync(FileInfo file, string passphrase, Stream target, CancellationToken cancel)
    {
        if (!file.Exists) throw new UsageException($"{file}: no such file");
        await using var source = file.OpenRead();
        await SealedFile.OpenAsync(source, target, passphrase, cancel);
    }

    /// <summary>Gives the work a scratch file that only the owner can read, and removes it whatever happens.</summary>
    private static async Task WithCopyAsync(Func<string, Task> work)
    {
        var scratch = Directory.CreateTempSubdirectory("turna-copy-");
        try
        {
            await work(Path.Combine(scratch.FullName, "copy"));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<int> MendableAsync(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Exception mendable) when (mendable is SealBrokenException or InvalidOperationException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException(mendable.Message, mendable);
        }
    }

    private static string Passphrase()
    {
        var given = Environment.GetEnvironmentVariable("TURNA_PASSPHRASE");
        if (given is null)
        {
            Console.Error.Write("Passphrase: ");
            given = Console.ReadLine();
        }

        return given?.Length >= ShortestPassphrase ? given : throw new UsageException($"a passphrase has at least {ShortestPassphrase} characters");
    }
}
