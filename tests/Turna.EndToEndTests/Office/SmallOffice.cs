using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Testing;
using Turna.Vault;
using Turna.Web.CommandLine;
using Turna.Web.Demonstration;
using Turna.Web.Hosting;

namespace Turna.EndToEndTests.Office;

/// <summary>
/// The office of the demonstration, small, served by the real host over a real SQLite folder on a port of its own, and one Chromium. All
/// journeys share both; each works in a browser context of its own, with people of its own.
/// </summary>
public sealed class SmallOffice : IAsyncLifetime
{
    private const int People = 60;
    private const int Seed = 20_261_123;
    /// <summary>A busy machine is slow, not broken.</summary>
    private const int Patience = 90_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly ScratchFolder folder = new();
    private readonly HashSet<(string, long)> usedCodes = [];
    private readonly Dictionary<string, (string State, DateTimeOffset Since)> signedIn = new(StringComparer.Ordinal);
    private Dictionary<string, FoundedMember> members = null!;
    private WebApplication? app;
    private IPlaywright? playwright;

    public TestClock Clock { get; } = new();

    /// <summary>The day at the office; other journeys may have let days pass.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime.AddHours(6));

    /// <summary>Such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; private set; } = string.Empty;

    public IServiceProvider Services => app!.Services;

    /// <summary>The pages of the route table, once they were found.</summary>
    internal IReadOnlyList<EveryPage.Reached>? Pages { get; set; }

    public IBrowser Browser { get; private set; } = null!;

    public IReadOnlyList<string> RecoveryShares { get; private set; } = [];

    /// <summary>Whole names of those who came before the doors opened, the latest first, as Ayana reads them. No journey changes who is among them.</summary>
    public IReadOnlyList<string> Callers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var cancel = CancellationToken.None;
        var settings = new Settings { DataFolder = folder.Path, Port = 0, Clock = Clock, KeyCost = TestOffice.Cheap };
        var secrets = ServerSecrets.Create(folder.Path, demo: false);
        await FillAsync(settings, secrets, cancel);
        app = await TurnaHost.BuildAsync(settings, secrets, cancel);
        await app.StartAsync(cancel);
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        playwright = await Playwright.CreateAsync();
        SetDefaultExpectTimeout(Patience);
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
        });
        Callers = await ReadCallersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    /// <summary>A browser in which nobody has signed in.</summary>
    public Task<Desk> SitDownAsync(Screen screen, string language = "en") => DeskAsync(screen, language, null);

    /// <summary>A browser in which this member is signed in; she signs in by hand once and keeps her session for some tests.</summary>
    public async Task<Desk> SitDownAsync(string member, Screen screen, string language = "en")
    {
        if (!signedIn.TryGetValue(member, out var kept) || Clock.GetUtcNow() - kept.Since > Fresh)
        {
            await using var desk = await DeskAsync(Screen.DesktopWithoutScripts, language, null);
            await desk.SignInAsync(member);
            kept = (await desk.Context.StorageStateAsync(), Clock.GetUtcNow());
            signedIn[member] = kept;
        }

        return await DeskAsync(screen, language, kept.State);
    }

    /// <summary>The member signs in anew the next time.</summary>
    public void Forget(string member) => signedIn.Remove(member);

    /// <summary>A code this member has not used yet; when there is none, half a minute passes.</summary>
    public string NextCode(string member, string? secret = null)
    {
        while (!usedCodes.Add((member, Clock.GetUtcNow().ToUnixTimeSeconds() / 30))) Clock.Pass(TimeSpan.FromSeconds(30));
        return OneTimeCodes.CodeAt(secret ?? members[member].TotpSecret, Clock.GetUtcNow());
    }

    private async Task<IReadOnlyList<string>> ReadCallersAsync()
    {
        await using var desk = await SitDownAsync("ayana", Screen.DesktopWithoutScripts);
        await desk.GoAsync("/consultations");
        var names = await desk.Main.Locator("tbody td:nth-child(2)").AllInnerTextsAsync();
        return [.. names.Where(n => n.Contains(' ', StringComparison.Ordinal) && n.Split(' ').All(w => w.All(char.IsLetter))).Distinct()];
    }

    private async Task<Desk> DeskAsync(Screen screen, string language, string? state)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address, ViewportSize = screen.Size(), JavaScriptEnabled = screen.HasScripts(), Locale = language, StorageState = state, ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync([new Cookie { Name = "turna-language", Value = language, Url = Address }]);
        context.SetDefaultTimeout(Patience);
        return new Desk(this, context, await context.NewPageAsync(), screen);
    }

    // The same two years as those of ./turna demo, so that names, spellings and duplicates are those that staff will meet.
    private async Task FillAsync(Settings settings, ServerSecrets secrets, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var clock = new MovableClock(new DateTimeOffset(today.AddDays(-731).ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero));
        var past = settings with { Clock = clock };
        await using (var schema = Schema.Of(past)) await schema.ApplyAsync(cancel);
        await using var host = OfflineHost.Of(past, secrets);
        var founded = await host.GetRequiredService<Founding>().FoundAsync(DemoOffice.Plan with { Members = [.. DemoOffice.Plan.Members.Select(m => m with { Language = "en" })] }, cancel);
        RecoveryShares = founded.RecoveryShares;
        members = founded.Members.ToDictionary(m => m.SignInName, StringComparer.Ordinal);
        var draw = new Draw(Seed, Path.Combine(AppContext.BaseDirectory, "content", "demo", "names.csv"));
        await new Filling(host, clock, draw, today).RunAsync(People, DemoOffice.Desks, DemoOffice.SupervisorsDesk, null, cancel);
    }
}

/// <summary>One office and one browser for all; xunit runs the tests of a collection one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OfficeHours : ICollectionFixture<SmallOffice>
{
    public const string Name = "the small office";
}
