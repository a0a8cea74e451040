using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;
using Turna.Web.Demonstration;
using Turna.Web.Hosting;

namespace Turna.Web.Proofs.Access;

/// <summary>
/// A real host on a database of its own, with two organisations, two teams and a member of every role in each, all signed in through HTTP;
/// one has lost her role, one is suspended, each with the session she had before.
/// </summary>
internal sealed class ProofOffice : IAsyncDisposable
{
    private const string Password = "cranes over the proof";
    private static readonly DateTimeOffset Beginning = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private readonly MovableClock clock;
    private readonly List<ProofBrowser> browsers = [];
    private readonly Dictionary<string, FoundedMember> founded = new(StringComparer.Ordinal);

    private ProofOffice(WebApplication app, MovableClock clock) => (this.app, this.clock) = (app, clock);

    public OrganisationId Here { get; } = OrganisationId.New();

    public OrganisationId There { get; } = OrganisationId.New();

    public TeamId Legal { get; } = TeamId.New();

    public TeamId Protecting { get; } = TeamId.New();

    public TeamId TeamThere { get; } = TeamId.New();

    public IServiceProvider Services => app.Services;

    /// <summary>Everyone who asks, by name.</summary>
    public Dictionary<string, ProofMember> Members { get; } = new(StringComparer.Ordinal);

    public static async Task<ProofOffice> OpenAsync(string folder, string? postgres, Action<IEndpointRouteBuilder> offend, CancellationToken cancel)
    {
        var moving = new MovableClock(Beginning);
        var settings = new Settings { DataFolder = folder, Postgres = postgres, Port = 0, Clock = moving, KeyCost = new KeyCost(1_000) };
        var additions = new Additions(
            services =>
            {
                services.AddSingleton<LedgerWatch>();
                services.AddSingleton<IStartupFilter>(s => s.GetRequiredService<LedgerWatch>());
                services.AddLogging(log => log.SetMinimumLevel(LogLevel.Error));
            },
            offend);
        var host = await TurnaHost.BuildAsync(settings, ServerSecrets.Create(folder, demo: false), additions, cancel);
        var office = new ProofOffice(host, moving);
        await office.FoundAsync(cancel);
        await host.StartAsync(cancel);
        await office.SignInAllAsync(cancel);
        return office;
    }

    public ProofMember this[string name] => Members[name];

    public MemberId IdOf(string name) => founded[name].Actor.Member;

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers) browser.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Takes the role from one member and suspends another, through the administrator's pages, and lets them ask with what they have left.</summary>
    public async Task PartAsync(CancellationToken cancel)
    {
        var administrator = Members["administrator"].Browser;
        var page = await administrator.GetAsync($"/members/{IdOf("removed")}", cancel);
        var membership = Between(page.Body, "name=\"membership\" value=\"", "\"");
        await ExpectRedirectAsync(administrator.PostAsync($"/members/{IdOf("removed")}?handler=Take", [new("membership", membership)], cancel));
        await ExpectRedirectAsync(administrator.PostAsync($"/members/{IdOf("suspended")}?handler=Suspend", [], cancel));
        Members["removed"] = Members["removed"] with { Actor = null };
        Members["suspended"] = Members["suspended"] with { Actor = null };
        Members["anonymous"] = new ProofMember("anonymous", null, Browse());
        clock.Pass(TimeSpan.FromSeconds(30));
        var without = founded["removed"].Actor with { Grants = [] };
        Members["removed, signed in again"] = new ProofMember("removed, signed in again", without, await SignInAsync("removed", cancel));
    }

    internal static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal);
        if (from < 0) throw new InvalidOperationException($"The page does not hold {before}");
        from += before.Length;
        return text[from..text.IndexOf(after, from, StringComparison.Ordinal)];
    }

    internal static async Task<string> ExpectRedirectAsync(Task<ProofAnswer> asked)
    {
        var answer = await asked;
        return answer.Status == HttpStatusCode.Redirect && answer.Location is { } location
            ? location
            : throw new InvalidOperationException($"The office could not be prepared: {answer.Status} {(answer.Body.Contains("error-summary", StringComparison.Ordinal) ? Between(answer.Body, "govuk-error-summary__list", "</ul>") : answer.Body[..Math.Min(300, answer.Body.Length)])}");
    }

    private async Task FoundAsync(CancellationToken cancel)
    {
        var founding = app.Services.GetRequiredService<Founding>();
        List<TeamPlan> teams = [new(Legal, "Legal team"), new(Protecting, "Protection team")];
        List<MemberPlan> members =
        [
            Plan("supervisor", new RoleGrant(Role.Supervisor, Legal)), Plan("protection supervisor", new RoleGrant(Role.Supervisor, Protecting)),
            Plan("front desk", new RoleGrant(Role.FrontDesk, Legal)), Plan("front desk elsewhere", new RoleGrant(Role.FrontDesk, Protecting)),
            Plan("caseworker", new RoleGrant(Role.Caseworker, Legal)), Plan("colleague", new RoleGrant(Role.Caseworker, Legal)), Plan("caseworker of protection", new RoleGrant(Role.Caseworker, Protecting)),
            Plan("protection", new RoleGrant(Role.Protection, Protecting)), Plan("protection colleague", new RoleGrant(Role.Protection, Protecting)), Plan("protection of legal", new RoleGrant(Role.Protection, Legal)),
            Plan("desk and supervisor", new RoleGrant(Role.FrontDesk, Legal), new RoleGrant(Role.Supervisor, Protecting)),
            Plan("analyst", new RoleGrant(Role.Analyst, null)), Plan("administrator", new RoleGrant(Role.Administrator, null)),
            Plan("removed", new RoleGrant(Role.Caseworker, Legal)), Plan("suspended", new RoleGrant(Role.Caseworker, Legal)), Plan("spare", new RoleGrant(Role.FrontDesk, Legal)),
        ];
        var here = await founding.FoundAsync(new OrganisationPlan(Here, "Proof office", teams, members), cancel);
        var there = await founding.FoundAsync(
            new OrganisationPlan(
                There, "Another office", [new(TeamThere, "Team there")],
                [
                    Plan("elsewhere", new RoleGrant(Role.Caseworker, TeamThere), new RoleGrant(Role.Protection, TeamThere), new RoleGrant(Role.Supervisor, TeamThere), new RoleGrant(Role.Administrator, null)),
                    Plan("spare there", new RoleGrant(Role.FrontDesk, TeamThere)),
                ]),
            cancel);
        foreach (var member in here.Members.Concat(there.Members)) founded[member.Name] = member;
    }

    private async Task SignInAllAsync(CancellationToken cancel)
    {
        foreach (var (name, member) in founded.Where(f => !f.Key.StartsWith("spare", StringComparison.Ordinal)))
            Members[name] = new ProofMember(name, member.Actor, await SignInAsync(name, cancel));
    }

    private async Task<ProofBrowser> SignInAsync(string name, CancellationToken cancel)
    {
        var member = founded[name];
        var browser = Browse();
        var location = await ExpectRedirectAsync(browser.PostAsync(
            "/sign-in",
            [new("Input.Name", member.SignInName), new("Input.Password", Password), new("Input.Code", OneTimeCodes.CodeAt(member.TotpSecret, clock.GetUtcNow()))], cancel));
        return location == "/" ? browser : throw new InvalidOperationException($"{name} could not sign in: {location}");
    }

    private ProofBrowser Browse()
    {
        var browser = new ProofBrowser(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        browsers.Add(browser);
        return browser;
    }

    private static MemberPlan Plan(string name, params RoleGrant[] roles) =>
        new(MemberId.New(), name.Replace(' ', '-'), name, Password, roles) { Language = "en" };
}
