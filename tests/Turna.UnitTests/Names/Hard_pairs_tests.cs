using Turna.Names;
using Turna.Testing.Names;

namespace Turna.UnitTests.Names;

/// <summary>Pairs written by hand, by kind; the half kept aside is judged like the one that was looked at.</summary>
public sealed class Hard_pairs_tests
{
    [Theory]
    [InlineData(HardPairs.Seen, 0.985, 0.97)]
    [InlineData(HardPairs.KeptAside, 0.985, 0.96)]
    [InlineData(HardPairs.Later, 0.985, 0.87)]
    public void Few_different_people_are_called_the_same_and_most_spellings_are(string half, double precision, double recall)
    {
        var judged = HardPairs.Of(half).Select(p => (Pair: p, Compared(p).Verdict)).ToArray();
        double same = Share(judged, Truth.Same), mistaken = Share(judged, Truth.Different);
        (same / (same + mistaken)).ShouldBeGreaterThan(precision);
        same.ShouldBeGreaterThan(recall);
    }

    [Theory]
    [InlineData("sisters and brothers with the whole name")]
    [InlineData("brothers and sisters with a particle")]
    [InlineData("father and son")]
    [InlineData("mother and daughter, husband and wife")]
    [InlineData("another father")]
    [InlineData("male and female ending, a name for both")]
    [InlineData("s and sh, z and zh in one script")]
    [InlineData("short forms")]
    [InlineData("initials that fit")]
    [InlineData("married names")]
    [InlineData("man and woman")]
    [InlineData("born in other years")]
    [InlineData("family names begun with another letter")]
    [InlineData("brothers whose names rhyme")]
    public void None_of_this_kind_is_the_same(string kind) =>
        HardPairs.All.Where(p => p.Pair.Kind == kind && Compared(p.Pair).Verdict == Verdict.Same).ShouldBeEmpty();

    [Fact]
    public void Whoever_is_the_same_is_found_by_a_key_of_either_writing()
    {
        var same = HardPairs.All.Select(p => p.Pair).Where(p => Compared(p).Verdict == Verdict.Same).ToArray();
        var missed = same.Where(p => !Meet(p.A, B(p)) || !Meet(p.B, A(p))).ToArray();
        same.Length.ShouldBeGreaterThan(600);
        missed.Length.ShouldBeLessThanOrEqualTo(same.Length / 200, string.Join("; ", missed.Select(m => $"{m.A} | {m.B}")));
    }

    [Fact]
    public void The_judgement_does_not_depend_on_the_order_of_the_pair()
    {
        foreach (var (pair, _) in HardPairs.All) NameComparison.Compare(B(pair), A(pair)).ShouldBe(Compared(pair), pair.ToString());
    }

    private static double Share((NamePair Pair, Verdict Verdict)[] judged, Truth truth) =>
        judged.Where(j => j.Pair.Truth == truth).Average(j => j.Verdict == Verdict.Same ? 1.0 : 0.0);

    private static NameMatch Compared(NamePair pair) => NameComparison.Compare(A(pair), B(pair));

    private static NameRecord A(NamePair pair) => NameRecord.Read(pair.A, SexOf(pair.FemaleA), pair.YearA);

    private static NameRecord B(NamePair pair) => NameRecord.Read(pair.B, SexOf(pair.FemaleB), pair.YearB);

    private static Sex SexOf(bool? female) => female switch { true => Sex.Female, false => Sex.Male, null => Sex.Unknown };

    private static bool Meet(string query, NameRecord record)
    {
        var asked = NameKeys.ForQuery(query);
        return asked.Keys.Concat(NameKeys.ForSlips(asked)).Intersect(NameKeys.For(record)).Any();
    }
}
