using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>Estimates from a handful of rows, worked out by hand.</summary>
public sealed class Estimate_tests
{
    private static readonly SurveyDesign Four = Design(
        new NumberColumn("w", [1, 3, 2, 2]), new NumberColumn("y", [1, 3, 10, 20]), new CategoryColumn("age", [0, 0, 1, 1], ["young", "old"]), new CategoryColumn("sex", [0, 1, 0, 1], ["F", "M"]));

    [Fact]
    public void A_standardised_mean_weighs_the_means_of_its_classes()
    {
        // Young 10/4, old 15, three to one. Weights become 1.5 and 4.5, 1 and 1 and still add up to 8.
        var result = Ask(Four, Standard("y", [3, 1], null));
        result.Estimate[0].ShouldBe((0.75 * 2.5) + (0.25 * 15), 1e-12);
        result.SumWeights[0].ShouldBe(8, 1e-12);
        // Weighted residuals −2.25, 2.25, −5 and 5, over 8.
        result.StandardError[0].ShouldBe(Math.Sqrt(4.0 / 3 * ((2 * 2.25 * 2.25) + 50)) / 8, 1e-12);
        Ask(Four, Standard("y", null, new() { ["old"] = 1, ["young"] = 3 })).Estimate.ShouldBe(result.Estimate);
        Should.Throw<SurveyInputException>(() => Ask(Four, Standard("y", [3, 1, 1], null))).Message.ShouldContain("3 sizes for the 2 classes young, old");
        Should.Throw<SurveyInputException>(() => Ask(Four, Standard("y", null, new() { ["old"] = 1 }))).Message.ShouldContain("no size for young");

        static SurveyRequest Standard(string of, double[]? sizes, Dictionary<string, double>? sizeOf) =>
            new() { Id = "s", Statistic = SurveyStatistic.Standardize, Of = [of], Standard = new StandardPopulation(["age"], sizes, sizeOf) };
    }

    [Fact]
    public void A_gap_of_medians_has_no_error_of_its_own()
    {
        var design = Design(new NumberColumn("w", [1, 1, 1, 1, 1, 1]), new NumberColumn("y", [9, 1, 5, 20, 2, 8]), new CategoryColumn("sex", [0, 0, 0, 1, 1, 1], ["F", "M"]));
        var gap = Ask(design, new SurveyRequest { Id = "g", Statistic = SurveyStatistic.Gap, Of = ["y"], Estimator = SurveyStatistic.Quantile, Between = ("sex", "M", "F") });
        gap.Estimate.ShouldBe([8 - 5]);
        gap.StandardError.ShouldBe([double.NaN]);
    }

    [Fact]
    public void A_variance_has_no_design_effect()
    {
        var variance = Ask(Four, new SurveyRequest { Id = "v", Statistic = SurveyStatistic.Variance, Of = ["y"], DesignEffect = DesignEffect.WithReplacement });
        // Mean 70/8; Σ w(y − mean)² / 8 · 4/3.
        variance.Estimate[0].ShouldBe(((1 + 27 + 200 + 800) - (70.0 * 70 / 8)) / 8 * 4 / 3, 1e-12);
        variance.DesignEffect.ShouldBe([double.NaN]);
    }

    [Fact]
    public void A_level_that_no_row_of_the_domain_has_is_no_term_of_a_model()
    {
        var design = Design(new NumberColumn("w", [1, 1, 1, 1, 1, 1]), new NumberColumn("y", [2, 4, 90, 80, 5, 9]), new CategoryColumn("g", [0, 0, 1, 1, 2, 2], ["a", "b", "c"]));
        var model = Ask(design, new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Glm, Formula = "y ~ g", Where = "g != 'b'" });
        model.Names.ShouldBe(["(Intercept)", "gc"]);
        model.Estimate[0].ShouldBe(3, 1e-9);
        model.Estimate[1].ShouldBe(4, 1e-9);
        model.Notes.ShouldNotContain(note => note.Contains("converged", StringComparison.Ordinal));
    }

    [Theory]
    // Columns of R's model.matrix; of g:h with an intercept the last depends on the others.
    [InlineData("y ~ g * h", "(Intercept),gb,hd,gb:hd")]
    [InlineData("y ~ g + h", "(Intercept),gb,hd")]
    [InlineData("y ~ 0 + g", "ga,gb")]
    [InlineData("y ~ 0 + g + h", "ga,gb,hd")]
    [InlineData("y ~ 0 + w + h + g", "w,hc,hd,gb")]
    [InlineData("y ~ g + g:h", "(Intercept),gb,ga:hd,gb:hd")]
    [InlineData("y ~ g:h", "(Intercept),ga:hc,gb:hc,ga:hd", "left out because they depend on the others: gb:hd")]
    [InlineData("y ~ 0 + g:h", "ga:hc,gb:hc,ga:hd,gb:hd")]
    public void Levels_of_a_model_are_contrasts_only_beside_what_they_contrast_with(string formula, string names, params string[] notes)
    {
        int[] rows = [.. Enumerable.Range(0, 12)];
        var design = Design(new NumberColumn("w", [.. rows.Select(row => 1 + (row % 5 / 10.0))]), new NumberColumn("y", [.. rows.Select(row => (double)(row * row % 11))]),
            new CategoryColumn("g", [.. rows.Select(row => row % 2)], ["a", "b"]), new CategoryColumn("h", [.. rows.Select(row => row / 2 % 2)], ["c", "d"]));
        var model = Ask(design, new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Glm, Formula = formula });
        model.Names.ShouldBe(names.Split(','));
        model.Notes.Where(note => !note.StartsWith("unreliable", StringComparison.Ordinal)).ShouldBe(notes);
    }

    [Theory]
    [InlineData(8, 1, "unreliable: 7 degrees of freedom", "unreliable: 8 rows")]
    [InlineData(9, 1, "unreliable: 9 rows")]
    [InlineData(29, 1, "unreliable: 29 rows")]
    [InlineData(30, 1)]
    // Half of the rows zero: with 30 rows the coefficient is 1/√29 = 18.6 %; with one in ten not zero √(9/29) = 55.7 %.
    [InlineData(30, 2)]
    [InlineData(30, 10, "unreliable: 1 of 1 estimates have a coefficient of variation above 33 %")]
    public void Estimates_from_little_are_flagged(int rows, int every, params string[] notes)
    {
        double[] y = [.. Enumerable.Range(0, rows).Select(row => row % every == 0 ? 1 : 0.0)];
        var result = Ask(Design(new NumberColumn("w", [.. y.Select(_ => 1.0)]), new NumberColumn("y", y)), new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Mean, Of = ["y"] });
        result.Notes.Where(note => note.StartsWith("unreliable", StringComparison.Ordinal)).ShouldBe(notes);
    }

    [Fact]
    public void Small_groups_and_rows_left_out_are_counted()
    {
        double[] y = [.. Enumerable.Range(0, 80).Select(row => row is 3 or 77 ? double.NaN : 10 + (row % 3))];
        var design = Design(new NumberColumn("w", [.. y.Select(_ => 1.0)]), new NumberColumn("y", y), new CategoryColumn("g", [.. Enumerable.Range(0, 80).Select(row => row < 50 ? 0 : row == 79 ? -1 : 1)], ["a", "b"]));
        var notes = Ask(design, new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Mean, Of = ["y"], By = ["g"] }).Notes;
        notes.ShouldBe(["rows left out because a value or the group is missing: 3", "unreliable: 1 of 2 groups have fewer than 30 rows"]);
    }

    [Fact]
    public void A_test_says_how_many_rows_it_leaves_out()
    {
        int[] sex = [0, 1, 0, 1, 0, 1, 1, 0, -1, 1, 0, 1], age = [0, 0, 1, 1, 0, 1, 1, 0, 1, 0, -1, 1];
        var design = Design(new NumberColumn("w", [.. sex.Select(_ => 1.0)]), new CategoryColumn("sex", sex, ["F", "M"]), new CategoryColumn("age", age, ["young", "old"]));
        var test = Ask(design, new SurveyRequest { Id = "c", Statistic = SurveyStatistic.ChiSquared, Of = ["sex", "age"] });
        test.Count.ShouldBe([10]);
        test.SumWeights.ShouldBe([12]);
        test.Notes.ShouldBe(["rows left out because a value is missing: 2"]);
        Ask(design, new SurveyRequest { Id = "c", Statistic = SurveyStatistic.ChiSquared, Of = ["sex", "age"], Where = "!is.na(sex) && !is.na(age)" }).Notes.ShouldBeEmpty();
        var ranks = new SurveyRequest { Id = "r", Statistic = SurveyStatistic.RankTest, Formula = "as.numeric(age) ~ sex" };
        Ask(design, ranks).Notes.ShouldBe(["rows left out because a value is missing: 2"]);
        Ask(design, ranks with { Where = "!is.na(sex) && !is.na(age)" }).Notes.ShouldBeEmpty();
    }

    private static SurveyDesign Design(params Column[] columns) => SampleDesign.Declare(new SurveyTable(columns), new SamplingPlan { Weights = "w" });

    private static SurveyResult Ask(SurveyDesign design, SurveyRequest request) => SurveyQuestions.Ask(design, request);
}
