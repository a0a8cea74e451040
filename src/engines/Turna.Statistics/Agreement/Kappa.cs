using MathNet.Numerics.Distributions;

namespace Turna.Statistics.Agreement;

/// <summary>Kappa for two raters, for many, and the mean of the pairs. Units that not all have rated are left out.</summary>
public static class Kappa
{
    /// <summary>Cohen's kappa, weighted or not.</summary>
    /// <remarks>
    /// κ = (po − pe) / (1 − pe) over weighted shares. The test uses the variance under independence; the standard error and
    /// interval the large-sample variance of Fleiss, Cohen and Everitt (Psychological Bulletin 72, 1969). Weights go by place among
    /// the categories in use.
    /// </remarks>
    /// <param name="ratings">Exactly two raters.</param>
    /// <param name="weighting">How near misses count.</param>
    /// <exception cref="AgreementException">Not two raters, or no complete unit.</exception>
    public static Agreed Cohen(Ratings ratings, Weighting weighting = Weighting.Identity)
    {
        if (ratings.Raters != 2) throw new AgreementException($"Cohen's kappa is for two raters, here are {ratings.Raters}");
        var complete = ratings.Complete();
        var q = complete.Categories.Count;
        double n = complete.Units;
        var weights = Weights.Of([.. Enumerable.Range(1, q).Select(place => (double)place)], weighting);
        var shares = new double[q, q];
        for (var u = 0; u < complete.Units; u++) shares[complete[u, 0], complete[u, 1]] += 1 / n;
        var (rows, columns) = (new double[q], new double[q]);
        Each((i, j) => (rows[i], columns[j]) = (rows[i] + shares[i, j], columns[j] + shares[i, j]));

        var (observed, expected) = (0.0, 0.0);
        var (rowWeights, columnWeights) = (new double[q], new double[q]);
        Each((i, j) =>
        {
            observed += weights[i, j] * shares[i, j];
            expected += weights[i, j] * rows[i] * columns[j];
            rowWeights[i] += weights[i, j] * columns[j];
            columnWeights[j] += weights[i, j] * rows[i];
        });

        var kappa = (observed - expected) / (1 - expected);
        var (independent, actual) = (0.0, 0.0);
        Each((i, j) =>
        {
            var both = rowWeights[i] + columnWeights[j];
            independent += rows[i] * columns[j] * Math.Pow(weights[i, j] - both, 2);
            actual += shares[i, j] * Math.Pow((weights[i, j] * (1 - expected)) - (both * (1 - observed)), 2);
        });
        var nullError = Math.Sqrt((independent - (expected * expected)) / n) / (1 - expected);
        actual -= Math.Pow((observed * expected) - (2 * expected) + observed, 2);
        var error = Math.Sqrt(Math.Max(0, actual) / n) / Math.Pow(1 - expected, 2);
        var reach = Normal.InvCDF(0, 1, 0.975) * error;
        return new Agreed("cohen", kappa, complete.Units)
        {
            Observed = observed, Expected = expected, StandardError = error, Interval = (kappa - reach, kappa + reach),
            Statistic = kappa / nullError, P = TwoSided(kappa / nullError),
        };

        void Each(Action<int, int> act)
        {
            for (var i = 0; i < q; i++) for (var j = 0; j < q; j++) act(i, j);
        }
    }

    /// <summary>Fleiss' kappa; with <paramref name="exact"/> Conger's, whose chance agreement respects each rater's own habits.</summary>
    /// <remarks>Fleiss, Psychological Bulletin 76, 1971; Conger, Psychological Bulletin 88, 1980 (no test is defined for it here).</remarks>
    public static Agreed Fleiss(Ratings ratings, bool exact = false)
    {
        var complete = ratings.Complete();
        var counts = complete.Counts();
        var (n, r) = ((double)complete.Units, (double)complete.Raters);
        var observed = counts.Average(row => (row.Sum(count => count * count) - r) / (r * (r - 1)));
        var shares = Shares(counts, r);
        var expected = exact ? ExpectedOfPairs(complete) : shares.Sum(share => share * share);
        var kappa = (observed - expected) / (1 - expected);
        var result = new Agreed(exact ? "conger-exact" : "fleiss", kappa, complete.Units) { Observed = observed, Expected = expected };
        if (exact) return result;
        var spread = shares.Sum(share => share * (1 - share));
        var skew = shares.Sum(share => share * (1 - share) * (1 - (2 * share)));
        var error = Math.Sqrt(2 * ((spread * spread) - skew) / (n * r * (r - 1))) / spread;
        return result with { Statistic = kappa / error, P = TwoSided(kappa / error), StandardError = error };
    }

    /// <summary>Fleiss' kappa of each category against all others.</summary>
    public static IReadOnlyList<(string Category, Agreed Kappa)> FleissByCategory(Ratings ratings)
    {
        var complete = ratings.Complete();
        var counts = complete.Counts();
        var (n, r) = ((double)complete.Units, (double)complete.Raters);
        var shares = Shares(counts, r);
        var error = Math.Sqrt(2 / (n * r * (r - 1)));
        return [.. complete.Categories.Select((category, k) =>
        {
            var again = (counts.Sum(row => row[k] * row[k]) - (n * r * shares[k])) / (n * r * (r - 1) * shares[k]);
            var kappa = (again - shares[k]) / (1 - shares[k]);
            return (category, new Agreed("fleiss", kappa, complete.Units) { StandardError = error, Statistic = kappa / error, P = TwoSided(kappa / error) });
        })];
    }

    /// <summary>Light's kappa: the mean of Cohen's kappa over all pairs of raters.</summary>
    /// <remarks>Light, Psychological Bulletin 76, 1971; the test is that of Conger (1980) as usually programmed.</remarks>
    public static Agreed Light(Ratings ratings)
    {
        var complete = ratings.Complete();
        double n = complete.Units;
        var (kappas, apart) = (new List<double>(), 1.0);
        for (var a = 0; a < complete.Raters; a++)
        {
            for (var b = a + 1; b < complete.Raters; b++)
            {
                var pair = Cohen(complete.Of(a, b));
                kappas.Add(pair.Value);
                apart *= 1 - pair.Expected!.Value;
            }
        }

        var value = kappas.Average();
        var chance = 1 - (kappas.Count * apart);
        var error = Math.Sqrt(chance / (n * (1 - chance)));
        return new Agreed("light", value, complete.Units) { Statistic = value / error, P = TwoSided(value / error), StandardError = error };
    }

    internal static double TwoSided(double z) => 2 * Normal.CDF(0, 1, -Math.Abs(z));

    private static double[] Shares(double[][] counts, double raters)
    {
        var shares = new double[counts[0].Length];
        foreach (var row in counts) for (var k = 0; k < shares.Length; k++) shares[k] += row[k] / (counts.Length * raters);
        return shares;
    }

    private static double ExpectedOfPairs(Ratings ratings)
    {
        var shares = new double[ratings.Raters, ratings.Categories.Count];
        for (var u = 0; u < ratings.Units; u++) for (var r = 0; r < ratings.Raters; r++) shares[r, ratings[u, r]] += 1.0 / ratings.Units;
        var (sum, pairs) = (0.0, 0);
        for (var a = 0; a < ratings.Raters; a++)
        {
            for (var b = a + 1; b < ratings.Raters; b++)
            {
                for (var k = 0; k < ratings.Categories.Count; k++) sum += shares[a, k] * shares[b, k];
                pairs++;
            }
        }

        return sum / pairs;
    }
}
