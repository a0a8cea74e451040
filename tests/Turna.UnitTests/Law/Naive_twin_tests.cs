using System.Numerics;
using Turna.Law.Claims;
using Turna.Law.Packs;
using Turna.Law.Stays;

namespace Turna.UnitTests.Law;

public sealed class Naive_twin_tests
{
    private static readonly Dictionary<string, Series> Series = Content.Law.Packs.SelectMany(pack => pack.Series).ToDictionary(series => series.Id);

    [Theory]
    [InlineData("RU", 20_000)]
    [InlineData("KZ", 20_000)]
    [InlineData("KG", 10_000)]
    public void Day_by_day_computation_agrees_on_random_claims(string jurisdiction, int count)
    {
        var random = new Random(20_261_123);
        for (var round = 0; round < count; round++)
        {
            var claim = RandomSituations.Claim(random, jurisdiction);
            var result = ClaimComputation.Compute(claim, Content.Law).Value!;
            var (interest, outstanding, leftOver) = NaiveClaim.Compute(claim, id => Series[id].Values);

            if (Units(result) != interest || result.Outstanding != outstanding || result.LeftOver != leftOver || result.Interest != HalfUp(interest))
                Assert.Fail($"round {round}: {claim} gave {result.Interest}, {result.Outstanding}, {result.LeftOver}; by days {HalfUp(interest)}, {outstanding}, {leftOver}");
        }
    }

    [Theory]
    [InlineData("bare 90/180", 10_000)]
    [InlineData("bare 30/60", 10_000)]
    [InlineData("RU", 20_000)]
    [InlineData("KZ", 10_000)]
    public void Day_by_day_count_agrees_on_random_stays(string rule, int count)
    {
        var random = new Random(20_261_124);
        var left = rule switch
        {
            "bare 90/180" => NaiveStay.Rolling(90, 180),
            "bare 30/60" => NaiveStay.Rolling(30, 60),
            "RU" => NaiveStay.Russia,
            _ => NaiveStay.SinceEntry(30),
        };
        StayLimit? bare = rule switch { "bare 90/180" => new RollingLimit(90, 180), "bare 30/60" => new RollingLimit(30, 60), _ => null };
        for (var round = 0; round < count; round++)
        {
            var (stays, asOf) = RandomSituations.Stays(random);
            var question = new StayQuestion(bare is null ? rule : null, "KG", StayBasis.VisaFree, asOf, stays, null, false, bare, []);
            var reading = StayCheck.Answer(question, Content.Law).Value!.Cautious;
            var naive = new NaiveStay(stays.Select(stay => (stay.Entry, stay.Exit ?? asOf)));

            var expected = (naive.FirstBreach(left), naive.LastLawful(left, asOf));
            if ((reading.FirstBreach, reading.LastLawfulDay) != expected)
                Assert.Fail($"round {round}: {string.Join(", ", stays)} as of {asOf:O} gave {reading}; by days {expected}");
        }
    }

    private static BigInteger Units(ClaimResult result)
    {
        var (numerator, denominator) = (result.ExactInterest.Numerator, result.ExactInterest.Denominator);
        var scaled = new BigInteger(numerator * 1_000_000m) * NaiveClaim.Unit;
        var divisor = new BigInteger(denominator * 1_000_000m);
        (scaled % divisor).ShouldBe(BigInteger.Zero);
        return scaled / divisor * 100;
    }

    private static decimal HalfUp(BigInteger interest) => (decimal)((interest * 2 + NaiveClaim.Unit) / (NaiveClaim.Unit * 2)) / 100m;
}
