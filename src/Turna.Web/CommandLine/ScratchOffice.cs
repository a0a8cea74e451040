using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary>A house of one office in a scratch folder, with one caseworker whose keys are open; gone when disposed of.</summary>
internal sealed class ScratchOffice : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ServiceProvider house;
    private readonly AsyncServiceScope scope;

    private ScratchOffice(DirectoryInfo folder, ServiceProvider house, AsyncServiceScope scope, Actor actor) =>
        (this.folder, this.house, this.scope, Actor) = (folder, house, scope, actor);

    /// <summary>The services of the caseworker's request.</summary>
    public IServiceProvider Services => scope.ServiceProvider;

    public Actor Actor { get; }

    public static async Task<ScratchOffice> OpenAsync(CancellationToken cancel)
    {
        var made = Directory.CreateTempSubdirectory("turna-names-");
        var settings = new Settings { DataFolder = made.FullName, Port = 0, Clock = TimeProvider.System, KeyCost = new KeyCost(1_000) };
        var services = OfflineHost.Of(settings, ServerSecrets.Create(made.FullName, demo: false));
        await using (var schema = Schema.Of(settings)) await schema.ApplyAsync(cancel);

        var team = new TeamPlan(TeamId.New(), "Scratch");
        var caseworker = new MemberPlan(MemberId.New(), "scratch", "Scratch", "words that open nothing else", [new RoleGrant(Role.Caseworker, team.Id)]);
        var founding = services.GetRequiredService<Founding>();
        var office = await founding.FoundAsync(new OrganisationPlan(OrganisationId.New(), "Scratch", [team], [caseworker]), cancel);
        var request = await founding.OpenAsync(caseworker.Id, caseworker.Password, cancel);
        return new ScratchOffice(made, services, request, office.Members[0].Actor);
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await house.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
