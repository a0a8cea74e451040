using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Vault;
using Turna.Web.Hosting;

namespace Turna.DataTests.People;

/// <summary>An organisation with two teams on a database of its own, whose members come and go with their keys.</summary>
public sealed class Office : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("turna-people-").FullName;
    private readonly Dictionary<MemberId, Actor> actors = [];
    private ServiceProvider services = null!;

    public OrganisationId Organisation { get; } = OrganisationId.New();

    public TeamId Legal { get; } = TeamId.New();

    public TeamId Shelter { get; } = TeamId.New();

    public Actor Caseworker { get; private set; } = null!;

    public Actor Desk { get; private set; } = null!;

    public Actor Protector { get; private set; } = null!;

    public Actor Supervisor { get; private set; } = null!;

    public string DatabaseFile => Path.Combine(folder, "turna.db");

    public async ValueTask InitializeAsync()
    {
        var given = new ServiceCollection();
        given.AddLogging();
        given.AddSingleton(TimeProvider.System);
        given.AddSingleton(new KeyCost(10));
        given.AddSingleton(ServerSecrets.Create(folder, demo: true));
        DataPlatform.AddServices(given, Store.InFolder(folder));
        LedgerPlatform.AddServices(given);
        VaultPlatform.AddServices(given);
        given.AddRazorPages();
        given.AddDesign();
        foreach (var room in Rooms.All)
        {
            room.AddServices(given);
            if (room is IHasEntities entities) given.AddSingleton(entities);
        }

        services = given.BuildServiceProvider();
        await DataPlatform.MigrateAsync(services, CancellationToken.None);
        await FoundAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What a request of this member does: her keys are at hand for it alone.</summary>
    public async Task<T> AsAsync<T>(Actor actor, Func<IServiceProvider, Task<T>> act, bool withKeys = true)
    {
        await using var scope = services.CreateAsyncScope();
        if (withKeys) await SignInAsync(scope.ServiceProvider, actor);
        return await act(scope.ServiceProvider);
    }

    private async Task FoundAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TurnaDb>();
        db.Add(new Organisation { Id = Organisation, Name = "Бир Дүйнө" });
        db.Add(new Team { Id = Legal, Organisation = Organisation, Name = "Legal team" });
        db.Add(new Team { Id = Shelter, Organisation = Organisation, Name = "Shelter" });
        scope.ServiceProvider.GetRequiredService<Recovery>().Create(Organisation);
        Caseworker = Hire(scope.ServiceProvider, "case", Role.Caseworker, Legal);
        Desk = Hire(scope.ServiceProvider, "desk", Role.FrontDesk, Legal);
        Protector = Hire(scope.ServiceProvider, "protect", Role.Protection, Shelter);
        Supervisor = Hire(scope.ServiceProvider, "super", Role.Supervisor, Shelter);
        Record(scope.ServiceProvider, Caseworker);
        (await db.CommitAsync(Done.It, CancellationToken.None)).Succeeded.ShouldBeTrue();
        foreach (var actor in actors.Values.ToList()) await AsAsync(actor, AdmitOthersAsync);
    }

    private Actor Hire(IServiceProvider at, string name, Role role, TeamId team)
    {
        var id = MemberId.New();
        var db = at.GetRequiredService<TurnaDb>();
        db.Add(new Member { Id = id, Organisation = Organisation, SignInName = $"{name}-{id.Value:N}", Name = name, Language = "en" });
        db.Add(new Membership { Id = Guid.CreateVersion7(), Member = id, Organisation = Organisation, Team = team, Role = role });
        at.GetRequiredService<MemberKeys>().Create(Organisation, id, "a long enough passphrase");
        return actors[id] = new Actor(id, Organisation, [new RoleGrant(role, team)]);
    }

    private async Task SignInAsync(IServiceProvider at, Actor actor)
    {
        (await at.GetRequiredService<MemberKeys>().UnlockAsync(actor.Member, "a long enough passphrase", CancellationToken.None)).ShouldBeTrue();
        if (!await at.GetRequiredService<Circles>().JoinAsync(Organisation, StaffDirectory.CirclesOf(actor), CancellationToken.None)) return;
        Record(at, actor);
        (await at.GetRequiredService<TurnaDb>().CommitAsync(Done.It, CancellationToken.None)).Succeeded.ShouldBeTrue();
    }

    private async Task<bool> AdmitOthersAsync(IServiceProvider at)
    {
        var memberships = actors.Values.SelectMany(a => StaffDirectory.CirclesOf(a).Select(c => (c, a.Member))).ToList();
        foreach (var newcomer in await at.GetRequiredService<Circles>().WaitingAsync(memberships, CancellationToken.None))
            await at.GetRequiredService<Circles>().AdmitAsync(newcomer.Circle, newcomer.Member, CancellationToken.None);
        Record(at, Caseworker);
        return (await at.GetRequiredService<TurnaDb>().CommitAsync(Done.It, CancellationToken.None)).Succeeded;
    }

    private static void Record(IServiceProvider at, Actor actor) => at.GetRequiredService<AuditLedger>().Record(actor, new Act("test.arranged", "Arranged for a test"));
}
