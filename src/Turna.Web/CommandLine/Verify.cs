using System.CommandLine;
using System.Data.Common;
using Turna.Data;
using Turna.Ledger;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary><c>turna verify</c>: recomputes the ledger from the database and says what does not fit.</summary>
internal static class Verify
{
    private const int Falsified = 1;

    public static Command Verb()
    {
        var (folder, postgres) = (Serve.Folder("data/turna"), Serve.Postgres());
        var verb = new Command("verify", "Recompute the ledger against the live rows; exit 1 and name the leaf on any change.") { folder, postgres };
        verb.SetAction((parsed, cancel) => RunAsync(new Settings { DataFolder = parsed.GetValue(folder)!.FullName, Postgres = parsed.GetValue(postgres) }, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancel)
    {
        await using var host = OfflineHost.Of(settings);
        await using var scope = host.CreateAsyncScope();
        if (await ReportAsync(scope.ServiceProvider.GetRequiredService<Verification>(), cancel) is not { } report) return Falsified;
        foreach (var falsehood in report.Falsehoods)
            await Console.Error.WriteLineAsync(falsehood.Leaf is { } leaf ? $"leaf {leaf} {falsehood.What}" : falsehood.What);
        await Console.Out.WriteLineAsync($"{report.Leaves} leaves, {report.Rows} rows, root {report.Root}");
        if (report.Falsehoods.Count > 0) return Falsified;
        await Console.Out.WriteLineAsync("Everything fits.");
        return 0;
    }

    private static async Task<VerificationReport?> ReportAsync(Verification verification, CancellationToken cancel)
    {
        try
        {
            return await verification.RunAsync(cancel);
        }
        catch (DbException broken) when (DatabaseTrouble.Sentence(broken) is null)
        {
            await Console.Error.WriteLineAsync($"the database cannot be read: {broken.Message}");
            return null;
        }
    }
}
