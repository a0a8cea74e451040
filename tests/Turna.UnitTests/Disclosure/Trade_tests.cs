using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>Changes that keep all sums: which there are, what they cost and how far they go.</summary>
public sealed class Trade_tests
{
    private static readonly Dimension Place = Dimension.Of("place", "all", ["Osh", "Nookat", "Chuy"], [new Group("south", ["Osh", "Nookat"])]);
    private static readonly Dimension Oblast = Dimension.Flat("oblast", "all", ["Osh", "Chuy", "Naryn"]);
    private static readonly Dimension Sex = Dimension.Flat("sex", "all", ["F", "M"]);
    private static readonly Func<double, double, bool> OneStep = static (up, down) => up + down >= 1;

    [Fact]
    public void One_more_in_a_place_is_one_more_above_it_or_one_less_in_another()
    {
        Described(Place, "Chuy").ShouldBe(["+Chuy +all", "+Chuy -south", "+Chuy -south -Osh", "+Chuy -south -Nookat"]);
        Described(Place, "Osh").ShouldBe(["+Osh +all +south", "+Osh -Nookat", "+Osh +south -Chuy"]);
        Described(Place, "south").ShouldBe(["+south +all", "+south -Chuy", "+south +all +Osh", "+south +Osh -Chuy", "+south +all +Nookat", "+south +Nookat -Chuy"]);
        Described(Dimension.Flat("topic", "all", ["a", "b"], Relation.Cover), "a").ShouldBe(["+a", "+a -all", "+a -b"]);
    }

    [Fact]
    public void The_cheapest_block_around_a_cell_is_found()
    {
        // Osh and Chuy by sex are hidden. Women of Osh may gain two (the women of Chuy have two to give), or lose four.
        var universe = People([5, 4, 3, 7, 20, 30]);
        var search = new TradeSearch(universe, Prices(universe, 100, "Osh", "Chuy"), Rooms(universe, 1));

        var trade = search.Find(Cell(universe, "Osh", "F"), 1e-6, OneStep)!;

        Corners(universe, trade).ShouldBe(["+Chuy M", "+Osh F", "-Chuy F", "-Osh M"]);
        (trade.Forward, trade.Back, trade.Price).ShouldBe((2, 4, 0));
        trade.Signs[Array.IndexOf(trade.Cells, Cell(universe, "Osh", "F"))].ShouldBe(1);
    }

    [Fact]
    public void What_is_still_shown_has_its_price_and_the_cheaper_partner_is_taken()
    {
        var universe = People([5, 4, 3, 7, 20, 30]);
        var prices = Prices(universe, double.PositiveInfinity, "Osh", "Chuy", "Naryn");
        foreach (var (place, price) in (ReadOnlySpan<(string, double)>)[("Chuy", 6), ("Naryn", 5)])
            foreach (var sex in Sex.Codes.Skip(1)) prices[Cell(universe, place, sex)] = price;
        var search = new TradeSearch(universe, prices, Rooms(universe, 1));

        Corners(universe, search.Find(Cell(universe, "Osh", "F"), 1e9, OneStep)!).ShouldBe(["+Naryn M", "+Osh F", "-Naryn F", "-Osh M"]);
        search.Find(Cell(universe, "Osh", "F"), 1e9, OneStep)!.Price.ShouldBe(10);
        search.Find(Cell(universe, "Osh", "F"), 10.5, OneStep).ShouldNotBeNull();
        // Below ten there is none; ten itself is not below ten.
        search.Find(Cell(universe, "Osh", "F"), 10, OneStep).ShouldBeNull();
        // The men of Osh are four and one must stay, unless all may go.
        search.Find(Cell(universe, "Osh", "F"), 1e9, (up, _) => up >= 3).ShouldNotBeNull();
        search.Find(Cell(universe, "Osh", "F"), 1e9, (up, _) => up >= 4).ShouldBeNull();
        new TradeSearch(universe, prices, Rooms(universe, 0)).Find(Cell(universe, "Osh", "F"), 1e9, (up, _) => up >= 4).ShouldNotBeNull();
    }

    [Fact]
    public void Nothing_moves_alone_where_its_sums_are_shown()
    {
        var universe = People([5, 4, 3, 7, 20, 30]);
        var prices = Prices(universe, double.PositiveInfinity, "Osh");
        new TradeSearch(universe, prices, Rooms(universe, 1)).Find(Cell(universe, "Osh", "F"), 1e9, OneStep).ShouldBeNull();
        // With the column totals hidden the two of Osh change places.
        foreach (var sex in Sex.Codes.Skip(1)) prices[Cell(universe, "all", sex)] = 0;
        Corners(universe, new TradeSearch(universe, prices, Rooms(universe, 1)).Find(Cell(universe, "Osh", "F"), 1e9, OneStep)!).ShouldBe(["+Osh F", "+all F", "-Osh M", "-all M"]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_found_keeps_every_relation_as_far_as_it_says(int seed)
    {
        var release = new RandomRelease(seed);
        var universe = new Universe(release.Dimensions, release.Tables);
        var random = new Random(seed);
        double[] prices = [.. Enumerable.Range(0, universe.Count).Select(_ => random.Next(4) == 0 ? double.PositiveInfinity : random.Next(0, 9))];
        var rooms = Rooms(universe, 0);
        var search = new TradeSearch(universe, prices, rooms);
        for (var cell = 0; cell < universe.Count; cell++)
        {
            if (double.IsInfinity(prices[cell]) || search.Find(cell, 1e9, OneStep) is not { } trade) continue;
            trade.Cells[0].ShouldBe(cell);
            trade.Signs[0].ShouldBe(1);
            trade.Cells.ShouldBeUnique();
            trade.Price.ShouldBe(trade.Cells.Sum(corner => prices[corner]));
            trade.Forward.ShouldBe(Least(-1));
            trade.Back.ShouldBe(Least(1));
            foreach (var bond in universe.Bonds.Where(bond => bond.Relation == Relation.Sum)) bond.Parts.Sum(Change).ShouldBe(Change(bond.Whole));

            int Change(int at) => Array.IndexOf(trade.Cells, at) is var place && place >= 0 ? trade.Signs[place] : 0;
            double Least(int sign) => trade.Cells.Where((_, i) => trade.Signs[i] == sign).Select(corner => rooms[corner]).DefaultIfEmpty(double.PositiveInfinity).Min();
        }
    }

    [Fact]
    public void Parts_that_overlap_go_no_further_than_their_whole_allows()
    {
        // Twelve clients; nine came for wages and five for papers, so that two at least came for both.
        var topic = Dimension.Flat("topic", "all", ["wages", "papers"], Relation.Cover);
        var universe = new Universe([topic], [new Table("t", ["topic"], [new(["all"], 12), new(["wages"], 9), new(["papers"], 5)])]);
        var balance = new TradeBalance(universe);
        int whole = At("all"), wages = At("wages"), papers = At("papers");

        // Wages alone: up to the whole, down until all twelve are just covered.
        Steps([wages], [1]).ShouldBe((3, 2));
        Steps([papers], [1]).ShouldBe((7, 2));
        // The whole: up to what the parts cover together, down to the larger part.
        Steps([whole], [1]).ShouldBe((2, 3));
        // One more of the one and one less of the other covers as many.
        Steps([wages, papers], [1, -1]).ShouldBe((3, 7));
        Steps([wages, whole], [1, 1]).ShouldBe((100, 7));

        int At(string code) => universe.Placed[0][Array.IndexOf(["all", "wages", "papers"], code)];
        (double, double) Steps(int[] cells, int[] signs)
        {
            var limited = balance.Limit(new Trade(cells, signs, 100, 100, 0))!;
            return (limited.Forward, limited.Back);
        }
    }

    [Fact]
    public void An_unknown_cell_lets_nothing_move_past_it_and_a_broken_sum_is_no_trade()
    {
        var topic = Dimension.Flat("topic", "all", ["wages", "papers"], Relation.Cover);
        var universe = new Universe([topic], [new Table("t", ["topic"], [new(["all"], 12), new(["wages"], 9), new(["papers"], null)])]);
        var limited = new TradeBalance(universe).Limit(new Trade([universe.Placed[0][1]], [1], 100, 100, 0))!;
        (limited.Forward, limited.Back).ShouldBe((3, 0));

        var people = People([5, 4, 3, 7, 20, 30]);
        var balance = new TradeBalance(people);
        balance.Limit(new Trade([Cell(people, "Osh", "F")], [1], 9, 9, 0)).ShouldBeNull();
        // What one trade has changed does not count for the next.
        balance.Limit(new Trade([Cell(people, "Osh", "F"), Cell(people, "Osh", "M"), Cell(people, "all", "F"), Cell(people, "all", "M")], [1, -1, 1, -1], 9, 9, 0)).ShouldNotBeNull();
        balance.Limit(new Trade([Cell(people, "Osh", "F"), Cell(people, "Osh", "M"), Cell(people, "all", "F")], [1, -1, 1], 9, 9, 0)).ShouldBeNull();
    }

    [Fact]
    public void A_proof_is_needed_by_the_cells_that_still_rest_on_it()
    {
        var proofs = new Proofs(4);
        Trade first = new([0, 1, 2], [1, -1, 1], 1, 1, 0), second = new([0, 3], [1, -1], 1, 1, 0);
        proofs.Resting(1).ShouldBeEmpty();
        proofs.Set(0, first);
        proofs.Set(1, first);
        (proofs.Has(0), proofs.Has(2)).ShouldBe((true, false));
        proofs.Resting(2).ShouldBe([0, 1]);
        proofs.Resting(1).ShouldBe([0]);
        proofs.All.ShouldBe([first, first]);
        proofs.Set(0, second);
        proofs.Resting(2).ShouldBe([1]);
        proofs.Resting(3).ShouldBe([0]);
        proofs.Clear(1);
        proofs.Has(1).ShouldBeFalse();
        proofs.Resting(2).ShouldBeEmpty();
    }

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(1, 15).Select(seed => new TheoryDataRow<int>(seed));

    private static string[] Described(Dimension dimension, string code) =>
        [.. new CodeMoves(dimension).Of(dimension.Find(code)).Select(move => string.Join(' ', move.Codes.Select((one, i) => (move.Signs[i] > 0 ? "+" : "-") + dimension.Codes[one])))];

    /// <summary>Osh, Chuy and Naryn by sex, women first, with all margins.</summary>
    private static Universe People(decimal[] counts) =>
        new([Oblast, Sex], [Crossing.Of("t", [Oblast, Sex], [.. counts.Select((count, i) => new Line([Oblast.Codes[1 + (i / 2)], Sex.Codes[1 + (i % 2)]], count))])]);

    private static int Cell(Universe universe, string oblast, string sex) => universe.At((int)((Oblast.Find(oblast) * (long)universe.StrideOf(0)) + (Sex.Find(sex) * (long)universe.StrideOf(1))));

    /// <summary>Nothing for the inner cells of some oblasts, so much for all others.</summary>
    private static double[] Prices(Universe universe, double other, params string[] free) => [.. Enumerable.Range(0, universe.Count).Select(cell =>
        universe.CodeOf(cell, 1) != 0 && free.Contains(Oblast.Codes[universe.CodeOf(cell, 0)]) ? 0 : other)];

    private static double[] Rooms(Universe universe, double least) => [.. Enumerable.Range(0, universe.Count).Select(cell => Math.Max(0, (double)(universe.ValueOf(cell) ?? 0) - least))];

    private static string[] Corners(Universe universe, Trade trade) =>
        [.. trade.Cells.Select((cell, i) => $"{(trade.Signs[i] > 0 ? '+' : '-')}{Oblast.Codes[universe.CodeOf(cell, 0)]} {Sex.Codes[universe.CodeOf(cell, 1)]}").Order(StringComparer.Ordinal)];
}
