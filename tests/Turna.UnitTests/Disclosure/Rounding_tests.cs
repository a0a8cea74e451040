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
