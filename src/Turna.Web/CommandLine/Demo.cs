using System.CommandLine;
using Turna.Members.Contracts;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary><c>turna demo</c>: an organisation of made-up people with known sign-ins.</summary>
internal static class Demo
{
    public static Command Verb()
    {
        var (folder, port, postgres) = (Serve.Folder("data/demo"), Serve.Port(), Serve.Postgres());
        var fresh = new Option<bool>("--fresh") { Description = "Begin anew: what the demonstration's folder holds is deleted" };
        var verb = new Command("demo", "Serve a demonstration with made-up people.") { folder, port, postgres, fresh };
        verb.SetAction((parsed, cancel) => RunAsync(
            new Settings
            {
                DataFolder = parsed.GetValue(folder)!.FullName,
                Port = Serve.CheckPort(parsed.GetValue(port)),
                Postgres = parsed.GetValue(postgres),
                Demo = true,
            },
            parsed.GetValue(fresh),
            cancel));
        return verb;
    }

    private static async Task<int> RunAsync(Settings settings, bool fresh, CancellationToken cancel)
    {
        using var held = DataLock.Take(settings.DataFolder);
        var secrets = Secrets.OfFolder(settings.DataFolder, demo: true);
        if (fresh) Empty(settings);
        await using var app = await TurnaHost.BuildAsync(settings, secrets, cancel);
        var founding = app.Services.GetRequiredService<Founding>();
        if (!await founding.IsDoneAsync(cancel))
        {
            await Console.Out.WriteLineAsync("Setting up the demonstration …");
            await founding.FoundAsync(DemoOffice.Plan, cancel);
        }

        await PrintSignInsAsync(settings.Clock);
        return await Serve.RunAsync(app, cancel);
    }

    /// <summary>Deletes the demonstration's database; its secrets say that it is one.</summary>
    private static void Empty(Settings settings)
    {
        foreach (var file in Directory.EnumerateFiles(settings.DataFolder, "turna.db*")) File.Delete(file);
    }

    private static async Task PrintSignInsAsync(TimeProvider clock)
    {
        await Console.Out.WriteLineAsync("Sign-ins (the codes that are right now stand on the sign-in page):");
        foreach (var one in DemoOffice.SignIns(clock).All)
            await Console.Out.WriteLineAsync($"  {one.SignInName,-12} {one.Password}   {one.Who}");
    }
}
