using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>What follows from a design, worked by hand, and designs that contradict themselves.</summary>
public sealed class Design_reading_tests
{
    private static readonly SurveyTable Table = new(
    [
        new NumberColumn("s", [1, 1, 1, 2, 2, 2]), new NumberColumn("c", [1, 1, 2, 1, 2, 2]), new NumberColumn("h", [1, 2, 3, 1, 1, 2]), new NumberColumn("y", [3, 5, 9, 2, 4, 1]),
        new NumberColumn("p", [0.5, 0.5, 0.5, 0.25, 0.25, 0.25]), new NumberColumn("q", [0.5, 0.5, 1, 1, 0.2, 0.2]), new NumberColumn("N", [4, 4, 4, 8, 8, 8]), new NumberColumn("M", [4, 4, 1, 1, 10, 10]),
        new NumberColumn("zero", [0, 1, 1, 1, 1, 1]), new NumberColumn("above", [1, 1, 1, 1.2, 1, 1]), new NumberColumn("below", [1, 1, -1, 1, 1, 1]), new NumberColumn("mixed", [4, 4, 0.5, 8, 8, 8]),
        new NumberColumn("half.gone", [0.5, 0.5, 0, 0.5, 0.5, 0.5]), new NumberColumn("odd", [4, 4, 5, 8, 8, 8]), new NumberColumn("all", [1, 1, 1, 1, 1, 1]),
    ]);

    private static SampleDesign Nested(SamplingPlan plan) => SampleDesign.Declare(Table, plan with { Ids = plan.Ids.Count == 0 ? ["c"] : plan.Ids, Strata = ["s"], Nest = true });

    [Fact]
    public void Weights_follow_from_probabilities_or_populations_of_all_stages()
    {
        Nested(new SamplingPlan { Probabilities = ["p", "q"] }).Weights.ShouldBe([4, 4, 2, 4, 20, 20]);
        // Two of four and two of eight clusters; two of four, one of one, one of one, two of ten households.
        Nested(new SamplingPlan { Ids = ["c", "h"], PopulationSizes = ["N", "M"] }).Weights.ShouldBe([4, 4, 2, 4, 20, 20]);
        Nested(new SamplingPlan { PopulationSizes = ["N"] }).Weights.ShouldBe([2, 2, 2, 4, 4, 4]);
        Nested(new SamplingPlan { PopulationSizes = ["p"] }).Weights.ShouldBe([2, 2, 2, 4, 4, 4]);
        Nested(new SamplingPlan()).Weights.ShouldAllBe(weight => weight == 1);
        Nested(new SamplingPlan()).Notes.ShouldContain("no weights, probabilities or population sizes given: every row counts as one");
    }

    [Fact]
    public void The_variance_of_a_total_is_that_of_the_textbook()
    {
        // Stratum 1: cluster totals 8 and 9 of weight 2: 2 · (1 − 2/4) · ((16 − 17)² + (18 − 17)²). Stratum 2: 2 and 5 of weight 4: 2 · (1 − 2/8) · 2 · 6².
        var design = Nested(new SamplingPlan { PopulationSizes = ["N"] });
        var total = SurveyQuestions.Ask(design, new SurveyRequest { Id = "t", Statistic = SurveyStatistic.Total, Of = ["y"] });
        total.Estimate[0].ShouldBe(62);
        Math.Pow(total.StandardError[0], 2).ShouldBe((0.5 * 4) + (0.75 * 144), 1e-9);
        total.DegreesOfFreedom.ShouldBe(2);
    }

    [Fact]
    public void Populations_for_the_first_stages_only_and_differing_ones_are_noted()
    {
        Nested(new SamplingPlan { Ids = ["c", "h"], PopulationSizes = ["N"] }).Notes.ShouldContain("population sizes given for 1 of 2 stages: later stages add nothing to the variance");
        Nested(new SamplingPlan { PopulationSizes = ["odd"] }).Notes.ShouldContain("column odd: population sizes differ within a stratum (row 3)");
        Nested(new SamplingPlan { PopulationSizes = ["N"] }).Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zero", "column zero, row 1: a probability must be above 0 and at most 1")]
    [InlineData("above", "column above, row 4: a probability must be above 0 and at most 1")]
    public void Probabilities_that_are_none_are_refused(string column, string message) => Refused(() => Nested(new SamplingPlan { Probabilities = [column] })).ShouldBe(message);

    [Theory]
    [InlineData("mixed", "column mixed, row 3: population sizes and sampling fractions are mixed")]
    [InlineData("half.gone", "column half.gone, row 3: a sampling fraction must be above 0")]
    public void Populations_that_are_none_are_refused(string column, string message) => Refused(() => Nested(new SamplingPlan { PopulationSizes = [column] })).ShouldBe(message);

    [Fact]
    public void Weights_are_not_negative_and_not_all_zero()
    {
        Weighted(-1, 1).ShouldBe("column w, row 1: a weight may not be below zero");
        Weighted(1, -0.1).ShouldBe("column w, row 2: a weight may not be below zero");
        Weighted(0, 0).ShouldBe("column w: every weight is zero");
        Weighted(1, double.NaN).ShouldContain("column w, row 2: a weight");
        SampleDesign.Declare(new SurveyTable([new NumberColumn("w", [0, 2])]), new SamplingPlan { Weights = "w" }).Weights.ShouldBe([0, 2]);

        static string Weighted(params double[] weights) =>
            Refused(() => SampleDesign.Declare(new SurveyTable([new NumberColumn("w", weights)]), new SamplingPlan { Weights = "w" }));
    }

    [Fact]
    public void Plans_that_contradict_themselves_are_refused()
    {
        Refused(() => Nested(new SamplingPlan { PopulationSizes = ["N", "M"] })).ShouldBe("fpc: 2 columns for 1 stages of ids");
        Refused(() => Nested(new SamplingPlan { Weights = "below" })).ShouldBe("column below, row 3: a weight may not be below zero");
        Refused(() => SampleDesign.Declare(Table, new SamplingPlan { Ids = ["all"] })).ShouldBe("column all: the design has only one primary sampling unit");
        Refused(() => SampleDesign.Declare(Table, new SamplingPlan { Ids = ["c"], Strata = ["s"] })).ShouldContain("column c, row 4: the unit lies in two strata of s");
        Refused(() => SampleDesign.Declare(Table, new SamplingPlan { PopulationSizes = ["N"], Pps = new PpsSampling(PpsMethod.Brewer, null, null, false) })).ShouldContain("needs probabilities here");
        // A fraction of one for everybody beside population sizes is a population of one, smaller than what was drawn.
        Refused(() => Nested(new SamplingPlan { Ids = ["c", "h"], PopulationSizes = ["N", "all"] })).ShouldContain("a population of 1 is smaller than the 2 units");
    }

    [Theory]
    [InlineData(ReplicateMethod.Brr, true, 0, 0.5)]
    [InlineData(ReplicateMethod.Fay, true, 0.5, 2)]
    [InlineData(ReplicateMethod.JK1, true, 0, 0.5)]
    [InlineData(ReplicateMethod.JK1, false, 0, 0.25)]
    [InlineData(ReplicateMethod.Bootstrap, true, 0, 1)]
    [InlineData(ReplicateMethod.SuccessiveDifference, true, 0, 2)]
    [InlineData(ReplicateMethod.Other, true, 0, 1)]
    public void Given_replicates_have_the_scale_of_their_method(ReplicateMethod method, bool combined, double rho, double scale)
    {
        // Two columns, 4 being the largest entry of the first: 1/2, 1/(2 · 0.25), (2 − 1)/2, 1/4, 1/(2 − 1), 4/2, 1.
        var table = new SurveyTable([new NumberColumn("a", [0, 4, 1]), new NumberColumn("b", [2, 0, 1]), new NumberColumn("w", [5, 6, 7])]);
        var given = GivenReplicates.Declare(table, "w", new ReplicatePlan { Method = method, Columns = ["a", "b"], Combined = combined, Rho = rho });
        given.Replicate(0).ShouldBe(combined ? [0, 4, 1] : [0, 24, 7]);
        given.Scale.PerReplicate.ShouldBe([1, 1]);
        given.Scale.Overall.ShouldBe(scale, 1e-12);
    }

    [Fact]
    public void Given_stratified_jackknives_need_scales_unless_factors_tell_them()
    {
        var table = new SurveyTable([new NumberColumn("a", [0, 2, 1]), new NumberColumn("b", [1.5, 0, 1.5])]);
        ReplicatePlan plan = new() { Method = ReplicateMethod.JKn, Columns = ["a", "b"] };
        GivenReplicates.Declare(table, null, plan with { Combined = false }).Scale.PerReplicate.ShouldBe([0.5, 1 / 1.5]);
        GivenReplicates.Declare(table, null, plan with { PerReplicate = [0.2, 0.3] }).Scale.PerReplicate.ShouldBe([0.2, 0.3]);
        GivenReplicates.Declare(table, null, plan with { Scale = 2 }).Scale.Overall.ShouldBe(2);
        GivenReplicates.Declare(table, null, plan with { Scale = 2 }).Notes.ShouldContain("no sampling weights given: every row counts as one");
        Refused(() => GivenReplicates.Declare(table, null, plan)).ShouldContain("rscales are needed");
        Refused(() => GivenReplicates.Declare(table, null, plan with { PerReplicate = [1] })).ShouldBe("replicates: 1 rscales for 2 columns");
        Refused(() => GivenReplicates.Declare(table, null, plan with { Columns = ["a"] })).ShouldBe("replicates: at least two columns are needed");
    }

    [Fact]
    public void A_table_is_counted_where_a_lonely_unit_leaves_no_errors()
    {
        // As R's svytable, which knows no variance: stratum 1 has one unit and nobody has said what to do with it.
        var table = new SurveyTable([new NumberColumn("s", [1, 2, 2]), new NumberColumn("w", [2, 3, 4]), new CategoryColumn("sex", [0, 1, 0], ["F", "M"])]);
        var design = SampleDesign.Declare(table, new SamplingPlan { Strata = ["s"], Weights = "w" });
        var result = SurveyQuestions.Ask(design, new SurveyRequest { Id = "t", Statistic = SurveyStatistic.Table, Of = ["sex"] });
        result.Estimate.ShouldBe([6, 3]);
        result.StandardError.ShouldAllBe(error => double.IsNaN(error));
        result.Notes.ShouldContain(note => note.StartsWith("no standard errors: ", StringComparison.Ordinal) && note.Contains("lonelyPsu", StringComparison.Ordinal));
        Refused(() => SurveyQuestions.Ask(design, new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Total, Of = ["sex"] })).ShouldContain("lonelyPsu");
    }

    private static string Refused(Action action) => Should.Throw<SurveyInputException>(action).Message;
}
