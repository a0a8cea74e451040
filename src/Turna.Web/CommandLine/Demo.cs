using System.CommandLine;
using System.Globalization;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Web.Demonstration;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary><c>turna demo</c>: an organisation of made-up people with known sign-ins.</summary>
internal static class Demo
{
    private const string FilledMark = "demo.filled";
    private const int Seed = 20_261_123;

    public static Command Verb()
    {
        var (folder, port, postgres) = (Serve.Folder("data/demo"), Serve.Port(), Serve.Postgres());
        var fresh = new Option<bool>("--fresh") { Description = "Begin anew: what the demonstration's folder holds is deleted" };
        var people = new Option<int>("--people") { Description = "How many people to make up", DefaultValueFactory = _ => 5_000 };
        var verb = new Command("demo", "Serve a demonstration with made-up people.") { folder, port, postgres, people, fresh };
        verb.SetAction((parsed, cancel) => RunAsync(
            new Settings
            {
                DataFolder = parsed.GetValue(folder)!.FullName,
                Port = Serve.CheckPort(parsed.GetValue(port)),
                Postgres = parsed.GetValue(postgres),
                Demo = true,
            },
            CheckPeople(parsed.GetValue(people)),
            parsed.GetValue(fresh),
            cancel));
        return verb;
    }

    private static int CheckPeople(int people) => people is >= 10 and <= 1_000_000 ? people : throw new UsageException($"{people}: make up between 10 and 1000000 people");

    private static async Task<int> RunAsync(Settings settings, int people, bool fresh, CancellationToken cancel)
    {
        using var held = DataLock.Take(settings.DataFolder);
        var secrets = Secrets.OfFolder(settings.DataFolder, demo: true);
        var filled = new FileInfo(Path.Combine(settings.DataFolder, FilledMark));
        if (await IsToFillAsync(settings, secrets, filled, fresh, cancel))
        {
            filled.Delete();
            await FillAsync(settings, secrets, people, new Shown(people), cancel);
            await Console.Out.WriteLineAsync();
            await File.WriteAllTextAsync(filled.FullName, people.ToString(CultureInfo.InvariantCulture), cancel);
        }

        await using var app = await TurnaHost.BuildAsync(settings, secrets, cancel);
        await PrintSignInsAsync(settings.Clock);
        return await Serve.RunAsync(app, cancel);
    }

    /// <summary>Founds the made-up office, lets two years pass in it, and returns the names and telephones that were made up.</summary>
    internal static async Task<IReadOnlyList<string>> FillAsync(Settings settings, ServerSecrets secrets, int people, IProgress<double>? progress, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(settings.Clock.GetUtcNow().UtcDateTime);
        var clock = new MovableClock(new DateTimeOffset(today.AddDays(-731).ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero));
        var past = settings with { Clock = clock };
        await using (var schema = Schema.Of(past)) await schema.ApplyAsync(cancel);
        await using var host = OfflineHost.Of(past, secrets);
        await host.GetRequiredService<Founding>().FoundAsync(DemoOffice.Plan, cancel);
        var draw = new Draw(Seed, Path.Combine(AppContext.BaseDirectory, "content", "demo", "names.csv"));
        var filling = new Filling(host, clock, draw, today);
        await filling.RunAsync(people, DemoOffice.Desks, DemoOffice.SupervisorsDesk, progress, cancel);
        return filling.MadeUp;
    }

    // The file of the demonstration is deleted where it is to be made anew: its secrets say what it is. A database on a server is emptied by whoever made it.
    private static async Task<bool> IsToFillAsync(Settings settings, ServerSecrets secrets, FileInfo filled, bool fresh, CancellationToken cancel)
    {
        if (settings.Postgres is not null)
        {
            var hasOffice = await HasOfficeAsync(settings, secrets, cancel);
            if (hasOffice && (fresh || !filled.Exists)) throw new UsageException("the PostgreSQL database holds an office already, and is not emptied from here: give the demonstration an empty database");
            return !hasOffice;
        }

        var files = Directory.GetFiles(settings.DataFolder, "turna.db*");
        if (!fresh && filled.Exists && files.Length > 0) return false;
        foreach (var file in files) File.Delete(file);
        return true;
    }

    private static async Task<bool> HasOfficeAsync(Settings settings, ServerSecrets secrets, CancellationToken cancel)
    {
        await using (var schema = Schema.Of(settings))
        {
            if (await schema.IsNewAsync(cancel)) return false;
        }

        await using var host = OfflineHost.Of(settings, secrets);
        return await host.GetRequiredService<Founding>().IsDoneAsync(cancel);
    }

    /// <summary>Progress on the terminal, each percent once.</summary>
    private sealed class Shown(int people) : IProgress<double>
    {
        private int last = -1;

        public void Report(double value)
        {
            var percent = (int)(value * 100);
            if (percent == last || (Console.IsOutputRedirected && percent % 10 != 0)) return;
            last = percent;
            var line = $"Setting up {people} people and two years of their questions: {percent} %";
            if (Console.IsOutputRedirected) Console.WriteLine(line);
            else Console.Write($"\r{line}");
        }
    }

    private static async Task PrintSignInsAsync(TimeProvider clock)
    {
        await Console.Out.WriteLineAsync("Sign-ins (the codes that are right now stand on the sign-in page):");
        foreach (var one in DemoOffice.SignIns(clock).All)
            await Console.Out.WriteLineAsync($"  {one.SignInName,-12} {one.Password}   {one.Who}");
    }
}
