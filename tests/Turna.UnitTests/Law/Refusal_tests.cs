using System.Collections.Immutable;
using Turna.Law.Lists;
using Turna.Law.Recruitment;
using Turna.Law.Screening;
using Turna.Law.Wages;

namespace Turna.UnitTests.Law;

/// <summary>What wages, cost and screening refuse; their figures are in the shared cases.</summary>
public sealed class Refusal_tests
{
    private static readonly Agreement Hourly = new(PayUnit.Hour, 300m, null, [], [], null, null, null, null);

    [Fact]
    public void Wages_tell_all_problems_at_once()
    {
        var agreement = new Agreement(PayUnit.Piece, 0m, 25m, [32], Enum.GetValues<DayOfWeek>(), new(2025, 1, 10), 0.5m, 0.5m, -1m);
        WorkEntry[] diary =
        [
            new(new(1980, 1, 1), null, null, 0, null, null, 1m),
            new(new(2025, 1, 11), new TimeOnly(8, 0), null, 0, null, null, -1m),
            new(new(2025, 1, 2), new TimeOnly(8, 0), new TimeOnly(9, 0), 60, null, null, null),
        ];

        Problems(agreement, diary).ShouldBe([
            "agreement.rate input.rate", "agreement.hoursPerDay input.hours", "agreement.payDays input.pay-day", "agreement.restDays input.no-working-day",
            "agreement.overtimeFactor input.factor", "agreement.restDayFactor input.factor", "agreement.nightPercent input.factor",
            "diary[0].day input.day-range", "diary[1].day input.after-end", "diary[1] input.start-and-end", "diary[1].pieces input.negative",
            "diary[2].pieces input.missing", "diary[2].breakMinutes input.break-too-long",
        ]);
    }

    [Theory]
    [InlineData(12, 20, 0)]
    [InlineData(11, 59, 1)]
    public void Entries_of_the_diary_must_not_overlap(int hour, int minute, int problems) =>
        Problems(Hourly, [
            new(new(2025, 1, 9), new TimeOnly(8, 0), new TimeOnly(12, 0), 0, null, null, null),
            new(new(2025, 1, 9), new TimeOnly(hour, minute), new TimeOnly(18, 0), 0, null, null, null),
        ]).Count().ShouldBe(problems);

    [Fact]
    public void A_night_shift_must_not_run_into_the_next_entry() =>
        Problems(Hourly, [
            new(new(2025, 1, 9), new TimeOnly(22, 0), new TimeOnly(6, 0), 0, null, null, null),
            new(new(2025, 1, 10), new TimeOnly(5, 0), new TimeOnly(13, 0), 0, null, null, null),
        ]).ShouldBe(["diary[1] input.overlap"]);

    [Fact]
    public void Pay_days_must_be_given_where_no_law_sets_them() =>
        Problems(Hourly, [], "KG").ShouldBe(["agreement.payDays input.pay-days-needed"]);

    [Fact]
    public void Cost_names_codes_amounts_and_missing_rates()
    {
        var worker = new RecruitedWorker("a",
            [new CostItem("RC77", Sum(1m), null), new CostItem("RC01", Sum(-1m), null), new CostItem("RC01", Sum(2_000_000_000_000m), null)],
            [], [Sum(1m, "KGS")], Sum(1m), ImmutableSortedDictionary<string, string>.Empty);

        Problems(CostComputation.Compute([worker], "USD", [new ExchangeRate("EUR", default, 0m)], [], List("recruitment-cost-items"))).ShouldBe([
            "rates[0].rate input.rate", "workers[0].costs[0].code input.code", "workers[0].costs[1].amount input.negative",
            "workers[0].costs[2].amount input.too-large", "workers[0].deductions[0] input.no-exchange",
        ]);
    }

    [Fact]
    public void Sums_that_no_decimal_holds_are_refused()
    {
        var worker = new RecruitedWorker("a", [new CostItem("RC01", Sum(1_000_000_000_000m), null)], [], [], Sum(0.0000000000000000000000000001m), ImmutableSortedDictionary<string, string>.Empty);

        Problems(CostComputation.Compute([worker], "USD", [], [], List("recruitment-cost-items"))).ShouldBe(["workers input.too-large"]);
    }

    [Fact]
    public void Screening_refuses_unknown_codes_and_periods_that_end_before_they_begin()
    {
        var screening = new LabourScreening(List("ilo-indicators-2012"), List("icls-2018"), List("hard-to-see-2012"));

        Problems(screening.Screen([new("XX", null, null, null), new("IV9", null, new(2025, 2, 1), new(2025, 1, 1))])).ShouldBe(["indicators[0] input.code", "indicators[1].to input.ends-before"]);
    }

    private static MonthlySum Sum(decimal amount, string currency = "USD") => new(amount, currency, new DateOnly(2024, 1, 1));

    private static CodeList List(string name) => CodeList.Read(name, File.ReadAllText(Path.Combine(Content.Folder, "lists", name + ".yaml"))).List!;

    private static IEnumerable<string> Problems(Agreement agreement, IReadOnlyList<WorkEntry> diary, string jurisdiction = "RU") =>
        Problems(WageComputation.Compute(new WageQuestion(jurisdiction, "RUB", agreement, diary), Content.Law));

    private static IEnumerable<string> Problems<T>(Turna.Law.Outcome<T> outcome)
        where T : class => outcome.Problems.Select(problem => $"{problem.Subject} {problem.Code}");
}
