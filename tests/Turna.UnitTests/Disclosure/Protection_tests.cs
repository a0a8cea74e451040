using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

public sealed class Protection_tests
{
    private static readonly Dimension Sex = Dimension.Flat("sex", "all", ["F", "M"]);
    private static readonly Dimension Oblast = Dimension.Flat("oblast", "all", ["Osh", "Chuy", "Naryn"]);
    private static readonly Dimension Topic = Dimension.Flat("topic", "all", ["wages", "documents", "violence"], Relation.Cover);
    private static readonly Rules Five = new() { Threshold = 5 };

    [Fact]
    public void A_small_cell_never_stands_alone_in_its_row_or_column()
    {
        var table = Crossing.Of("t", [Oblast, Sex],
        [
            new(["Osh", "F"], 30), new(["Osh", "M"], 41), new(["Chuy", "F"], 25), new(["Chuy", "M"], 19),
            new(["Naryn", "F"], 3), new(["Naryn", "M"], 12),
        ]);

        var cells = Protection.Of([Oblast, Sex], [table], Five).Tables[0].Cells;

        Of(cells, "Naryn", "F").Status.ShouldBe(Status.Primary);
        Of(cells, "Naryn", "F").Shown.ShouldBeNull();
        cells.Count(cell => cell.Status == Status.Complementary).ShouldBe(3);
        Of(cells, "Naryn", "M").Status.ShouldBe(Status.Complementary);
        Of(cells, "all", "all").Shown.ShouldBe(130);
    }

    [Fact]
    public void A_cell_suppressed_in_one_table_is_suppressed_in_every_table_that_shares_it()
    {
        var bySex = new Table("by sex", ["sex"], [new(["all"], 60), new(["F"], 4), new(["M"], 56)]);
        var byBoth = Crossing.Of("by both", [Oblast, Sex], [new(["Osh", "F"], 4), new(["Osh", "M"], 36), new(["Chuy", "M"], 20)]);

        var release = Protection.Of([Oblast, Sex], [bySex, byBoth], Five);

        Of(release.Tables[0].Cells, "F").Status.ShouldBe(Status.Primary);
        Of(release.Tables[1].Cells, "all", "F").Status.ShouldBe(Status.Primary);
        Of(release.Tables[0].Cells, "M").Shown.ShouldBe(Of(release.Tables[1].Cells, "all", "M").Shown);
    }

    [Fact]
    public void Zeros_are_shown_unless_asked_otherwise()
    {
        var table = Crossing.Of("t", [Oblast, Sex], [new(["Osh", "F"], 30), new(["Osh", "M"], 41), new(["Chuy", "F"], 25), new(["Naryn", "F"], 9)]);

        Of(Protection.Of([Oblast, Sex], [table], Five).Tables[0].Cells, "Chuy", "M").Shown.ShouldBe(0);
        Of(Protection.Of([Oblast, Sex], [table], Five with { ProtectZeros = true }).Tables[0].Cells, "Chuy", "M").Status.ShouldBe(Status.Primary);
    }

    [Fact]
    public void Clients_with_several_topics_are_not_subtracted_from_their_total()
    {
        var table = new Table("clients", ["topic"], [new(["all"], 60), new(["wages"], 50), new(["documents"], 30), new(["violence"], 3)]);

        var cells = Protection.Of([Topic], [table], Five).Tables[0].Cells;

        Of(cells, "violence").Status.ShouldBe(Status.Primary);
        cells.Count(cell => cell.Status == Status.Complementary).ShouldBe(0);
    }

    [Fact]
    public void A_total_that_bounds_a_part_too_tightly_is_suppressed_with_it()
    {
        // One of six clients spoke of violence. A shown total of 6 would leave 1 to 6; asked for is a span of 6.
        var table = new Table("clients", ["topic"], [new(["all"], 6), new(["wages"], 6), new(["documents"], 0), new(["violence"], 1)]);

        var release = Protection.Of([Topic], [table], Five with { Width = 6 });

        Of(release.Tables[0].Cells, "all").Status.ShouldBe(Status.Complementary);
    }

    [Fact]
    public void An_earlier_release_is_taken_into_account()
    {
        var now = new Table("sex", ["sex"], [new(["F"], 14), new(["M"], 20), new(["all"], 34)]);
        var period = Dimension.Of("period", null, ["Q1", "Q2"], [new Group("H1", ["Q1", "Q2"])]);
        var earlier = new Table("first quarter", ["period", "sex"], [new(["Q1", "F"], 12), new(["Q1", "M"], 11), new(["Q1", "all"], 23)], Earlier: true);
        var half = new Table("half year", ["period", "sex"], [.. now.Cells.Select(cell => new Cell(["H1", .. cell.Codes], cell.Value))]);
        var second = new Table("second", ["period", "sex"], [new(["Q2", "F"], 2, false), new(["Q2", "M"], 9, false), new(["Q2", "all"], 11, false)]);

        var alone = Protection.Of([period, Sex], [half, second], Five);
        var after = Protection.Of([period, Sex], [half, second, earlier], Five);

        Of(alone.Tables[0].Cells, "H1", "F").Shown.ShouldBe(14);
        Of(after.Tables[0].Cells, "H1", "F").Shown.ShouldBeNull();
        after.Unprotected.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_published_already_is_named_as_beyond_protection()
    {
        var table = new Table("now", ["sex"], [new(["all"], 34), new(["F"], 4), new(["M"], 30)]);

        var release = Protection.Of([Sex], [table, table with { Name = "before", Earlier = true }], Five);

        release.Unprotected.ShouldBe(["sex F"]);
    }

    [Fact]
    public void Margins_that_disagree_are_refused_by_name()
    {
        var table = new Table("t", ["sex"], [new(["all"], 9), new(["F"], 4), new(["M"], 4)]);

        Should.Throw<DisclosureException>(() => Protection.Of([Sex], [table], Five)).Message.ShouldContain("parts by sex add up to 8");
    }

    private static ProtectedCell Of(IReadOnlyList<ProtectedCell> cells, params string[] codes) => cells.Single(cell => cell.Codes.SequenceEqual(codes));
}
