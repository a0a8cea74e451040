using System.Numerics;
using Turna.Statistics.Disclosure;
using Turna.Statistics.Survey;

namespace Turna.UnitTests.Disclosure;

/// <summary>What follows from what, asked twice: exactly by elimination modulo a prime, and in floating point by ranks.</summary>
public sealed class Elimination_tests
{
    private static readonly ulong[] Numbers = [0, 1, 2, 7, 1UL << 31, 1UL << 60, (1UL << 60) + 12345, 1_234_567_890_123_456_789, Field61.Prime - 2, Field61.Prime - 1];

    [Fact]
    public void Arithmetic_is_that_of_whole_numbers_modulo_the_prime()
    {
        Field61.Prime.ShouldBe(2_305_843_009_213_693_951UL);
        foreach (var a in Numbers)
        {
            Field61.Add(a, Field61.Negate(a)).ShouldBe(0UL);
            Field61.Negate(a).ShouldBeLessThan(Field61.Prime);
            if (a > 0) Field61.Multiply(a, Field61.Inverse(a)).ShouldBe(1UL);
            foreach (var b in Numbers)
            {
                Field61.Multiply(a, b).ShouldBe((ulong)((BigInteger)a * b % Field61.Prime));
                Field61.Add(a, b).ShouldBe((ulong)(((BigInteger)a + b) % Field61.Prime));
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(-1, 2_305_843_009_213_693_950)]
    [InlineData(int.MinValue, 2_305_843_007_066_210_303)]
    public void Negative_numbers_count_from_the_prime(int value, ulong expected) => Field61.Of(value).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_hidden_cell_is_known_when_its_own_row_adds_nothing_to_the_sums(int seed)
    {
        var (universe, random) = Model(seed);
        var hidden = Enumerable.Range(0, universe.Count).Select(_ => random.Next(3) == 0).ToArray();
        var attack = new Attack(universe, hidden, new double[universe.Count], new double[universe.Count]);
        foreach (var component in attack.Components())
        {
            var rows = universe.Bonds.Where(bond => bond.Relation == Relation.Sum).Select(bond => Row(bond)).Where(row => row.Any(value => value != 0)).ToArray();
            var rank = Rank.Of(rows, 1e-9);
            var expected = component.Where((_, i) => Rank.Of([.. rows, Unit(i)], 1e-9) == rank);
            Deduction.Known(universe, hidden, component).Order().ShouldBe(expected);

            double[] Row(Bond bond) => Array.ConvertAll(component, cell => (bond.Parts.Contains(cell) ? 1.0 : 0) - (bond.Whole == cell ? 1 : 0));
            double[] Unit(int i) => [.. component.Select((_, at) => at == i ? 1.0 : 0)];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Publishing_a_cell_gives_away_what_it_completes(int seed)
    {
        var (universe, random) = Model(seed);
        int[] cells = [.. Enumerable.Range(0, universe.Count).OrderBy(_ => random.Next())];
        var isProtected = new bool[universe.Count];
        foreach (var cell in cells[..(cells.Length / 4)]) isProtected[cell] = true;
        var forms = Forms(universe);
        var space = new RowSpace(universe, cells);
        var published = new List<double[]>();
        foreach (var cell in cells[(cells.Length / 4)..])
        {
            var after = Rank.Of([.. published, forms[cell]], 1e-9);
            var betrayed = Array.FindAll(cells[..(cells.Length / 4)], other =>
                Rank.Of([.. published, forms[other]], 1e-9) > published.Count && Rank.Of([.. published, forms[cell], forms[other]], 1e-9) == after);
            space.IsKnown(cell).ShouldBe(after == published.Count);
            if (space.Betrays(cell, isProtected) is var found && found < 0) betrayed.ShouldBeEmpty();
            else betrayed.ShouldContain(found);
            if (betrayed.Length > 0)
            {
                space.Drop(cell);
                continue;
            }

            space.Publish(cell);
            if (after > published.Count) published.Add(forms[cell]);
        }

        foreach (var cell in cells[..(cells.Length / 4)]) space.IsKnown(cell).ShouldBe(Rank.Of([.. published, forms[cell]], 1e-9) == published.Count);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_in_which_cells_are_published_does_not_matter(int seed)
    {
        var (universe, random) = Model(seed);
        int[] cells = [.. Enumerable.Range(0, universe.Count).OrderBy(_ => random.Next())];
        int[] shown = cells[(cells.Length / 2)..];
        var (together, singly) = (new RowSpace(universe, cells), new RowSpace(universe, cells));
        together.PublishAll(shown);
        foreach (var cell in shown) singly.Publish(cell);
        foreach (var cell in cells[..(cells.Length / 2)]) together.IsKnown(cell).ShouldBe(singly.IsKnown(cell));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_sum_has_the_coordinates_of_its_parts_together(int seed)
    {
        var (universe, _) = Model(seed);
        var forms = Forms(universe);
        foreach (var bond in universe.Bonds.Where(bond => bond.Relation == Relation.Sum))
        {
            for (var i = 0; i < forms[0].Length; i++) bond.Parts.Sum(part => forms[part][i]).ShouldBe(forms[bond.Whole][i]);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_cell_is_found_by_its_codes(int seed)
    {
        var (universe, _) = Model(seed);
        universe.IsDense.ShouldBeTrue();
        for (var cell = 0; cell < universe.Count; cell++)
        {
            universe.At((int)universe.KeyOf(cell)).ShouldBe(cell);
            var codes = Enumerable.Range(0, universe.Dimensions.Count).Select(d => universe.CodeOf(cell, d)).ToArray();
            universe.KeyOf(cell).ShouldBe((ulong)codes.Select((code, d) => code * (long)universe.StrideOf(d)).Sum());
            universe.Breadth(cell).ShouldBe(codes.Count(code => code == 0));
            universe.MembershipsOf(cell).Where(one => one.Factor < 0).Select(one => universe.Bonds[one.Bond].Whole).ShouldAllBe(whole => whole == cell);
            universe.MembershipsOf(cell).Where(one => one.Factor > 0).ShouldAllBe(one => universe.Bonds[one.Bond].Parts.Contains(cell));
            for (var d = 0; d < codes.Length; d++)
                universe.IsDivided(cell, d).ShouldBe(universe.Bonds.Any(bond => bond.Whole == cell && bond.Relation == Relation.Sum && universe.CodeOf(bond.Parts[0], d) != codes[d]));
        }
    }

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(1, 12).Select(seed => new TheoryDataRow<int>(seed));

    private static (Universe Universe, Random Random) Model(int seed)
    {
        // Releases of up to 120 cells, so that ranks in floating point are beyond doubt.
        for (var at = seed; ; at += 1_000)
        {
            var release = new RandomRelease(at);
            var universe = new Universe(release.Dimensions, release.Tables);
            if (universe.Count <= 120) return (universe, new Random(at));
        }
    }

    private static double[][] Forms(Universe universe)
    {
        var form = new List<(ulong Coordinate, int Factor)>();
        var places = new Dictionary<ulong, int>();
        var rows = new Dictionary<int, double>[universe.Count];
        for (var cell = 0; cell < universe.Count; cell++)
        {
            universe.FormOf(cell, form);
            rows[cell] = [];
            foreach (var (coordinate, factor) in form)
            {
                if (!places.TryGetValue(coordinate, out var at)) places.Add(coordinate, at = places.Count);
                rows[cell].Add(at, factor);
            }
        }

        return Array.ConvertAll(rows, row => Enumerable.Range(0, places.Count).Select(at => row.GetValueOrDefault(at)).ToArray());
    }
}
