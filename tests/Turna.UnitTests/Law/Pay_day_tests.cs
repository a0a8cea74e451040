using Turna.Law.Wages;

namespace Turna.UnitTests.Law;

/// <summary>
/// When wages of October 2025 are due. In Russia at least every half-month, at the latest 15 days after the period, on the eve if that is a day off,
/// and on the last day of work; in Kazakhstan monthly within ten days; the Kyrgyz pack leaves it to the agreement.
/// </summary>
public sealed class Pay_day_tests
{
    private static readonly Agreement Hourly = new(PayUnit.Hour, 300m, null, [10, 25], [], null, null, null, null);

    /// <summary>25 October is a Saturday, its eve Friday the 24th; 10 November is a Monday.</summary>
    [Theory]
    [InlineData(1, "2025-10-1", "2025-10-24")]
    [InlineData(15, "2025-10-1", "2025-10-24")]
    [InlineData(16, "2025-10-2", "2025-11-10")]
    [InlineData(31, "2025-10-2", "2025-11-10")]
    public void Halves_of_the_month_are_paid_on_the_next_pay_day(int day, string id, string due) => Dues("RU", Hourly, day).ShouldBe([(id, due, null)]);

    /// <summary>The law's last day for the first half is 30 October; agreed is the 30th, which is no later, or the 31st, which is.</summary>
    [Theory]
    [InlineData(30, "2025-10-30", null)]
    [InlineData(31, "2025-10-30", "RU-136")]
    public void The_law_sets_the_day_only_where_the_agreed_one_is_later(int agreed, string due, string? rule)
    {
        var agreement = Hourly with { PayDays = [10, agreed] };

        Dues("RU", agreement, 15).ShouldBe([("2025-10-1", due, rule)]);
        Rules("RU", agreement, 15).Contains("RU-136").ShouldBe(rule is not null);
    }

    [Fact]
    public void One_pay_day_pays_the_whole_month() =>
        Dues("RU", Hourly with { PayDays = [10] }, 1, 31).ShouldBe([("2025-10", "2025-11-10", null)]);

    [Fact]
    public void Pay_days_may_stand_in_any_order_and_twice() => Dues("RU", Hourly with { PayDays = [25, 10, 25] }, 1).ShouldBe([("2025-10-1", "2025-10-24", null)]);

    /// <summary>No 31 November: the 30th, a Sunday, and its eve Friday the 28th; later than the law's 15 November, a Saturday, whose eve is the 14th.</summary>
    [Fact]
    public void A_day_the_month_does_not_have_is_its_last()
    {
        Dues("KG", Hourly with { PayDays = [31] }, 1).ShouldBe([("2025-10", "2025-11-30", null)]);
        Dues("RU", Hourly with { PayDays = [31] }, 1).ShouldBe([("2025-10", "2025-11-14", "RU-136")]);
    }

    [Fact]
    public void Without_agreed_days_the_law_says_how_often()
    {
        Dues("RU", Hourly with { PayDays = [] }, 1, 16).ShouldBe([("2025-10-1", "2025-10-30", "RU-136"), ("2025-10-2", "2025-11-14", "RU-136")]);
        Dues("KZ", Hourly with { PayDays = [] }, 1, 16).ShouldBe([("2025-10", "2025-11-10", "KZ-113-1")]);
    }

    /// <summary>Saturday 25 October stays what was agreed: the pack holds no rule that moves it.</summary>
    [Fact]
    public void Where_no_law_moves_a_pay_day_it_stays() => Dues("KG", Hourly, 1).ShouldBe([("2025-10-1", "2025-10-25", null)]);

    [Theory]
    [InlineData("2025-10-23", "2025-10-23", "RU-140")]
    [InlineData("2025-10-24", "2025-10-24", null)]
    [InlineData("2025-10-31", "2025-10-24", null)]
    public void What_is_not_yet_paid_is_due_on_the_last_day_of_work(string ended, string due, string? rule)
    {
        var agreement = Hourly with { Ended = DateOnly.Parse(ended, null) };

        Dues("RU", agreement, 1).ShouldBe([("2025-10-1", due, rule)]);
        Rules("RU", agreement, 1).Contains("RU-140").ShouldBe(rule is not null);
    }

    [Fact]
    public void Where_no_law_on_the_last_pay_is_known_the_agreed_day_stays() =>
        Dues("KG", Hourly with { Ended = new(2025, 10, 2) }, 1).ShouldBe([("2025-10-1", "2025-10-25", null)]);

    [Theory]
    [InlineData("2025-10-01", 0)]
    [InlineData("2025-09-30", 1)]
    public void The_last_day_of_work_may_be_worked_and_no_later(string ended, int problems) =>
        Refused(Hourly with { Ended = DateOnly.Parse(ended, null) }, Day(1)).Count().ShouldBe(problems);

    [Fact]
    public void What_is_just_allowed_is_allowed()
    {
        Refused(new Agreement(PayUnit.Piece, 1_000_000_000m, 0.25m, [1, 31], [], null, 1m, 1m, 0m), Day(1) with { Pieces = 1_000_000_000m }).ShouldBeEmpty();
        Refused(new Agreement(PayUnit.Piece, 0.01m, 24m, [1, 31], [], null, 100m, 100m, 10_000m), Day(1) with { Pieces = 0m }).ShouldBeEmpty();
        Refused(Hourly, Day(1) with { Day = new(1990, 1, 1) }).ShouldBeEmpty();
        Refused(Hourly, Day(1) with { Day = new(2199, 12, 31) }).ShouldBeEmpty();
        Refused(Hourly, Day(1), Day(1) with { Start = new(16, 0), End = new(17, 0) }).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_just_too_much_or_too_little_is_refused()
    {
        Refused(new Agreement(PayUnit.Piece, 1_000_000_000.01m, 0.24m, [0], [], null, 0.99m, 100.01m, 10_000.01m), Day(1) with { Pieces = 1_000_000_000.01m }).ShouldBe([
            "agreement.rate input.rate", "agreement.hoursPerDay input.hours", "agreement.payDays input.pay-day", "agreement.overtimeFactor input.factor",
            "agreement.restDayFactor input.factor", "agreement.nightPercent input.factor", "diary[0].pieces input.negative",
        ]);
        Refused(new Agreement(PayUnit.Hour, 1m, 24.01m, [32], [], null, 100.01m, 0.99m, -0.01m), Day(1) with { Day = new(2200, 1, 1) }).ShouldBe([
            "agreement.hoursPerDay input.hours", "agreement.payDays input.pay-day", "agreement.overtimeFactor input.factor",
            "agreement.restDayFactor input.factor", "agreement.nightPercent input.factor", "diary[0].day input.day-range",
        ]);
    }

    [Theory]
    [InlineData(479, 0)]
    [InlineData(480, 1)]
    public void A_break_is_shorter_than_the_work(int minutes, int problems) => Refused(Hourly, Day(1) with { BreakMinutes = minutes }).Count().ShouldBe(problems);

    private static WorkEntry Day(int day) => new(new(2025, 10, day), new TimeOnly(8, 0), new TimeOnly(16, 0), 0, null, null, null);

    private static WageResult Compute(string jurisdiction, Agreement agreement, params int[] days) =>
        WageComputation.Compute(new WageQuestion(jurisdiction, "RUB", agreement, [.. days.Select(Day)]), Content.Law).Value!;

    private static IEnumerable<(string Id, string Day, string? Rule)> Dues(string jurisdiction, Agreement agreement, params int[] days) =>
        Compute(jurisdiction, agreement, days).Dues.Select(due => (due.Id, due.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), due.Rule?.Id));

    private static IEnumerable<string> Rules(string jurisdiction, Agreement agreement, params int[] days) => Compute(jurisdiction, agreement, days).Rules.Select(rule => rule.Id);

    private static IEnumerable<string> Refused(Agreement agreement, params WorkEntry[] diary) =>
        WageComputation.Compute(new WageQuestion("RU", "RUB", agreement, diary), Content.Law).Problems.Select(problem => $"{problem.Subject} {problem.Code}");
}
