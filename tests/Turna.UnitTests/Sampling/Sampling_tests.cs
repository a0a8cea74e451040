using Turna.Statistics.Disclosure;
using Turna.Statistics.Sampling;
using Index = Turna.Statistics.Indices.Index;

namespace Turna.UnitTests.Sampling;

public sealed class Sampling_tests
{
    [Fact]
    public void The_generator_is_xoshiro256_starstar_seeded_by_splitmix()
    {
        // Made with a separate program (Python) after Blackman and Vigna's splitmix64.c and xoshiro256starstar.c, seed 1.
        var random = new SeededRandom(1);
        random.Next().ShouldBe(12966619160104079557UL);
        random.Next().ShouldBe(9600361134598540522UL);
    }

    [Fact]
    public void Simple_samples_take_each_unit_as_often()
    {
        var taken = new int[10];
        for (ulong seed = 0; seed < 20_000; seed++) foreach (var one in Draw.Simple(10, 3, new SeededRandom(seed))) taken[one.Unit]++;
        taken.ShouldAllBe(count => Math.Abs(count - 6000) < 300);
    }

    [Fact]
    public void Units_are_drawn_in_proportion_to_size_and_the_largest_for_certain()
    {
        double[] sizes = [100, 10, 20, 30, 0, 40];
        var taken = new int[sizes.Length];
        for (ulong seed = 0; seed < 20_000; seed++)
        {
            var sample = Draw.ProportionalToSize(sizes, 3, new SeededRandom(seed));
            sample.Count.ShouldBe(3);
            foreach (var one in sample) taken[one.Unit]++;
        }

        taken[0].ShouldBe(20_000);
        taken[4].ShouldBe(0);
        ((double)taken[1]).ShouldBe(4_000, 250);
        ((double)taken[5]).ShouldBe(16_000, 250);
        Draw.Probabilities(sizes, 3).Sum().ShouldBe(3, 1e-12);
    }

    [Fact]
    public void Neyman_follows_size_times_spread_and_takes_small_strata_whole()
    {
        // By hand: wishes 1000·2, 500·8, 20·400; the third is taken whole, the other 280 are shared 1 : 2.
        Allocation.Divide([1000, 500, 20], 300, Share.Neyman, [2, 8, 400]).ShouldBe([93, 187, 20]);
    }

    [Fact]
    public void Sizes_for_a_proportion_are_those_of_the_textbook()
    {
        // Cochran 1977, 4.4: n0 = t²pq/d² = 384.1 for p = 0.5, d = 0.05; with N = 1000, n = 278.
        Allocation.ForProportion(0.5, 0.05, 1_000_000_000).ShouldBe(385);
        Allocation.ForProportion(0.5, 0.05, 1_000).ShouldBe(278);
    }

    [Fact]
    public void More_than_the_frame_holds_is_refused() =>
        Should.Throw<SamplingException>(() => Draw.Simple(5, 6, new SeededRandom(1))).Message.ShouldContain("6 units are asked for and the frame has 5");

    [Fact]
    public void Indices_of_small_examples_worked_by_hand()
    {
        Index.Gini([(1, 1), (1, 1), (2, 2)]).ShouldBe(1.0 / 6, 1e-12);
        Index.Gini([(0, 1), (0, 1), (0, 1), (8, 1)]).ShouldBe(0.75, 1e-12);
        Index.Dissimilarity([(50, 10), (50, 90)]).ShouldBe(0.4, 1e-12);
        Index.Parity(42, 40).ShouldBe(1.05, 1e-12);
        Index.Share([(2, true), (3, false), (5, true)]).ShouldBe(0.7, 1e-12);
    }

    [Fact]
    public void Records_that_few_share_a_key_with_are_at_risk()
    {
        string[] keys = ["a", "a", "a", "b", "c", "c"];
        Microdata.FewerThan(keys, 3).ShouldBe([3, 4, 5]);
        Microdata.Risks(keys)[3].Risk.ShouldBe(1);
        // Benedetti and Franconi 1998: one record that stands for 10 has the risk p/(1−p)·ln(1/p), p = 0.1.
        Microdata.Risks(["x"], [10])[0].Risk.ShouldBe(0.1 / 0.9 * Math.Log(10), 1e-9);
    }

    [Fact]
    public void The_same_people_get_the_same_change()
    {
        var noise = new CellKey(3);
        var key = CellKey.KeyOf([4_000_000_000, 3_000_000_000]);
        noise.Perturb(12, key).ShouldBe(noise.Perturb(12, CellKey.KeyOf([3_000_000_000, 4_000_000_000])));
        noise.Perturb(0, key).ShouldBe(0);
        Enumerable.Range(0, 70_000).Average(k => noise.Perturb(50, (uint)(k * 61_356L)) - 50.0).ShouldBe(0, 0.05);
    }
}
