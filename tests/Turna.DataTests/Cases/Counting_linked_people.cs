using Microsoft.EntityFrameworkCore;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Registering;
using Turna.People.Rights;
using Turna.Testing;
using Turna.Vault;

namespace Turna.DataTests.Cases;

/// <summary>Records linked as one person are one client in the reports, and each its own again when the link is undone.</summary>
public abstract class Counting_linked_people(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_of_links_is_one_client_and_falls_apart_where_it_is_cut()
    {
        var (a, b, c) = (await RegisterAsync(), await RegisterAsync(), await RegisterAsync());
        Guid[] hers = [await LogAsync(a), await LogAsync(b), await LogAsync(c), await LogAsync(c)];
        (await ClientsOfAsync(hers)).ShouldBe([0, 1, 2, 2]);

        await DecideAsync(c, b, TwinDecision.Linked);
        (await ClientsOfAsync(hers)).ShouldBe([0, 1, 1, 1]);
        await DecideAsync(b, a, TwinDecision.Linked);
        (await ClientsOfAsync(hers)).ShouldBe([0, 0, 0, 0]);

        var later = await LogAsync(c);
        (await ClientsOfAsync([.. hers, later])).ShouldBe([0, 0, 0, 0, 0]);

        await DecideAsync(b, c, TwinDecision.Undone);
        (await ClientsOfAsync([.. hers, later])).ShouldBe([0, 0, 1, 1, 1]);
        await DecideAsync(a, b, TwinDecision.NotSame);
        (await ClientsOfAsync([.. hers, later])).ShouldBe([0, 1, 2, 2, 2]);
    }

    [Fact]
    public async Task A_link_that_others_still_hold_together_parts_nobody()
    {
        var (a, b, c) = (await RegisterAsync(), await RegisterAsync(), await RegisterAsync());
        Guid[] hers = [await LogAsync(a), await LogAsync(b), await LogAsync(c)];
        await DecideAsync(a, b, TwinDecision.Linked);
        await DecideAsync(b, c, TwinDecision.Linked);
        await DecideAsync(a, c, TwinDecision.Linked);

        await DecideAsync(b, c, TwinDecision.Undone);

        (await ClientsOfAsync(hers)).ShouldBe([0, 0, 0]);
    }

    [Fact]
    public async Task An_anonymous_caller_stays_apart_from_everybody()
    {
        var (a, b) = (await RegisterAsync(), await RegisterAsync());
        Guid[] contacts = [await LogAsync(a), await LogAsync(null), await LogAsync(null), await LogAsync(b)];

        await DecideAsync(a, b, TwinDecision.Linked);

        (await ClientsOfAsync(contacts)).ShouldBe([0, -1, -1, 0]);
    }

    [Fact]
    public async Task Who_is_erased_keeps_her_fact_and_leaves_the_others_together()
    {
        var (a, b, c) = (await RegisterAsync(), await RegisterAsync(), await RegisterAsync());
        Guid[] hers = [await LogAsync(a), await LogAsync(b), await LogAsync(c)];
        await DecideAsync(a, b, TwinDecision.Linked);
        await DecideAsync(a, c, TwinDecision.Linked);
        await DecideAsync(b, c, TwinDecision.Linked);

        await using (var scope = await office.AsAsync(office.Supervisor))
            (await scope.Get<ErasePerson>().HandleAsync(a, ErasureReason.SheAsked, sure: true, scope.Actor, Cancel)).Error.ShouldBeNull();

        (await ClientsOfAsync(hers)).ShouldBe([0, 1, 1]);
        (await ClientsOfAsync([.. hers, await LogAsync(c)])).ShouldBe([0, 1, 1, 1]);
    }

    private async Task<PersonId> RegisterAsync()
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var person = new NewPerson { Family = "Сыдыкова", Given = "Айпери", Sex = Sex.Female };
        return (await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, Cancel)).Value;
    }

    private async Task<Guid> LogAsync(PersonId? person)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var input = new LogConsultation.Input
        {
            Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Language = "ky", Topics = ["wages"],
        };
        return (await scope.Get<LogConsultation>().HandleAsync(input, scope.Actor, Cancel)).Value.Value;
    }

    private async Task DecideAsync(PersonId one, PersonId other, TwinDecision decision)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        (await scope.Get<DecideTwin>().HandleAsync(one, other, decision, scope.Actor, Cancel)).Error.ShouldBeNull();
    }

    // Numbers the clients in the order in which they are met; −1 is nobody.
    private async Task<IReadOnlyList<int>> ClientsOfAsync(IReadOnlyList<Guid> consultations)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var seen = new List<Token>();
        var clients = new List<int>();
        foreach (var id in consultations)
        {
            var record = scope.Get<KeyVault>().FactToken(id);
            var person = (await scope.Get<TurnaDb>().Set<FactRow>().AsNoTracking().SingleAsync(f => f.Record == record, Cancel)).Person;
            if (person is { } token && !seen.Contains(token)) seen.Add(token);
            clients.Add(person is { } who ? seen.IndexOf(who) : -1);
        }

        return clients;
    }
}

public sealed class Counting_linked_people_on_sqlite(TestOffice office) : Counting_linked_people(office), IClassFixture<TestOffice>;

public sealed class Counting_linked_people_on_postgres(PostgresOffice office) : Counting_linked_people(office), IClassFixture<PostgresOffice>;
