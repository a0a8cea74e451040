using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

public sealed class Rounding_tests
{
    private static readonly Dimension Oblast = Dimension.Of("oblast", "all", ["Osh", "Batken", "Chuy", "Talas"], [new Group("South", ["Osh", "Batken"]), new Group("North", ["Chuy", "Talas"])]);
    private static readonly Dimension Sex = Dimension.Flat("sex", "all", ["F", "M"]);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_dimensions_with_groups_move_by_less_than_the_base_and_still_add_up(int seed)
    {
        var random = new Random(seed);
        var table = People(random, [Oblast, Sex], random.Next(4, 90));

        var rounded = ControlledRounding.Of([Oblast, Sex], [table], 5)[0];

        foreach (var (before, after) in table.Cells.Zip(rounded.Cells))
        {
            (after.Value!.Value % 5).ShouldBe(0);
            Math.Abs(after.Value.Value - before.Value!.Value).ShouldBeLessThan(5);
            if (before.Value % 5 == 0) after.Value.ShouldBe(before.Value);
        }

        AddsUp(rounded);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Linked_tables_round_a_shared_figure_alike(int seed)
    {
        var random = new Random(1_000 + seed);
        var topic = Dimension.Flat("topic", "all", ["wages", "papers", "violence"]);
        var lines = Enumerable.Range(0, random.Next(10, 120)).Select(_ => Line(random, [Oblast, Sex, topic])).ToArray();
        var tables = new[]
        {
            Crossing.Of("oblast and sex", [Oblast, Sex], [.. lines.Select(line => new Line([line.Codes[0], line.Codes[1]], 1))]),
            Crossing.Of("topic and sex", [topic, Sex], [.. lines.Select(line => new Line([line.Codes[2], line.Codes[1]], 1))]),
        };

        var rounded = ControlledRounding.Of([Oblast, Sex, topic], tables, 3);

        foreach (var table in rounded) AddsUp(table);
        foreach (var sex in (string[])["all", "F", "M"]) Of(rounded[0], "all", sex).ShouldBe(Of(rounded[1], "all", sex));
        rounded.SelectMany(table => table.Cells).ShouldAllBe(cell => cell.Value!.Value % 3 == 0);
    }

    [Fact]
    public void Three_dimensions_add_up_in_every_direction()
    {
        var random = new Random(5);
        var year = Dimension.Flat("year", "all", ["2024", "2025"]);
        var table = People(random, [Oblast, Sex, year], 80);

        var rounded = ControlledRounding.Of([Oblast, Sex, year], [table], 5)[0];

        rounded.Cells.ShouldAllBe(cell => cell.Value!.Value % 5 == 0);
        table.Cells.Zip(rounded.Cells).Max(pair => Math.Abs(pair.First.Value!.Value - pair.Second.Value!.Value)).ShouldBeLessThan(10);
        foreach (var period in (string[])["all", "2024", "2025"])
            AddsUp(new Table("", ["oblast", "sex"], [.. rounded.Cells.Where(cell => cell.Codes[2] == period).Select(cell => new Cell([cell.Codes[0], cell.Codes[1]], cell.Value))]));
    }

    [Fact]
    public void A_part_that_may_overlap_others_never_exceeds_its_whole()
    {
        var topic = Dimension.Flat("topic", "all", ["wages", "papers"], Relation.Cover);
        var table = new Table("clients", ["topic"], [new(["all"], 12), new(["wages"], 12), new(["papers"], 3)]);

        var cells = ControlledRounding.Of([topic], [table], 5)[0].Cells;

        cells.Select(cell => cell.Value).ShouldBe([10m, 10m, 5m]);
    }

    [Fact]
    public void A_table_that_has_been_published_exactly_is_refused()
    {
        var table = People(new Random(1), [Oblast, Sex], 20) with { Earlier = true };

        Should.Throw<DisclosureException>(() => ControlledRounding.Of([Oblast, Sex], [table], 5)).Message.ShouldContain("published");
    }

    [Fact]
    public void Every_figure_goes_to_its_nearer_neighbour_where_the_sum_allows_it()
    {
        // 4 and 6 are nearest to 5, 1 to 0; 11 to 10. Twice 2 and one 1 would be none and none, but five are five.
        Rounded(5, 4, 6, 1).ShouldBe([10m, 5m, 5m, 0m]);
        Rounded(5, 2, 2, 1).Skip(1).Sum().ShouldBe(5);
        Rounded(2, 1, 0, 1)[2].ShouldBe(0);
        // A half goes up: 3 of base 2 is 4 unless the sum asks for 2.
        Rounded(2, 3, 2, 0).ShouldBe([6m, 4m, 2m, 0m]);

        static decimal[] Rounded(int unit, params decimal[] parts)
        {
            var topic = Dimension.Flat("topic", "all", ["a", "b", "c"]);
            var table = new Table("t", ["topic"], [new(["all"], parts.Sum()), .. parts.Select((part, i) => new Cell([topic.Codes[1 + i]], part))]);
            return [.. ControlledRounding.Of([topic], [table], unit)[0].Cells.Select(cell => cell.Value!.Value)];
        }
    }

    [Fact]
    public void Only_what_a_table_displays_is_rounded()
    {
        var table = new Table("t", ["sex"], [new(["all"], 10), new(["F"], 6, false), new(["M"], 4) { From = new Contributions(2, [3, 1]) }]);
        var cells = ControlledRounding.Of([Sex], [table], 5)[0].Cells;
        cells.Select(cell => cell.Value).ShouldBe([10m, null, 5m]);
        cells.ShouldAllBe(cell => cell.From == null);
        // What is not known is not made up.
        ControlledRounding.Of([Sex], [new Table("t", ["sex"], [new(["F"], null), new(["M"], 4)])], 5)[0].Cells.Select(cell => cell.Value).ShouldBe([null, 5m]);
    }

    [Fact]
    public void The_base_is_two_at_least_and_the_figures_are_not_too_many()
    {
        var few = Dimension.Flat("d", "all", [.. Enumerable.Range(0, 1_499).Select(i => $"{i}")]);
        var many = Dimension.Flat("d", "all", [.. Enumerable.Range(0, 1_500).Select(i => $"{i}")]);
        Should.Throw<DisclosureException>(() => ControlledRounding.Of([Sex], [People(new Random(1), [Sex], 20)], 1)).Message.ShouldBe("the base of rounding must be at least 2, not 1");
        Should.Throw<DisclosureException>(() => ControlledRounding.Of([many], [Ones(many)], 2)).Message.ShouldBe("1501 figures above zero: rounding is for at most 1500");
        var cells = ControlledRounding.Of([few], [Ones(few)], 2)[0].Cells;
        cells[0].Value!.Value.ShouldBeOneOf(1_498, 1_500);
        cells.Skip(1).Sum(cell => cell.Value).ShouldBe(cells[0].Value);

        static Table Ones(Dimension dimension) => Crossing.Of("t", [dimension], [.. dimension.Codes.Skip(1).Select(code => new Line([code], 1))]);
    }

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(0, 25).Select(seed => new TheoryDataRow<int>(seed));

    private static Table People(Random random, Dimension[] by, int people) =>
        Crossing.Of("t", by, [.. Enumerable.Range(0, people).Select(_ => Line(random, by))]);

    private static Line Line(Random random, Dimension[] by) => new([.. by.Select(dimension => Leaf(random, dimension))], 1);

    private static string Leaf(Random random, Dimension dimension)
    {
        string[] leaves = [.. dimension.Codes.Where(code => code is not ("all" or "South" or "North"))];
        return leaves[(int)(leaves.Length * random.NextDouble() * random.NextDouble())];
    }

    private static void AddsUp(Table table)
    {
        string[] columns = [.. table.Cells.Select(cell => cell.Codes[1]).Distinct()];
        foreach (var column in columns)
        {
            var isOblast = table.By[0] == "oblast";
            if (isOblast)
            {
                (Of(table, "Osh", column) + Of(table, "Batken", column)).ShouldBe(Of(table, "South", column));
                (Of(table, "South", column) + Of(table, "North", column)).ShouldBe(Of(table, "all", column));
            }
            else
            {
                (Of(table, "wages", column) + Of(table, "papers", column) + Of(table, "violence", column)).ShouldBe(Of(table, "all", column));
            }
        }

        foreach (var row in table.Cells.Select(cell => cell.Codes[0]).Distinct()) (Of(table, row, "F") + Of(table, row, "M")).ShouldBe(Of(table, row, "all"));
    }

    private static decimal Of(Table table, string first, string second) => table.Cells.Single(cell => cell.Codes[0] == first && cell.Codes[1] == second).Value!.Value;
}
