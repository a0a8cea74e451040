using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;
using Turna.Web.Hosting;
using Xunit;

namespace Turna.Testing;

/// <summary>
/// A whole server on a real SQLite file (or PostgreSQL) in a scratch folder, listening on a port of its own, with two organisations and a
/// member of each role, whose keys have been passed on. Use it as a class fixture; each test signs in with a browser of its own.
/// </summary>
public class TestOffice : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private readonly HashSet<(MemberId, long)> usedCodes = [];
    private readonly ConcurrentBag<TestBrowser> opened = [];
    private readonly Lock signingIn = new();
    private WebApplication? app;

    /// <summary>Cheap to derive: the tests sign in thousands of times.</summary>
    public static KeyCost Cheap { get; } = new(1_000);

    public TestClock Clock { get; } = new();

    public string DataFolder => folder.Path;

    /// <summary>Address of the server, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    public OrganisationId Organisation { get; } = OrganisationId.New();

    public OrganisationId OtherOrganisation { get; } = OrganisationId.New();

    public TeamId LegalTeam { get; } = TeamId.New();

    public TeamId ProtectionTeam { get; } = TeamId.New();

    public TeamId TeamElsewhere { get; } = TeamId.New();

    public IReadOnlyList<string> RecoveryShares { get; private set; } = [];

    /// <summary>Front desk of the legal team.</summary>
    public TestMember FrontDesk { get; private set; } = null!;

    /// <summary>Caseworker of the legal team.</summary>
    public TestMember Caseworker { get; private set; } = null!;

    /// <summary>Another caseworker of the legal team.</summary>
    public TestMember Colleague { get; private set; } = null!;

    /// <summary>Member of the protection team.</summary>
    public TestMember Protection { get; private set; } = null!;

    /// <summary>Another member of the protection team.</summary>
    public TestMember ProtectionColleague { get; private set; } = null!;

    /// <summary>Caseworker of the protection team only: to the legal team's cases she is a member of another team.</summary>
    public TestMember OtherTeam { get; private set; } = null!;

    /// <summary>Supervisor of the legal team.</summary>
    public TestMember Supervisor { get; private set; } = null!;

    /// <summary>Supervisor of the protection team.</summary>
    public TestMember ProtectionSupervisor { get; private set; } = null!;

    public TestMember Analyst { get; private set; } = null!;

    public TestMember Administrator { get; private set; } = null!;

    /// <summary>Caseworker, supervisor and administrator at once, in the other organisation.</summary>
    public TestMember Elsewhere { get; private set; } = null!;

    /// <summary>All members of the first organisation and the one elsewhere.</summary>
    public IReadOnlyList<TestMember> Members =>
        [FrontDesk, Caseworker, Colleague, Protection, ProtectionColleague, OtherTeam, Supervisor, ProtectionSupervisor, Analyst, Administrator, Elsewhere];

    /// <summary>A PostgreSQL connection in a subclass that tests there; null keeps SQLite.</summary>
    protected virtual ValueTask<string?> PostgresAsync() => new((string?)null);

    /// <summary>A new, empty database beside that of the office, as the command line is told of it; none on SQLite.</summary>
    public virtual Task<string?> AnotherDatabaseAsync() => Task.FromResult<string?>(null);

    public virtual async ValueTask InitializeAsync()
    {
        var cancel = CancellationToken.None;
        var settings = new Settings { DataFolder = folder.Path, Port = 0, Clock = Clock, KeyCost = Cheap, Postgres = await PostgresAsync() };
        app = await TurnaHost.BuildAsync(settings, ServerSecrets.Create(folder.Path, demo: false), cancel);
        await FoundAsync(cancel);
        await app.StartAsync(cancel);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var browser in opened) browser.Dispose();
        if (app is not null) await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    /// <summary>A browser that nobody has signed in with; closed with the office.</summary>
    public TestBrowser Open()
    {
        var browser = new TestBrowser(Address);
        opened.Add(browser);
        return browser;
    }

    /// <summary>A browser in which the member has signed in with password and code, over HTTP.</summary>
    public async Task<TestBrowser> SignInAsync(TestMember member)
    {
        var browser = Open();
        var page = await browser.GetAsync("/sign-in");
        var answer = await page.SubmitAsync(("Input.Name", member.SignInName), ("Input.Password", member.Password), ("Input.Code", NextCode(member)));
        if (answer.Path == "/sign-in") throw new InvalidOperationException($"{member.SignInName} could not sign in: {answer.Text}");
        return browser;
    }

    /// <summary>
    /// A code that this member has not used. When the one of this half minute was used already, half a minute passes.
    /// </summary>
    public string NextCode(TestMember member)
    {
        lock (signingIn)
        {
            while (!usedCodes.Add((member.Id, Clock.GetUtcNow().ToUnixTimeSeconds() / 30))) Clock.Pass(TimeSpan.FromSeconds(30));
            return OneTimeCodes.CodeAt(member.TotpSecret, Clock.GetUtcNow());
        }
    }

    /// <summary>
    /// A scope in which the member's keys are open and she is the <see cref="Visitor"/>, as in a request of hers, to prepare records through the
    /// real use cases: <c>await using var hers = await office.AsAsync(office.Caseworker);</c>
    /// </summary>
    public async Task<MemberScope> AsAsync(TestMember member)
    {
        var scope = await Services.GetRequiredService<Founding>().OpenAsync(member.Id, member.Password, CancellationToken.None);
        return new MemberScope(scope, scope.ServiceProvider.GetRequiredService<Visitor>().Actor);
    }

    private async Task FoundAsync(CancellationToken cancel)
    {
        var founding = Services.GetRequiredService<Founding>();
        var here = await founding.FoundAsync(
            new OrganisationPlan(
                Organisation, "Test office", [new TeamPlan(LegalTeam, "Legal team"), new TeamPlan(ProtectionTeam, "Protection team")],
                [
                    Plan("supervisor", Role.Supervisor, LegalTeam), Plan("protection-supervisor", Role.Supervisor, ProtectionTeam),
                    Plan("front-desk", Role.FrontDesk, LegalTeam), Plan("caseworker", Role.Caseworker, LegalTeam), Plan("colleague", Role.Caseworker, LegalTeam),
                    Plan("protection", Role.Protection, ProtectionTeam), Plan("protection-colleague", Role.Protection, ProtectionTeam),
                    Plan("other-team", Role.Caseworker, ProtectionTeam), Plan("analyst", Role.Analyst, null), Plan("administrator", Role.Administrator, null),
                ]),
            cancel);
        var there = await founding.FoundAsync(
            new OrganisationPlan(
                OtherOrganisation, "Another organisation", [new TeamPlan(TeamElsewhere, "Team elsewhere")],
                [
                    Plan("elsewhere", new RoleGrant(Role.Caseworker, TeamElsewhere), new RoleGrant(Role.Supervisor, TeamElsewhere), new RoleGrant(Role.Administrator, null)),
                ]),
            cancel);
        RecoveryShares = here.RecoveryShares;
        var members = here.Members.Concat(there.Members).Select(TestMember.Of).ToDictionary(m => m.SignInName);
        (Supervisor, ProtectionSupervisor, FrontDesk) = (members["supervisor"], members["protection-supervisor"], members["front-desk"]);
        (Caseworker, Colleague, OtherTeam) = (members["caseworker"], members["colleague"], members["other-team"]);
        (Protection, ProtectionColleague) = (members["protection"], members["protection-colleague"]);
        (Analyst, Administrator, Elsewhere) = (members["analyst"], members["administrator"], members["elsewhere"]);
    }

    private static MemberPlan Plan(string name, Role role, TeamId? team) => Plan(name, new RoleGrant(role, team));

    private static MemberPlan Plan(string name, params RoleGrant[] roles) =>
        new(MemberId.New(), name, $"{char.ToUpperInvariant(name[0])}{name[1..]} Testova", $"long words of {name}", roles) { Language = "en" };
}

/// <summary>A member of the test office with everything she signs in with.</summary>
public sealed record TestMember(Actor Actor, string SignInName, string Name, string Password, string TotpSecret, IReadOnlyList<string> RecoveryCodes)
{
    public MemberId Id => Actor.Member;

    public static TestMember Of(FoundedMember founded) =>
        new(founded.Actor, founded.SignInName, founded.Name, founded.Password, founded.TotpSecret, founded.RecoveryCodes);
}

/// <summary>The services of one request of a member, without a browser.</summary>
public sealed class MemberScope(AsyncServiceScope scope, Actor actor) : IAsyncDisposable
{
    public Actor Actor => actor;

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Something that is not itself a service, such as the model of a page, made of services.</summary>
    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(scope.ServiceProvider);

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
