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

namespace Turna.PageTests.Data;

/// <summary>The disk refuses a commit: nothing of it was acknowledged, and the ledger goes on from what is durable.</summary>
public sealed class A_commit_that_fails
{
    [Fact]
    public async Task Is_answered_with_an_error_and_leaves_no_gap_in_the_ledger()
    {
        using var folder = new ScratchFolder();
        var settings = new Settings { DataFolder = folder.Path, Clock = new TestClock(), KeyCost = TestOffice.Cheap };
        var services = new ServiceCollection();
        var disk = new FailingDisk();
        services.AddLogging();
        services.AddSingleton<ICommitStep>(disk);
        TurnaHost.AddServices(services, settings, ServerSecrets.Create(folder.Path, demo: false));
        await using (var schema = Schema.Of(settings)) await schema.ApplyAsync(CancellationToken.None);
        await using var host = services.BuildServiceProvider();
        var member = MemberId.New();
        var organisation = OrganisationId.New();
        await host.GetRequiredService<Founding>().FoundAsync(
            new OrganisationPlan(organisation, "Office", [], [new MemberPlan(member, "admin", "Somebody", "long words of somebody", [new RoleGrant(Role.Administrator, null)])]), CancellationToken.None);
        await using var scope = host.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<AuditLedger>();
        var before = (await VerifyAsync(host)).Leaves;

        disk.IsFull = true;
        await Should.ThrowAsync<IOException>(() => RecordAsync(ledger, organisation, member));
        disk.IsFull = false;
        await RecordAsync(ledger, organisation, member);

        var after = await VerifyAsync(host);
        after.Falsehoods.ShouldBeEmpty();
        after.Leaves.ShouldBe(before + 1);
    }

    private static Task RecordAsync(AuditLedger ledger, OrganisationId organisation, MemberId member) =>
        ledger.RecordNowAsync(organisation, member, new Act("test.done", "Something was done in a test"), string.Empty, [], CancellationToken.None);

    private static async Task<VerificationReport> VerifyAsync(ServiceProvider host)
    {
        await using var scope = host.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Verification>().RunAsync(CancellationToken.None);
    }

    /// <summary>Fails as a disk does: after the rows were written, before they are durable.</summary>
    private sealed class FailingDisk : ICommitStep
    {
        public bool IsFull { get; set; }

        public void Prepare(UnitOfWork unit)
        {
        }

        public void Load(DbConnection connection, DbTransaction transaction)
        {
        }

        public void BeforeSave(UnitOfWork unit, IRowSink rows)
        {
        }

        public void AfterSave()
        {
        }

        public void AfterRefusal()
        {
        }

        public void BeforeCommit(DbConnection connection, DbTransaction transaction)
        {
            if (IsFull) throw new IOException("No space left on device.");
        }
    }
}
