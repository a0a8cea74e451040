using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Testing;
using Turna.Web.Hosting;
using Xunit;

namespace Turna.DataTests.Writing;

/// <summary>What goes wrong on the writer: nothing of it is acknowledged, nobody else suffers, and the ledger goes on from what is durable.</summary>
public sealed class A_commit_that_fails
{
    private static readonly Act Done = new("test.done", "Something was done in a test");

    [Fact]
    public async Task Is_answered_with_an_error_and_leaves_no_gap_in_the_ledger()
    {
        using var folder = new ScratchFolder();
        var fault = new Fault();
        await using var host = await FoundedAsync(SettingsOf(folder, null), fault);
        var before = (await VerifyAsync(host)).Leaves;

        fault.DiskIsFull = true;
        await Should.ThrowAsync<IOException>(() => RecordAsync(host));
        fault.DiskIsFull = false;
        await RecordAsync(host);

        var after = await VerifyAsync(host);
        after.Falsehoods.ShouldBeEmpty();
        after.Leaves.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Of_one_caller_does_not_hurt_those_who_are_saved_with_it()
    {
        using var folder = new ScratchFolder();
        var fault = new Fault();
        await using var host = await FoundedAsync(SettingsOf(folder, null), fault);
        var before = (await VerifyAsync(host)).Leaves;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            try
            {
                // Longer than any writer needs: were it gone, everybody would wait for ever.
                await RecordAsync(host, i % 10 == 3 ? Fault.Purpose : string.Empty).WaitAsync(TimeSpan.FromSeconds(30));
                return true;
            }
            catch (FormatException)
            {
                return false;
            }
        })));

        outcomes.ShouldBe(Enumerable.Range(0, 60).Select(i => i % 10 != 3));
        var after = await VerifyAsync(host);
        after.Falsehoods.ShouldBeEmpty();
        after.Leaves.ShouldBe(before + 54);
    }

    [Fact]
    public async Task On_one_node_is_not_taken_for_what_another_node_wrote()
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        var database = await server.NewDatabaseAsync() ?? throw new InvalidOperationException("PostgreSQL (initdb, postgres) is not installed.");
        using var folder = new ScratchFolder();
        var fault = new Fault();
        await using var one = await FoundedAsync(SettingsOf(folder, database), fault);
        await using var other = HostOf(SettingsOf(folder, database), ServerSecrets.Load(folder.Path)!, new Fault());

        fault.DiskIsFull = true;
        await Should.ThrowAsync<IOException>(() => RecordAsync(one));
        fault.DiskIsFull = false;
        await RecordAsync(other);
        await RecordAsync(one);

        (await VerifyAsync(one)).Falsehoods.ShouldBeEmpty();
    }

    internal static Settings SettingsOf(ScratchFolder folder, string? postgres) =>
        new() { DataFolder = folder.Path, Clock = new TestClock(), KeyCost = TestOffice.Cheap, Postgres = postgres };

    private static ServiceProvider HostOf(Settings settings, ServerSecrets secrets, ICommitStep step)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        TurnaHost.AddServices(services, settings, secrets);
        services.AddSingleton(step);
        return services.BuildServiceProvider();
    }

    internal static async Task<ServiceProvider> FoundedAsync(Settings settings, ICommitStep step)
    {
        await using (var schema = Schema.Of(settings)) await schema.ApplyAsync(CancellationToken.None);
        var host = HostOf(settings, ServerSecrets.Create(settings.DataFolder, demo: false), step);
        await host.GetRequiredService<Founding>().FoundAsync(
            new OrganisationPlan(
                OrganisationId.New(), "Office", [], [new MemberPlan(MemberId.New(), "admin", "Somebody", "long words of somebody", [new RoleGrant(Role.Administrator, null)])]),
            CancellationToken.None);
        return host;
    }

    private static async Task RecordAsync(ServiceProvider host, string purpose = "")
    {
        await using var scope = host.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditLedger>().RecordNowAsync(OrganisationId.New(), MemberId.New(), Done, purpose, [], CancellationToken.None);
    }

    private static async Task<VerificationReport> VerifyAsync(ServiceProvider host)
    {
        await using var scope = host.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Verification>().RunAsync(CancellationToken.None);
    }

    /// <summary>The last step of the writer. Fails as a disk does, after the rows were written and before they are durable, or for one unit alone.</summary>
    private sealed class Fault : ICommitStep
    {
        public const string Purpose = "this one fails";

        public bool DiskIsFull { get; set; }

        public void Prepare(UnitOfWork unit)
        {
        }

        public void Load(DbConnection connection, DbTransaction transaction)
        {
        }

        public void BeforeSave(UnitOfWork unit, IRowSink rows)
        {
            if (unit.Notes.OfType<LeafDraft>().Any(d => d.Purpose == Purpose)) throw new FormatException("This cannot be written.");
        }

        public void AfterSave()
        {
        }

        public void AfterRefusal()
        {
        }

        public void BeforeCommit(DbConnection connection, DbTransaction transaction)
        {
            if (DiskIsFull) throw new IOException("No space left on device.");
        }
    }
}
