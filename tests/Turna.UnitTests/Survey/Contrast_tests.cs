using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>Functions of estimates by the delta method: value and derivative from the tables of calculus.</summary>
public sealed class Contrast_tests
{
    // Means 0.5 and 2; their standard errors are told by the totals themselves.
    private static readonly SurveyDesign Design = SampleDesign.Declare(
        new SurveyTable([new NumberColumn("x", [0.1, 0.9, 0.3, 0.7]), new NumberColumn("z", [1, 3, 2, 2])]), new SamplingPlan());

    private static SurveyResult Ask(string expression) =>
        SurveyQuestions.Ask(Design, new SurveyRequest { Id = "c", Statistic = SurveyStatistic.Contrast, Estimator = SurveyStatistic.Mean, Of = ["x", "z"], Expression = expression });

    [Theory]
    [InlineData("log(x)", -0.69314718056, 2)]
    [InlineData("log2(x)", -1, 2.88539008178)]
    [InlineData("log10(x)", -0.30102999566, 0.868588963807)]
    [InlineData("exp(x)", 1.6487212707, 1.6487212707)]
    [InlineData("sqrt(x)", 0.707106781187, 0.707106781187)]
    [InlineData("abs(-x)", 0.5, 1)]
    [InlineData("I(x)", 0.5, 1)]
    [InlineData("-x", -0.5, 1)]
    [InlineData("sin(x)", 0.479425538604, 0.87758256189)]
    [InlineData("cos(x)", 0.87758256189, 0.479425538604)]
    [InlineData("tan(x)", 0.546302489844, 1.29844641041)]
    [InlineData("asin(x)", 0.523598775598, 1.15470053838)]
    [InlineData("acos(x)", 1.0471975512, 1.15470053838)]
    [InlineData("atan(x)", 0.463647609001, 0.8)]
    [InlineData("x ^ 3", 0.125, 0.75)]
    [InlineData("2 ^ x", 1.41421356237, 0.980258143469)]
    [InlineData("3 * x - 1", 0.5, 3)]
    [InlineData("1 / x", 2, 4)]
    [InlineData("x / 4 + 1", 1.125, 0.25)]
    public void A_function_of_one_mean_has_its_error_times_the_slope(string expression, double value, double slope)
    {
        var result = Ask(expression);
        result.Estimate[0].ShouldBe(value, 1e-10);
        result.StandardError[0].ShouldBe(slope * Math.Sqrt((0.16 + 0.16 + 0.04 + 0.04) / 3 / 4), 1e-10);
    }

    [Fact]
    public void Two_means_bring_their_covariance()
    {
        // x: 0.4/12, z: 2/12, together (0.4 + 0.4)/12. Of the product: z²·Vx + x²·Vz + 2xz·C; of the quotient 1/z², x²/z⁴, −2x/z³.
        const double Vx = 0.4 / 12, Vz = 2.0 / 12, C = 0.8 / 12;
        Math.Pow(Ask("x * z").StandardError[0], 2).ShouldBe((4 * Vx) + (0.25 * Vz) + (2 * C), 1e-12);
        Math.Pow(Ask("x / z").StandardError[0], 2).ShouldBe((Vx / 4) + (Vz / 64) - (C / 8), 1e-12);
        Math.Pow(Ask("x - z").StandardError[0], 2).ShouldBe(Vx + Vz - (2 * C), 1e-12);
        Math.Pow(Ask("-x + z").StandardError[0], 2).ShouldBe(Vx + Vz - (2 * C), 1e-12);
        // x^z = 0.25: slopes z·x^(z−1) = 1 and x^z·ln x = −0.1733.
        Math.Pow(Ask("x ^ z").StandardError[0], 2).ShouldBe(Vx + (Math.Pow(0.25 * Math.Log(0.5), 2) * Vz) + (2 * 0.25 * Math.Log(0.5) * C), 1e-12);
    }

    [Theory]
    [InlineData("y + 1", "y is none of the estimates (x, z)")]
    [InlineData("floor(x)", "floor has no derivative here")]
    [InlineData("pmin(x, z)", "pmin has no derivative here")]
    [InlineData("ifelse(x, z, 1)", "only numbers, names and arithmetic")]
    public void What_cannot_be_derived_is_refused(string expression, string message) => Should.Throw<SurveyInputException>(() => Ask(expression)).Message.ShouldContain(message);

    [Fact]
    public void Intervals_are_those_of_the_printed_tables()
    {
        // 1 … 5: mean 3, error √(2.5/5); t with four degrees of freedom at 90, 95 and 99 %; z at 95 %.
        var five = SampleDesign.Declare(new SurveyTable([new NumberColumn("x", [1, 2, 3, 4, 5])]), new SamplingPlan());
        double Half(double level, bool normal = false) => SurveyQuestions.Ask(five, new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Mean, Of = ["x"], Level = level, NormalInterval = normal }).Interval[0].Upper - 3;
        Half(0.9).ShouldBe(2.131847 * Math.Sqrt(0.5), 1e-6);
        Half(0.95).ShouldBe(2.776445 * Math.Sqrt(0.5), 1e-6);
        Half(0.99).ShouldBe(4.604095 * Math.Sqrt(0.5), 1e-6);
        Half(0.95, true).ShouldBe(1.959964 * Math.Sqrt(0.5), 1e-6);
    }

    [Fact]
    public void A_contrast_of_what_is_not_estimated_is_refused()
    {
        Refused(new Contrast("c", [1, -1, 2], null)).ShouldBe("request c: 3 coefficients for 2 estimates (x, z)");
        Refused(new Contrast("c", null, new Dictionary<string, double> { ["x"] = 1, ["q"] = -1 })).ShouldBe("request c: q is none of the estimates (x, z)");
        Refused().ShouldBe("request c: a contrast needs coefficients or an expression");

        static string Refused(params Contrast[] contrasts) => Should.Throw<SurveyInputException>(() => SurveyQuestions.Ask(Design,
            new SurveyRequest { Id = "c", Statistic = SurveyStatistic.Contrast, Estimator = SurveyStatistic.Mean, Of = ["x", "z"], Contrasts = contrasts })).Message;
    }
}
