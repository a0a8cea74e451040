using Microsoft.EntityFrameworkCore;
using Shouldly;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;
using Turna.Testing;
using Xunit;

namespace Turna.DataTests.Reporting;

/// <summary>A large report is read by several at once, and is of one moment all the same.</summary>
public abstract class Reading_one_state(TestOffice office)
{
    private const int Year = 2025;
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task Nobody_sees_what_is_written_after_the_first_has_looked()
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var organisation = OrganisationId.New();
        await KeptFacts.KeepAsync(scope, Somebodies(organisation, 20, seed: 1));

        await using var state = await SameState.OpenAsync(scope.Get<TurnaDbFactory>(), 3, Now);
        var before = await state.Units[0].Set<FactRow>().CountAsync(f => f.Organisation == organisation, Now);
        await KeptFacts.KeepAsync(scope, Somebodies(organisation, 7, seed: 2));

        state.Units.Count.ShouldBe(3);
        before.ShouldBe(20);
        foreach (var unit in state.Units) (await unit.Set<FactRow>().CountAsync(f => f.Organisation == organisation, Now)).ShouldBe(20);
        await using var later = await SameState.OpenAsync(scope.Get<TurnaDbFactory>(), 2, Now);
        foreach (var unit in later.Units) (await unit.Set<FactRow>().CountAsync(f => f.Organisation == organisation, Now)).ShouldBe(27);
    }

    [Fact]
    public async Task All_see_the_same_while_somebody_writes_on_and_on()
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        await using var writing = await office.AsAsync(office.Supervisor);
        var organisation = OrganisationId.New();
        var factory = scope.Get<TurnaDbFactory>();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; i < 150; i++) await KeptFacts.KeepAsync(writing, Somebodies(organisation, 2, seed: i));
        }, Now);

        var states = new List<int>();
        for (var more = true; more; states.Add(states.Count))
        {
            more = !writer.IsCompleted;
            await using var state = await SameState.OpenAsync(factory, 4, Now);
            var seen = new List<int>();
            foreach (var unit in state.Units) seen.Add(await unit.Set<FactRow>().CountAsync(f => f.Organisation == organisation, Now));
            seen.Distinct().ShouldHaveSingleItem();
        }

        await writer;
        states.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_connection_that_goes_back_sees_the_newest_state_again()
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var organisation = OrganisationId.New();
        var factory = scope.Get<TurnaDbFactory>();
        await using (await SameState.OpenAsync(factory, 3, Now))
        {
        }

        await KeptFacts.KeepAsync(scope, Somebodies(organisation, 4, seed: 5));

        for (var i = 0; i < 20; i++)
        {
            await using var unit = factory.Create();
            (await unit.Set<FactRow>().CountAsync(f => f.Organisation == organisation, Now)).ShouldBe(4);
        }
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_door_open_for_others()
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var factory = scope.Get<TurnaDbFactory>();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        for (var i = 0; i < 10; i++) await Should.ThrowAsync<OperationCanceledException>(() => SameState.OpenAsync(factory, 2, gone.Token));

        var together = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            await using var state = await SameState.OpenAsync(factory, 4, Now).WaitAsync(TimeSpan.FromSeconds(60), Now);
            return await state.Units[^1].Set<FactRow>().CountAsync(Now);
        }));

        together.Length.ShouldBe(30);
    }

    /// <summary>Somebody who came in two years, twice in one and under other words: whoever reads which month, she is one client, returning, and what she said last.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Several_readers_count_what_one_would(int readers)
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var organisation = OrganisationId.New();
        var facts = Somebodies(organisation, 400, seed: 6);
        await KeptFacts.KeepAsync(scope, facts);
        await using var state = await SameState.OpenAsync(scope.Get<TurnaDbFactory>(), readers, Now);

        var columns = await FactColumns.ReadAsync(state.Units, organisation, Period.Year(Year), new FactScope(null, LeavesOutProtected: false), Now);

        var within = facts.Where(f => f.On.Year == Year).ToList();
        columns.Facts.Length.ShouldBe(within.Count);
        columns.OfNobody.Length.ShouldBe(within.Count(f => f.Person is null));
        var people = within.Where(f => f.Person is not null).GroupBy(f => f.Person).ToList();
        columns.PersonCount.ShouldBe(people.Count);
        var counted = new Counting(columns, Period.Year(Year), Breakdown.Oblast).Run();
        int Count(Measure measure, string row, string sex) => counted.Single(t => t.Measure == measure).Cells.TryGetValue((row, sex), out var count) ? count.Value : 0;
        Count(Measure.Clients, ReportTable.All, ReportTable.All).ShouldBe(people.Count);
        Count(Measure.ReturningClients, ReportTable.All, ReportTable.All).ShouldBe(people.Count(p => facts.Any(f => f.Person == p.Key && f.On.Year < Year)));
        foreach (var oblast in facts.Select(f => f.Oblast).OfType<string>().Distinct())
        {
            Count(Measure.Clients, oblast, "F").ShouldBe(people.Count(p => p.OrderBy(f => f.On).Last() is var last && last.Oblast == oblast && last.Sex == Sex.Female));
            Count(Measure.Consultations, oblast, ReportTable.All).ShouldBe(within.Count(f => f.Oblast == oblast));
        }
    }

    private static List<FactRow> Somebodies(OrganisationId organisation, int count, int seed)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, 1 + (count / 3)).Select(_ => KeptFacts.TokenOf(random)).ToList();
        var facts = Enumerable.Range(0, count).Select(_ => new FactRow
        {
            Id = Guid.CreateVersion7(), Organisation = organisation, Team = TeamId.New(), Kind = FactKind.Consultation,
            On = new DateOnly(Year, 12, 31).AddDays(-random.Next(700)), Record = KeptFacts.TokenOf(random), Person = random.Next(6) == 0 ? null : people[random.Next(people.Count)],
            Sex = random.Next(2) == 0 ? Sex.Female : Sex.Male, AgeBand = "30-39", Oblast = random.Next(2) == 0 ? "41706000000000" : "41703000000000", Destination = "RU", Topics = "wages",
        });
        // Her last day must be one, or which of two words of a day counts would have to be told here as well.
        return [.. facts.GroupBy(f => (f.Person, f.On)).SelectMany(same => same.Key.Person is null ? same : same.Take(1))];
    }
}

public sealed class Reading_one_state_on_sqlite(TestOffice office) : Reading_one_state(office), IClassFixture<TestOffice>;

public sealed class Reading_one_state_on_postgres(PostgresOffice office) : Reading_one_state(office), IClassFixture<PostgresOffice>;
