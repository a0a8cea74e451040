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
public sealed class Waiting_for_the_disk : IAsyncLifetime
{
    private static readonly Act Done = new("test.done", "Something was done in a test");

    private readonly ScratchFolder folder = new();
    private readonly Look look = new();
    private readonly List<TurnaDb> others = [];
    private ServiceProvider host = null!;
    private AsyncServiceScope scope;

    private TurnaDbFactory Units => host.GetRequiredService<TurnaDbFactory>();

    private TurnaDb Hers => scope.ServiceProvider.GetRequiredService<TurnaDb>();

    private AuditLedger Ledger => scope.ServiceProvider.GetRequiredService<AuditLedger>();

    public async ValueTask InitializeAsync()
    {
        host = await A_commit_that_fails.FoundedAsync(A_commit_that_fails.SettingsOf(folder, null), look);
        // Whatever lies idle is taken, so that only what is left meanwhile can be lent.
        others.AddRange(Enumerable.Range(0, 32).Select(_ => Units.Create()));
        scope = host.CreateAsyncScope();
        for (var i = 0; i < 3; i++) await RecordAsync();
        look.Units = Units;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var other in others) await other.DisposeAsync();
        await scope.DisposeAsync();
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Leaves_the_connection_to_those_who_read_and_gets_one_again()
    {
        var connection = Hers.Database.GetDbConnection();

        await RecordAsync();

        look.Lent.ShouldBe(connection);
        await using var next = Units.Create();
        Hers.Database.GetDbConnection().ShouldNotBe(next.Database.GetDbConnection(), "while she reads, it is hers alone");
        (await Ledger.SizeAsync(CancellationToken.None)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Keeps_the_connection_of_which_an_answer_is_still_being_read()
    {
        var read = 0;
        await foreach (var _ in Hers.Set<LeafRow>().AsNoTracking().AsAsyncEnumerable())
        {
            if (read++ == 0) await RecordAsync();
        }

        read.ShouldBeGreaterThan(2);
        look.Lent.ShouldNotBe(Hers.Database.GetDbConnection());
    }

    private Task RecordAsync() => Ledger.RecordNowAsync(OrganisationId.New(), MemberId.New(), Done, string.Empty, [], CancellationToken.None);

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
