using Shouldly;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;
using Turna.Testing;
using Xunit;

namespace Turna.DataTests.Reporting;

/// <summary>The list behind a number is as long as the number says, also of people who said two things on one day.</summary>
public abstract class Behind_every_number(TestOffice office)
{
    private const int Year = 2025;
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task Stand_as_many_records_as_it_counts()
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        List<TeamId> teams = [TeamId.New(), TeamId.New()];
        await KeptFacts.KeepAsync(scope, Facts(organisation, teams));
        var period = Period.Quarter(Year, 2);

        var numbers = 0;
        foreach (var breakdown in Enum.GetValues<Breakdown>())
        {
            var columns = await FactColumns.ReadAsync([db], organisation, period, new FactScope(teams, LeavesOutProtected: true), Now);
            foreach (var table in new Counting(columns, period, breakdown).Run())
            {
                foreach (var ((row, sex), count) in table.Cells)
                {
                    numbers++;
                    var behind = await new FindBehind(db).HandleAsync(new Spot(table.Measure, row, sex), breakdown, period, new FactScope(teams, LeavesOutProtected: true), organisation, Now);
                    behind.Count.ShouldBe(count.Value, $"{breakdown} {table.Measure} {row} {sex}");
                }
            }
        }

        numbers.ShouldBeGreaterThan(300);
    }

    private static List<FactRow> Facts(OrganisationId organisation, List<TeamId> teams)
    {
        var random = new Random(7);
        var people = Enumerable.Range(0, 60).Select(_ => KeptFacts.TokenOf(random)).ToList();
        string Draw(params string[] of) => of[random.Next(of.Length)];
        return [.. Enumerable.Range(0, 300).Select(_ => new FactRow
        {
            // Few days, so that many come twice on one of them.
            Id = Guid.CreateVersion7(), Organisation = organisation, Team = teams[random.Next(2)], On = new DateOnly(Year, 1 + random.Next(6), 1 + random.Next(3)),
            Kind = random.Next(8) == 0 ? FactKind.Service : random.Next(10) == 0 ? FactKind.CaseOpened : FactKind.Consultation,
            Record = KeptFacts.TokenOf(random), Person = random.Next(6) == 0 ? null : people[random.Next(people.Count)],
            Sex = (Sex)random.Next(4), AgeBand = Draw("18-24", "30-39", "unknown"), Oblast = random.Next(4) == 0 ? null : Draw("41706000000000", "41703000000000"),
            Destination = random.Next(4) == 0 ? null : Draw("RU", "KZ"), Subtype = Draw("phone", "office"), Topics = Draw("", "wages", "health wages"), Guarded = random.Next(20) == 0,
        })];
    }
}

public sealed class Behind_every_number_on_sqlite(TestOffice office) : Behind_every_number(office), IClassFixture<TestOffice>;

public sealed class Behind_every_number_on_postgres(PostgresOffice office) : Behind_every_number(office), IClassFixture<PostgresOffice>;
