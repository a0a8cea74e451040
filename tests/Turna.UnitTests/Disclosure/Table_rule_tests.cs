using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>What tables and rules say, and tables that contradict themselves.</summary>
public sealed class Table_rule_tests
{
    private static readonly Dimension Sex = Dimension.Flat("sex", "all", ["F", "M"]);
    private static readonly Dimension Place = Dimension.Of("place", "all", ["Osh", "Nookat", "Chuy"], [new Group("south", ["Osh", "Nookat"])]);

    private static Table Sexes(params Cell[] cells) => new("t", ["sex"], cells);

    [Theory]
    [InlineData("colour", "table t names the unknown dimension colour")]
    [InlineData("sex,sex", "table t names a dimension twice")]
    public void Unknown_dimensions_are_refused(string by, string message) =>
        Refused(() => Protection.Of([Sex], [new Table("t", by.Split(','), [])], new Rules { Threshold = 3 })).ShouldBe(message);

    [Fact]
    public void Cells_that_contradict_their_table_are_refused()
    {
        var rules = new Rules { Threshold = 3 };
        Refused(() => Protection.Of([Sex], [Sexes(new(["F"], 3), new(["F"], 4))], rules)).ShouldBe("table t lists (F) twice");
        Refused(() => Protection.Of([Sex], [Sexes(new Cell(["F"], -1))], rules)).ShouldBe("table t has a negative value for (F)");
        Refused(() => Protection.Of([Sex], [Sexes(new Cell(["X"], 1))], rules)).ShouldBe("table t has the code 'X', which is not in dimension sex");
        Refused(() => Protection.Of([Sex], [Sexes(new Cell(["F", "M"], 1))], rules)).ShouldBe("table t has a cell with 2 codes for 1 dimensions");
        Refused(() => Protection.Of([Sex], [Sexes(new(["all"], 9), new(["F"], 3), new(["M"], 4))], rules)).ShouldBe("table t gives 9 for (all), but its parts by sex add up to 7");
        Refused(() => Protection.Of([Sex], [Sexes(new(["all"], 7), new(["F"], 3), new(["M"], 4))], rules with { Keep = [new Dictionary<string, string> { ["sex"] = "X" }] }))
            .ShouldBe("keep: the code 'X' is not in dimension sex");
        Refused(() => Protection.Of([Sex], [Sexes(new Cell(["F"], 3))], rules with { Keep = [new Dictionary<string, string> { ["age"] = "1" }] })).ShouldBe("keep: unknown dimension age");
    }

    [Fact]
    public void Dimensions_that_contradict_themselves_are_refused()
    {
        Refused(() => Dimension.Flat("d", "all", ["a", "a"])).ShouldBe("dimension d: the code 'a' is given twice");
        Refused(() => Dimension.Flat("d", "all", ["all"])).ShouldBe("dimension d: the code 'all' is given twice");
        Refused(() => Dimension.Of("d", "all", ["a"], [new Group("g", [])])).ShouldBe("dimension d: the group 'g' has no members");
        Refused(() => Dimension.Of("d", "all", ["a"], [new Group("g", ["b"])])).ShouldBe("dimension d: the group 'g' names the unknown code 'b'");
        Refused(() => Dimension.Of("d", "all", ["a", "b"], [new Group("g", ["a", "a"])])).ShouldBe("dimension d: the group 'g' names a code twice");
        Refused(() => Dimension.Of("d", "all", ["a"], [new Group("g", ["h"]), new Group("h", ["g"])])).ShouldContain("is made of itself");
        Place.Codes.ShouldBe(["all", "south", "Osh", "Nookat", "Chuy"]);
        Place.Find("Chuy").ShouldBe(4);
        Place.Find("Naryn").ShouldBe(-1);
        Place.ToString().ShouldBe("place");
        Dimension.Flat("d", null, ["a"]).Codes.ShouldBe(["", "a"]);
    }

    [Fact]
    public void Lines_become_a_table_with_its_margins()
    {
        var table = Crossing.Of("t", [Place, Sex], [new(["Osh", "F"], 2), new(["Osh", "F"], 3), new(["Chuy", "M"], 4)]);
        decimal? Value(string place, string sex) => table.Cells.Single(cell => cell.Codes[0] == place && cell.Codes[1] == sex).Value;
        Value("Osh", "F").ShouldBe(5);
        Value("south", "F").ShouldBe(5);
        Value("south", "all").ShouldBe(5);
        Value("all", "M").ShouldBe(4);
        Value("all", "all").ShouldBe(9);
        Value("Nookat", "M").ShouldBe(0);
        table.Cells.Count.ShouldBe(15);
        table.Cells[0].From.ShouldBeNull();
        Refused(() => Crossing.Of("t", [Sex], [new(["F"], -2)])).ShouldBe("table t: negative amount -2 at (F)");
        Refused(() => Crossing.Of("t", [Sex], [new(["F"], 2), new(["M"], 2), new(["all"], 5)])).ShouldBe("table t gives 5 for (all), but its parts add up to 4");
        Crossing.Of("t", [Sex], [new(["F"], 2), new(["M"], 2), new(["all"], 4)]).Cells.Single(cell => cell.Codes[0] == "all").Value.ShouldBe(4);
    }

    [Fact]
    public void Contributions_are_counted_by_person_largest_first()
    {
        var table = Crossing.Of("t", [Sex], [new(["F"], 2, "a"), new(["F"], 3, "b"), new(["F"], 4, "a"), new(["M"], 1, "c")]);
        var women = table.Cells.Single(cell => cell.Codes[0] == "F").From!;
        women.People.ShouldBe(2);
        women.Largest.ShouldBe([6, 3]);
        table.Cells.Single(cell => cell.Codes[0] == "all").From!.Largest.ShouldBe([6, 3, 1]);
    }

    [Theory]
    // The largest of 60 in 100: more than 50 %, and not more than 60 %.
    [InlineData(1, 50, true)]
    [InlineData(1, 60, false)]
    [InlineData(2, 84, true)]
    [InlineData(2, 85, false)]
    public void Dominance_asks_for_more_than_its_share(int people, int percent, bool isSensitive) =>
        IsSensitive(new Rules { Dominance = [new Dominance(people, percent)] }).ShouldBe(isSensitive);

    [Theory]
    // The third and fourth hold 15; the largest is 60: 15 is 25 % of it.
    [InlineData(25, false)]
    [InlineData(26, true)]
    public void The_rest_must_hide_so_many_per_cent_of_the_largest(int percent, bool isSensitive) => IsSensitive(new Rules { PPercent = percent }).ShouldBe(isSensitive);

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Few_contributors_are_too_few(int contributors, bool isSensitive) => IsSensitive(new Rules { Contributors = contributors }).ShouldBe(isSensitive);

    [Theory]
    [InlineData(5, false, 3)]
    [InlineData(5, true, 4)]
    [InlineData(2, false, 1)]
    public void The_widest_width_is_what_the_wording_leaves_open(int threshold, bool zeros, int width) => new Rules { Threshold = threshold, ProtectZeros = zeros }.WidestWidth.ShouldBe(width);

    [Fact]
    public void A_kept_cell_stays_unless_it_is_small_itself()
    {
        var place = Dimension.Flat("place", "all", ["Osh", "Nookat", "Chuy"]);
        var table = Crossing.Of("t", [place, Sex], [new(["Osh", "F"], 2), new(["Osh", "M"], 20), new(["Nookat", "F"], 30), new(["Nookat", "M"], 31), new(["Chuy", "F"], 11), new(["Chuy", "M"], 12)]);
        IReadOnlyDictionary<string, string> kept = new Dictionary<string, string> { ["place"] = "Chuy" };
        var free = Shown(new Rules { Threshold = 5 });
        var bound = Shown(new Rules { Threshold = 5, Keep = [kept] });
        bound.ShouldContain("Chuy F");
        bound.ShouldContain("Chuy M");
        bound.ShouldNotContain("Osh F");
        free.ShouldNotContain("Osh F");
        free.ShouldNotContain("Chuy F");
        Shown(new Rules { Threshold = 5, Keep = [new Dictionary<string, string> { ["place"] = "Osh" }] }).ShouldNotContain("Osh F");

        string[] Shown(Rules rules)
        {
            var cells = Protection.Of([place, Sex], [table], rules).Tables[0].Cells;
            return [.. table.Cells.Where((_, c) => cells[c].Shown is not null).Select(cell => string.Join(' ', cell.Codes))];
        }
    }

    private static bool IsSensitive(Rules rules)
    {
        var cell = new Cell(["F"], 100) { From = new Contributions(4, [60, 25, 10, 5]) };
        return Protection.Of([Sex], [Sexes(cell)], rules).Tables[0].Cells[0].Status == Status.Primary;
    }

    private static string Refused(Action action) => Should.Throw<DisclosureException>(action).Message;
}
