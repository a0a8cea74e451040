using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>Replicate weights that stand in the data: their scales by method, and the variance of a total by hand.</summary>
public sealed class Given_replicate_tests
{
    private static readonly string[] Columns = ["r1", "r2", "r3", "r4", "r5"];
    private static readonly SurveyTable Table = new(
    [
        new NumberColumn("y", [1, 2, 3, 5]), new NumberColumn("w", [1, 2, 1, 2]), new NumberColumn("gap", [1, double.NaN, 1, 1]),
        new NumberColumn("r1", [2, 0, 2, 0]), new NumberColumn("r2", [0, 2, 0, 2]), new NumberColumn("r3", [2, 0, 0, 2]), new NumberColumn("r4", [0, 2, 2, 0]), new NumberColumn("r5", [1, 1, 1, 1.6]),
    ]);

    [Theory]
    [InlineData(ReplicateMethod.Brr, true, 0.2)]
    [InlineData(ReplicateMethod.Fay, true, 0.3125)]
    [InlineData(ReplicateMethod.JK1, true, 0.8)]
    [InlineData(ReplicateMethod.JK1, false, 0.5)]
    [InlineData(ReplicateMethod.JKn, false, 1)]
    [InlineData(ReplicateMethod.Bootstrap, true, 0.25)]
    [InlineData(ReplicateMethod.Subbootstrap, true, 0.25)]
    [InlineData(ReplicateMethod.MultistageBootstrap, true, 0.25)]
    [InlineData(ReplicateMethod.SuccessiveDifference, true, 0.8)]
    [InlineData(ReplicateMethod.Other, true, 1)]
    public void Every_method_has_its_scale(ReplicateMethod method, bool combined, double scale)
    {
        var design = GivenReplicates.Declare(Table, "w", new ReplicatePlan { Method = method, Columns = Columns, Combined = combined, Rho = 0.2 });
        design.Scale.Overall.ShouldBe(scale, 1e-12);
        design.Scale.PerReplicate.ShouldBe(method == ReplicateMethod.JKn ? [0.5, 0.5, 0.5, 0.5, 0.625] : [1, 1, 1, 1, 1]);
    }

    [Fact]
    public void A_scale_that_is_given_is_final()
    {
        var plan = new ReplicatePlan { Method = ReplicateMethod.JKn, Columns = Columns, Scale = 0.3 };
        GivenReplicates.Declare(Table, "w", plan).Scale.PerReplicate.ShouldBe([1, 1, 1, 1, 1]);
        GivenReplicates.Declare(Table, "w", plan).Scale.Overall.ShouldBe(0.3);
        GivenReplicates.Declare(Table, "w", plan with { PerReplicate = [1, 2, 3, 4, 5] }).Scale.PerReplicate.ShouldBe([1, 2, 3, 4, 5]);
        Refused("w", plan with { Scale = null }).ShouldContain("rscales are needed");
        Refused("w", plan with { PerReplicate = [1, 2] }).ShouldContain("2 rscales for 5 columns");
        Refused("w", plan with { Columns = ["r1"] }).ShouldContain("two columns");
        Refused("w", plan with { Columns = ["r1", "gap"] }).ShouldContain("column gap, row 2: a replicate weight");
        Refused("gap", plan).ShouldContain("column gap, row 2: a weight");
    }

    [Theory]
    // Totals 8, 14, 12, 10 and 14 around their mean 11.6, or around the estimate 11.
    [InlineData(true, null, false, 11, 5.44)]
    [InlineData(true, null, true, 11, 5.8)]
    // As factors of the weights: 8, 28, 22, 14 and 24 around 19.2, or around 18.
    [InlineData(false, "w", false, 18, 52.16)]
    [InlineData(false, "w", true, 18, 53.6)]
    public void The_variance_is_the_spread_of_the_replicates(bool combined, string? weights, bool mse, double total, double variance)
    {
        var design = GivenReplicates.Declare(Table, weights, new ReplicatePlan { Method = ReplicateMethod.Brr, Columns = Columns, Combined = combined, Mse = mse });
        var answer = SurveyQuestions.Ask(design, new SurveyRequest { Id = "t", Statistic = SurveyStatistic.Total, Of = ["y"] });
        answer.Estimate[0].ShouldBe(total, 1e-12);
        Math.Pow(answer.StandardError[0], 2).ShouldBe(variance, 1e-9);
        design.Notes.Any(note => note.Contains("no sampling weights", StringComparison.Ordinal)).ShouldBe(weights is null);
    }

    private static string Refused(string weights, ReplicatePlan plan) => Should.Throw<SurveyInputException>(() => GivenReplicates.Declare(Table, weights, plan)).Message;
}
