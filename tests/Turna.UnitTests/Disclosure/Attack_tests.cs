using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>What a reader can work out about a few hidden cells, by hand.</summary>
public sealed class Attack_tests
{
    private static readonly Dimension Oblast = Dimension.Flat("oblast", "all", ["Osh", "Chuy", "Naryn", "Talas"]);
    private static readonly Dimension Topic = Dimension.Flat("topic", "all", ["a", "b", "c", "d"]);
    private static readonly Universe Model = new([Oblast, Topic], [Crossing.Of("t", [Oblast, Topic], [.. Oblast.Codes.Skip(1).SelectMany((oblast, o) =>
        Topic.Codes.Skip(1).Select((topic, t) => new Line([oblast, topic], 1 + (3 * o) + (2 * t))))])]);

    [Fact]
    public void Hidden_cells_that_share_no_sum_are_attacked_apart()
    {
        var attack = Attack("Osh a", "Osh b", "Chuy a", "Chuy b", "Naryn c", "Naryn d", "Talas c", "Talas d");
        attack.Components().Select(Names).ShouldBe(["Osh a, Chuy a, Osh b, Chuy b", "Naryn c, Talas c, Naryn d, Talas d"], ignoreOrder: true);
        Names(attack.Whole(Cell("Osh a"), 100)).ShouldBe("Osh a, Chuy a, Osh b, Chuy b");
        attack.Whole(Cell("Osh a"), 3).Length.ShouldBe(3);
        attack.Whole(Cell("Osh a"), 3).ShouldContain(Cell("Osh a"));
        Attack().Components().ShouldBeEmpty();
        // One cell more in a row and a column joins them.
        Attack("Osh a", "Osh b", "Chuy a", "Chuy b", "Naryn c", "Naryn d", "Talas c", "Talas d", "Osh c").Components().Count().ShouldBe(1);
    }

    [Fact]
    public void The_nearest_cells_are_those_with_most_sums_in_common()
    {
        // Chuy b and Osh c share sums with two cells taken before them, Talas c with one.
        var attack = Attack("Osh a", "Osh b", "Osh c", "Chuy a", "Chuy b", "Talas c");
        Names(attack.Whole(Cell("Osh a"), 4)).ShouldBe("Osh a, Chuy a, Osh b, Chuy b");
        Names(attack.Whole(Cell("Osh a"), 5)).ShouldBe("Osh a, Chuy a, Osh b, Chuy b, Osh c");
    }

    [Fact]
    public void A_cell_that_is_alone_in_a_sum_cannot_move_and_holds_others()
    {
        Names(Attack("Osh a", "Osh b", "Chuy a", "Chuy b").Neighbourhood(Cell("Osh a"), 10)).ShouldBe("Osh a, Chuy a, Osh b, Chuy b");
        Names(Attack("Osh a", "Osh b", "Chuy a", "Chuy b", "Chuy c").Neighbourhood(Cell("Osh a"), 10)).ShouldBe("Osh a, Chuy a, Osh b, Chuy b");
        // Without Chuy b nothing can move: Osh b is alone in its column, then Osh a in its row, then Chuy a.
        Attack("Osh a", "Osh b", "Chuy a").Neighbourhood(Cell("Osh a"), 10).ShouldBeEmpty();
        // Three of a block, because no more were allowed.
        Attack("Osh a", "Osh b", "Chuy a", "Chuy b").Neighbourhood(Cell("Osh a"), 3).ShouldBeEmpty();
    }

    [Fact]
    public void A_block_moves_until_a_cell_is_at_its_least()
    {
        // Osh 1 and 3, Chuy 4 and 6: Osh a from 0 to 4 where nothing is negative, and 1 to 3 where every cell holds somebody.
        Bounds(0).ShouldBe((0, 4));
        Bounds(1).ShouldBe((1, 3));

        static (double, double) Bounds(double least)
        {
            var (attack, cells) = (Attack(least, "Osh a", "Osh b", "Chuy a", "Chuy b"), Cells("Osh a", "Osh b", "Chuy a", "Chuy b"));
            foreach (var fromTruth in (bool[])[true, false])
            {
                var problem = attack.Over(cells, fromTruth);
                (problem.Simplex!.Extreme(problem.Place[Cell("Chuy b")], -1), problem.Simplex.Extreme(problem.Place[Cell("Chuy b")], 1)).ShouldBe(least == 0 ? (5, 9) : (6, 8));
            }

            var again = attack.Over(cells, true);
            return (again.Simplex!.Extreme(again.Place[Cell("Osh a")], -1), again.Simplex.Extreme(again.Place[Cell("Osh a")], 1));
        }
    }

    [Fact]
    public void Cells_left_out_of_a_problem_stay_at_their_true_values()
    {
        var attack = Attack("Osh a", "Osh b", "Osh c", "Chuy a", "Chuy b", "Chuy c");
        var part = attack.Over(Cells("Osh a", "Osh b", "Chuy a", "Chuy b"), true);
        part.Simplex!.Extreme(part.Place[Cell("Osh a")], 1).ShouldBe(4, 1e-9);
        // With the third column Osh a may take what Osh c holds as well, but no more than the column has.
        var whole = attack.Over(Cells("Osh a", "Osh b", "Osh c", "Chuy a", "Chuy b", "Chuy c"), true);
        whole.Simplex!.Extreme(whole.Place[Cell("Osh a")], 1).ShouldBe(5, 1e-9);
    }

    [Fact]
    public void Parts_that_overlap_are_bounded_by_the_largest_and_by_their_sum()
    {
        // Of ten clients eight came for wages; papers are hidden: at least two, at most ten. With the whole hidden instead: eight to eleven.
        var topic = Dimension.Flat("topic", "all", ["wages", "papers"], Relation.Cover);
        Interval([10, 8, null], 2).ShouldBe((2, 10));
        Interval([null, 8, 3], 0).ShouldBe((8, 11));

        (double, double) Interval(decimal?[] values, int asked)
        {
            var universe = new Universe([topic], [new Table("t", ["topic"], [.. topic.Codes.Select((code, i) => new Cell([code], values[i]))])]);
            var hidden = Enumerable.Range(0, universe.Count).Select(cell => universe.ValueOf(cell) is null).ToArray();
            var problem = new Attack(universe, hidden, new double[universe.Count], [.. hidden.Select(_ => double.PositiveInfinity)]).Over([universe.Placed[0][asked]], false);
            return (problem.Simplex!.Extreme(0, -1), problem.Simplex.Extreme(0, 1));
        }
    }

    [Fact]
    public void Nearby_only_what_can_change_is_cleared()
    {
        // A block of four can change by one; a pair that adds up to a shown row, each in a shown column, cannot.
        Uncleared(1, "Osh b", "Osh c", "Chuy b", "Chuy c").ShouldBe("");
        Uncleared(1, "Osh b", "Osh c").ShouldBe("Osh b, Osh c");
        // Osh b holds three and may lose two, or gain four from Osh c: six steps, not seven.
        Uncleared(6, "Osh b", "Osh c", "Chuy b", "Chuy c").ShouldBe("");
        Uncleared(7, "Osh b", "Osh c", "Chuy b", "Chuy c").ShouldBe("Osh b, Chuy b, Osh c, Chuy c");

        static string Uncleared(double width, params string[] suppressed)
        {
            var isHidden = new bool[Model.Count];
            foreach (var cell in Cells(suppressed)) isHidden[cell] = true;
            var truth = Enumerable.Range(0, Model.Count).Select(cell => isHidden[cell] ? (double?)Model.ValueOf(cell) : null).ToArray();
            var seen = new Universe([Oblast, Topic], [new Table("t", ["oblast", "topic"], [.. Enumerable.Range(0, Model.Count).Select(cell =>
                new Cell([Oblast.Codes[Model.CodeOf(cell, 0)], Topic.Codes[Model.CodeOf(cell, 1)]], isHidden[cell] ? null : Model.ValueOf(cell)))])]);
            var least = Enumerable.Repeat(1.0, Model.Count).ToArray();
            // The second model numbers its cells anew.
            int[] there = [.. Enumerable.Range(0, Model.Count).Select(cell => seen.At((int)Model.KeyOf(cell)))];
            double?[] moved = new double?[Model.Count];
            var hidden = new bool[Model.Count];
            for (var cell = 0; cell < Model.Count; cell++) (moved[there[cell]], hidden[there[cell]]) = (truth[cell], isHidden[cell]);
            var attack = new Attack(seen, hidden, least, [.. least.Select(_ => double.PositiveInfinity)], moved);
            var component = attack.Components().Single();
            var left = new NearbyAttack(seen, attack, least, moved, (_, low, high) => high - low < width).Uncleared(component, component);
            return Names([.. left.Select(cell => Array.IndexOf(there, cell))]);
        }
    }

    private static Attack Attack(params string[] suppressed) => Attack(0, suppressed);

    private static Attack Attack(double least, params string[] suppressed)
    {
        var hidden = new bool[Model.Count];
        foreach (var cell in Cells(suppressed)) hidden[cell] = true;
        return new Attack(Model, hidden, [.. hidden.Select(_ => least)], [.. hidden.Select(_ => double.PositiveInfinity)]);
    }

    private static int[] Cells(params string[] names) => [.. names.Select(Cell).Order()];

    private static int Cell(string name) => Model.At(Oblast.Find(name.Split(' ')[0]) + (Oblast.Codes.Count * Topic.Find(name.Split(' ')[1])));

    private static string Names(int[] cells) => string.Join(", ", cells.OrderBy(Model.KeyOf).Select(cell => $"{Oblast.Codes[Model.CodeOf(cell, 0)]} {Topic.Codes[Model.CodeOf(cell, 1)]}"));
}
