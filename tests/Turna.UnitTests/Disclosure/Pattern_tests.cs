using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>Which cells are suppressed besides, compared with every pattern there is.</summary>
public sealed class Pattern_tests
{
    private static readonly Dimension Oblast = Dimension.Flat("oblast", "all", ["Osh", "Chuy", "Naryn"]);
    private static readonly Dimension Sex = Dimension.Flat("sex", "all", ["F", "M"]);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_small_table_is_protected_as_cheaply_as_can_be(int seed)
    {
        var random = new Random(seed);
        var universe = People([.. Enumerable.Range(0, 6).Select(_ => (decimal)random.Next(1, 40))]);
        var sensitive = new bool[universe.Count];
        sensitive[universe.Placed[0].OrderBy(universe.ValueOf).First()] = true;
        sensitive[universe.Placed[0].OrderBy(universe.ValueOf).ElementAt(random.Next(1, 3))] = true;

        var suppression = new Suppression(universe, new bool[universe.Count], sensitive);
        var chosen = suppression.Choose(new HashSet<int>());

        suppression.Lost.ShouldBeEmpty();
        IsSafe(universe, chosen, sensitive).ShouldBeTrue();
        int[] open = [.. Enumerable.Range(0, universe.Count).Where(cell => !sensitive[cell])];
        var least = double.PositiveInfinity;
        for (var pattern = 0; pattern < 1 << open.Length; pattern++)
        {
            var other = (bool[])sensitive.Clone();
            for (var i = 0; i < open.Length; i++) other[open[i]] = (pattern >> i & 1) != 0;
            if (Loss(universe, other, sensitive) < least && IsSafe(universe, other, sensitive)) least = Loss(universe, other, sensitive);
        }

        Loss(universe, chosen, sensitive).ShouldBe(least, 1e-9);
    }

    [Fact]
    public void What_must_not_follow_is_hidden_and_so_is_what_would_tell_it()
    {
        var universe = People([30, 41, 25, 19, 3, 12]);
        var (sensitive, forced) = (new bool[universe.Count], new bool[universe.Count]);
        sensitive[Cell(universe, "Naryn", "F")] = true;
        forced[Cell(universe, "Chuy", "M")] = true;

        Hidden(new Suppression(universe, forced, sensitive).Choose(new HashSet<int>())).ShouldBe(["Naryn F", "Naryn M", "Osh F", "Osh M"], ignoreOrder: true);
        // A further cell that must not follow is hidden too.
        Hidden(new Suppression(universe, forced, sensitive).Choose(new HashSet<int> { Cell(universe, "Chuy", "F") })).ShouldContain("Chuy F");
        Hidden(new Suppression(universe, forced, new bool[universe.Count]).Choose(new HashSet<int>())).ShouldBeEmpty();

        string[] Hidden(bool[] suppressed) => [.. Enumerable.Range(0, universe.Count).Where(cell => suppressed[cell])
            .Select(cell => $"{Oblast.Codes[universe.CodeOf(cell, 0)]} {Sex.Codes[universe.CodeOf(cell, 1)]}")];
    }

    [Fact]
    public void What_follows_from_cells_that_are_shown_in_any_case_is_lost()
    {
        var universe = People([30, 41, 25, 19, 3, 12]);
        var (sensitive, forced) = (new bool[universe.Count], new bool[universe.Count]);
        var naryn = Cell(universe, "Naryn", "F");
        sensitive[naryn] = true;
        (forced[Cell(universe, "Naryn", "M")], forced[Cell(universe, "Naryn", "all")]) = (true, true);
        var suppression = new Suppression(universe, forced, sensitive);
        suppression.Choose(new HashSet<int>());
        suppression.Lost.ShouldBe([naryn]);
        // Shown itself, it is lost as well.
        (forced[naryn], forced[Cell(universe, "Naryn", "M")]) = (true, false);
        suppression = new Suppression(universe, forced, sensitive);
        suppression.Choose(new HashSet<int>()).ShouldAllBe(hidden => !hidden);
        suppression.Lost.ShouldBe([naryn]);
    }

    [Theory]
    // Counts: whole steps up and down together; a zero is shown, so one stays.
    [InlineData(0, 0, 0, true)]
    [InlineData(2, 1, 1, true)]
    [InlineData(2, 1.5, 0.9, false)]
    [InlineData(2, 1.9999999, 0, true)]
    [InlineData(1, 0, 0.5, false)]
    public void A_count_needs_so_many_whole_steps(int width, double up, double down, bool isEnough)
    {
        var uncertainty = new Uncertainty(new Rules { Threshold = 4, Width = width }, [null], [null]);
        uncertainty.NeedOf(0)(up, down).ShouldBe(isEnough);
        uncertainty.Price.ShouldBe(4);
        uncertainty.Least(0).ShouldBe(1);
        new Uncertainty(new Rules { ProtectZeros = true }, [null], [null]).Least(0).ShouldBe(0);
        new Uncertainty(new Rules(), [null], [null]).Price.ShouldBe(0);
    }

    [Fact]
    public void An_amount_needs_the_distance_of_its_rule_on_both_sides()
    {
        var from = new Contributions(2, [90, 10]);
        var uncertainty = new Uncertainty(new Rules { PPercent = 20 }, [new Concern("", 8, 6), null, new Concern("", 0, 0)], [from, from, from]);
        uncertainty.Least(0).ShouldBe(0);
        var need = uncertainty.NeedOf(0);
        (need(8, 6), need(7.9, 6), need(8, 5.9), need(7.9999999, 5.9999999)).ShouldBe((true, false, false, true));
        foreach (var cell in (int[])[1, 2]) (uncertainty.NeedOf(cell)(0, 0), uncertainty.NeedOf(cell)(0.1, 0), uncertainty.NeedOf(cell)(0, 0.1)).ShouldBe((false, true, true));
        (uncertainty.Missing(0, 3, 4, upwards: true), uncertainty.Missing(0, 3, 4, upwards: false), uncertainty.Missing(1, 0, 0, true)).ShouldBe((8, 6, 0));
        // A count that can fall by one needs two more on the other side for a width of three.
        var count = new Uncertainty(new Rules { Width = 3 }, [null], [null]);
        (count.Missing(0, 0, 1.2, upwards: true), count.Missing(0, 0, 1.2, upwards: false), count.Missing(0, 2.9999999, 0, upwards: false)).ShouldBe((2, 3, 0));
    }

    [Fact]
    public void A_pair_of_single_people_is_widened_by_the_cheapest_cell_that_holds_it()
    {
        // Two people in Osh, one of each sex; Chuy by sex is hidden too. Nobody is zero, so that both of Osh are one.
        var universe = People([1, 1, 20, 30, 40, 50]);
        var (suppressed, hopeless) = (new bool[universe.Count], new HashSet<int>());
        foreach (var place in (string[])["Osh", "Chuy"]) foreach (var sex in (string[])["F", "M"]) suppressed[Cell(universe, place, sex)] = true;
        var widening = Widening(new bool[universe.Count]);

        widening.Extend().ShouldBe([Cell(universe, "Osh", "all")]);
        hopeless.ShouldBeEmpty();

        // With the total of Osh and another total hidden the two may be one and two.
        widening.Suppress([Cell(universe, "Osh", "all"), Cell(universe, "Chuy", "all")]);
        widening.Extend().ShouldBeEmpty();
        hopeless.ShouldBeEmpty();

        // Where all else must be shown nothing can be done.
        (suppressed[Cell(universe, "Osh", "all")], suppressed[Cell(universe, "Chuy", "all")]) = (false, false);
        Widening([.. suppressed.Select(hidden => !hidden)]).Extend().ShouldBeEmpty();
        hopeless.ShouldContain(Cell(universe, "Osh", "F"));

        Widening Widening(bool[] forced) =>
            new(universe, new Uncertainty(new Rules { Threshold = 5 }, new Concern?[universe.Count], new Contributions?[universe.Count]), suppressed, forced, hopeless, new Effort(long.MaxValue));
    }

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(0, 8).Select(seed => new TheoryDataRow<int>(seed));

    private static bool IsSafe(Universe universe, bool[] suppressed, bool[] sensitive)
    {
        var hidden = Turna.Statistics.Disclosure.Hidden.Cells(universe, suppressed);
        var attack = new Attack(universe, hidden, new double[universe.Count], new double[universe.Count]);
        return attack.Components().All(component => !Deduction.Known(universe, hidden, component).Any(cell => sensitive[cell]));
    }

    /// <summary>Both the number of cells and what they hold.</summary>
    private static double Loss(Universe universe, bool[] suppressed, bool[] sensitive)
    {
        int[] besides = [.. Enumerable.Range(0, universe.Count).Where(cell => suppressed[cell] && !sensitive[cell])];
        return besides.Length * (1 + besides.Sum(cell => (double)universe.ValueOf(cell)!.Value));
    }

    private static Universe People(decimal[] counts) =>
        new([Oblast, Sex], [Crossing.Of("t", [Oblast, Sex], [.. counts.Select((count, i) => new Line([Oblast.Codes[1 + (i / 2)], Sex.Codes[1 + (i % 2)]], count))])]);

    private static int Cell(Universe universe, string oblast, string sex) => universe.At(Oblast.Find(oblast) + (Oblast.Codes.Count * Sex.Find(sex)));
}
