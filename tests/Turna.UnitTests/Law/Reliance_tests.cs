using Turna.Law;
using Turna.Law.Claims;
using Turna.Law.Packs;

namespace Turna.UnitTests.Law;

/// <summary>What a result says of the law it rests on: versions, the worst mark of trust, and days the law is not known for.</summary>
public sealed class Reliance_tests
{
    private static readonly Due Spring = new("a", null, 30_000m, new DateOnly(2025, 4, 10));

    [Fact]
    public void Only_rules_that_nobody_verified_are_called_so()
    {
        var result = Compute(Content.Law, new(2025, 5, 1), Spring);

        result.Warnings.Single(notice => notice.Code == "law.rule-unverified").ShouldBe(
            Notice.Of("law.rule-unverified", "RU-NDFL", ("article", result.Rules.Single(rule => rule.Id == "RU-NDFL").Article), ("mark", "M-hi")));
        Codes(result).ShouldNotContain("law.values-unverified RU-KEY-RATE");
    }

    /// <summary>The key rate was 14 % from 27 July 2026, the last day the series is known for.</summary>
    [Fact]
    public void Past_the_last_known_day_the_last_value_used_is_named() =>
        Compute(Content.Law, new(2026, 7, 28), Spring).Warnings.Single(notice => notice.Code == "law.series-past-known")
            .Values.ShouldBe([new("known", "2026-07-27"), new("value", "14")]);

    [Fact]
    public void A_series_is_quoted_in_its_latest_version_and_its_worst_mark()
    {
        var rates = new[] { new SeriesValue(new(2015, 5, 1), 9m, TrustMark.LowTrust), new SeriesValue(new(2015, 5, 11), 18m, TrustMark.Seen), new SeriesValue(new(2015, 5, 21), 20m, TrustMark.MediumTrust) };
        var law = new Lawbook(Content.Law.Packs.Select(pack => pack with
        {
            Series = [.. pack.Series.Select(series => series.Id == "RU-REFINANCING-RATE" ? series with { Values = rates } : series)],
        }));

        var result = Compute(law, new(2015, 5, 12), new Due("a", null, 1000m, new(2015, 5, 8)));

        var reference = result.Rules.Single(rule => rule.Id == "RU-REFINANCING-RATE");
        (reference.Version, reference.Trust).ShouldBe(("2015-05-11", TrustMark.LowTrust));
        result.Warnings.Single(notice => notice.Code == "law.values-unverified").Values.ShouldBe([new("values", "2015-05-01: 9 (M-lo)")]);
    }

    [Theory]
    [InlineData("2025-04-30", false)]
    [InlineData("2025-05-01", true)]
    public void Days_after_the_last_known_version_are_computed_and_marked(string asOf, bool marked)
    {
        var law = new Lawbook(Content.Law.Packs.Select(pack => pack with
        {
            Rules = [.. pack.Rules.Select(rule => rule is { Id: "RU-236", To: null } ? rule with { To = new(2025, 4, 30) } : rule)],
        }));

        var result = Compute(law, DateOnly.Parse(asOf, null), Spring);

        Codes(result).Contains("law.rule-after-known RU-236").ShouldBe(marked);
        result.Interest.ShouldBe(Compute(Content.Law, DateOnly.Parse(asOf, null), Spring).Interest);
    }

    private static ClaimResult Compute(Lawbook law, DateOnly asOf, Due due) =>
        ClaimComputation.Compute(new Claim("RU", "RUB", asOf, Rounding.End, InterestBase.Gross, [due], []), law).Value!;

    private static IEnumerable<string> Codes(ClaimResult result) => result.Warnings.Select(notice => $"{notice.Code} {notice.Subject}");
}
