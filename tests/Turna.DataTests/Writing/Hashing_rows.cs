using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Turna.Ledger;
using Turna.Testing;
using Xunit;

namespace Turna.DataTests.Writing;

/// <summary>The same table as an earlier and a later version of Turna know it.</summary>
public sealed class Hashing_rows(TestOffice office) : IClassFixture<TestOffice>, IDisposable
{
    private readonly ShelfDb<Earlier> earlier = new();
    private readonly ShelfDb<Later> later = new();
    private readonly RowHashing hashing = office.Services.GetRequiredService<RowHashing>();

    [Fact]
    public void A_column_that_came_later_changes_nothing_while_it_is_empty() =>
        hashing.Hash(later.Row, new Later { Id = 7, Name = "Айнура" }).ShouldBe(hashing.Hash(earlier.Row, new Earlier { Id = 7, Name = "Айнура" }));

    [Fact]
    public void What_stands_in_it_is_part_of_the_row()
    {
        var empty = hashing.Hash(later.Row, new Later { Id = 7, Name = "Айнура" });
        hashing.Hash(later.Row, new Later { Id = 7, Name = "Айнура", Note = string.Empty }).ShouldNotBe(empty);
        hashing.Hash(later.Row, new Later { Id = 7, Name = "Айнура", Note = "x" }).ShouldNotBe(hashing.Hash(later.Row, new Later { Id = 7, Name = "Айнура", Nick = "x" }));
    }

    [Fact]
    public void Leaves_of_the_first_version_tell_of_empty_columns()
    {
        var row = new Later { Id = 7, Name = "Айнура" };
        hashing.HashAsIn(1, later.Row, row).ShouldNotBe(hashing.Hash(later.Row, row));
        hashing.HashAsIn(2, later.Row, row).ShouldBe(hashing.Hash(later.Row, row));
    }

    public void Dispose()
    {
        earlier.Dispose();
        later.Dispose();
    }

    private sealed class ShelfDb<T> : DbContext
        where T : class
    {
        public IEntityType Row => Model.FindEntityType(typeof(T))!;

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<T>().ToTable("shelf");
    }

    private sealed class Earlier
    {
        public int Id { get; init; }

        public string? Name { get; init; }
    }

    private sealed class Later
    {
        public int Id { get; init; }

        public string? Name { get; init; }

        public string? Nick { get; init; }

        public string? Note { get; init; }
    }
}
