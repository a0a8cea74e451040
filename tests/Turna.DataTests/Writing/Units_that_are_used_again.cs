using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.Testing;
using Xunit;

namespace Turna.DataTests.Writing;

/// <summary>A unit of work is used again by the next request, whom nothing of the one before reaches.</summary>
public abstract class Units_that_are_used_again(TestOffice office)
{
    private static readonly CancellationToken Now = CancellationToken.None;

    private sealed class Remark : CommitNote;

    [Fact]
    public async Task Nothing_that_was_begun_and_not_saved_is_in_the_next()
    {
        var id = await PersonAsync();
        var first = Units.Create();
        (await first.Set<Person>().SingleAsync(p => p.Id == id, Now)).ContentRevision = 77;
        first.Note(new Remark());
        (first.Operation, first.OperationScope, first.Hold) = (OperationId.New(), "somebody's", Error.Changed);
        await first.DisposeAsync();

        await using var next = await AgainAsync(first);

        next.ChangeTracker.Entries().ShouldBeEmpty();
        next.Notes.ShouldBeEmpty();
        (next.Operation, next.OperationScope, next.Hold).ShouldBe((null, string.Empty, null));
        (await next.Set<Person>().SingleAsync(p => p.Id == id, Now)).ContentRevision.ShouldNotBe(77);
    }

    [Fact]
    public async Task One_that_was_left_in_the_middle_of_an_answer_serves_the_next_all_the_same()
    {
        await PersonAsync();
        await PersonAsync();
        var first = Units.Create();
        var reading = first.Set<Person>().AsNoTracking().AsAsyncEnumerable().GetAsyncEnumerator(Now);
        (await reading.MoveNextAsync()).ShouldBeTrue();
        await first.DisposeAsync();

        await using var next = await AgainAsync(first);
        var before = await next.Set<Person>().CountAsync(Now);
        await PersonAsync();

        // Had the state of one moment been left open in it, she would not be seen.
        (await next.Set<Person>().CountAsync(Now)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Whoever_keeps_one_past_its_end_reads_nothing()
    {
        var first = Units.Create();
        await first.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => first.Set<Person>().CountAsync(Now));
    }

    [Fact]
    public async Task A_question_that_was_worked_out_answers_each_who_asks_of_her_own()
    {
        var (hers, his) = (await PersonAsync(), await PersonAsync());
        await using var scope = await office.AsAsync(office.Caseworker);
        var shelf = scope.Get<PersonShelf>();

        (await shelf.OpenAsync(hers, Purposes.HerPage, scope.Actor, Now))!.Id.ShouldBe(hers);
        (await shelf.OpenAsync(his, Purposes.HerPage, scope.Actor, Now))!.Id.ShouldBe(his);
        (await shelf.OpenAsync(PersonId.New(), Purposes.HerPage, scope.Actor, Now)).ShouldBeNull();
    }

    private TurnaDbFactory Units => office.Services.GetRequiredService<TurnaDbFactory>();

    /// <summary>The same unit, after those that wait before it.</summary>
    private async Task<TurnaDb> AgainAsync(TurnaDb ended)
    {
        var taken = new List<TurnaDb>();
        while (taken.Count == 0 || !ReferenceEquals(taken[^1], ended))
        {
            taken.Count.ShouldBeLessThan(1000, "it was not used again");
            taken.Add(Units.Create());
        }

        foreach (var other in taken[..^1]) await other.DisposeAsync();
        return ended;
    }

    private async Task<PersonId> PersonAsync()
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var person = new NewPerson { WholeName = "Асанова Гүлмира", Sex = Sex.Female, Born = PartialDate.Of(1990), Consents = [ConsentPurpose.Service] };
        return (await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, Now)).Value;
    }
}

public sealed class Units_that_are_used_again_on_SQLite(TestOffice office) : Units_that_are_used_again(office), IClassFixture<TestOffice>;

public sealed class Units_that_are_used_again_on_PostgreSQL(PostgresOffice office) : Units_that_are_used_again(office), IClassFixture<PostgresOffice>;
