using Turna.Statistics.Sampling;

namespace Turna.Statistics.Agreement;

/// <summary>What one bootstrap replicate draws.</summary>
public enum Resample
{
    /// <summary>Pairs of ratings of the same unit (Krippendorff's own algorithm): how sure is this alpha, given these units.</summary>
    Pairs,

    /// <summary>Whole units: how alpha would vary over other units of the kind. Wider with few units.</summary>
    Units,
}

/// <summary>Krippendorff's alpha: any number of raters, any level, missing values.</summary>
/// <remarks>
/// α = 1 − Do / De over the coincidence matrix of all pairs of ratings of the same unit. Krippendorff, Content Analysis, 4th ed. 2019,
/// chapter 12; the bootstrap of pairs follows "Bootstrapping distributions for Krippendorff's alpha" (2006).
/// </remarks>
public static class Alpha
{
    /// <summary>Alpha at a level.</summary>
    /// <param name="ratings">Units that fewer than two raters have rated do not count.</param>
    /// <param name="level">Interval and ratio need numbers.</param>
    /// <exception cref="AgreementException">No unit has two ratings, or the level does not fit the values.</exception>
    public static Agreed Of(Ratings ratings, Level level)
    {
        var units = Pairable(ratings, level);
        var (observed, expected) = Disagreement(units, ratings, level);
        return new Agreed("krippendorff", expected == 0 ? double.NaN : 1 - (observed / expected), units.Length)
        {
            Observed = observed, Expected = expected,
            Note = expected == 0 ? "all ratings are the same: there is nothing to agree about" : "observed and expected are disagreements",
        };
    }

    /// <summary>
    /// The figure that R's irr 0.84 gives. Where no rating is missing it counts every pair in full instead of dividing by the
    /// number of ratings less one, which with more than two raters overstates how much was observed and pulls alpha away from
    /// <see cref="Of"/>. For comparing with older results only.
    /// </summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="level">The level.</param>
    public static Agreed AsIrr(Ratings ratings, Level level)
    {
        var alpha = Of(ratings, level);
        var units = Pairable(ratings, level);
        if (ratings.Units > units.Length || units.Any(unit => unit.Sum() < ratings.Raters)) return alpha with { Coefficient = "krippendorff-irr" };
        var n = Totals(units, ratings.Categories.Count).Sum();
        var inflated = n * (ratings.Raters - 1);
        var value = 1 - ((1 - alpha.Value) * (inflated - 1) / inflated * n / (n - 1));
        return alpha with { Coefficient = "krippendorff-irr", Value = value, Note = "as irr 0.84 computes it; not Krippendorff's definition" };
    }

    /// <summary>Alpha with a bootstrap interval (2.5 % and 97.5 % points of the replicates).</summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="level">The level.</param>
    /// <param name="replicates">How many, 100 to 1,000,000.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="resample">What a replicate draws.</param>
    public static Agreed Bootstrap(Ratings ratings, Level level, int replicates, ulong seed, Resample resample = Resample.Pairs)
    {
        if (replicates is < 100 or > 1_000_000) throw new AgreementException("between 100 and 1000000 replicates are possible");
        var alpha = Of(ratings, level);
        if (double.IsNaN(alpha.Value)) return alpha;
        var units = Pairable(ratings, level);
        var random = new SeededRandom(seed);
        var drawn = resample == Resample.Pairs
            ? DrawPairs(units, ratings, level, alpha.Expected!.Value, replicates, random)
            : DrawUnits(units, ratings, level, replicates, random);
        Array.Sort(drawn);
        var mean = drawn.Average();
        return alpha with
        {
            Interval = (Quantile(drawn, 0.025), Quantile(drawn, 0.975)),
            StandardError = Math.Sqrt(drawn.Sum(value => (value - mean) * (value - mean)) / (drawn.Length - 1)),
        };
    }

    private static double[] DrawPairs(double[][] units, Ratings ratings, Level level, double expected, int replicates, SeededRandom random)
    {
        var distance = Distances(units, ratings, level);
        var pairs = units.SelectMany(unit => PairsOf(unit).Select(pair => distance[pair.First, pair.Second])).ToArray();
        return [.. Enumerable.Range(0, replicates).Select(_ =>
        {
            var sum = 0.0;
            for (var draw = 0; draw < pairs.Length; draw++) sum += pairs[random.Below(pairs.Length)];
            return 1 - (sum / pairs.Length / expected);
        })];
    }

    private static double[] DrawUnits(double[][] units, Ratings ratings, Level level, int replicates, SeededRandom random) =>
        [.. Enumerable.Range(0, replicates).Select(_ =>
        {
            var sample = new double[units.Length][];
            for (var u = 0; u < sample.Length; u++) sample[u] = units[random.Below(units.Length)];
            var (observed, expected) = Disagreement(sample, ratings, level);
            return expected == 0 ? 1 : 1 - (observed / expected);
        })];

    private static double Quantile(double[] sorted, double p)
    {
        var at = p * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    private static IEnumerable<(int First, int Second)> PairsOf(double[] counts)
    {
        var values = counts.SelectMany((count, k) => Enumerable.Repeat(k, (int)count)).ToArray();
        for (var i = 0; i < values.Length; i++) for (var j = i + 1; j < values.Length; j++) yield return (values[i], values[j]);
    }

    private static double[][] Pairable(Ratings ratings, Level level)
    {
        if (level is Level.Interval or Level.Ratio && !ratings.IsNumeric)
            throw new AgreementException("interval and ratio levels need numbers; these ratings are words");
        if (level == Level.Ratio && ratings.Scores.Min() < 0) throw new AgreementException("the ratio level has no negative values");
        var units = ratings.Counts().Where(row => row.Sum() >= 2).ToArray();
        return units.Length > 0 ? units : throw new AgreementException("no unit has two ratings");
    }

    private static (double Observed, double Expected) Disagreement(double[][] units, Ratings ratings, Level level)
    {
        var q = ratings.Categories.Count;
        var totals = Totals(units, q);
        var n = totals.Sum();
        var distance = Distances(units, ratings, level);
        var (observed, expected) = (0.0, 0.0);
        foreach (var unit in units)
        {
            var share = 0.0;
            for (var c = 0; c < q; c++) for (var k = c + 1; k < q; k++) share += unit[c] * unit[k] * distance[c, k];
            observed += 2 * share / (unit.Sum() - 1);
        }

        for (var c = 0; c < q; c++) for (var k = c + 1; k < q; k++) expected += totals[c] * totals[k] * distance[c, k];
        return (observed / n, 2 * expected / (n * (n - 1)));
    }

    private static double[] Totals(double[][] units, int categories)
    {
        var totals = new double[categories];
        foreach (var unit in units) for (var k = 0; k < categories; k++) totals[k] += unit[k];
        return totals;
    }

    private static double[,] Distances(double[][] units, Ratings ratings, Level level)
    {
        var q = ratings.Categories.Count;
        var totals = Totals(units, q);
        var distances = new double[q, q];
        for (var c = 0; c < q; c++)
        {
            for (var k = c + 1; k < q; k++)
            {
                var (low, high) = (ratings.Scores[c], ratings.Scores[k]);
                distances[c, k] = distances[k, c] = level switch
                {
                    Level.Nominal => 1,
                    Level.Ordinal => Math.Pow(totals[c..(k + 1)].Sum() - ((totals[c] + totals[k]) / 2), 2),
                    Level.Interval => Math.Pow(high - low, 2),
                    _ => low + high == 0 ? 0 : Math.Pow((high - low) / (high + low), 2),
                };
            }
        }

        return distances;
    }
}
