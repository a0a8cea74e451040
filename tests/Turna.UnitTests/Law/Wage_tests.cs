using Turna.Law;
using Turna.Law.Packs;
using Turna.Law.Wages;

namespace Turna.UnitTests.Law;

/// <summary>
/// Wages by hand. October 2025 begins on a Wednesday, has 23 working days and no holiday: 184 hours of eight a day.
/// Russia: 1.5 for the first two hours of overtime, then 2; rest days 2; 20 % at night from 22 to 6. Kyrgyzstan's pack has none of these.
/// </summary>
public sealed class Wage_tests
{
    private static readonly Agreement Hourly = new(PayUnit.Hour, 300m, null, [10, 25], [], null, null, null, null);

    [Fact]
    public void Eight_hours_are_one_line_and_ten_are_two()
    {
        Lines(Hourly, Day(1, 8, 16)).ShouldBe([(PayKind.Regular, 8m, 1m, 2400m)]);
        Lines(Hourly, Day(1, 8, 18)).ShouldBe([(PayKind.Regular, 8m, 1m, 2400m), (PayKind.OvertimeFirst, 2m, 1.5m, 900m)]);
        Lines(Hourly, Day(1, 8, 19)).ShouldBe([(PayKind.Regular, 8m, 1m, 2400m), (PayKind.OvertimeFirst, 2m, 1.5m, 900m), (PayKind.OvertimeThen, 1m, 2m, 600m)]);
    }

    [Fact]
    public void Two_spans_of_a_day_are_added() =>
        Lines(Hourly, Day(1, 13, 18), Day(1, 8, 12)).ShouldBe([(PayKind.Regular, 8m, 1m, 2400m), (PayKind.OvertimeFirst, 1m, 1.5m, 450m)]);

    /// <summary>184,000 a month is 1,000 an hour. Ordinary hours 8 + 8 + 4; two hours over eight on the second; five on Saturday the 4th.</summary>
    [Fact]
    public void A_month_pays_its_ordinary_hours_and_the_rest_beside()
    {
        var monthly = Hourly with { Unit = PayUnit.Month, Rate = 184_000m };

        Lines(monthly, Day(1, 8, 16), Day(2, 8, 18), Day(3, 8, 12), Day(4, 8, 13)).ShouldBe([
            (PayKind.Regular, 20m, 1m, 20_000m), (PayKind.OvertimeFirst, 2m, 1.5m, 3000m), (PayKind.RestDay, 5m, 2m, 10_000m),
        ]);
        Compute(monthly, "RU", Day(1, 8, 16)).Lines[0].Rate.ShouldBe(1000m);
    }

    [Fact]
    public void A_day_without_times_has_the_usual_hours() =>
        Lines(Hourly with { Unit = PayUnit.Month, Rate = 184_000m }, new WorkEntry(On(1), null, null, 0, null, null, null)).ShouldBe([(PayKind.Regular, 8m, 1m, 8000m)]);

    /// <summary>110 pieces at 10 in eleven hours are 100 an hour; the pieces are paid, so overtime adds only what is above the plain rate.</summary>
    [Fact]
    public void Pieces_made_in_overtime_are_paid_above_their_price()
    {
        var piece = Hourly with { Unit = PayUnit.Piece, Rate = 10m };

        Lines(piece, Day(1, 8, 19) with { Pieces = 110m }).ShouldBe([
            (PayKind.Regular, 110m, 1m, 1100m), (PayKind.OvertimeFirst, 2m, 0.5m, 100m), (PayKind.OvertimeThen, 1m, 1m, 100m),
        ]);
        Lines(piece, Day(4, 8, 13) with { Pieces = 10m }).ShouldBe([(PayKind.RestDay, 10m, 2m, 200m)]);
    }

    [Fact]
    public void The_agreement_says_which_days_are_rest_days()
    {
        var mondays = Hourly with { RestDays = [DayOfWeek.Monday] };

        Lines(mondays, Day(12, 8, 16)).ShouldBe([(PayKind.Regular, 8m, 1m, 2400m)]);
        Lines(mondays, Day(13, 8, 16)).ShouldBe([(PayKind.RestDay, 8m, 2m, 4800m)]);
    }

    [Fact]
    public void The_diary_may_say_that_a_day_was_a_holiday_or_a_rest_day_or_was_not()
    {
        Lines(Hourly, Day(1, 8, 16) with { Holiday = true }).ShouldBe([(PayKind.RestDay, 8m, 2m, 4800m)]);
        Lines(Hourly, Day(1, 8, 16) with { RestDay = true }).ShouldBe([(PayKind.RestDay, 8m, 2m, 4800m)]);
        Lines(Hourly, Day(4, 8, 16) with { RestDay = false }).ShouldBe([(PayKind.Regular, 8m, 1m, 2400m)]);
        Lines(Hourly, Day(1, 8, 16) with { Day = new(2025, 11, 4) }).ShouldBe([(PayKind.RestDay, 8m, 2m, 4800m)]);
        Lines(Hourly, Day(1, 8, 16) with { Day = new(2025, 11, 4), Holiday = false }).ShouldBe([(PayKind.Regular, 8m, 1m, 2400m)]);
    }

    [Fact]
    public void What_is_agreed_counts_where_it_is_better_than_the_law()
    {
        Lines(Hourly with { OvertimeFactor = 3m }, Day(1, 8, 17)).ShouldContain((PayKind.OvertimeFirst, 1m, 3m, 900m));
        Lines(Hourly with { OvertimeFactor = 1.2m }, Day(1, 8, 17)).ShouldContain((PayKind.OvertimeFirst, 1m, 1.5m, 450m));
        Lines(Hourly with { RestDayFactor = 3m }, Day(4, 8, 9)).ShouldBe([(PayKind.RestDay, 1m, 3m, 900m)]);
        Lines(Hourly with { RestDayFactor = 1m }, Day(4, 8, 9)).ShouldBe([(PayKind.RestDay, 1m, 2m, 600m)]);
        Lines(Hourly with { NightPercent = 50m }, Day(1, 20, 23)).ShouldContain((PayKind.Night, 1m, 0.5m, 150m));
        Lines(Hourly with { NightPercent = 5m }, Day(1, 20, 23)).ShouldContain((PayKind.Night, 1m, 0.2m, 60m));
        Lines(Hourly with { HoursPerDay = 7m }, Day(1, 8, 16)).ShouldContain((PayKind.OvertimeFirst, 1m, 1.5m, 450m));
    }

    /// <summary>From 23:00 round the clock to 22:30: seven hours to six in the morning, and half an hour of the next night.</summary>
    [Fact]
    public void A_very_long_shift_reaches_into_the_next_night() =>
        Lines(Hourly, new WorkEntry(On(1), new TimeOnly(23, 0), new TimeOnly(22, 30), 0, null, null, null)).ShouldContain((PayKind.Night, 7.5m, 0.2m, 450m));

    [Fact]
    public void Where_the_pack_has_no_rule_the_agreement_alone_pays_more_and_a_warning_says_so()
    {
        Lines("KG", Hourly, Day(1, 8, 18), Day(2, 8, 17)).ShouldBe([
            (PayKind.Regular, 8m, 1m, 2400m), (PayKind.OvertimeFirst, 2m, 1m, 600m), (PayKind.Regular, 8m, 1m, 2400m), (PayKind.OvertimeFirst, 1m, 1m, 300m),
        ]);
        Codes("KG", Hourly, Day(1, 8, 18), Day(2, 8, 17)).Count(code => code == "wages.no-overtime-rule").ShouldBe(1);
        Codes("KG", Hourly with { OvertimeFactor = 1.5m }, Day(1, 8, 18)).ShouldNotContain("wages.no-overtime-rule");
        Lines("KG", Hourly, Day(4, 8, 16)).ShouldBe([(PayKind.RestDay, 8m, 1m, 2400m)]);
        Codes("KG", Hourly, Day(4, 8, 16)).ShouldContain("wages.no-rest-day-rule");
        Codes("KG", Hourly with { RestDayFactor = 2m }, Day(4, 8, 16)).ShouldNotContain("wages.no-rest-day-rule");
        Codes("RU", Hourly, Day(1, 8, 18), Day(4, 8, 16)).ShouldNotContain(code => code.StartsWith("wages.no-", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_rule_night_is_what_is_agreed_from_ten_to_six()
    {
        Lines("KG", Hourly with { NightPercent = 50m }, new WorkEntry(On(1), new TimeOnly(20, 0), new TimeOnly(0, 0), 0, null, null, null))
            .ShouldBe([(PayKind.Regular, 4m, 1m, 1200m), (PayKind.Night, 2m, 0.5m, 300m)]);
        Lines("KG", Hourly, new WorkEntry(On(1), new TimeOnly(20, 0), new TimeOnly(0, 0), 0, null, null, null)).ShouldBe([(PayKind.Regular, 4m, 1m, 1200m)]);
    }

    [Fact]
    public void The_result_names_every_rule_it_rests_on_and_no_other()
    {
        Rules(Day(1, 8, 16)).ShouldBe(["RU-91", "RU-133", "RU-MINIMUM-WAGE"], ignoreOrder: true);
        Rules(Day(1, 8, 17)).ShouldBe(["RU-91", "RU-133", "RU-MINIMUM-WAGE", "RU-152"], ignoreOrder: true);
        Rules(Day(1, 15, 23)).ShouldBe(["RU-91", "RU-133", "RU-MINIMUM-WAGE", "RU-154"], ignoreOrder: true);
        Rules(Day(4, 8, 16)).ShouldBe(["RU-91", "RU-153"], ignoreOrder: true);
    }

    /// <summary>The federal minimum of 2025 is 22,440 roubles a month: 16 of 184 hours are 1,951.30; paid are 160.</summary>
    [Fact]
    public void Less_than_the_minimum_wage_is_named_with_what_is_missing()
    {
        var result = Compute(Hourly with { Rate = 10m }, "RU", Day(1, 8, 16), Day(2, 8, 16));

        result.Checks.ShouldHaveSingleItem().Minimum.ShouldBe(1951.30m);
        result.Warnings.Single(notice => notice.Code == "wages.below-minimum").Values.ShouldBe([new("month", "2025-10"), new("shortfall", "1791.30")]);
        Codes("RU", Hourly, Day(1, 8, 16)).ShouldNotContain("wages.below-minimum");
    }

    [Fact]
    public void The_minimum_wage_is_compared_only_in_its_own_currency_and_time()
    {
        WageComputation.Compute(new WageQuestion("RU", "USD", Hourly, [Day(1, 8, 16)]), Content.Law).Value!.Checks.ShouldBeEmpty();
        var law = new Lawbook(Content.Law.Packs.Select(pack => pack with
        {
            Series = [.. pack.Series.Select(series => series.Id == "RU-MINIMUM-WAGE" ? series with { Values = [new(On(1), 18_400m, TrustMark.Seen)] } : series)],
        }));

        WageComputation.Compute(new WageQuestion("RU", "RUB", Hourly, [Day(1, 8, 16)]), law).Value!.Checks.ShouldHaveSingleItem().Minimum.ShouldBe(800m);
        WageComputation.Compute(new WageQuestion("RU", "RUB", Hourly, [Day(1, 8, 16) with { Day = new(2025, 9, 30) }]), law).Value!.Checks.ShouldBeEmpty();
    }

    [Fact]
    public void How_old_a_rule_is_counts_from_the_last_day_of_the_diary()
    {
        var late = Day(1, 8, 16) with { Day = new(2028, 1, 10) };

        Codes("RU", Hourly, Day(1, 8, 16)).ShouldNotContain("law.rule-out-of-date");
        Codes("RU", Hourly, Day(1, 8, 16), late).ShouldContain("law.rule-out-of-date");
    }

    [Fact]
    public void An_empty_diary_gives_nothing() => Compute(Hourly, "RU").Total.ShouldBe(0m);

    private static DateOnly On(int day) => new(2025, 10, day);

    private static WorkEntry Day(int day, int from, int to) => new(On(day), new TimeOnly(from, 0), new TimeOnly(to, 0), 0, null, null, null);

    private static WageResult Compute(Agreement agreement, string jurisdiction, params WorkEntry[] diary) =>
        WageComputation.Compute(new WageQuestion(jurisdiction, jurisdiction == "RU" ? "RUB" : "KGS", agreement, diary), Content.Law).Value!;

    private static IEnumerable<(PayKind Kind, decimal Quantity, decimal Factor, decimal Amount)> Lines(Agreement agreement, params WorkEntry[] diary) => Lines("RU", agreement, diary);

    private static IEnumerable<(PayKind Kind, decimal Quantity, decimal Factor, decimal Amount)> Lines(string jurisdiction, Agreement agreement, params WorkEntry[] diary) =>
        Compute(agreement, jurisdiction, diary).Lines.Select(line => (line.Kind, line.Quantity, line.Factor, line.Amount));

    private static IEnumerable<string> Codes(string jurisdiction, Agreement agreement, params WorkEntry[] diary) =>
        Compute(agreement, jurisdiction, diary).Warnings.Select(notice => notice.Code);

    private static IEnumerable<string> Rules(params WorkEntry[] diary) => Compute(Hourly, "RU", diary).Rules.Select(rule => rule.Id);
}
