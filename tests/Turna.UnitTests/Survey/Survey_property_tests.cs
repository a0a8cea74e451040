using FsCheck;
using FsCheck.Fluent;
using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>What must hold for any sample.</summary>
public sealed class Survey_property_tests
{
    private static SurveyTable Sample(int seed, int rows = 240)
    {
        var random = new Random(seed);
        double[] Numbers(Func<double> next) => [.. Enumerable.Range(0, rows).Select(_ => next())];
        CategoryColumn Category(string name, params string[] levels) => new(name, [.. Enumerable.Range(0, rows).Select(_ => random.Next(levels.Length))], levels);
        return new SurveyTable(
        [
            new NumberColumn("stratum", [.. Enumerable.Range(0, rows).Select(row => (double)(row / (rows / 6)))]),
            new NumberColumn("cluster", [.. Enumerable.Range(0, rows).Select(row => (double)(row / (rows / 24)))]),
            new NumberColumn("w", Numbers(() => 1 + (9 * random.NextDouble()))),
            new NumberColumn("y", Numbers(() => random.NextDouble() < 0.1 ? double.NaN : 100 * random.NextDouble())),
            new NumberColumn("x", Numbers(() => 1 + random.NextDouble())),
            Category("sex", "F", "M"), Category("region", "a", "b", "c"),
        ]);
    }

    private static SampleDesign Declared(SurveyTable table) => SampleDesign.Declare(table, new SamplingPlan { Ids = ["cluster"], Strata = ["stratum"], Weights = "w" });

    private static SurveyResult Ask(SurveyDesign design, SurveyStatistic statistic, string[] of, string[]? by = null, string? where = null) =>
        SurveyQuestions.Ask(design, new SurveyRequest { Id = "q", Statistic = statistic, Of = of, By = by ?? [], Where = where });

    private static void ForAnySample(Action<SurveyTable> holds) => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed => holds(Sample(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Totals_of_groups_add_up_to_the_total() => ForAnySample(table =>
    {
        var design = Declared(table);
        Ask(design, SurveyStatistic.Total, ["x"], ["sex", "region"]).Estimate.Sum().ShouldBe(Ask(design, SurveyStatistic.Total, ["x"]).Estimate[0], 1e-6);
    });

    [Fact]
    public void Covariances_of_groups_add_up_to_the_variance_of_the_total() => ForAnySample(table =>
    {
        var design = Declared(table);
        var sum = Ask(design, SurveyStatistic.Total, ["x"], ["sex", "region"]).Covariance!.Cast<double>().Sum();
        Math.Sqrt(sum).ShouldBe(Ask(design, SurveyStatistic.Total, ["x"]).StandardError[0], 1e-6);
    });

    [Fact]
    public void All_groups_in_one_pass_equal_each_domain_alone() => ForAnySample(table =>
    {
        var design = Declared(table);
        var together = Ask(design, SurveyStatistic.Mean, ["y", "x"], ["sex", "region"]);
        for (var k = 0; k < together.Estimate.Count; k++)
        {
            var (sex, region) = (together.Groups[k][0].Value, together.Groups[k][1].Value);
            // A design effect is only had the other way, group by group and row by row.
            var alone = SurveyQuestions.Ask(design, new SurveyRequest { Id = "q", Statistic = SurveyStatistic.Mean, Of = ["y", "x"], DesignEffect = DesignEffect.WithReplacement, Where = $"sex == '{sex}' && region == '{region}' && !is.na(y)" });
            var at = alone.Names.ToList().IndexOf(together.Names[k]);
            together.Estimate[k].ShouldBe(alone.Estimate[at], 1e-9);
            together.StandardError[k].ShouldBe(alone.StandardError[at], 1e-9);
        }
    });

    [Fact]
    public void Scaling_weights_scales_totals_and_leaves_means() => ForAnySample(table =>
    {
        var scaled = new SurveyTable([.. table.Columns.Select(column => column.Name == "w" ? new NumberColumn("w", [.. ((NumberColumn)column).Values.Select(weight => 3 * weight)]) : column)]);
        var (one, three) = (Declared(table), Declared(scaled));
        (3 * Ask(one, SurveyStatistic.Total, ["x"]).StandardError[0]).ShouldBe(Ask(three, SurveyStatistic.Total, ["x"]).StandardError[0], 1e-6);
        Ask(one, SurveyStatistic.Mean, ["y"]).StandardError[0].ShouldBe(Ask(three, SurveyStatistic.Mean, ["y"]).StandardError[0], 1e-9);
    });

    [Fact]
    public void Jackknife_and_linearisation_agree_for_a_total() => ForAnySample(table =>
    {
        var design = Declared(table);
        var jackknife = MadeReplicates.From(design, new ReplicatePlan { Method = ReplicateMethod.JKn });
        Ask(jackknife, SurveyStatistic.Total, ["x"]).StandardError[0].ShouldBe(Ask(design, SurveyStatistic.Total, ["x"]).StandardError[0], 1e-6);
    });

    [Fact]
    public void A_constant_has_no_variance_and_shares_add_up_to_one() => ForAnySample(table =>
    {
        var design = Declared(table);
        Ask(design, SurveyStatistic.Mean, ["0 * x + 7"]).StandardError[0].ShouldBe(0);
        Ask(design, SurveyStatistic.Proportion, ["region"]).Estimate.Sum().ShouldBe(1, 1e-12);
    });

    [Fact]
    public void Calibrated_margins_are_met_and_have_no_variance() => ForAnySample(table =>
    {
        Margin Of(string column, params double[] totals) => new([column], [], [.. ((CategoryColumn)table.Required(column)).Levels.Select((level, i) => new MarginCell([level], [totals[i]]))], column);
        var steps = new[] { CalibrationMethod.Rake, CalibrationMethod.Linear }.Select(method => new CalibrationStep { Method = method, Margins = [Of("sex", 700, 600), Of("region", 400, 500, 400)] });
        foreach (var step in steps)
        {
            var design = Calibration.Apply(Declared(table), [step]);
            var totals = Ask(design, SurveyStatistic.Total, ["region"]);
            totals.Estimate.ShouldBe([400, 500, 400], 1e-5);
            totals.StandardError.ShouldAllBe(error => error < 1e-3);
        }
    });

    [Fact]
    public void The_gap_on_a_raked_sample_with_missing_values_agrees_with_replicates() => ForAnySample(table =>
    {
        Margin[] margins = [new(["region"], [], [new MarginCell(["a"], [400]), new MarginCell(["b"], [500]), new MarginCell(["c"], [400])], "region")];
        CalibrationStep[] steps = [new() { Method = CalibrationMethod.Rake, Margins = margins }];
        var request = new SurveyRequest { Id = "g", Statistic = SurveyStatistic.Gap, Of = ["y"], Between = ("sex", "F", "M") };
        var linearised = SurveyQuestions.Ask(Calibration.Apply(Declared(table), steps), request);
        var replicated = SurveyQuestions.Ask(Calibration.Apply(MadeReplicates.From(Declared(table), new ReplicatePlan { Method = ReplicateMethod.JKn }), steps), request);
        linearised.Estimate[0].ShouldBe(replicated.Estimate[0], 1e-6);
        (linearised.StandardError[0] / replicated.StandardError[0]).ShouldBeInRange(0.85, 1.1);
    });

    [Fact]
    public void The_bootstrap_is_unbiased_for_the_variance_of_a_total()
    {
        var design = Declared(Sample(3));
        var exact = Ask(design, SurveyStatistic.Total, ["x"]).StandardError[0];
        foreach (var method in (ReplicateMethod[])[ReplicateMethod.Bootstrap, ReplicateMethod.Subbootstrap, ReplicateMethod.MultistageBootstrap])
        {
            var replicated = MadeReplicates.From(design, new ReplicatePlan { Method = method, Count = 4000, Seed = 11 });
            (Ask(replicated, SurveyStatistic.Total, ["x"]).StandardError[0] / exact).ShouldBeInRange(0.95, 1.05, method.ToString());
        }
    }

    [Fact]
    public void The_multistage_bootstrap_knows_finite_populations_of_both_stages()
    {
        var rows = 300;
        var random = new Random(5);
        var table = new SurveyTable(
        [
            new NumberColumn("c", [.. Enumerable.Range(0, rows).Select(row => (double)(row / 15))]),
            new NumberColumn("N", [.. Enumerable.Repeat(30.0, rows)]), new NumberColumn("M", [.. Enumerable.Repeat(25.0, rows)]),
            new NumberColumn("y", [.. Enumerable.Range(0, rows).Select(row => (row / 15) + (6 * random.NextDouble()))]),
            new NumberColumn("h", [.. Enumerable.Range(0, rows).Select(row => (double)(row % 15))]),
        ]);
        var design = SampleDesign.Declare(table, new SamplingPlan { Ids = ["c", "h"], PopulationSizes = ["N", "M"] });
        var replicated = MadeReplicates.From(design, new ReplicatePlan { Method = ReplicateMethod.MultistageBootstrap, Count = 4000, Seed = 2 });
        (Ask(replicated, SurveyStatistic.Total, ["y"]).StandardError[0] / Ask(design, SurveyStatistic.Total, ["y"]).StandardError[0]).ShouldBeInRange(0.95, 1.05);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(11)]
    [InlineData(19)]
    [InlineData(25)]
    [InlineData(35)]
    [InlineData(60)]
    public void Half_samples_are_balanced(int strata)
    {
        var rows = 2 * strata;
        var table = new SurveyTable(
        [
            new NumberColumn("s", [.. Enumerable.Range(0, rows).Select(row => (double)(row / 2))]),
            new NumberColumn("y", [.. Enumerable.Range(0, rows).Select(row => (double)(row * row % 17))]),
        ]);
        var design = SampleDesign.Declare(table, new SamplingPlan { Strata = ["s"] });
        var halves = MadeReplicates.From(design, new ReplicatePlan { Method = ReplicateMethod.Brr });
        Ask(halves, SurveyStatistic.Total, ["y"]).StandardError[0].ShouldBe(Ask(design, SurveyStatistic.Total, ["y"]).StandardError[0], 1e-9);
    }

    [Fact]
    public void Successive_differences_give_the_variance_of_a_systematic_sample()
    {
        var table = new SurveyTable([new NumberColumn("y", [.. Enumerable.Range(0, 200).Select(row => row + (5.0 * (row * 7919 % 13)))])]);
        var replicated = MadeReplicates.From(SampleDesign.Declare(table, new SamplingPlan()), new ReplicatePlan { Method = ReplicateMethod.SuccessiveDifference, Count = 400 });
        var y = ((NumberColumn)table.Required("y")).Values;
        // n/(2(n−1)) Σ (yᵢ − yᵢ₊₁)² and the closing difference from the last to the first: half the sum of squared differences around the circle.
        var circle = Enumerable.Range(0, 200).Sum(i => Math.Pow(y[i] - y[(i + 1) % 200], 2)) / 2;
        var open = circle - (Math.Pow(y[199] - y[0], 2) / 2);
        Math.Pow(Ask(replicated, SurveyStatistic.Total, ["y"]).StandardError[0], 2).ShouldBeInRange(0.95 * open, 1.05 * circle);
    }
}
