using System.Collections.Concurrent;
using Turna.Statistics.Survey;

namespace Turna.UnitTests.Survey;

/// <summary>The tools beneath the estimates. Values named R are those of R 4.2.2: uniroot, spline (fmm) and approx.</summary>
public sealed class Numerics_tests
{
    private static readonly Dictionary<string, Func<double, double>> Functions = new(StringComparer.Ordinal)
    {
        ["cubic"] = x => (x * x * x) - (2 * x) - 5,
        ["cosine"] = x => Math.Cos(x) - x,
        ["step"] = x => x > 0.3 ? 1 : -1,
        ["flat"] = x => Math.Pow(x - 0.7, 9),
        ["decay"] = x => Math.Exp(-10 * x) - 0.001,
        ["pole"] = x => 1 / (x - 0.3),
        ["cliff"] = x => x < -2 ? -1 : Math.Pow(x, 3) * 1e-8,
    };

    [Theory]
    [InlineData("cubic", 2, 3, 1e-8, 2.0945514815361843, 9)]
    [InlineData("cubic", 2, 3, 1e-15, 2.0945514815423265, 10)]
    [InlineData("cubic", 3, 2.0001, 1e-12, 2.0945514815423265, 10)]
    [InlineData("cubic", -10, 10, 1e-10, 2.0945514815412789, 15)]
    [InlineData("cosine", 0, 1, 1e-12, 0.7390851332151559, 8)]
    [InlineData("step", 0, 1, 1e-3, 0.2998046875, 12)]
    [InlineData("flat", 0, 1, 1e-6, 0.70000038272893261, 40)]
    [InlineData("decay", 0, 4, 1e-9, 0.69077552789821373, 14)]
    [InlineData("pole", 0, 1, 1e-4, 0.30009746093749995, 18)]
    [InlineData("cliff", -5, 3, 1e-10, 1.1656511440730817e-11, 74)]
    public void Roots_are_found_where_R_finds_them_in_as_many_steps(string function, double lower, double upper, double tolerance, double root, int calls)
    {
        var called = 0;
        RootFinder.Find(x => (++called, Functions[function](x)).Item2, lower, upper, tolerance)!.Value.ShouldBe(root, 1e-14);
        called.ShouldBe(calls);
    }

    [Fact]
    public void A_root_at_an_end_is_taken_and_none_is_made_up()
    {
        RootFinder.Find(x => x - 2, 2, 5, 1e-8).ShouldBe(2);
        RootFinder.Find(x => x - 5, 2, 5, 1e-8).ShouldBe(5);
        RootFinder.Find(x => x + 1, 2, 5, 1e-8).ShouldBeNull();
        RootFinder.Find(_ => double.NaN, 2, 5, 1e-8).ShouldBeNull();
    }

    [Fact]
    public void A_spline_runs_through_its_points_as_R_draws_it()
    {
        double[] x = [0, 1, 2.5, 3, 5, 8], y = [1, 3, 2, 2.5, -1, 4];
        Near(CubicSpline.Evenly(x, y, 7).X, [0, 4 / 3.0, 8 / 3.0, 4, 16 / 3.0, 20 / 3.0, 8]);
        Near(CubicSpline.Evenly(x, y, 7).Y, [1, 2.8023753825627988, 2.1525691027699057, 1.5508423303604024, -1.7848656772351543, -2.5339935982506265, 4]);
        Near(CubicSpline.Evenly(x[..4], y[..4], 5).Y, [1, 2.9078125, 2.725, 2.0546875, 2.5]);
        // Through the points of a cubic runs that cubic, through three points a parabola.
        var (at, curve) = CubicSpline.Evenly(x, [.. x.Select(Cubic)], 33);
        Near(curve, [.. at.Select(Cubic)]);
        Near(CubicSpline.Evenly([0, 1, 3], [0, 1, 9], 4).Y, [0, 1, 4, 9]);

        static double Cubic(double v) => (v * v * v) - (6 * v * v) + (2 * v) - 7;
    }

    [Fact]
    public void A_polygon_is_read_between_its_points_in_any_order()
    {
        double[] x = [4, 1, 2], y = [30, 10, 50];
        CubicSpline.Linear(x, y, 1).ShouldBe(10);
        CubicSpline.Linear(x, y, 2).ShouldBe(50);
        CubicSpline.Linear(x, y, 4).ShouldBe(30);
        CubicSpline.Linear(x, y, 1.25).ShouldBe(20);
        CubicSpline.Linear(x, y, 3).ShouldBe(40);
        CubicSpline.Linear(x, y, 0.999).ShouldBeNull();
        CubicSpline.Linear(x, y, 4.001).ShouldBeNull();
    }

    [Fact]
    public void A_running_sum_keeps_64_bits()
    {
        // 2^-54 is lost on a double of 1, not on 64 bits; 2^-64 is half of the last bit and goes to the even side; a little more goes up.
        Sum([1, .. Enumerable.Repeat(Math.ScaleB(1, -54), 8)]).ShouldBe(1 + Math.ScaleB(1, -51));
        Sum([1, .. Enumerable.Repeat(Math.ScaleB(1, -64), 4096), -1]).ShouldBe(0);
        Sum([1, Math.ScaleB(1.01, -64), -1]).ShouldBe(Math.ScaleB(1, -63));
        Sum([1, Math.ScaleB(1, -63), Math.ScaleB(1, -64), -1]).ShouldBe(Math.ScaleB(1, -62));
        Sum([-1, Math.ScaleB(-1, -60), 1]).ShouldBe(Math.ScaleB(-1, -60));
        Sum([1e300, 1, -1e300]).ShouldBe(0);
        Sum([0.1, -0.1, 3]).ShouldBe(3);
        Sum([0, 0]).ShouldBe(0);

        static double Sum(double[] values)
        {
            var sum = new ExtendedSum();
            foreach (var value in values) sum.Add(value);
            return sum.Value;
        }
    }

    [Fact]
    public void Columns_that_others_give_do_not_raise_the_rank()
    {
        double[] a = [1, 2, 3], b = [0, 1, 1];
        Rank.Of([], 1e-5).ShouldBe(0);
        Rank.Of([a, b, [1, 3, 4]], 1e-5).ShouldBe(2);
        Rank.Of([a, [0, 0, 0], b, [-2, -4, -6], [0, 0, 7]], 1e-5).ShouldBe(3);
        // What is left of the second column is a tenth of it: √(0.01 / 1.01) = 0.0995.
        Rank.Of([[1, 0], [1, 0.1]], 0.099).ShouldBe(2);
        Rank.Of([[1, 0], [1, 0.1]], 0.1).ShouldBe(1);
        // Nearly parallel columns leave noise along the others, which a second pass takes away.
        Rank.Of([[1, 1e-8, 0], [1, 0, 1e-8], [1, 1e-8, 1e-8]], 1e-12).ShouldBe(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void Every_row_is_worked_once(int rows)
    {
        var visits = new int[rows];
        Blocks.ForEach(rows, (from, to) => { for (var row = from; row < to; row++) Interlocked.Increment(ref visits[row]); });
        visits.ShouldAllBe(count => count == 1);
        var expected = (double[])[rows, rows * (rows - 1.0) / 2];
        Blocks.Sum(rows, 2, Add).ShouldBe(expected);
        Blocks.WideSum(rows, 2, Add).ShouldBe(expected);

        static void Add(int from, int to, double[] sum)
        {
            for (var row = from; row < to; row++) (sum[0], sum[1]) = (sum[0] + 1, sum[1] + row);
        }
    }

    [Theory]
    // As many blocks as fit 64 MiB, at most 16 and none under 65,536 rows.
    [InlineData(65_536, 1, 1)]
    [InlineData(65_537, 1, 2)]
    [InlineData(4_000_000, 1, 16)]
    [InlineData(4_000_000, 0, 16)]
    [InlineData(4_000_000, 3_000_000, 2)]
    [InlineData(4_000_000, 9_000_000, 1)]
    public void Wide_sums_take_few_blocks(int rows, int width, int blocks)
    {
        var seen = new ConcurrentBag<(int From, int To)>();
        Blocks.WideSum(rows, width, (from, to, _) => seen.Add((from, to)));
        seen.Count.ShouldBe(blocks);
        seen.Order().Select(block => block.From).ShouldBe([0, .. seen.Order().SkipLast(1).Select(block => block.To)]);
        seen.Max(block => block.To).ShouldBe(rows);
    }

    [Fact]
    public void What_is_wrong_in_a_block_comes_out_as_it_was_thrown() =>
        Should.Throw<SurveyInputException>(() => Blocks.Each(3, block => throw new SurveyInputException($"row {block}"))).Message.ShouldStartWith("row ");

    private static void Near(double[] actual, double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (var i = 0; i < actual.Length; i++) actual[i].ShouldBe(expected[i], 1e-11);
    }
}
