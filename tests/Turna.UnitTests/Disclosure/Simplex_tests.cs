using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>The least and greatest values under equations and bounds. Sums are always whole, so that bounds can be found by trying.</summary>
public sealed class Simplex_tests
{
    private static readonly double[] Signs = [-1, 1];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Cells_of_a_table_reach_the_bounds_that_its_margins_give(int seed)
    {
        // Fréchet: max(0, row + column − n) ≤ cell ≤ min(row, column), and both are reached.
        var random = new Random(seed);
        var (rows, columns) = (random.Next(2, 7), random.Next(2, 8));
        var table = Enumerable.Range(0, rows * columns).Select(_ => (double)Math.Max(0, random.Next(-4, 9))).ToArray();
        var equations = Margins(rows, columns, table);
        var (lower, upper) = (new double[table.Length], Endless(table.Length));
        foreach (var simplex in (BoundedSimplex[])[BoundedSimplex.Solve(lower, upper, equations)!, BoundedSimplex.From(table, lower, upper, equations, seed % 2 == 0, null)])
        {
            for (var cell = 0; cell < table.Length; cell++)
            {
                var (row, column) = (equations[cell / columns].Constant, equations[rows + (cell % columns)].Constant);
                simplex.Extreme(cell, 1).ShouldBe(Math.Min(row, column), 1e-7);
                simplex.Extreme(cell, -1).ShouldBe(Math.Max(0, row + column - table.Sum()), 1e-7);
                simplex.Seen[cell].ShouldSatisfyAllConditions(
                    seen => seen.High.ShouldBe(Math.Min(row, column), 1e-7), seen => seen.Low.ShouldBe(Math.Max(0, row + column - table.Sum()), 1e-7));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bounded_cells_reach_what_trying_all_tables_finds(int seed)
    {
        // Two rows and three columns: two cells determine the rest, and corners are whole.
        var random = new Random(100 + seed);
        var table = Enumerable.Range(0, 6).Select(_ => (double)random.Next(0, 6)).ToArray();
        var lower = Array.ConvertAll(table, value => Math.Max(-1, value - random.Next(0, 4)));
        var upper = Array.ConvertAll(table, value => value + random.Next(0, 4));
        var (least, most) = ((double[])table.Clone(), (double[])table.Clone());
        for (var a = lower[0]; a <= upper[0]; a++)
        {
            for (var b = lower[1]; b <= upper[1]; b++)
            {
                var c = table[0] + table[1] + table[2] - a - b;
                double[] other = [a, b, c, table[0] + table[3] - a, table[1] + table[4] - b, table[2] + table[5] - c];
                if (!Enumerable.Range(0, 6).All(i => lower[i] <= other[i] && other[i] <= upper[i])) continue;
                for (var i = 0; i < 6; i++) (least[i], most[i]) = (Math.Min(least[i], other[i]), Math.Max(most[i], other[i]));
            }
        }

        var equations = Margins(2, 3, table);
        foreach (var simplex in (BoundedSimplex[])[BoundedSimplex.Solve(lower, upper, equations)!, BoundedSimplex.From(table, lower, upper, equations, false, null)])
        {
            for (var i = 0; i < 6; i++)
            {
                simplex.Extreme(i, -1).ShouldBe(least[i], 1e-7);
                simplex.Extreme(i, 1).ShouldBe(most[i], 1e-7);
            }
        }
    }

    [Fact]
    public void Each_one_of_a_permutation_may_stand_anywhere()
    {
        // Six by six with margins of one: as many cells at their bounds as there can be, where a careless simplex goes in circles.
        var table = Enumerable.Range(0, 36).Select(cell => cell / 6 == cell % 6 ? 1.0 : 0).ToArray();
        var simplex = BoundedSimplex.Solve(new double[36], Endless(36), Margins(6, 6, table))!;
        foreach (var cell in Enumerable.Range(0, 36).Reverse())
        {
            simplex.Extreme(cell, 1).ShouldBe(1, 1e-7);
            simplex.Extreme(cell, -1).ShouldBe(0, 1e-7);
        }
    }

    [Theory]
    // Two cells of at most one that add up to two are both one; to three they are nothing.
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(-1, false)]
    [InlineData(2.001, false)]
    public void What_no_values_satisfy_has_no_solution(double sum, bool isPossible) =>
        (BoundedSimplex.Solve([0, 0], [1, 1], [new Equation([0, 1], [1, 1], sum)]) is not null).ShouldBe(isPossible);

    [Fact]
    public void An_equation_may_repeat_others_but_not_contradict_them()
    {
        Equation[] consistent = [new([0, 1], [1, 1], 4), new([1, 2], [1, 1], 5), new([0, 2], [1, -1], -1), new([0, 1], [2, 2], 8)];
        BoundedSimplex.Solve([0, 0, 0], Endless(3), consistent)!.Extreme(2, 1).ShouldBe(5, 1e-9);
        BoundedSimplex.Solve([0, 0, 0], Endless(3), [.. consistent, new([0, 1], [1, 1], 4.5)]).ShouldBeNull();
        BoundedSimplex.Solve([0, 0, 0], Endless(3), [.. consistent, new([], [], 1)]).ShouldBeNull();
        BoundedSimplex.Solve([0, 0, 0], Endless(3), [.. consistent, new([], [], 0)]).ShouldNotBeNull();
    }

    [Fact]
    public void A_variable_named_twice_counts_twice() =>
        BoundedSimplex.Solve([0, 0], Endless(2), [new([0, 0, 1], [1, 1, 1], 6)])!.Extreme(0, 1).ShouldBe(3, 1e-9);

    [Fact]
    public void What_nothing_limits_is_endless()
    {
        var simplex = BoundedSimplex.Solve([0, 0, 0], [double.PositiveInfinity, double.PositiveInfinity, 7], [new([0, 1], [1, -1], 0)])!;
        simplex.Extreme(0, 1).ShouldBe(double.PositiveInfinity);
        simplex.Extreme(0, -1).ShouldBe(0);
        // No equation holds the third: its own bounds do.
        simplex.Extreme(2, 1).ShouldBe(7);
        simplex.Extreme(2, -1).ShouldBe(0);
        var below = BoundedSimplex.Solve([double.NegativeInfinity, double.NegativeInfinity], [3, -2], [new([0, 1], [1, -1], 0)])!;
        below.Extreme(0, -1).ShouldBe(double.NegativeInfinity);
        below.Extreme(0, 1).ShouldBe(-2, 1e-9);
    }

    [Fact]
    public void It_goes_no_further_than_is_enough()
    {
        // Forty cells of at most one that add up to twenty, and their sum by halves: every step is one cell.
        var simplex = BoundedSimplex.From(
            [20, .. Enumerable.Repeat(0.0, 20), .. Enumerable.Repeat(1.0, 20)], new double[41], [40, .. Enumerable.Repeat(1.0, 40)],
            [new([0, .. Enumerable.Range(1, 40)], [-1, .. Enumerable.Repeat(1.0, 40)], 0)], false, null);
        simplex.Extreme(0, 1, 24).ShouldBe(24, 1e-9);
        simplex.Seen[0].ShouldBe((20, 24));
        simplex.Extreme(0, 1, 22).ShouldBe(24, 1e-9);
        simplex.Extreme(0, -1, -17).ShouldBe(17, 1e-9);
        simplex.Extreme(0, 1).ShouldBe(40, 1e-9);
    }

    [Fact]
    public void The_equations_that_hold_a_value_are_named()
    {
        // x = 1 + y and y + z = 4 hold x at 5; u + v = 9 has nothing to do with it.
        Equation[] equations = [new([3, 4], [1, 1], 9), new([0, 1], [1, -1], 1), new([1, 2], [1, 1], 4)];
        var simplex = BoundedSimplex.From([2, 1, 3, 4, 5], new double[5], Endless(5), equations, explained: true, null);
        simplex.Extreme(0, 1).ShouldBe(5, 1e-9);
        simplex.Holding(0).ShouldBe([1, 2]);
        simplex.Extreme(3, 1).ShouldBe(9, 1e-9);
        simplex.Holding(3).ShouldBe([0]);
        simplex.Extreme(2, -1).ShouldBe(0, 1e-9);
        simplex.Holding(2).Where(equation => equation == 0).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_equations_named_hold_the_value_without_the_others(int seed)
    {
        var random = new Random(200 + seed);
        var table = Enumerable.Range(0, 20).Select(_ => (double)random.Next(0, 8)).ToArray();
        var equations = Margins(4, 5, table);
        var simplex = BoundedSimplex.From(table, new double[20], Endless(20), equations, explained: true, null);
        for (var cell = 0; cell < table.Length; cell++)
        {
            var most = simplex.Extreme(cell, 1);
            var holding = simplex.Holding(cell).Select(at => equations[at]).ToArray();
            BoundedSimplex.From(table, new double[20], Endless(20), holding, false, null).Extreme(cell, 1).ShouldBe(most, 1e-7);
        }
    }

    [Fact]
    public void The_start_is_not_written_to_and_work_is_counted()
    {
        var (table, effort) = ((double[])[1, 2, 3, 4], new Effort(40));
        var simplex = BoundedSimplex.From(table, new double[4], Endless(4), Margins(2, 2, table), false, effort);
        foreach (var sign in Signs) simplex.Extreme(0, (int)sign);
        table.ShouldBe([1, 2, 3, 4]);
        effort.IsSpent.ShouldBeFalse();
        for (var again = 0; again < 4; again++) foreach (var sign in Signs) simplex.Extreme(0, (int)sign);
        effort.IsSpent.ShouldBeTrue();
    }

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(0, 12).Select(seed => new TheoryDataRow<int>(seed));

    private static Equation[] Margins(int rows, int columns, double[] table)
    {
        var byRow = Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => (r * columns) + c).ToArray());
        var byColumn = Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Select(r => (r * columns) + c).ToArray());
        return [.. byRow.Concat(byColumn).Select(cells => new Equation(cells, [.. cells.Select(_ => 1.0)], cells.Sum(cell => table[cell])))];
    }

    private static double[] Endless(int count) => [.. Enumerable.Repeat(double.PositiveInfinity, count)];
}
