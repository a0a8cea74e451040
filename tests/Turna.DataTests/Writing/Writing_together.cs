using Microsoft.EntityFrameworkCore;
using Shouldly;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.Testing;
using Xunit;

namespace Turna.DataTests.Writing;

/// <summary>What holds when many units of work reach the one writer at the same moment and become durable by one commit.</summary>
public abstract class Writing_together(TestOffice office)
{
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task Many_units_at_once_leave_one_ledger_without_a_gap()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var before = (await VerifyAsync()).Leaves;
        var ledger = hers.Get<AuditLedger>();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => ledger.RecordNowAsync(
            office.Organisation, office.Caseworker.Id, PeopleActs.Searched, Purposes.SearchAnswers, [Guid.CreateVersion7()], Now))));

        var after = await VerifyAsync();
        after.Falsehoods.ShouldBeEmpty();
        after.Leaves.ShouldBe(before + 300);
    }

    [Fact]
    public async Task The_same_form_sent_many_times_at_once_is_one_record_and_one_answer()
    {
        var (person, operation) = (Somebody("Асанова Гүлмира"), new OperationId(Guid.CreateVersion7()));
        var scopes = new List<MemberScope>();
        for (var i = 0; i < 6; i++) scopes.Add(await office.AsAsync(office.Caseworker));

        var answers = await Task.WhenAll(scopes.Select(scope => Task.Run(() => RegisterAsync(scope, person, operation))));

        answers.ShouldAllBe(a => a.Succeeded && a.Value == person.Id);
        (await scopes[0].Get<TurnaDbFactory>().Create().Set<Person>().CountAsync(p => p.Id == person.Id, Now)).ShouldBe(1);
        (await VerifyAsync()).Falsehoods.ShouldBeEmpty();
        foreach (var scope in scopes) await scope.DisposeAsync();
    }

    [Fact]
    public async Task A_refused_unit_takes_none_of_its_neighbours_with_it()
    {
        var taken = Somebody("Алиева Бермет");
        await using (var first = await office.AsAsync(office.Caseworker)) (await RegisterAsync(first, taken, null)).Succeeded.ShouldBeTrue();
        var people = Enumerable.Range(0, 9).Select(i => i % 3 == 1 ? taken : Somebody($"Соседова Жаркын{i}")).ToList();
        var scopes = new List<MemberScope>();
        foreach (var _ in people) scopes.Add(await office.AsAsync(office.Caseworker));

        var outcomes = await Task.WhenAll(scopes.Zip(people).Select(s => Task.Run(async () =>
        {
            try
            {
                return (await RegisterAsync(s.First, s.Second, null)).Succeeded;
            }
            catch (DbUpdateException)
            {
                return false;
            }
        })));

        outcomes.ShouldBe(people.Select(p => p != taken));
        (await VerifyAsync()).Falsehoods.ShouldBeEmpty();
        foreach (var scope in scopes) await scope.DisposeAsync();
    }

    [Fact]
    public async Task A_change_without_a_leaf_is_refused_before_it_reaches_the_writer()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var person = Somebody("Маматова Айнура");
        (await RegisterAsync(hers, person, null)).Succeeded.ShouldBeTrue();
        await using var unit = hers.Get<TurnaDbFactory>().Create();
        (await unit.Set<Person>().SingleAsync(p => p.Id == person.Id, Now)).ContentRevision++;

        await Should.ThrowAsync<InvalidOperationException>(() => unit.CommitAsync(Done.It, Now));

        (await VerifyAsync()).Falsehoods.ShouldBeEmpty();
    }

    private static async Task<Result<PersonId>> RegisterAsync(MemberScope scope, NewPerson person, OperationId? operation)
    {
        scope.Get<TurnaDb>().Operation = operation;
        return await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, Now);
    }

    private static NewPerson Somebody(string name) => new() { WholeName = name, Sex = Sex.Female, Born = PartialDate.Of(1990), Consents = [ConsentPurpose.Service] };

    private async Task<VerificationReport> VerifyAsync()
    {
        await using var anyone = await office.AsAsync(office.Supervisor);
        return await anyone.Get<Verification>().RunAsync(Now);
    }
}

public sealed class Writing_together_on_SQLite(TestOffice office) : Writing_together(office), IClassFixture<TestOffice>;

public sealed class Writing_together_on_PostgreSQL(PostgresOffice office) : Writing_together(office), IClassFixture<PostgresOffice>;
