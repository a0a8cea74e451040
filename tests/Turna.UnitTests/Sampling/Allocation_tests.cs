using Turna.Statistics.Sampling;

namespace Turna.UnitTests.Sampling;

/// <summary>Sizes and allocations worked by hand after Cochran, Sampling Techniques, 3rd ed. 1977, chapters 4 and 5.</summary>
public sealed class Allocation_tests
{
    [Theory]
    [InlineData(Share.Proportional, new[] { 10, 20, 30 })]
    [InlineData(Share.Equal, new[] { 20, 20, 20 })]
    // Square roots 10 : 14.142 : 17.321 share 60 as 14.471, 20.465, 25.064; the largest remainder is rounded up.
    [InlineData(Share.Power, new[] { 15, 20, 25 })]
    public void A_sample_is_divided_as_asked(Share share, int[] expected) => Allocation.Divide([100, 200, 300], 60, share).ShouldBe(expected);

    [Fact]
    public void Powers_lead_from_equal_to_proportional_and_know_spreads()
    {
        Allocation.Divide([100, 200, 300], 60, Share.Power, power: 0).ShouldBe([20, 20, 20]);
        Allocation.Divide([100, 200, 300], 60, Share.Power, power: 1).ShouldBe([10, 20, 30]);
        Allocation.Divide([100, 100], 40, Share.Power, [1, 3]).ShouldBe([10, 30]);
    }

    [Fact]
    public void Every_stratum_gets_its_least_and_no_more_than_it_has()
    {
        // 1, 10 and 189 in proportion; the first has one unit only, the second is lifted to two.
        Allocation.Divide([1, 10, 989], 20, Share.Proportional).ShouldBe([1, 2, 17]);
        Allocation.Divide([3, 1000], 100, Share.Equal).ShouldBe([3, 97]);
        Allocation.Divide([5, 5], 10, Share.Proportional).ShouldBe([5, 5]);
        Allocation.Divide([10, 10], 4, Share.Neyman, [0, 0]).ShouldBe([2, 2]);
        Allocation.Divide([10, 30], 8, Share.Proportional, least: 3).ShouldBe([3, 5]);
        Allocation.Divide([10, 10, 10], 10, Share.Equal).ShouldBe([4, 3, 3]);
    }

    [Fact]
    public void What_cannot_be_divided_is_refused_with_its_reason()
    {
        Refused(() => Allocation.Divide([0, 5], 4, Share.Equal)).ShouldBe("a stratum is empty");
        Refused(() => Allocation.Divide([5, 5], 4, Share.Neyman)).ShouldContain("spread");
        Refused(() => Allocation.Divide([5, 5], 4, Share.Power, power: 1.1)).ShouldContain("between 0 and 1");
        Refused(() => Allocation.Divide([5, 5], 4, Share.Power, power: -0.1)).ShouldContain("between 0 and 1");
        Refused(() => Allocation.Divide([5, 5], 3, Share.Equal)).ShouldBe("3 units cannot give each of 2 strata 2");
        Refused(() => Allocation.Divide([5, 5], 11, Share.Equal)).ShouldBe("11 units are asked for and the frame has 10");
        Refused(() => Allocation.ForMean(1, 0, 100)).ShouldContain("margin");
        Refused(() => Allocation.ForMean(1, 1, 100, response: 0)).ShouldContain("response");
        Refused(() => Allocation.ForMean(1, 1, 100, response: 1.01)).ShouldContain("response");
        Refused(() => Allocation.ForMean(1, 1, 100, designEffect: 0)).ShouldContain("design effect");
    }

    [Fact]
    public void Sizes_grow_with_spread_clustering_and_silence()
    {
        // n0 = (1.959964 · 20 / 2)² = 384.15; of 10,000: 384.15 / 1.038415 = 369.94.
        Allocation.ForMean(20, 2, 10_000).ShouldBe(370);
        // Twice the design effect: 768.29 / 1.076829 = 713.48; 80 % answer: 891.85.
        Allocation.ForMean(20, 2, 10_000, designEffect: 2).ShouldBe(714);
        Allocation.ForMean(20, 2, 10_000, designEffect: 2, response: 0.8).ShouldBe(892);
        Allocation.ForMean(20, 2, 300, response: 0.5).ShouldBe(300);
        Allocation.ForMean(0, 2, 300).ShouldBe(1);
        // 0.2 · 0.8: n0 = 3.841459 · 0.16 / 0.0009 = 682.93.
        Allocation.ForProportion(0.2, 0.03, int.MaxValue).ShouldBe(683);
    }

    [Fact]
    public void What_rounding_leaves_goes_to_the_largest_remainders_one_each()
    {
        // 11/3 each: two of the three get a fourth. 2.2, 4.4 and 4.4 are 2, 5 and 4; a stratum that is full gets no more.
        Allocation.Divide([100, 100, 100], 11, Share.Proportional).ShouldBe([4, 4, 3]);
        Allocation.Divide([100, 200, 200], 11, Share.Proportional).ShouldBe([2, 5, 4]);
        Allocation.Divide([3, 3, 3], 8, Share.Proportional).ShouldBe([3, 3, 2]);
    }

    [Fact]
    public void Systematic_samples_step_evenly_and_stay_in_the_frame()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var drawn = Draw.Systematic(20, 5, new SeededRandom(seed));
            drawn.Count.ShouldBe(5);
            for (var i = 1; i < 5; i++) (drawn[i].Unit - drawn[i - 1].Unit).ShouldBe(4);
            drawn[0].Unit.ShouldBeInRange(0, 3);
            drawn[0].Probability.ShouldBe(0.25);
            drawn[0].Weight.ShouldBe(4);
        }

        Enumerable.Range(0, 200).Select(seed => Draw.Systematic(20, 5, new SeededRandom((ulong)seed))[0].Unit).Distinct().Count().ShouldBe(4);
        Draw.Systematic(7, 7, new SeededRandom(3)).Select(one => one.Unit).ShouldBe([0, 1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Probabilities_are_sizes_over_what_is_left_after_those_taken_for_certain()
    {
        // 100 of 200 times 3 is above one; then 60 of 100 times 2; then 30 : 10 share one.
        Draw.Probabilities([100, 60, 30, 10], 3).ShouldBe([1, 1, 0.75, 0.25]);
        Draw.Probabilities([1, 1, 1, 1], 2).ShouldBe([0.5, 0.5, 0.5, 0.5]);
        Draw.Probabilities([5, 5, 0], 2).ShouldBe([1, 1, 0]);
        Draw.ProportionalToSize([5, 5, 0], 2, new SeededRandom(1)).Select(one => one.Unit).ShouldBe([0, 1]);
        Refused(() => Draw.ProportionalToSize([1, -1], 1, new SeededRandom(1))).ShouldBe("unit 2 has the size -1");
        Refused(() => Draw.ProportionalToSize([1, double.PositiveInfinity], 1, new SeededRandom(1))).ShouldContain("unit 2");
        Refused(() => Draw.ProportionalToSize([1, 0], 2, new SeededRandom(1))).ShouldBe("2 units are asked for and the frame has 1");
        Refused(() => Draw.Simple(3, 0, new SeededRandom(1))).ShouldBe("a sample of 0 units is none");
        Draw.Simple(3, 3, new SeededRandom(1)).Select(one => one.Probability).ShouldBe([1, 1, 1]);
    }

    private static string Refused(Action action) => Should.Throw<SamplingException>(action).Message;
}
