using System.Collections.Frozen;
using Turna.Law.Claims;
using Turna.Law.Packs;

namespace Turna.UnitTests.Law;

/// <summary>The days on which something begins or ends to hold, each from both sides.</summary>
public sealed class Claim_boundary_tests
{
    private static readonly DateOnly Tenth = new(2025, 4, 10);

    [Theory]
    [InlineData("RUB", true)]
    [InlineData("RUb", false)]
    [InlineData("RU", false)]
    [InlineData("RUBL", false)]
    public void A_currency_is_three_capital_letters(string currency, bool sound) =>
        (ClaimComputation.Compute(Claim(Tenth) with { Currency = currency }, Content.Law).Value is not null).ShouldBe(sound);

    [Fact]
    public void A_due_of_nothing_is_no_mistake_and_bears_nothing()
    {
        var result = Compute(Claim(new(2025, 5, 10), new Due("a", null, 0m, Tenth)));

        (result.Interest, result.Outstanding).ShouldBe((0m, 0m));
        result.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void The_first_and_the_last_day_that_are_taken()
    {
        Refused(Claim(new(2199, 12, 31), new Due("a", null, 1m, new(1990, 1, 1)))).ShouldBeEmpty();
        Refused(Claim(new(2200, 1, 1), new Due("a", null, 1m, new(1989, 12, 31)))).ShouldBe(["asOf input.day-range", "dues[0].due input.day-range"]);
    }

    [Fact]
    public void The_largest_amount_is_taken_and_a_kopeck_more_is_not()
    {
        Refused(Claim(Tenth, new Due("a", null, 1_000_000_000_000m, Tenth))).ShouldBeEmpty();
        Refused(Claim(Tenth, new Due("a", null, 1_000_000_000_000.01m, Tenth))).ShouldBe(["dues[0].amount input.too-large"]);
    }

    [Fact]
    public void Payments_are_checked_as_dues_are() =>
        Refused(Claim(Tenth, new Due("a", null, 1m, Tenth)) with
        {
            Payments = [new Payment(new(2200, 1, 1), -1m, "a"), new Payment(Tenth, 0.001m, null), new Payment(Tenth, 1m, "b")],
        }).ShouldBe(["payments[0].amount input.negative", "payments[0].date input.day-range", "payments[1].amount input.decimals", "payments[2].towards input.unknown-due"]);

    /// <summary>Article 236 counts from the day after the due day; on that day itself nothing is late.</summary>
    [Theory]
    [InlineData("2025-04-09", true, false)]
    [InlineData("2025-04-10", false, false)]
    [InlineData("2025-04-11", false, true)]
    public void A_due_is_not_yet_due_due_or_late(string asOf, bool early, bool late)
    {
        var result = Compute(Claim(DateOnly.Parse(asOf, null), new Due("a", null, 1000m, Tenth)));

        Codes(result).Contains("claim.not-yet-due dues").ShouldBe(early);
        Codes(result).Contains("claim.base-open base").ShouldBe(late);
        (result.Interest > 0m).ShouldBe(late);
    }

    [Fact]
    public void A_claim_without_dues_is_answered_with_nothing()
    {
        var result = Compute(Claim(Tenth) with { Dues = [] });

        (result.Interest, result.Outstanding, result.Total).ShouldBe((0m, 0m, 0m));
        Codes(result).ShouldNotContain("claim.base-open base");
    }

    [Theory]
    [InlineData("2025-04-19", 0)]
    [InlineData("2025-04-20", 0)]
    [InlineData("2025-04-21", 1)]
    public void Only_a_payment_after_the_day_is_set_aside(string paid, int named)
    {
        var result = Compute(Claim(new(2025, 4, 20), new Due("a", null, 1000m, Tenth)) with { Payments = [new Payment(DateOnly.Parse(paid, null), 400m, null)] });

        Codes(result).Count(code => code == "claim.payment-after-as-of payments").ShouldBe(named);
        result.Outstanding.ShouldBe(named == 0 ? 600m : 1000m);
    }

    [Fact]
    public void The_result_names_the_rules_it_rests_on() =>
        Compute(Claim(new(2025, 5, 1))).Rules.Select(rule => rule.Id).ShouldBe(["RU-236", "RU-NDFL", "RU-392", "RU-KEY-RATE"], ignoreOrder: true);

    /// <summary>
    /// 103 roubles, one day at 21 % and one at 20 % (from 9 June 2025), 1/150 a day. Gross 0.1442 and 0.1373; net of 13 % 0.1255 and 0.1195:
    /// each rounded 0.13 + 0.12, at the end 0.2449, so 0.24. 111 roubles gross are 0.1554 and 0.148: 0.16 + 0.15, at the end 0.3034.
    /// </summary>
    [Theory]
    [InlineData(103, InterestBase.Gross, Rounding.Line, "0.28", "0.25")]
    [InlineData(103, InterestBase.Gross, Rounding.End, "0.28", "0.24")]
    [InlineData(111, InterestBase.Net, Rounding.Line, "0.27", "0.31")]
    [InlineData(111, InterestBase.Net, Rounding.End, "0.26", "0.30")]
    public void The_other_base_is_rounded_as_the_one_asked_for(int amount, InterestBase asked, Rounding rounding, string interest, string other)
    {
        var result = Compute(Claim(new(2025, 6, 9), new Due("a", null, amount, new(2025, 6, 7))) with { Base = asked, Rounding = rounding });

        (result.Interest, result.Other!.Interest).ShouldBe((Number(interest), Number(other)));
    }

    /// <summary>2 October 2016 is the last day of 1/300, at a key rate of 10 %: 30,000 roubles bear 10.00 on it and 20.00 on each day after it.</summary>
    [Fact]
    public void The_last_day_of_an_old_rule_is_still_its_own()
    {
        var result = Compute(Claim(new(2016, 10, 4), new Due("a", null, 30_000m, new(2016, 10, 1))));

        result.Lines.Select(line => (line.From.Day, line.To.Day, line.Amount)).ShouldBe([(2, 2, 10.00m), (3, 4, 40.00m)]);
    }

    /// <summary>The second value of a series ends the first: made rates of 9 % through 10 May and 18 % from 11 May, 1/300 a day (the rule of 2015).</summary>
    [Fact]
    public void The_first_value_of_a_series_ends_where_the_second_begins()
    {
        var rates = new[] { new SeriesValue(new(2015, 5, 1), 9m, Turna.Law.TrustMark.Seen), new SeriesValue(new(2015, 5, 11), 18m, Turna.Law.TrustMark.Seen) };
        var law = With(series => series.Id == "RU-REFINANCING-RATE" ? series with { Values = rates } : series);

        var result = ClaimComputation.Compute(Claim(new(2015, 5, 12), new Due("a", null, 10_000m, new(2015, 5, 8))), law).Value!;

        // 9 and 10 May: 10,000 × 9 % / 300 × 2 = 6.00; 11 and 12 May: 10,000 × 18 % / 300 × 2 = 12.00.
        result.Lines.Select(line => (line.From.Day, line.To.Day, line.Rate, line.Amount)).ShouldBe([(9, 10, 9m, 6.00m), (11, 12, 18m, 12.00m)]);
    }

    [Fact]
    public void The_day_before_the_first_value_bears_nothing_and_the_day_itself_bears()
    {
        var rates = new[] { new SeriesValue(new(2015, 5, 10), 9m, Turna.Law.TrustMark.Seen) };
        var law = With(series => series.Id == "RU-REFINANCING-RATE" ? series with { Values = rates } : series);

        ClaimComputation.Compute(Claim(new(2015, 5, 10), new Due("a", null, 10_000m, new(2015, 5, 9))), law).Value!.Lines.ShouldHaveSingleItem().Amount.ShouldBe(3.00m);
        ClaimComputation.Compute(Claim(new(2015, 5, 10), new Due("a", null, 10_000m, new(2015, 5, 8))), law).Value!.Lines.ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2015, 5, 10));
    }

    [Fact]
    public void Where_no_limitation_is_known_the_result_says_so()
    {
        var law = new Lawbook(Content.Law.Packs.Select(pack => pack with { Rules = [.. pack.Rules.Where(rule => rule.Subject != "limitation")] }));
        var result = ClaimComputation.Compute(Claim(new(2025, 5, 1)), law).Value!;

        result.Limitation.ShouldBeEmpty();
        Codes(result).ShouldContain("claim.no-limitation RU");
        Codes(Compute(Claim(new(2025, 5, 1)))).ShouldNotContain("claim.no-limitation RU");
    }

    /// <summary>One year from Saturday 10 February 2024 is Monday 10 February 2025, from Friday 9 February 2024 Sunday the 9th.</summary>
    [Theory]
    [InlineData("next-working-day", "2024-02-09", "2025-02-10")]
    [InlineData("next-working-day", "2024-02-10", "2025-02-10")]
    [InlineData("stays", "2024-02-09", "2025-02-09")]
    public void Whether_a_day_off_moves_the_last_day_is_the_rules_to_say(string word, string due, string last)
    {
        var law = new Lawbook(Content.Law.Packs.Select(pack => pack with
        {
            Rules = [.. pack.Rules.Select(rule => rule.Id == "RU-392" ? rule with { Parameters = Word(rule, word) } : rule)],
        }));

        ClaimComputation.Compute(Claim(new(2025, 1, 1), new Due("a", null, 1m, DateOnly.Parse(due, null))), law).Value!
            .Limitation.ShouldHaveSingleItem().LastDay.ShouldBe(DateOnly.Parse(last, null));
    }

    [Fact]
    public void On_its_last_day_a_claim_is_not_late_and_on_the_next_it_is()
    {
        var due = new Due("a", null, 1m, new(2024, 2, 10));

        Codes(Compute(Claim(new(2025, 2, 10), due))).ShouldNotContain("claim.limitation-passed RU-392");
        Compute(Claim(new(2025, 2, 11), due)).Warnings.Single(notice => notice.Code == "claim.limitation-passed")
            .Values.ShouldBe([new("due", "a"), new("day", "2025-02-10")]);
    }

    /// <summary>Day of Russia, 12 June. Saturday 3 June 2023 is nine days from it, the Monday it moves to seven; Saturday 18 June 2022 is six, its Monday eight.</summary>
    [Theory]
    [InlineData("2022-06-03")]
    [InlineData("2021-06-18")]
    public void It_is_near_a_holiday_if_the_day_or_the_day_it_moves_to_is(string due) =>
        Codes(Compute(Claim(new(2021, 7, 1), new Due("a", null, 1m, DateOnly.Parse(due, null))))).ShouldContain("claim.near-holiday RU-112");

    private static FrozenDictionary<string, object> Word(Rule rule, string word) =>
        rule.Parameters.ToDictionary(one => one.Key, one => one.Key == "if-day-off" ? word : one.Value, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private static Lawbook With(Func<Series, Series> change) => new(Content.Law.Packs.Select(pack => pack with { Series = [.. pack.Series.Select(change)] }));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Claim Claim(DateOnly asOf, params Due[] dues) =>
        new("RU", "RUB", asOf, Rounding.Line, InterestBase.Gross, dues.Length > 0 ? dues : [new Due("a", null, 1000m, Tenth)], []);

    private static ClaimResult Compute(Claim claim) => ClaimComputation.Compute(claim, Content.Law).Value!;

    private static IEnumerable<string> Refused(Claim claim) => ClaimComputation.Compute(claim, Content.Law).Problems.Select(problem => $"{problem.Subject} {problem.Code}");

    private static IEnumerable<string> Codes(ClaimResult result) => result.Warnings.Select(notice => $"{notice.Code} {notice.Subject}");
}
