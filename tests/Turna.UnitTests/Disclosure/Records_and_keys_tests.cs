using Turna.Statistics.Disclosure;
using Turna.Statistics.Indices;
using Index = Turna.Statistics.Indices.Index;

namespace Turna.UnitTests.Disclosure;

public sealed class Records_and_keys_tests
{
    [Fact]
    public void A_change_follows_from_the_key_and_reaches_as_far_as_allowed()
    {
        // 2^32 / 5 = 858,993,459.2: the first fifth of keys takes two away, the last adds two.
        var noise = new CellKey(2);
        noise.Perturb(10, 0).ShouldBe(8);
        noise.Perturb(10, 858_993_459).ShouldBe(8);
        noise.Perturb(10, 858_993_460).ShouldBe(9);
        noise.Perturb(10, 2_147_483_648).ShouldBe(10);
        noise.Perturb(10, uint.MaxValue).ShouldBe(12);
        noise.Perturb(1, 0).ShouldBe(0);
        noise.Perturb(0, uint.MaxValue).ShouldBe(0);
    }

    [Fact]
    public void Counts_below_the_floor_are_none_or_the_floor()
    {
        var noise = new CellKey(2, 2);
        noise.Perturb(3, 0).ShouldBe(0);
        noise.Perturb(3, 1).ShouldBe(2);
        noise.Perturb(4, 1).ShouldBe(2);
        noise.Perturb(2, 2_147_483_648).ShouldBe(2);
        // Nobody left is nobody, whatever the key.
        noise.Perturb(2, 1).ShouldBe(0);
    }

    [Fact]
    public void Keys_are_sums_that_start_again_at_two_to_the_32nd()
    {
        CellKey.KeyOf([]).ShouldBe(0u);
        CellKey.KeyOf([uint.MaxValue, 5]).ShouldBe(4u);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(21, 0)]
    [InlineData(2, 3)]
    [InlineData(2, -1)]
    public void Changes_out_of_range_are_refused(int maximum, int floor) => Should.Throw<DisclosureException>(() => new CellKey(maximum, floor));

    [Fact]
    public void The_widest_changes_are_allowed()
    {
        new CellKey(20, 20).Perturb(40, 0).ShouldBe(20);
        new CellKey(1, 1).Perturb(1, 2_147_483_648).ShouldBe(1);
        Should.Throw<DisclosureException>(() => new CellKey(1).Perturb(-1, 0));
    }

    [Fact]
    public void Risks_of_shared_keys_are_those_of_the_closed_forms()
    {
        // Benedetti and Franconi 1998: f = 2: p/(1−p)² · (p·ln p + 1 − p), p = 2/20.
        const double P = 0.1;
        var expected = P / Math.Pow(1 - P, 2) * ((P * Math.Log(P)) + 1 - P);
        var risks = Microdata.Risks(["a", "a", "b"], [12, 8, 1]);
        risks[0].Risk.ShouldBe(expected, 1e-9);
        (risks[1].Sample, risks[1].Population).ShouldBe((2, 20.0));
        risks[2].Risk.ShouldBe(1);
        risks.Select(one => one.Record).ShouldBe([0, 1, 2]);
        Microdata.Risks(["a", "a"], [1, 1])[0].Risk.ShouldBe(0.5);
    }

    [Fact]
    public void Weights_must_fit_the_records()
    {
        Should.Throw<DisclosureException>(() => Microdata.Risks(["a"], [1, 2])).Message.ShouldBe("2 weights for 1 records");
        Should.Throw<DisclosureException>(() => Microdata.Risks(["a", "b"], [1, 0.5])).Message.ShouldContain("record 2");
        Should.Throw<DisclosureException>(() => Microdata.Risks(["a"], [double.NaN]));
    }

    [Fact]
    public void K_counts_the_record_itself() => Microdata.FewerThan(["a", "b", "b"], 2).ShouldBe([0]);

    [Fact]
    public void Indices_of_nothing_are_no_numbers()
    {
        Index.Share([]).ShouldBe(double.NaN);
        Index.Share([(2, false), (2, true)]).ShouldBe(0.5);
        Index.Parity(3, 0).ShouldBe(double.NaN);
        Index.Dissimilarity([(0, 3)]).ShouldBe(double.NaN);
        Index.Dissimilarity([(3, 0)]).ShouldBe(double.NaN);
        Index.Gini([(0, 1)]).ShouldBe(double.NaN);
        Index.Gini([(5, 0)]).ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => Index.Gini([(-1, 1), (4, 1)]));
        Should.Throw<ArgumentException>(() => Index.Gini([(1, -1), (4, 3)]));
        // Unequal weights count as so many people: 1 for three and 5 for one.
        Index.Gini([(5, 1), (1, 3)]).ShouldBe(Index.Gini([(1, 1), (1, 1), (1, 1), (5, 1)]), 1e-12);
        Index.Gini([(5, 1), (1, 3)]).ShouldBe(0.375, 1e-12);
    }
}
