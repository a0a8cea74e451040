using Turna.Law.Claims;
using Turna.Law.Packs;

namespace Turna.UnitTests.Law;

/// <summary>Warnings, refusals and alternatives of a claim; the figures are in the shared cases.</summary>
public sealed class Claim_tests
{
    private static readonly Due Plain = new("a", "2025-03", 30_000m, new DateOnly(2025, 4, 10));

    [Fact]
    public void A_result_that_reaches_past_the_last_known_rate_says_so()
    {
        Codes(Compute(Claim(asOf: new(2026, 7, 27)))).ShouldNotContain("law.series-past-known RU-KEY-RATE");
        Codes(Compute(Claim(asOf: new(2026, 7, 28)))).ShouldContain("law.series-past-known RU-KEY-RATE");
    }

    [Fact]
    public void Unverified_values_are_named()
    {
        var result = Compute(Claim(asOf: new(2025, 10, 20)) with { Jurisdiction = "KZ" });

        var warning = result.Warnings.Single(notice => notice.Code == "law.values-unverified");
        warning.Subject.ShouldBe("KZ-BASE-RATE");
        warning.Values[0].Value.ShouldBe("2025-10-13: 18 (M-med)");
        result.Rules.Single(rule => rule.Id == "KZ-BASE-RATE").Version.ShouldBe("2025-10-13");
    }

    [Fact]
    public void A_rule_checked_more_than_a_year_before_the_day_is_called_old()
    {
        Codes(Compute(Claim(asOf: new(2027, 11, 23)))).ShouldNotContain("law.rule-out-of-date RU-236");
        Codes(Compute(Claim(asOf: new(2027, 11, 24)))).ShouldContain("law.rule-out-of-date RU-236");
    }

    [Fact]
    public void Days_before_the_first_known_version_are_computed_and_marked()
    {
        var before = Claim(asOf: new(2025, 1, 25), new Due("a", null, 1000m, new(2025, 1, 21))) with { Jurisdiction = "KG" };
        var after = before with { Dues = [new Due("a", null, 1000m, new(2025, 1, 22))] };

        Compute(before).Interest.ShouldBe(10m);
        Codes(Compute(before)).ShouldContain("law.rule-before-known KG-PENALTY");
        Codes(Compute(after)).ShouldNotContain("law.rule-before-known KG-PENALTY");
    }

    [Fact]
    public void Days_without_a_known_rate_bear_nothing_and_are_named()
    {
        var result = Compute(Claim(asOf: new(2012, 9, 20), new Due("a", null, 1000m, new(2012, 9, 1))));

        result.Lines.ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2012, 9, 14));
        var warning = result.Warnings.Single(notice => notice.Code == "claim.no-rate");
        warning.Values.ShouldContain(new KeyValuePair<string, string>("from", "2012-09-02"));
        warning.Values.ShouldContain(new KeyValuePair<string, string>("to", "2012-09-13"));
    }

    [Fact]
    public void Payments_after_the_day_and_left_over_sums_are_named()
    {
        var result = Compute(Claim(asOf: new(2025, 5, 1)) with
        {
            Payments = [new Payment(new(2025, 5, 2), 5m, null), new Payment(new(2025, 4, 20), 30_001m, null)],
        });

        Codes(result).ShouldContain("claim.payment-after-as-of payments");
        result.Warnings.Single(notice => notice.Code == "claim.left-over").Values[0].Value.ShouldBe("1.00");
        result.LeftOver.ShouldBe(1m);
    }

    [Theory]
    [InlineData("RU", InterestBase.Gross, InterestBase.Net, "13")]
    [InlineData("KZ", InterestBase.Net, InterestBase.Gross, "10")]
    public void The_other_base_is_shown_beside(string jurisdiction, InterestBase asked, InterestBase other, string tax)
    {
        var claim = Claim(asOf: new(2025, 6, 30)) with { Jurisdiction = jurisdiction, Base = asked };
        var result = Compute(claim);

        result.Other!.Base.ShouldBe(other);
        result.Other.TaxPercent.ShouldBe(decimal.Parse(tax, System.Globalization.CultureInfo.InvariantCulture));
        result.Other.Interest.ShouldBe(Compute(claim with { Base = other }).Interest);
        Codes(result).ShouldContain("claim.base-open base");
    }

    [Fact]
    public void Without_a_known_tax_net_is_refused_and_gross_has_no_alternative()
    {
        var law = new Lawbook(Content.Law.Packs.Select(pack => pack with { Rules = [.. pack.Rules.Where(rule => rule.Subject != "income-tax")] }));

        ClaimComputation.Compute(Claim(new(2025, 6, 30)), law).Value!.Other.ShouldBeNull();
        ClaimComputation.Compute(Claim(new(2025, 6, 30)) with { Base = InterestBase.Net }, law).Problems.ShouldHaveSingleItem().Code.ShouldBe("input.no-tax");
    }

    [Fact]
    public void Limitation_near_holidays_warns_that_moved_days_off_are_not_known()
    {
        Codes(Compute(Claim(new(2025, 1, 1), new Due("a", null, 1m, new(2024, 7, 10))))).ShouldNotContain("claim.near-holiday RU-112");
        Codes(Compute(Claim(new(2025, 1, 1), new Due("a", null, 1m, new(2024, 6, 5))))).ShouldContain("claim.near-holiday RU-112");
        Codes(Compute(Claim(new(2025, 1, 1), new Due("a", null, 1m, new(2024, 6, 4))))).ShouldNotContain("claim.near-holiday RU-112");
    }

    [Fact]
    public void What_may_interrupt_limitation_comes_with_the_result() =>
        Compute(Claim(new(2025, 6, 30))).Interruption.ShouldHaveSingleItem().Id.ShouldBe("RU-392-5");

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var claim = new Claim("XX", "rub", new(1980, 1, 1), Rounding.Line, InterestBase.Gross,
            [new Due("", null, -1m, new(2025, 1, 1)), new Due("b", null, 0.001m, new(2300, 1, 1)), new Due("b", null, 1_000_000_000_000.01m, new(2025, 1, 1))],
            [new Payment(new(2025, 1, 1), 1m, "c")]);

        var problems = ClaimComputation.Compute(claim, Content.Law).Problems.Select(problem => $"{problem.Subject} {problem.Code}");

        problems.ShouldBe([
            "jurisdiction input.jurisdiction", "currency input.currency", "asOf input.day-range",
            "dues[0].id input.empty", "dues[0].amount input.negative",
            "dues[1].amount input.decimals", "dues[1].due input.day-range",
            "dues[2].id input.twice", "dues[2].amount input.too-large",
            "payments[0].towards input.unknown-due",
        ]);
    }

    [Fact]
    public void The_largest_amounts_and_longest_delays_do_not_overflow()
    {
        var dues = Enumerable.Range(0, 500).Select(index => new Due($"{index}", null, 1_000_000_000_000m, new(1990, 1, 1))).ToList();

        foreach (var jurisdiction in new[] { "RU", "KZ", "KG" })
            Compute(new Claim(jurisdiction, "RUB", new(2199, 12, 31), Rounding.End, InterestBase.Net, dues, [])).Interest.ShouldBeGreaterThan(0m);
    }

    private static Claim Claim(DateOnly asOf, params Due[] dues) =>
        new("RU", "RUB", asOf, Rounding.Line, InterestBase.Gross, dues.Length > 0 ? dues : [Plain], []);

    private static ClaimResult Compute(Claim claim) => ClaimComputation.Compute(claim, Content.Law).Value!;

    private static IEnumerable<string> Codes(ClaimResult result) => result.Warnings.Select(notice => $"{notice.Code} {notice.Subject}");
}
