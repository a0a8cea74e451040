using Turna.Statistics.Agreement;

namespace Turna.UnitTests.Agreeing;

/// <summary>Small examples worked by hand or printed in textbooks, and ratings that cannot be judged.</summary>
public sealed class Agreement_tests
{
    private static Ratings Of(params string?[][] units) => Ratings.Of([.. units.Select(row => (IReadOnlyList<string?>)row)]);

    private static Ratings Pairs(params (string A, string B, int Times)[] pairs) =>
        Of([.. pairs.SelectMany(pair => Enumerable.Repeat(new string?[] { pair.A, pair.B }, pair.Times))]);

    [Fact]
    public void Cohens_kappa_is_that_of_the_definition()
    {
        // 20 + 15 of 50 agree: 0.7; by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5; kappa 0.4.
        var kappa = Kappa.Cohen(Pairs(("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)));
        kappa.Observed!.Value.ShouldBe(0.7, 1e-12);
        kappa.Expected!.Value.ShouldBe(0.5, 1e-12);
        kappa.Units.ShouldBe(50);
        kappa.Value.ShouldBe(0.4, 1e-12);
        // Under independence: pe + pe² − Σ p·q(p + q) = 0.5 + 0.25 − (0.3 · 1.1 + 0.2 · 0.9), over n(1 − pe)².
        kappa.Statistic!.Value.ShouldBe(0.4 / Math.Sqrt((0.75 - 0.51) / (50 * 0.25)), 1e-9);
        kappa.P!.Value.ShouldBe(0.00389, 1e-5);
    }

    [Fact]
    public void Weights_count_near_misses()
    {
        var ratings = Pairs(("1", "1", 4), ("1", "2", 2), ("2", "2", 2), ("3", "3", 1), ("1", "3", 1));
        // Rows 0.7, 0.2, 0.1; columns 0.4, 0.4, 0.2. Linear: observed 0.7 + 0.2 · 0.5; expected Σ w·r·c = 0.38 + 0.5 · (0.28 + 0.08 + 0.04 + 0.04).
        Kappa.Cohen(ratings, Weighting.Linear).Value.ShouldBe((0.8 - 0.6) / 0.4, 1e-12);
        // Quadratic: 0.7 + 0.2 · 0.75; 0.38 + 0.75 · 0.44.
        Kappa.Cohen(ratings, Weighting.Quadratic).Value.ShouldBe((0.85 - 0.71) / 0.29, 1e-12);
    }

    [Theory]
    // The raters say yes to 0.5 and 0.6, together to 0.55; they agree on 0.7.
    [InlineData(Chance.None, 0)]
    [InlineData(Chance.Uniform, 0.5)]
    [InlineData(Chance.Common, (0.55 * 0.55) + (0.45 * 0.45))]
    [InlineData(Chance.Own, (0.5 * 0.6) + (0.5 * 0.4))]
    [InlineData(Chance.Gwet, 2 * 0.55 * 0.45)]
    public void Each_model_of_chance_expects_its_own_agreement(Chance chance, double expected) =>
        ChanceCorrected.Of(Pairs(("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)), chance).Value.ShouldBe((0.7 - expected) / (1 - expected), 1e-12);

    [Fact]
    public void Fleiss_kappa_is_that_of_the_well_known_example()
    {
        // Ten subjects, fourteen raters, five categories: agreement 0.378, by chance 0.213, kappa 0.210.
        int[][] counts = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]];
        var ratings = Of([.. counts.Select(row => row.SelectMany((count, k) => Enumerable.Repeat((string?)$"{k}", count)).ToArray())]);
        var kappa = Kappa.Fleiss(ratings);
        kappa.Value.ShouldBe(0.210, 0.0005);
        kappa.Observed!.Value.ShouldBe(0.378, 0.0005);
        kappa.Expected!.Value.ShouldBe(0.213, 0.0005);
    }

    [Fact]
    public void Alpha_of_two_values_is_worked_out_by_hand()
    {
        // Eight ratings, half of the pairs apart: 0.5 over 2 · 4 · 4 / (8 · 7).
        var ratings = Of(["1", "1"], ["3", "3"], ["1", "3"], ["3", "1"], ["1", null], [null, null]);
        foreach (var level in Enum.GetValues<Level>())
        {
            var alpha = Alpha.Of(ratings, level);
            alpha.Value.ShouldBe(1 - (0.5 / (32.0 / 56)), 1e-12);
            alpha.Units.ShouldBe(4);
        }

        Alpha.Of(ratings, Level.Interval).Observed!.Value.ShouldBe(0.5 * 4, 1e-12);
        Alpha.Of(ratings, Level.Ratio).Observed!.Value.ShouldBe(0.5 * 0.25, 1e-12);
        Alpha.Of(Of(["a", "a"], ["a", "a"]), Level.Nominal).Value.ShouldBe(double.NaN);
        Alpha.Of(Of(["a", "a"], ["a", "a"]), Level.Nominal).Note!.ShouldContain("the same");
    }

    [Fact]
    public void A_bootstrap_is_repeatable_and_stays_about_alpha()
    {
        var ratings = Pairs(("1", "1", 20), ("2", "2", 20), ("1", "2", 6), ("2", "3", 4));
        foreach (var resample in Enum.GetValues<Resample>())
        {
            var first = Alpha.Bootstrap(ratings, Level.Nominal, 2_000, 9, resample);
            first.Interval.ShouldBe(Alpha.Bootstrap(ratings, Level.Nominal, 2_000, 9, resample).Interval);
            first.Interval.ShouldNotBe(Alpha.Bootstrap(ratings, Level.Nominal, 2_000, 10, resample).Interval);
            var (low, high) = first.Interval!.Value;
            low.ShouldBeLessThan(first.Value);
            high.ShouldBeGreaterThan(first.Value);
            // A normal distribution of that error has its 2.5 and 97.5 % points about two errors to either side.
            ((high - low) / first.StandardError!.Value).ShouldBe(3.92, 0.45);
        }

        Alpha.Bootstrap(ratings, Level.Nominal, 100, 1).Interval.ShouldNotBeNull();
        Refused(() => Alpha.Bootstrap(ratings, Level.Nominal, 99, 1)).ShouldContain("100");
        Refused(() => Alpha.Bootstrap(ratings, Level.Nominal, 1_000_001, 1)).ShouldContain("1000000");
        Alpha.Bootstrap(Of(["a", "a"], ["a", "a"]), Level.Nominal, 100, 1).Interval.ShouldBeNull();
    }

    [Fact]
    public void Names_say_which_coefficient_it_is()
    {
        var ratings = Of(["1", "2"], ["3", "3"], ["5", "4"], ["2", "2"]);
        Func<Ratings, bool, Agreed>[] coefficients = [Intraclass.OneWay, Intraclass.Consistency, Intraclass.Absolute];
        foreach (var coefficient in coefficients)
        {
            coefficient(ratings, true).Coefficient.ShouldEndWith("-average");
            coefficient(ratings, false).Coefficient.ShouldNotContain("average");
        }

        Kappa.Fleiss(ratings).Coefficient.ShouldBe("fleiss");
        Kappa.Fleiss(ratings, exact: true).Coefficient.ShouldBe("conger-exact");
        Alpha.AsIrr(ratings, Level.Interval).Coefficient.ShouldBe("krippendorff-irr");
    }

    [Fact]
    public void Categories_are_numbers_in_order_or_words_as_told()
    {
        var numbers = Of(["10", "9"], ["9.0", null], ["", "10"]);
        (numbers.IsNumeric, numbers.Units, numbers.Raters).ShouldBe((true, 3, 2));
        numbers.Scores.ShouldBe([9, 10]);
        numbers[0, 0].ShouldBe(1);
        numbers[1, 0].ShouldBe(0);
        numbers[2, 0].ShouldBe(Ratings.Missing);
        var words = Ratings.Of([["low", "high"]], ["low", "middle", "high"]);
        words.Scores.ShouldBe([1, 2, 3]);
        words.IsNumeric.ShouldBeFalse();
        words[0, 1].ShouldBe(2);
        Ratings.Of([["4", "2"]], ["4", "2"]).Scores.ShouldBe([4, 2]);
        Of(["b", "a"]).Categories.ShouldBe(["a", "b"]);
        Of(["b", "a"], ["b", null], ["a", "a"]).Complete().Units.ShouldBe(2);
    }

    [Fact]
    public void Percent_and_overlap_count_what_they_say()
    {
        var ratings = Of(["1", "1"], ["1", "2"], ["1", "3"], ["2", "2"]);
        Simple.Percent(ratings).Value.ShouldBe(0.5);
        Simple.Percent(ratings, 1).Value.ShouldBe(0.75);
        var overlap = Simple.Overlap(Of(["0", "0"], ["1", "1"], ["1", "0"], ["0", "1"], ["1", "1"]));
        overlap.Both.ShouldBe(0.4, 1e-12);
        overlap.Neither.ShouldBe(0.2, 1e-12);
        overlap.Jaccard.ShouldBe(0.5, 1e-12);
        overlap.F1.ShouldBe(4.0 / 6, 1e-12);
        Refused(() => Simple.Overlap(ratings)).ShouldContain("two categories");
        Refused(() => Simple.Percent(Of(["a", "b"]), 1)).ShouldContain("words");
    }

    [Fact]
    public void Ratings_that_cannot_be_judged_are_refused_with_the_reason()
    {
        Refused(() => Of()).ShouldBe("there are no units");
        Refused(() => Of(["a"])).ShouldContain("two raters");
        Refused(() => Of(["a", "b"], ["a"])).ShouldBe("unit 2 has 1 ratings where the first has 2");
        Refused(() => Of([null, ""])).ShouldBe("all ratings are missing");
        Refused(() => Ratings.Of([["a", "z"]], ["a", "b"])).ShouldBe("the value 'z' is not among the categories given");
        Refused(() => Of(["a", null], [null, "a"]).Complete()).ShouldBe("no unit was rated by all raters");
        Refused(() => Alpha.Of(Of(["a", null], [null, "a"]), Level.Nominal)).ShouldBe("no unit has two ratings");
        Refused(() => Alpha.Of(Of(["a", "b"]), Level.Interval)).ShouldContain("need numbers");
        Refused(() => Alpha.Of(Of(["a", "b"]), Level.Ratio)).ShouldContain("need numbers");
        Refused(() => Alpha.Of(Of(["-1", "2"]), Level.Ratio)).ShouldContain("negative");
        Alpha.Of(Of(["0", "2"], ["2", "2"]), Level.Ratio).Units.ShouldBe(2);
        Refused(() => Kappa.Cohen(Of(["a", "b", "c"]))).ShouldContain("here are 3");
        Refused(() => Intraclass.OneWay(Of(["a", "b"], ["a", "a"]))).ShouldContain("words");
        Refused(() => Intraclass.OneWay(Of(["1", "2"]))).ShouldContain("two units");
    }

    private static string Refused(Action action) => Should.Throw<AgreementException>(action).Message;
}
