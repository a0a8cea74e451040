using System.Text.Json;

namespace Turna.UnitTests.Survey;

/// <summary>Totals that a sample, or one of its replicates, cannot meet exactly.</summary>
public sealed class Calibration_edge_tests
{
    // Unit 4 alone holds most of group b: without it no factor up to 1.3 reaches the total of b.
    private const string Data = "psu,w,y,g\n1,10,3,a\n1,10,5,b\n2,10,4,a\n2,10,6,a\n3,10,9,a\n3,10,2,b\n4,10,7,b\n4,10,8,b\n4,10,1,b\n5,10,6,a\n5,10,4,a\n";

    private const string Mean = """{"requests":[{"id":"m","statistic":"mean","of":["y"]}]}""";

    [Fact]
    public void A_replicate_that_cannot_be_calibrated_stays_in_the_variance_and_is_counted()
    {
        using var program = new SurveyProgram();
        program.Write("g.csv", "g,total\na,60\nb,55\n");
        var design = program.Write("d.json", """{"ids":["psu"],"weights":"w","replicates":{"type":"JK1"},"calibrate":[{"method":"linear","margins":[{"by":["g"],"totals":"g.csv"}],"bounds":[0.5,1.3]}]}""");

        var (code, output, error) = program.Run(0, "estimate", "--data", program.Write("x.csv", Data), "--design", design, "--request", program.Write("r.json", Mean));

        code.ShouldBe(0, error);
        output.ShouldContain("1 of 5 replicates could not be brought to the totals");
        using var answer = JsonDocument.Parse(output);

        // By hand: jackknife weights 12.5, both groups raked to 60 and 55 (in the fourth replicate b stays at 2 × 12.5 × 1.3 = 32.5).
        double[] means = [Of(29.0 / 5, 18.0 / 4), Of(22.0 / 4, 23.0 / 5), Of(23.0 / 5, 21.0 / 4), ((60 * 32.0 / 6) + (32.5 * 3.5)) / 92.5, Of(22.0 / 4, 23.0 / 5)];
        var centre = means.Average();
        var expected = Math.Sqrt(4.0 / 5 * means.Sum(mean => (mean - centre) * (mean - centre)));
        answer.RootElement.GetProperty("results")[0].GetProperty("se")[0].GetDouble().ShouldBe(expected, 1e-9);

        static double Of(double a, double b) => ((60 * a) + (55 * b)) / 115;
    }

    [Theory]
    [InlineData(60.3, 0, "margin 2 adds up to 110.3, margin 1 to 110: the last margin is met")]
    [InlineData(70, 2, "margin 2 adds up to 120, margin 1 to 110")]
    public void Margins_may_differ_by_rounding_and_by_no_more(double young, int expected, string said)
    {
        using var program = new SurveyProgram();
        var data = program.Write("x.csv", "w,y,g,h\n10,3,a,x\n10,5,b,x\n10,4,a,y\n10,6,b,y\n");
        var design = program.Write("d.json", FormattableString.Invariant($$$"""{"weights":"w","calibrate":[{"method":"rake","margins":[{"by":["g"],"totals":{"a":60,"b":50}},{"by":["h"],"totals":{"x":{{{young}}},"y":50}}]}]}"""));

        var (code, output, error) = program.Run(0, "estimate", "--data", data, "--design", design, "--request", program.Write("r.json", Mean));

        code.ShouldBe(expected);
        (output + error).ShouldContain(said);
    }
}
