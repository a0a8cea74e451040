using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Testing;

namespace Turna.ArchitectureTests;

public sealed class Tables(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Every_foreign_key_has_an_index()
    {
        await using var scope = office.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<TurnaDb>().Model;

        model.GetEntityTypes().Count().ShouldBeGreaterThan(10);
        Unindexed(model).ShouldBeEmpty();
    }

    [Fact]
    public void A_foreign_key_without_an_index_is_found()
    {
        using var db = new OffendingDb();

        Unindexed(db.Model).ShouldBe(["Child.ParentId"]);
    }

    /// <summary>A row keeps its hash and its stamp through a migration, or Turna itself would hold it to be altered.</summary>
    [Fact]
    public async Task No_migration_changes_the_hash_of_rows_that_are_there()
    {
        await using var scope = office.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TurnaDb>();
        var ledgered = db.Model.GetEntityTypes().Where(t => t.IsLedgered()).Select(t => t.GetTableName()!).ToHashSet();
        var migrations = db.GetService<IMigrationsAssembly>();
        var since = migrations.Migrations.Keys.Single(id => id.EndsWith("_RowStamps", StringComparison.Ordinal));

        ledgered.ShouldContain("people_person");
        (from migration in migrations.Migrations
         where string.CompareOrdinal(migration.Key, since) >= 0
         from change in Rehashing(migrations.CreateMigration(migration.Value, db.Database.ProviderName!).UpOperations, ledgered)
         select $"{migration.Key}: {change}").ShouldBeEmpty();
    }

    [Fact]
    public void A_migration_that_changes_the_hash_of_rows_is_found()
    {
        MigrationOperation[] changes =
        [
            new AddColumnOperation { Table = "ledgered", Name = "empty_at_first", IsNullable = true },
            new AddColumnOperation { Table = "ledgered", Name = "filled", IsNullable = false },
            new AddColumnOperation { Table = "ledgered", Name = "given", IsNullable = true, DefaultValue = 1 },
            new AddColumnOperation { Table = "other", Name = "filled", IsNullable = false },
            new RenameColumnOperation { Table = "ledgered", Name = "old", NewName = "renamed" },
            new DropColumnOperation { Table = "ledgered", Name = "dropped" },
            new RenameTableOperation { Name = "ledgered", NewName = "renamed" },
            new UpdateDataOperation { Table = "ledgered", KeyColumns = [], KeyValues = new object[0, 0], Columns = [], Values = new object[0, 0] },
        ];

        Rehashing(changes, new HashSet<string> { "ledgered" }).Count().ShouldBe(6);
    }

    private static IEnumerable<string> Rehashing(IEnumerable<MigrationOperation> changes, IReadOnlySet<string> ledgered)
    {
        foreach (var change in changes)
        {
            var (table, what) = change switch
            {
                AddColumnOperation { IsNullable: true, DefaultValue: null, DefaultValueSql: null } => (string.Empty, string.Empty),
                AddColumnOperation add => (add.Table, $"adds {add.Name}, which is not empty at first"),
                RenameColumnOperation rename => (rename.Table, $"renames {rename.Name}"),
                DropColumnOperation drop => (drop.Table, $"drops {drop.Name}"),
                RenameTableOperation rename => (rename.Name, "is renamed"),
                UpdateDataOperation update => (update.Table, "is written to"),
                _ => (string.Empty, string.Empty),
            };
            if (ledgered.Contains(table)) yield return $"{table} {what}";
        }
    }

    private static IEnumerable<string> Unindexed(IModel model) =>
        from entity in model.GetEntityTypes()
        from key in entity.GetForeignKeys()
        where !entity.GetIndexes().Any(index => index.Properties.Take(key.Properties.Count).SequenceEqual(key.Properties))
            && !entity.GetKeys().Any(own => own.Properties.Take(key.Properties.Count).SequenceEqual(key.Properties))
        select $"{entity.ClrType.Name}.{string.Join('+', key.Properties.Select(p => p.Name))}";

    private sealed class OffendingDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.Conventions.Remove<Microsoft.EntityFrameworkCore.Metadata.Conventions.ForeignKeyIndexConvention>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Parent>();
            modelBuilder.Entity<Child>().HasOne<Parent>().WithMany().HasForeignKey(c => c.ParentId);
        }
    }

    private sealed class Parent
    {
        public int Id { get; init; }
    }

    private sealed class Child
    {
        public int Id { get; init; }

        public int ParentId { get; init; }
    }
}
