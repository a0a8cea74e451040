using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Testing;
using Xunit;

namespace Turna.DataTests.Writing;

/// <summary>While units of work wait to become durable, those that read need their connections.</summary>
public sealed class Waiting_for_the_disk
{
    private static readonly Act Done = new("test.done", "Something was done in a test");

    [Fact]
    public async Task Leaves_the_connection_to_those_who_read_and_gets_one_again()
    {
        using var folder = new ScratchFolder();
        var look = new Look();
        await using var host = await A_commit_that_fails.FoundedAsync(A_commit_that_fails.SettingsOf(folder, null), look);
        var units = host.GetRequiredService<TurnaDbFactory>();
        // Whatever lies idle is taken, so that only what is left meanwhile can be lent.
        var others = Enumerable.Range(0, 32).Select(_ => units.Create()).ToList();
        await using var scope = host.CreateAsyncScope();
        var hers = scope.ServiceProvider.GetRequiredService<TurnaDb>();
        var connection = hers.Database.GetDbConnection();
        look.Units = units;

        await scope.ServiceProvider.GetRequiredService<AuditLedger>().RecordNowAsync(OrganisationId.New(), MemberId.New(), Done, string.Empty, [], CancellationToken.None);

        look.Lent.ShouldBe(connection);
        await using var next = units.Create();
        hers.Database.GetDbConnection().ShouldNotBe(next.Database.GetDbConnection(), "while she reads, it is hers alone");
        (await scope.ServiceProvider.GetRequiredService<AuditLedger>().SizeAsync(CancellationToken.None)).ShouldBeGreaterThan(0);
        foreach (var other in others) await other.DisposeAsync();
    }

    [Fact]
    public async Task Keeps_the_connection_of_which_an_answer_is_still_being_read()
    {
        using var folder = new ScratchFolder();
        var look = new Look();
        await using var host = await A_commit_that_fails.FoundedAsync(A_commit_that_fails.SettingsOf(folder, null), look);
        var units = host.GetRequiredService<TurnaDbFactory>();
        var others = Enumerable.Range(0, 32).Select(_ => units.Create()).ToList();
        await using var scope = host.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<AuditLedger>();
        var hers = scope.ServiceProvider.GetRequiredService<TurnaDb>();
        for (var i = 0; i < 3; i++) await ledger.RecordNowAsync(OrganisationId.New(), MemberId.New(), Done, string.Empty, [], CancellationToken.None);
        look.Units = units;

        var read = 0;
        await foreach (var _ in hers.Set<LeafRow>().AsNoTracking().AsAsyncEnumerable())
        {
            if (read++ == 0) await ledger.RecordNowAsync(OrganisationId.New(), MemberId.New(), Done, string.Empty, [], CancellationToken.None);
        }

        read.ShouldBeGreaterThan(2);
        look.Lent.ShouldNotBe(hers.Database.GetDbConnection());
        foreach (var other in others) await other.DisposeAsync();
    }

    /// <summary>Borrows a connection on the writer's own thread, while the unit that is being saved waits.</summary>
    private sealed class Look : ICommitStep
    {
        public TurnaDbFactory? Units { get; set; }

        public DbConnection? Lent { get; private set; }

        public void Prepare(UnitOfWork unit)
        {
        }

        public void Load(DbConnection connection, DbTransaction transaction)
        {
        }

        public void BeforeSave(UnitOfWork unit, IRowSink rows)
        {
            using var reading = Units?.Create();
            Lent = reading?.Database.GetDbConnection();
        }

        public void AfterSave()
        {
        }

        public void AfterRefusal()
        {
        }

        public void BeforeCommit(DbConnection connection, DbTransaction transaction)
        {
        }
    }
}
