using MathNet.Numerics.Distributions;

namespace Turna.Statistics.Agreement;

/// <summary>A model of what agreement chance alone would give.</summary>
public enum Chance
{
    /// <summary>None: the plain share of agreeing pairs.</summary>
    None,

    /// <summary>Every category is as likely (Brennan and Prediger 1981).</summary>
    Uniform,

    /// <summary>Raters draw from common shares (Fleiss 1971).</summary>
    Common,

    /// <summary>Each rater draws from shares of their own (Conger 1980).</summary>
    Own,

    /// <summary>Only hard units are guessed (Gwet 2008): AC1, with weights AC2.</summary>
    Gwet,

    /// <summary>Krippendorff's alpha, with weights in place of distances.</summary>
    Krippendorff,
}

/// <summary>
/// Chance-corrected agreement with any number of raters, missing values, weights, and standard errors that treat the units as a
/// sample: Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, chapters 2–5.
/// </summary>
public static class ChanceCorrected
{
    /// <summary>The coefficient with its standard error, t interval (upper end at most 1) and test.</summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="chance">The model of chance.</param>
    /// <param name="weighting">How near misses count.</param>
    /// <exception cref="AgreementException">No unit has two ratings.</exception>
    public static Agreed Of(Ratings ratings, Chance chance, Weighting weighting = Weighting.Identity)
    {
        var weights = Weights.Of(ratings.Scores, weighting);
        return chance == Chance.Krippendorff ? OfAlpha(ratings, weights) : OfOthers(ratings, chance, weights);
    }

    private static Agreed OfOthers(Ratings ratings, Chance chance, double[,] weights)
    {
        var counts = ratings.Counts().Where(row => row.Sum() > 0).ToArray();
        var q = ratings.Categories.Count;
        double n = counts.Length;
        double paired = counts.Count(row => row.Sum() >= 2);
        if (paired == 0) throw new AgreementException("no unit has two ratings");
        var agreement = counts.Select(row => AgreementIn(row, weights)).ToArray();
        var observed = agreement.Sum() / paired;
        var shares = new double[q];
        foreach (var row in counts) for (var k = 0; k < q; k++) shares[k] += row[k] / row.Sum() / n;

        var (expected, influence) = chance switch
        {
            Chance.None => (0, new double[counts.Length]),
            Chance.Uniform => (Sum(weights) / (q * q), Same(Sum(weights) / (q * q), counts.Length)),
            Chance.Gwet => Gwet(counts, shares, weights),
            Chance.Common => Common(counts, shares, weights, row => row.Sum()),
            _ => Own(ratings, weights),
        };
        var value = (observed - expected) / (1 - expected);
        var unit = new double[counts.Length];
        for (var u = 0; u < unit.Length; u++)
        {
            var own = counts[u].Sum() >= 2 ? (agreement[u] - expected) / (1 - expected) : 0;
            unit[u] = (n / paired * own) - (chance == Chance.None ? 0 : 2 * (1 - value) * (influence[u] - expected) / (1 - expected));
        }

        return Result(Name(chance), value, observed, expected, unit);
    }

    private static Agreed OfAlpha(Ratings ratings, double[,] weights)
    {
        var counts = ratings.Counts().Where(row => row.Sum() >= 2).ToArray();
        if (counts.Length == 0) throw new AgreementException("no unit has two ratings");
        var q = ratings.Categories.Count;
        double n = counts.Length;
        var mean = counts.Average(row => row.Sum());
        var shares = new double[q];
        foreach (var row in counts) for (var k = 0; k < q; k++) shares[k] += row[k] / mean / n;
        var agreement = counts.Select(row => AgreementIn(row, weights) * row.Sum() / mean).ToArray();
        var uncorrected = agreement.Average();
        var correction = 1 / (n * mean);
        var observed = ((1 - correction) * uncorrected) + correction;
        var (expected, influence) = Common(counts, shares, weights, _ => mean);
        var value = (observed - expected) / (1 - expected);
        var plain = (uncorrected - expected) / (1 - expected);
        var unit = new double[counts.Length];
        for (var u = 0; u < unit.Length; u++)
        {
            var more = (counts[u].Sum() - mean) / mean;
            var own = (agreement[u] - (observed * more) - expected) / (1 - expected);
            unit[u] = own - (2 * (1 - plain) * (influence[u] - (expected * more) - expected) / (1 - expected));
        }

        return Result(Name(Chance.Krippendorff), value, observed, expected, unit, plain);
    }

    private static Agreed Result(string name, double value, double observed, double expected, double[] unit, double? centre = null)
    {
        double n = unit.Length;
        var middle = centre ?? value;
        if (n < 2 || double.IsNaN(value)) return new Agreed(name, value, unit.Length) { Observed = observed, Expected = expected };
        var error = Math.Sqrt(unit.Sum(one => (one - middle) * (one - middle)) / (n * (n - 1)));
        var reach = StudentT.InvCDF(0, 1, n - 1, 0.975) * error;
        return new Agreed(name, value, unit.Length)
        {
            Observed = observed, Expected = expected, StandardError = error, Interval = (value - reach, Math.Min(1, value + reach)),
            Statistic = value / error, P = 2 * StudentT.CDF(0, 1, n - 1, -Math.Abs(value / error)),
        };
    }

    /// <summary>The weighted share of agreeing pairs among the ratings of one unit.</summary>
    private static double AgreementIn(double[] row, double[,] weights)
    {
        var r = row.Sum();
        if (r < 2) return 0;
        var sum = 0.0;
        for (var k = 0; k < row.Length; k++)
        {
            if (row[k] == 0) continue;
            var near = 0.0;
            for (var l = 0; l < row.Length; l++) near += weights[k, l] * row[l];
            sum += row[k] * (near - 1);
        }

        return sum / (r * (r - 1));
    }

    private static (double, double[]) Gwet(double[][] counts, double[] shares, double[,] weights)
    {
        var q = shares.Length;
        var factor = q < 2 ? 0 : Sum(weights) / (q * (q - 1));
        var expected = factor * shares.Sum(share => share * (1 - share));
        return (expected, [.. counts.Select(row => factor * Enumerable.Range(0, q).Sum(k => row[k] * (1 - shares[k])) / row.Sum())]);
    }

    private static (double, double[]) Common(double[][] counts, double[] shares, double[,] weights, Func<double[], double> ratings)
    {
        var q = shares.Length;
        var near = Enumerable.Range(0, q).Select(k => Enumerable.Range(0, q).Sum(l => weights[k, l] * shares[l])).ToArray();
        var expected = Enumerable.Range(0, q).Sum(k => shares[k] * near[k]);
        return (expected, [.. counts.Select(row => Enumerable.Range(0, q).Sum(k => row[k] * near[k]) / ratings(row))]);
    }

    private static (double, double[]) Own(Ratings ratings, double[,] weights)
    {
        var (q, r) = (ratings.Categories.Count, ratings.Raters);
        var units = Enumerable.Range(0, ratings.Units).Where(u => Enumerable.Range(0, r).Any(g => ratings[u, g] != Ratings.Missing)).ToArray();
        double n = units.Length;
        var rated = new double[r];
        var shares = new double[r, q];
        foreach (var u in units) for (var g = 0; g < r; g++) if (ratings[u, g] != Ratings.Missing) rated[g]++;
        foreach (var u in units) for (var g = 0; g < r; g++) if (ratings[u, g] is not Ratings.Missing and var k) shares[g, k] += 1 / rated[g];
        var mean = Enumerable.Range(0, q).Select(k => Enumerable.Range(0, r).Average(g => shares[g, k])).ToArray();

        var expected = 0.0;
        for (var a = 0; a < r; a++)
            for (var b = 0; b < r; b++)
                if (a != b) for (var k = 0; k < q; k++) for (var l = 0; l < q; l++) expected += weights[k, l] * shares[a, k] * shares[b, l] / (r * (r - 1));

        var influence = new double[units.Length];
        for (var u = 0; u < units.Length; u++)
        {
            for (var g = 0; g < r; g++)
            {
                var present = ratings[units[u], g] == Ratings.Missing ? 0.0 : 1.0;
                for (var k = 0; k < q; k++)
                {
                    var near = 0.0;
                    for (var l = 0; l < q; l++) near += weights[k, l] * ((ratings[units[u], g] == l ? 1 : 0) - ((present - (rated[g] / n)) * shares[g, l]));
                    influence[u] += near * n / rated[g] * ((r * mean[k]) - shares[g, k]) / (r * (r - 1));
                }
            }
        }

        return (expected, influence);
    }

    private static double Sum(double[,] weights) => weights.Cast<double>().Sum();

    private static double[] Same(double value, int count) => [.. Enumerable.Repeat(value, count)];

    private static string Name(Chance chance) => chance switch
    {
        Chance.None => "percent",
        Chance.Uniform => "brennan-prediger",
        Chance.Common => "fleiss-gwet",
        Chance.Own => "conger",
        Chance.Gwet => "gwet",
        _ => "alpha-gwet",
    };
}
