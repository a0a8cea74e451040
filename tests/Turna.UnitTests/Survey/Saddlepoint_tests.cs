using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>Tails of sums of χ² variables: R 4.2.2, survey 4.1-1, pchisqsum and pFsum with method "saddlepoint"; closed forms where there are any.</summary>
public sealed class Saddlepoint_tests
{
    [Theory]
    [InlineData(5, new[] { 1.2, 0.8 }, 0.0818796153738461)]
    [InlineData(0.4, new[] { 1.2, 0.8 }, 0.814607690273993)]
    [InlineData(20, new[] { 3, 0.5, 0.1 }, 0.0116533601580157)]
    [InlineData(3.6, new[] { 3, 0.5, 0.1 }, 0.343388310752065)]
    // At the mean the saddlepoint says nothing; Satterthwaite's degrees are 2/1.04.
    [InlineData(2, new[] { 1.2, 0.8 }, 0.365354724032109)]
    public void Of_a_sum(double x, double[] lambda, double p) => Saddlepoint.ChiSquaredSumUpper(x, lambda).ShouldBe(p, 1e-7);

    [Theory]
    [InlineData(17.56121438204, new[] { 1.005, 1.005 }, 398, 0.000199682685358333)]
    [InlineData(5, new[] { 1.2, 0.8 }, 30, 0.0983660630230006)]
    [InlineData(5, new[] { 1.2, 0.8 }, 30.9, 0.104597979866804)]
    [InlineData(0.4, new[] { 1.2, 0.8 }, 30, 0.815786755958022)]
    [InlineData(9, new[] { 3, 0.5, 0.1 }, 12, 0.129053090427786)]
    public void Of_a_ratio(double x, double[] lambda, double denominator, double p) => Saddlepoint.FisherSumUpper(x, lambda, denominator).ShouldBe(p, 1e-7);

    [Fact]
    public void Two_equal_variables_are_an_exponential_and_rounding_takes_no_degree_away()
    {
        foreach (var x in (double[])[0.1, 1, 8, 30]) Saddlepoint.ChiSquaredSumUpper(x, [1, 1]).ShouldBe(Math.Exp(-x / 2), 0.05 * Math.Exp(-x / 2));
        Saddlepoint.FisherSumUpper(9, [1, 1], 398 - 1e-10).ShouldBe(Saddlepoint.FisherSumUpper(9, [1, 1], 398), 1e-12);
    }
}
