using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Turna.Statistics.Agreement;

/// <summary>Intraclass correlation of numeric ratings, units that not all have rated being left out.</summary>
/// <remarks>McGraw and Wong, Psychological Methods 1, 1996, with their F tests and intervals.</remarks>
public static class Intraclass
{
    private const double Tail = 0.975;

    /// <summary>Raters are others for each unit: they cannot be told apart.</summary>
    /// <param name="ratings">Numeric ratings.</param>
    /// <param name="average">The reliability of the mean of all raters instead of one.</param>
    public static Agreed OneWay(Ratings ratings, bool average = false)
    {
        var squares = new Squares(ratings);
        var (n, r) = (squares.Units, squares.Raters);
        return OfRatio("icc-oneway", squares, squares.Within, n * (r - 1), average);
    }

    /// <summary>The same raters for all units; each rater's general severity does not count against agreement.</summary>
    /// <param name="ratings">Numeric ratings.</param>
    /// <param name="average">The reliability of the mean of all raters instead of one.</param>
    public static Agreed Consistency(Ratings ratings, bool average = false)
    {
        var squares = new Squares(ratings);
        return OfRatio("icc-consistency", squares, squares.Residual, (squares.Units - 1) * (squares.Raters - 1), average);
    }

    /// <summary>The same raters for all units; severity counts against agreement.</summary>
    /// <param name="ratings">Numeric ratings.</param>
    /// <param name="average">The reliability of the mean of all raters instead of one.</param>
    public static Agreed Absolute(Ratings ratings, bool average = false)
    {
        var s = new Squares(ratings);
        var (n, r) = (s.Units, s.Raters);
        var value = average
            ? (s.Between - s.Residual) / (s.Between + ((s.Columns - s.Residual) / n))
            : (s.Between - s.Residual) / (s.Between + ((r - 1) * s.Residual) + (r / n * (s.Columns - s.Residual)));
        var a = r * value / (n * (1 - value));
        var b = 1 + (r * value * (n - 1) / (n * (1 - value)));
        var freedom = Math.Pow((a * s.Columns) + (b * s.Residual), 2)
            / ((Math.Pow(a * s.Columns, 2) / (r - 1)) + (Math.Pow(b * s.Residual, 2) / ((n - 1) * (r - 1))));
        var (low, high) = (FisherSnedecor.InvCDF(n - 1, freedom, Tail), FisherSnedecor.InvCDF(freedom, n - 1, Tail));
        var noise = average ? s.Columns - s.Residual : (r * s.Columns) + (((r * n) - r - n) * s.Residual);
        var f = s.Between / s.Residual;
        return new Agreed(average ? "icc-agreement-average" : "icc-agreement", value, (int)n)
        {
            Statistic = f, P = 1 - FisherSnedecor.CDF(n - 1, freedom, f),
            Interval = (n * (s.Between - (low * s.Residual)) / ((low * noise) + (n * s.Between)),
                n * ((high * s.Between) - s.Residual) / (noise + (n * high * s.Between))),
        };
    }

    private static Agreed OfRatio(string name, Squares squares, double error, double freedom, bool average)
    {
        var (n, r) = (squares.Units, squares.Raters);
        var f = squares.Between / error;
        var low = f / FisherSnedecor.InvCDF(n - 1, freedom, Tail);
        var high = f * FisherSnedecor.InvCDF(freedom, n - 1, Tail);
        return new Agreed(average ? name + "-average" : name, Coefficient(f), (int)n)
        {
            Statistic = f, P = 1 - FisherSnedecor.CDF(n - 1, freedom, f), Interval = (Coefficient(low), Coefficient(high)),
        };

        double Coefficient(double ratio) => average ? 1 - (1 / ratio) : (ratio - 1) / (ratio + r - 1);
    }

    /// <summary>The mean squares of the two-way table.</summary>
    private sealed class Squares
    {
        public Squares(Ratings ratings)
        {
            if (!ratings.IsNumeric) throw new AgreementException("an intraclass correlation needs numbers; these ratings are words");
            var complete = ratings.Complete();
            if (complete.Units < 2) throw new AgreementException("an intraclass correlation needs two units rated by all");
            (Units, Raters) = (complete.Units, complete.Raters);
            var rows = Enumerable.Range(0, complete.Units)
                .Select(u => Enumerable.Range(0, complete.Raters).Select(g => complete.Scores[complete[u, g]]).ToArray()).ToArray();
            var columns = Enumerable.Range(0, complete.Raters).Select(g => rows.Average(row => row[g]));
            Between = rows.Select(row => row.Average()).Variance() * Raters;
            Within = rows.Average(row => row.Variance());
            Columns = columns.Variance() * Units;
            var total = rows.SelectMany(row => row).Variance() * ((Units * Raters) - 1);
            Residual = (total - (Between * (Units - 1)) - (Columns * (Raters - 1))) / ((Units - 1) * (Raters - 1));
        }

        public double Units { get; }

        public double Raters { get; }

        public double Between { get; }

        public double Within { get; }

        public double Columns { get; }

        public double Residual { get; }
    }
}
