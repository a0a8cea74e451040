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

    // Nobody else takes units of this one.
    private readonly TurnaDbFactory units = Factory(office.Services);

    private sealed class Remark : CommitNote;

    [Fact]
    public async Task Nothing_that_was_begun_and_not_saved_is_in_the_next()
    {
        var id = await PersonAsync();
        var first = units.Create();
        (await first.Set<Person>().SingleAsync(p => p.Id == id, Now)).ContentRevision = 77;
        first.Note(new Remark());
        (first.Operation, first.OperationScope, first.Hold) = (OperationId.New(), "somebody's", Error.Changed);
        await first.DisposeAsync();

        await using var next = units.Create();

        next.ShouldBeSameAs(first);
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
        var first = units.Create();
        var reading = first.Set<Person>().AsNoTracking().AsAsyncEnumerable().GetAsyncEnumerator(Now);
        (await reading.MoveNextAsync()).ShouldBeTrue();
        await first.DisposeAsync();

        await using var next = units.Create();
        next.ShouldBeSameAs(first);
        var before = await next.Set<Person>().CountAsync(Now);
        await PersonAsync();

        // Had the state of one moment been left open in it, she would not be seen.
        (await next.Set<Person>().CountAsync(Now)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Whoever_keeps_one_past_its_end_reads_nothing()
    {
        var first = units.Create();
        await first.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => first.Set<Person>().CountAsync(Now));
    }

    [Fact]
    public async Task What_is_written_into_one_past_its_end_reaches_nobody()
    {
        var first = units.Create();
        await first.DisposeAsync();
        first.Note(new Remark());
        (first.Operation, first.Hold) = (OperationId.New(), Error.Changed);

        await using var next = units.Create();

        next.ShouldBeSameAs(first);
        next.Notes.ShouldBeEmpty();
        (next.Operation, next.Hold).ShouldBe((null, null));
    }

    [Fact]
    public async Task One_that_has_saved_reads_what_it_saved_and_serves_the_next()
    {
        var first = units.Create();
        (first.Operation, first.OperationScope) = (OperationId.New(), "a form");
        (await first.CommitAsync("saved", Now)).Value.ShouldBe("saved");
        (await first.AnsweredAsync<string>(Now))!.Value.ShouldBe("saved");
        await first.DisposeAsync();

        await using var next = units.Create();

        next.ShouldBeSameAs(first);
        next.ChangeTracker.Entries().ShouldBeEmpty();
        (await next.AnsweredAsync<string>(Now)).ShouldBeNull();
        (await next.Set<Person>().CountAsync(Now)).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task Two_at_work_have_each_a_connection_of_its_own()
    {
        await using var one = units.Create();
        await using var other = units.Create();

        one.Database.GetDbConnection().ShouldNotBeSameAs(other.Database.GetDbConnection());
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

    private static TurnaDbFactory Factory(IServiceProvider services) => new(
        services.GetRequiredService<Store>(), services.GetRequiredService<TurnaModel>(), services.GetRequiredService<Writer>(), services.GetRequiredService<Readers>());

    private async Task<PersonId> PersonAsync()
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var person = new NewPerson { WholeName = "Асанова Гүлмира", Sex = Sex.Female, Born = PartialDate.Of(1990), Consents = [ConsentPurpose.Service] };
        return (await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, Now)).Value;
    }
}

public sealed class Units_that_are_used_again_on_SQLite(TestOffice office) : Units_that_are_used_again(office), IClassFixture<TestOffice>;

public sealed class Units_that_are_used_again_on_PostgreSQL(PostgresOffice office) : Units_that_are_used_again(office), IClassFixture<PostgresOffice>;
