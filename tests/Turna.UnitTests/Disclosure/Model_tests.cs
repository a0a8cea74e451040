using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>How several tables become one model, and what a reader knows in it.</summary>
public sealed class Model_tests
{
    private static readonly Dimension Sex = Dimension.Flat("sex", "all", ["F", "M"]);
    private static readonly Dimension Oblast = Dimension.Flat("oblast", "all", ["Osh", "Chuy", "Naryn"]);
    private static readonly Dimension Place = Dimension.Of("place", "all", ["Osh", "Nookat", "Chuy", "Kemin"], [new Group("south", ["Osh", "Nookat"]), new Group("north", ["Chuy", "Kemin"])]);
    private static readonly Rules Five = new() { Threshold = 5 };

    [Fact]
    public void A_total_that_only_another_table_shows_is_subtracted_from_all_the_same()
    {
        // The sexes are listed without their total; the oblasts give it: 23 − 20 = 3.
        var sexes = new Table("sexes", ["sex"], [new(["F"], 3), new(["M"], 20)]);
        var oblasts = new Table("oblasts", ["oblast"], [new(["all"], 23), new(["Osh"], 9), new(["Chuy"], 8), new(["Naryn"], 6)]);

        Statuses(Protection.Of([Sex, Oblast], [sexes], Five).Tables[0]).ShouldBe(["Primary", "Published"]);
        Statuses(Protection.Of([Sex, Oblast], [sexes, oblasts], Five).Tables[0]).ShouldBe(["Primary", "Complementary"]);
    }

    [Fact]
    public void Groups_without_their_whole_are_added_up_where_a_table_needs_it()
    {
        // Both groups and all places of the south are listed, the whole is not: nothing is subtracted across it.
        var table = new Table("t", ["place"], [new(["south"], 23), new(["Osh"], 3), new(["Nookat"], 20), new(["north"], 30)]);
        Statuses(Protection.Of([Place], [table], Five).Tables[0]).ShouldBe(["Published", "Primary", "Complementary", "Published"]);
        var universe = new Universe([Place], [table]);
        universe.Count.ShouldBe(5);
        universe.ValueOf(universe.At(0)).ShouldBe(53);
        universe.ExposureOf(universe.At(0)).ShouldBe(Exposure.Unlisted);
        universe.ExposureOf(universe.Placed[0][1]).ShouldBe(Exposure.Released);
    }

    [Fact]
    public void A_place_that_is_not_listed_beside_its_neighbours_is_empty()
    {
        var universe = new Universe([Place], [new Table("t", ["place"], [new(["south"], 23), new(["Osh"], 23)])]);
        universe.Count.ShouldBe(3);
        var nookat = universe.At(Place.Find("Nookat"));
        (universe.ValueOf(nookat), universe.ExposureOf(nookat)).ShouldBe((0m, Exposure.Released));
        Should.Throw<DisclosureException>(() => new Universe([Place], [new Table("t", ["place"], [new(["south"], 23), new(["Osh"], 20)])])).Message
            .ShouldBe("table t gives 23 for (south), but its parts by place add up to 20");
    }

    [Fact]
    public void Tables_that_contradict_one_another_are_refused()
    {
        var topic = Dimension.Flat("topic", "all", ["wages", "papers"], Relation.Cover);
        Refused([Sex], new("a", ["sex"], [new(["F"], 3)]), new("b", ["sex"], [new(["F"], 4)])).ShouldBe("table b, sex F: 4 here and 3 in another table");
        Refused([Sex, Sex], new Table("a", ["sex"], [])).ShouldBe("the dimension sex is given twice");
        Refused([topic], new Table("a", ["topic"], [new(["all"], 7), new(["wages"], 8), new(["papers"], 1)])).ShouldBe("topic wages: 8 is more than 7 of the total");
        Refused([topic], new Table("a", ["topic"], [new(["all"], 10), new(["wages"], 8), new(["papers"], 1)])).ShouldBe("the total: 10 is more than its parts together, 9");
        // Eight and one make nine at most and eight at least.
        foreach (var all in (decimal[])[8, 9]) new Universe([topic], [new("a", ["topic"], [new(["all"], all), new(["wages"], 8), new(["papers"], 1)])]).Count.ShouldBe(3);
        new Universe([topic], [new("a", ["topic"], [new(["all"], 10), new(["wages"], 8), new(["papers"], null)])]).Count.ShouldBe(3);
        Refused([.. Enumerable.Range(0, 11).Select(d => Dimension.Flat($"d{d}", "all", [.. Enumerable.Range(0, 99).Select(i => $"{i}")]))]).ShouldBe("the dimensions span more than 2^64 combinations");
    }

    [Fact]
    public void A_value_known_to_one_table_is_known_to_all_and_the_widest_exposure_counts()
    {
        var withheld = new Table("a", ["sex"], [new(["F"], null, false), new(["M"], 20, false)]);
        var shown = new Table("b", ["sex"], [new(["F"], 3)]);
        var universe = new Universe([Sex], [withheld, shown, new Table("c", ["sex"], [new(["M"], 20)], Earlier: true)]);
        var (women, men) = (universe.Placed[0][0], universe.Placed[0][1]);
        universe.Placed[1].ShouldBe([women]);
        (universe.ValueOf(women), universe.ExposureOf(women)).ShouldBe((3m, Exposure.Released));
        (universe.ValueOf(men), universe.ExposureOf(men)).ShouldBe((20m, Exposure.Known));
    }

    [Fact]
    public void Cells_are_named_by_the_codes_that_are_not_totals()
    {
        var universe = new Universe([Sex, Oblast], [Crossing.Of("t", [Sex, Oblast], [new(["F", "Osh"], 3)])]);
        universe.NameOf(universe.At(0)).ShouldBe("the total");
        universe.NameOf(universe.At(1 + (3 * 2))).ShouldBe("sex F, oblast Chuy");
        universe.NameOf(universe.At(3)).ShouldBe("oblast Osh");
    }

    [Fact]
    public void A_margin_that_follows_from_what_is_shown_hides_nothing()
    {
        // The total is not listed. With both sexes shown it is known; with one of them hidden it is a second unknown.
        var universe = new Universe([Sex, Oblast], [new Table("t", ["sex", "oblast"], [new(["F", "Osh"], 6), new(["M", "Osh"], 7), new(["F", "Chuy"], 8), new(["M", "Chuy"], 9), new(["F", "Naryn"], 1), new(["M", "Naryn"], 2)])]);
        var suppressed = new bool[universe.Count];
        Hidden.Cells(universe, suppressed).ShouldAllBe(hidden => !hidden);
        suppressed[universe.Placed[0][0]] = true;
        var hidden = Hidden.Cells(universe, suppressed);
        Enumerable.Range(0, universe.Count).Where(cell => hidden[cell]).Select(universe.NameOf).Order(StringComparer.Ordinal).ShouldBe(["oblast Osh", "sex F", "sex F, oblast Osh", "the total"]);
    }

    [Fact]
    public void Contributions_to_a_cell_count_whichever_table_brings_them()
    {
        // One of three employers holds nearly all wages paid to women; the second table only repeats the sums.
        var wages = new Table("wages", ["sex"], [new(["all"], 200), new(["F"], 100) { From = new(3, [95, 3, 2]) }, new(["M"], 100) { From = new(9, [20, 15, 15]) }]);
        var again = new Table("again", ["sex"], [.. wages.Cells.Select(cell => cell with { From = null })]);
        foreach (var tables in (Table[][])[[wages, again], [again, wages]])
            foreach (var table in Protection.Of([Sex], tables, new Rules { PPercent = 10 }).Tables) Statuses(table)[1..].ShouldBe(["Primary", "Complementary"]);
    }

    [Fact]
    public void A_release_that_spans_too_many_codes_for_a_map_is_protected_without_trades()
    {
        // 101 to the fourth is more than a map of fifty million cells.
        Dimension[] dimensions = [.. Enumerable.Range(0, 4).Select(d => Dimension.Flat($"d{d}", "all", [.. Enumerable.Range(0, 100).Select(i => $"{i}")]))];
        var random = new Random(3);
        var table = Crossing.Of("t", dimensions[..1], [.. Enumerable.Range(0, 700).Select(_ => new Line([$"{(int)(100 * random.NextDouble() * random.NextDouble())}"], 1))]);
        new Universe(dimensions, [table]).IsDense.ShouldBeFalse();

        var release = Protection.Of(dimensions, [table], Five);

        release.Unprotected.ShouldBeEmpty();
        var seen = table with { Cells = [.. table.Cells.Select((cell, c) => cell with { Value = release.Tables[0].Cells[c].Shown })] };
        Audit.Of(dimensions, [seen], Five).Findings.ShouldBeEmpty();
        Audit.Of(dimensions, [seen], Five, [table]).Unsolved.ShouldBe(0);
    }

    [Fact]
    public void What_a_release_holds_is_counted_once_however_many_tables_show_it()
    {
        var bySex = new Table("sex", ["sex"], [new(["all"], 60), new(["F"], 4), new(["M"], 56)]);
        var release = Protection.Of([Sex], [bySex, bySex with { Name = "again" }, new Table("before", ["sex"], [new(["all"], 60)], Earlier: true)], Five);

        release.Tables.Select(table => table.Name).ShouldBe(["sex", "again"]);
        release.Counts.ShouldBe(new Dictionary<Status, int> { [Status.Published] = 1, [Status.Primary] = 1, [Status.Complementary] = 1 }, ignoreOrder: true);
        release.Cost.ShouldBe(56);
        release.Tables[0].Cells[1].Reason.ShouldBe("under 5");
        release.Tables[0].Cells[2].Reason.ShouldBeNull();
    }

    [Fact]
    public void A_withheld_cell_stays_so_and_a_missing_value_is_no_release()
    {
        var table = new Table("t", ["sex"], [new(["all"], 40), new(["F"], 20, false), new(["M"], 20)]);
        Statuses(Protection.Of([Sex], [table], Five).Tables[0]).ShouldBe(["Published", "Withheld", "Published"]);
        Should.Throw<DisclosureException>(() => Protection.Of([Sex], [new("t", ["sex"], [new(["F"], null)])], Five)).Message.ShouldBe("sex F: the value is missing");
    }

    private static string[] Statuses(ProtectedTable table) => [.. table.Cells.Select(cell => cell.Status.ToString())];

    private static string Refused(Dimension[] dimensions, params Table[] tables) => Should.Throw<DisclosureException>(() => new Universe(dimensions, tables)).Message;
}
