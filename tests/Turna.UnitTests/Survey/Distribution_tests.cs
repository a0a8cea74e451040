using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>Probabilities and quantiles against closed forms, which exist for few degrees of freedom, and printed tables.</summary>
public sealed class Distribution_tests
{
    [Fact]
    public void The_normal_is_that_of_the_tables()
    {
        Distributions.Normal(0).ShouldBe(0.5);
        Distributions.Normal(1.959963984540054).ShouldBe(0.975, 1e-14);
        Distributions.NormalQuantile(0.995).ShouldBe(2.5758293035489004, 1e-12);
    }

    [Theory]
    [InlineData(-3.7)]
    [InlineData(-0.2)]
    [InlineData(0.0)]
    [InlineData(0.9)]
    [InlineData(40.0)]
    public void Student_with_one_and_two_degrees_has_a_closed_form(double t)
    {
        var (cauchy, two) = (0.5 + (Math.Atan(t) / Math.PI), 0.5 + (t / (2 * Math.Sqrt(2 + (t * t)))));
        Distributions.Student(t, 1).ShouldBe(cauchy, 1e-13);
        Distributions.Student(t, 2).ShouldBe(two, 1e-13);
        Distributions.StudentTwoSided(t, 1).ShouldBe(2 * Math.Min(cauchy, 1 - cauchy), 1e-13);
        Distributions.StudentQuantile(cauchy, 1).ShouldBe(t, 1e-9);
        Distributions.StudentQuantile(two, 2).ShouldBe(t, 1e-9);
    }

    [Theory]
    // Fisher and Yates, Statistical Tables, table III.
    [InlineData(0.975, 5, 2.571)]
    [InlineData(0.975, 10, 2.228)]
    [InlineData(0.995, 30, 2.750)]
    [InlineData(0.05, 120, -1.658)]
    public void Students_quantiles_are_those_of_the_tables(double p, double degrees, double t) => Distributions.StudentQuantile(p, degrees).ShouldBe(t, 5e-4);

    [Fact]
    public void Student_with_endless_degrees_is_normal_and_with_none_nothing()
    {
        Distributions.Student(1.3, double.PositiveInfinity).ShouldBe(Distributions.Normal(1.3));
        Distributions.StudentQuantile(0.9, double.PositiveInfinity).ShouldBe(Distributions.NormalQuantile(0.9));
        Distributions.StudentQuantile(0.9, 0).ShouldBe(double.NaN);
        Distributions.StudentQuantile(0.9, double.NaN).ShouldBe(double.NaN);
        Distributions.StudentTwoSided(1, 0).ShouldBe(double.NaN);
        Distributions.StudentTwoSided(double.NaN, 4).ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(0.5, 7)]
    [InlineData(3.2, 40)]
    [InlineData(19, 2.5)]
    public void Fisher_with_two_degrees_above_has_a_closed_form(double f, double below)
    {
        var tail = Math.Pow(1 + (2 * f / below), -below / 2);
        Distributions.FisherUpper(f, 2, below).ShouldBe(tail, 1e-13);
        Distributions.FisherUpperQuantile(tail, 2, below).ShouldBe(f, 1e-9);
    }

    [Fact]
    public void Fisher_and_chi_square_end_where_they_should()
    {
        // Fisher and Yates, tables IV and V: 5 % of χ² with 5 degrees, and of F with 3 and 20.
        Distributions.ChiSquaredUpper(11.070, 5).ShouldBe(0.05, 1e-5);
        Distributions.FisherUpper(3.098, 3, 20).ShouldBe(0.05, 5e-5);
        Distributions.ChiSquaredUpper(3, 2).ShouldBe(Math.Exp(-1.5), 1e-13);
        Distributions.FisherUpper(1.7, 2, double.PositiveInfinity).ShouldBe(Math.Exp(-1.7), 1e-13);
        foreach (var none in (double[])[0, -2])
        {
            Distributions.ChiSquaredUpper(none, 2).ShouldBe(1);
            Distributions.FisherUpper(none, 2, 9).ShouldBe(1);
        }

        Distributions.FisherUpper(double.NaN, 2, 9).ShouldBe(double.NaN);
        Distributions.FisherUpper(1, 0, 9).ShouldBe(double.NaN);
        Distributions.FisherUpper(1, 2, 0).ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    [InlineData(0.999)]
    public void Beta_is_a_power_where_one_side_is_one_and_a_sum_for_whole_numbers(double x)
    {
        Distributions.Beta(x, 3.5, 1).ShouldBe(Math.Pow(x, 3.5), 1e-13);
        Distributions.Beta(x, 1, 0.4).ShouldBe(1 - Math.Pow(1 - x, 0.4), 1e-13);
        // The probability of two or more of four: 1 − q⁴ − 4pq³.
        Distributions.Beta(x, 2, 3).ShouldBe(1 - Math.Pow(1 - x, 4) - (4 * x * Math.Pow(1 - x, 3)), 1e-13);
        Distributions.BetaQuantile(Distributions.Beta(x, 0.7, 1.2), 0.7, 1.2).ShouldBe(x, 1e-12);
        Distributions.BetaQuantile(x, 0.02, 1).ShouldBe(Math.Pow(x, 50), 1e-13 * Math.Pow(x, 50));
    }

    [Fact]
    public void Beta_of_very_large_samples_is_still_exact()
    {
        Distributions.Beta(0.5, 2e6, 2e6).ShouldBe(0.5, 1e-9);
        Distributions.BetaQuantile(0.5, 2e6, 2e6).ShouldBe(0.5, 1e-12);
        // One over a hundred million is a normal share with its own error: 0.3 ± 1.96·√(0.21/10⁸).
        Distributions.BetaQuantile(0.975, 3e7, 7e7).ShouldBe(0.3 + (1.959964 * Math.Sqrt(0.21 / 1e8)), 1e-8);
    }

    [Theory]
    [InlineData(0.025)]
    [InlineData(0.5)]
    [InlineData(0.9999)]
    public void Beta_is_normal_where_nobody_could_count_so_far(double p)
    {
        // The same quantile, in standard deviations, just below and just above the limit.
        InDeviations(9_999_999, 9e7).ShouldBe(InDeviations(10_000_001, 9e7), 1e-6);
        InDeviations(9e7, 9_999_999).ShouldBe(InDeviations(9e7, 10_000_001), 1e-6);
        Distributions.BetaQuantile(p, 0.53e24, 0.47e24).ShouldBe(0.53, 1e-11);

        double InDeviations(double a, double b) => (Distributions.BetaQuantile(p, a, b) - (a / (a + b))) / Math.Sqrt(a / (a + b) * b / (a + b) / (a + b + 1));
    }

    [Fact]
    public void Beta_at_its_ends()
    {
        Distributions.Beta(-0.1, 2, 3).ShouldBe(0);
        Distributions.Beta(0, 2, 3).ShouldBe(0);
        Distributions.Beta(1, 2, 3).ShouldBe(1);
        Distributions.Beta(double.NaN, 2, 3).ShouldBe(double.NaN);
        Distributions.BetaQuantile(0, 2, 3).ShouldBe(0);
        Distributions.BetaQuantile(1, 2, 3).ShouldBe(1);
        // All of the mass at one end, as Clopper and Pearson have it for none and for all.
        Distributions.BetaQuantile(0.4, 0, 3).ShouldBe(0);
        Distributions.BetaQuantile(0.4, 3, 0).ShouldBe(1);
        foreach (var (p, a, b) in (ReadOnlySpan<(double, double, double)>)[(double.NaN, 1, 1), (0.5, -1, 1), (0.5, 1, -1), (0.5, double.NaN, 1)])
            Distributions.BetaQuantile(p, a, b).ShouldBe(double.NaN);
    }
}
