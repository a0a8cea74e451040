using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>Replicates made here: their factors and variances as the textbook has them (Wolter 2007, chapters 3 and 5; Preston 2009; Ash 2014 for successive differences).</summary>
public sealed class Made_replicate_tests
{
    /// <summary>Strata of so many units, each a row of weight one; y grows unevenly.</summary>
    private static SampleDesign Design(int strata, int perStratum, double? population = null)
    {
        var n = strata * perStratum;
        var columns = new List<Column>
        {
            new NumberColumn("s", [.. Enumerable.Range(0, n).Select(row => (double)(row / perStratum))]),
            new NumberColumn("y", [.. Enumerable.Range(0, n).Select(Y)]),
            new NumberColumn("one", [.. Enumerable.Repeat(1.0, n)]),
            new NumberColumn("N", [.. Enumerable.Repeat(population ?? 1, n)]),
        };
        return SampleDesign.Declare(new SurveyTable([.. columns]), new SamplingPlan { Strata = strata > 1 ? ["s"] : [], Weights = "one", PopulationSizes = population is null ? [] : ["N"] });
    }

    private static double Y(int row) => (row * 7 % 11) + (row * row % 5);

    private static double Variance(SurveyDesign design) => Math.Pow(SurveyQuestions.Ask(design, new SurveyRequest { Id = "t", Statistic = SurveyStatistic.Total, Of = ["y"] }).StandardError[0], 2);

    private static double[][] Factors(ReplicateDesign design) => [.. Enumerable.Range(0, design.ReplicateCount).Select(design.Replicate)];

    private static ReplicateDesign Made(SampleDesign design, ReplicateMethod method, int count = 200, double rho = 0, ulong seed = 5) =>
        MadeReplicates.From(design, new ReplicatePlan { Method = method, Count = count, Rho = rho, Seed = seed });

    [Theory]
    [InlineData(3, 4)]
    [InlineData(5, 8)]
    [InlineData(11, 12)]
    [InlineData(13, 16)]
    [InlineData(19, 20)]
    [InlineData(23, 24)]
    [InlineData(27, 28)]
    [InlineData(33, 36)]
    [InlineData(43, 44)]
    [InlineData(49, 56)]
    public void Half_samples_are_balanced_and_as_few_as_can_be(int strata, int count)
    {
        var design = Design(strata, 2);
        var halves = Made(design, ReplicateMethod.Brr);
        var factors = Factors(halves);

        factors.Length.ShouldBe(count);
        factors.SelectMany(each => each).Distinct().Order().ShouldBe([0, 2]);
        for (var h = 0; h < strata; h++)
        {
            factors.ShouldAllBe(each => each[2 * h] + each[(2 * h) + 1] == 2);
            factors.Sum(each => each[2 * h] - 1).ShouldBe(0);
            for (var k = 0; k < h; k++) factors.Sum(each => (each[2 * h] - 1) * (each[2 * k] - 1)).ShouldBe(0);
        }

        // Two units a stratum: the variance of a total is the sum of squared differences.
        Variance(halves).ShouldBe(Enumerable.Range(0, strata).Sum(h => Math.Pow(Y(2 * h) - Y((2 * h) + 1), 2)), 1e-9);
    }

    [Fact]
    public void Fays_halves_keep_a_part_of_the_other_half()
    {
        var fay = Made(Design(6, 2), ReplicateMethod.Fay, rho: 0.3);
        Factors(fay).SelectMany(each => each).Select(factor => Math.Round(factor, 12)).Distinct().Order().ShouldBe([0.3, 1.7]);
        fay.Scale.Overall.ShouldBe(1 / (8 * 0.49), 1e-12);
        Variance(fay).ShouldBe(Variance(Made(Design(6, 2), ReplicateMethod.Brr)), 1e-9);
        Should.Throw<SurveyInputException>(() => Made(Design(6, 2), ReplicateMethod.Fay, rho: 1)).Message.ShouldContain("rho");
        Should.Throw<SurveyInputException>(() => Made(Design(6, 2), ReplicateMethod.Fay, rho: -0.1)).Message.ShouldContain("rho");
        Should.Throw<SurveyInputException>(() => Made(Design(4, 3), ReplicateMethod.Brr)).Message.ShouldContain("0 has 3");
    }

    [Fact]
    public void What_was_drawn_names_its_seed()
    {
        Made(Design(3, 4), ReplicateMethod.Subbootstrap, count: 20).Notes.ShouldContain("20 replicates of type Subbootstrap made from seed 5");
        Made(Design(3, 2), ReplicateMethod.Brr).Notes.ShouldContain("4 replicates of type Brr made");
    }

    [Fact]
    public void Four_units_of_a_stratum_are_two_pairs()
    {
        var factors = Factors(Made(Design(3, 4), ReplicateMethod.Brr));
        factors.Length.ShouldBe(8);
        factors.ShouldAllBe(each => Enumerable.Range(0, 6).All(pair => each[2 * pair] + each[(2 * pair) + 1] == 2));
    }

    [Theory]
    // Differences of neighbours from nothing to nothing, halved: with as many units as rows of the matrix the last meets the first.
    [InlineData(new double[] { 3, 5, 4, 8, 1 }, 40)]
    [InlineData(new double[] { 3, 5, 4, 8, 1, 2, 6 }, 48)]
    public void Successive_differences_give_half_their_squares(double[] y, double variance)
    {
        var design = SampleDesign.Declare(new SurveyTable([new NumberColumn("y", y)]), new SamplingPlan());
        var made = Made(design, ReplicateMethod.SuccessiveDifference, count: 8);
        made.ReplicateCount.ShouldBe(8);
        made.Scale.Overall.ShouldBe(0.5);
        Variance(made).ShouldBe(variance, 1e-9);
        Factors(made).SelectMany(each => each).Select(factor => Math.Round(factor, 9)).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Rao_and_Wu_draw_one_unit_less_and_raise_the_others()
    {
        var made = Made(Design(3, 5), ReplicateMethod.Subbootstrap, count: 4_000);
        var factors = Factors(made);
        factors.ShouldAllBe(each => Enumerable.Range(0, 3).All(h => Math.Abs(each.Skip(5 * h).Take(5).Sum() - 5) < 1e-9));
        factors.SelectMany(each => each).ShouldAllBe(factor => Math.Abs((factor / 1.25) - Math.Round(factor / 1.25)) < 1e-9);
        factors.Average(each => each[7]).ShouldBe(1, 0.05);
        made.Scale.Overall.ShouldBe(1.0 / 3_999, 1e-15);
        (Variance(made) / Variance(Design(3, 5))).ShouldBe(1, 0.08);
        Factors(Made(Design(3, 5), ReplicateMethod.Subbootstrap, count: 3)).ShouldBe(Factors(Made(Design(3, 5), ReplicateMethod.Subbootstrap, count: 3)));
        Factors(Made(Design(3, 5), ReplicateMethod.Subbootstrap, count: 3, seed: 6))[0].ShouldNotBe(factors[0]);
        factors[0].ShouldNotBe(factors[1]);
        Should.Throw<SurveyInputException>(() => Made(Design(2, 1), ReplicateMethod.Subbootstrap)).Message.ShouldContain("only one sampling unit");
        Should.Throw<SurveyInputException>(() => Made(Design(3, 5), ReplicateMethod.Subbootstrap, count: 1)).Message.ShouldContain("at least two");
        Made(Design(3, 5), ReplicateMethod.Subbootstrap, count: 2).ReplicateCount.ShouldBe(2);
    }

    [Fact]
    public void Canty_and_Davison_draw_from_the_sample_repeated_to_the_population()
    {
        Factors(Made(Design(3, 4, 4), ReplicateMethod.Bootstrap, count: 20)).SelectMany(each => each).ShouldAllBe(factor => factor == 1);
        var twice = Factors(Made(Design(3, 4, 8), ReplicateMethod.Bootstrap, count: 200));
        twice.SelectMany(each => each).Distinct().Order().ShouldBe([0, 1, 2]);
        twice.ShouldAllBe(each => Enumerable.Range(0, 3).All(h => each.Skip(4 * h).Take(4).Sum() == 4));
        var endless = Made(Design(3, 4, 4_000), ReplicateMethod.Bootstrap, count: 4_000);
        endless.Scale.Overall.ShouldBe(4.0 / 3 / 3_999, 1e-15);
        Factors(endless).ShouldAllBe(each => each.Sum() == 12);
        Factors(endless).SelectMany(each => each).Max().ShouldBeGreaterThan(2);
        (Variance(endless) / Variance(Design(3, 4))).ShouldBe(1, 0.08);
        // Drawing without replacement from 12 copies: the variance falls by (1 − 4/12), and is that of a population of 12.
        (Variance(Made(Design(3, 4, 12), ReplicateMethod.Bootstrap, count: 4_000)) / Variance(Design(3, 4, 12))).ShouldBe(12.0 / 11, 0.1);
    }

    [Fact]
    public void The_rescaled_bootstrap_keeps_half_and_moves_the_weights_as_far_as_the_variance_asks()
    {
        // n = 4, two kept: λ = 1, factors 2 and 0. n = 5, two kept: λ = √(2/3), factors 1 + 1.5 λ and 1 − λ; of a population of 25: λ = √(2 · 0.8 / 3).
        Levels(Design(1, 4)).ShouldBe([0, 2]);
        Levels(Design(1, 5)).ShouldBe([Round(1 - Math.Sqrt(2.0 / 3)), Round(1 + (1.5 * Math.Sqrt(2.0 / 3)))]);
        Levels(Design(1, 5, 25)).ShouldBe([Round(1 - Math.Sqrt(1.6 / 3)), Round(1 + (1.5 * Math.Sqrt(1.6 / 3)))]);
        var made = Made(Design(3, 4), ReplicateMethod.MultistageBootstrap, count: 4_000);
        (Variance(made) / Variance(Design(3, 4))).ShouldBe(1, 0.08);
        made.Scale.PerReplicate[0].ShouldBe(1.0 / 3_999, 1e-15);
        Should.Throw<SurveyInputException>(() => Made(Design(3, 5), ReplicateMethod.MultistageBootstrap, count: 1)).Message.ShouldContain("at least two");
    }

    [Fact]
    public void Later_stages_of_the_rescaled_bootstrap_follow_their_own_fractions()
    {
        // Four of eight areas, two of eight households in each: λ1 = √(1/2), λ2 = √(0.5 · 0.75); a kept area is carried on by √2.
        var table = new SurveyTable(
        [
            new NumberColumn("area", [1, 1, 2, 2, 3, 3, 4, 4]), new NumberColumn("house", [1, 2, 3, 4, 5, 6, 7, 8]), new NumberColumn("y", [1, 2, 4, 3, 8, 6, 5, 9]),
            new NumberColumn("N", [.. Enumerable.Repeat(8.0, 8)]), new NumberColumn("M", [.. Enumerable.Repeat(8.0, 8)]), new NumberColumn("one", [.. Enumerable.Repeat(1.0, 8)]),
        ]);
        var design = SampleDesign.Declare(table, new SamplingPlan { Ids = ["area", "house"], PopulationSizes = ["N", "M"], Weights = "one" });
        var (first, second) = (Math.Sqrt(0.5), Math.Sqrt(2) * Math.Sqrt(0.375));
        Levels(design).ShouldBe([Round(1 - first), Round(1 + first - second), Round(1 + first + second)]);
        (Variance(Made(design, ReplicateMethod.MultistageBootstrap, count: 4_000)) / Variance(design)).ShouldBe(1, 0.1);
    }

    [Fact]
    public void The_jackknife_of_a_stratum_of_one_does_what_lonely_units_are_said_to_do()
    {
        var table = new SurveyTable([new NumberColumn("s", [1, 1, 1, 2]), new NumberColumn("y", [1, 5, 3, 4])]);
        ReplicateDesign With(LonelyPsu lonely) => Made(SampleDesign.Declare(table, new SamplingPlan { Strata = ["s"], LonelyPsu = lonely }), ReplicateMethod.JKn);
        With(LonelyPsu.Remove).ReplicateCount.ShouldBe(3);
        var average = With(LonelyPsu.Average);
        (average.ReplicateCount, average.Scale.Overall).ShouldBe((3, 4.0 / 3));
        var adjusted = With(LonelyPsu.Adjust);
        adjusted.Replicate(3).ShouldBe([2, 2, 2, 0]);
        adjusted.Scale.PerReplicate.ShouldBe([2.0 / 3, 2.0 / 3, 2.0 / 3, 0.5]);
        Should.Throw<SurveyInputException>(() => With(LonelyPsu.Fail)).Message.ShouldContain("lonelyPsu");
        Should.Throw<SurveyInputException>(() => Made(Design(3, 1, 1), ReplicateMethod.JKn)).Message.ShouldContain("completely");
        Should.Throw<SurveyInputException>(() => Made(Design(3, 4), ReplicateMethod.JK1)).Message.ShouldContain("use JKn");
        Should.Throw<SurveyInputException>(() => Made(Design(3, 4), ReplicateMethod.Other)).Message.ShouldContain("needs columns");
    }

    private static double[] Levels(SampleDesign design) => [.. Factors(Made(design, ReplicateMethod.MultistageBootstrap, count: 60)).SelectMany(each => each).Select(Round).Distinct().Order()];

    private static double Round(double value) => Math.Round(value, 9);
}
