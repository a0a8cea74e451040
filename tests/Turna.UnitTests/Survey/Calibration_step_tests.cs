using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>Calibrated weights of four rows by hand, and steps that cannot be taken.</summary>
public sealed class Calibration_step_tests
{
    private static readonly SurveyDesign Design = SampleDesign.Declare(
        new SurveyTable([new NumberColumn("w", [10, 10, 10, 10]), new NumberColumn("x", [1, 2, 3, 4]), new CategoryColumn("g", [0, 0, 1, 1], ["a", "b"]), new CategoryColumn("h", [0, 1, 0, 1], ["c", "d"])]),
        new SamplingPlan { Weights = "w" });

    private static readonly Margin Groups = Of("g", ("a", 30), ("b", 50));

    [Fact]
    public void Post_stratified_weights_add_up_to_their_groups() =>
        Weights(new CalibrationStep { Method = CalibrationMethod.PostStratify, Margins = [Groups] }).ShouldBe([15, 15, 25, 25]);

    [Fact]
    public void Raked_weights_are_products_of_a_row_and_a_column()
    {
        var weights = Weights(new CalibrationStep { Method = CalibrationMethod.Rake, Margins = [Groups, Of("h", ("c", 20), ("d", 60))] });
        Near(weights, [7.5, 22.5, 12.5, 37.5]);
    }

    [Theory]
    [InlineData(CalibrationMethod.Linear)]
    [InlineData(CalibrationMethod.Logit)]
    public void Distances_with_one_total_a_group_leave_nothing_to_choose(CalibrationMethod method) =>
        Near(Weights(new CalibrationStep { Method = method, Margins = [Groups], Lower = 0.5, Upper = 3 }), [15, 15, 25, 25]);

    [Fact]
    public void Linear_weights_move_along_the_variables()
    {
        // One and x: 40 → 40 and 100 → 110: w = 10(1 + a + bx), 4a + 10b = 0 and 10a + 30b = 1: b = 0.2, a = −0.5.
        var margin = new Margin([], ["x"], [new MarginCell([], [110])], "x");
        var size = new Margin([], ["one"], [new MarginCell([], [40])], "one");
        var table = new SurveyTable([.. Design.Table.Columns, new NumberColumn("one", [1, 1, 1, 1])]);
        var design = SampleDesign.Declare(table, new SamplingPlan { Weights = "w" });
        Near([.. Calibration.Apply(design, [new CalibrationStep { Method = CalibrationMethod.Linear, Margins = [margin, size] }]).Weights], [7, 9, 11, 13]);
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 2)]
    [InlineData(0.5, double.PositiveInfinity)]
    [InlineData(1, 2)]
    [InlineData(0.5, 1)]
    [InlineData(1.1, 2)]
    public void Logit_needs_one_as_a_weight_between_its_bounds(double lower, double upper) =>
        Refused(new CalibrationStep { Method = CalibrationMethod.Logit, Margins = [Groups], Lower = lower, Upper = upper }).ShouldContain("two bounds, one below and one above 1");

    [Fact]
    public void Steps_without_what_they_need_are_refused()
    {
        Refused(new CalibrationStep { Method = CalibrationMethod.Rake }).ShouldBe("calibrate: Rake needs margins");
        Refused(new CalibrationStep { Method = CalibrationMethod.PostStratify, Margins = [Groups, Groups] }).ShouldContain("needs one margin");
        Refused(new CalibrationStep { Method = CalibrationMethod.PostStratify, Margins = [new Margin([], ["x"], [new MarginCell([], [110])], "x")] }).ShouldContain("needs one margin");
    }

    [Fact]
    public void Trimmed_weights_keep_their_sum()
    {
        var design = SampleDesign.Declare(new SurveyTable([new NumberColumn("w", [1, 2, 3, 14])]), new SamplingPlan { Weights = "w" });
        // Four too many of the last are shared by the other three.
        var weights = Calibration.Apply(design, [new CalibrationStep { Method = CalibrationMethod.Trim, Upper = 10 }]).Weights;
        weights.Sum().ShouldBe(20, 1e-9);
        Near([.. weights], [1 + (4 / 3.0), 2 + (4 / 3.0), 3 + (4 / 3.0), 10]);
    }

    private static Margin Of(string column, params (string Level, double Total)[] totals) =>
        new([column], [], [.. totals.Select(each => new MarginCell([each.Level], [each.Total]))], column);

    private static double[] Weights(CalibrationStep step) => [.. Calibration.Apply(Design, [step]).Weights];

    private static string Refused(CalibrationStep step) => Should.Throw<SurveyInputException>(() => Weights(step)).Message;

    private static void Near(double[] actual, double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (var i = 0; i < actual.Length; i++) actual[i].ShouldBe(expected[i], 1e-7);
    }
}
