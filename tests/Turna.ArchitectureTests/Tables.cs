using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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
