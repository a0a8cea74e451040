using MathNet.Numerics.Distributions;

namespace Turna.Statistics.Sampling;

/// <summary>How a sample is shared among strata.</summary>
public enum Share
{
    /// <summary>As the strata's sizes.</summary>
    Proportional,

    /// <summary>As size times spread (Neyman): the smallest error for the whole.</summary>
    Neyman,

    /// <summary>As size to a power (Bankier): between equal errors for all strata (0) and proportional (1).</summary>
    Power,

    /// <summary>The same for each.</summary>
    Equal,
}

/// <summary>Sample sizes for a wanted precision, and their division among strata.</summary>
public static class Allocation
{
    /// <summary>Divides a sample among strata: at least <paramref name="least"/> in each, never more than there are.</summary>
    /// <param name="sizes">Units in each stratum, at least one.</param>
    /// <param name="total">The whole sample.</param>
    /// <param name="share">How.</param>
    /// <param name="spreads">Standard deviation in each stratum, for <see cref="Share.Neyman"/> and, if known, <see cref="Share.Power"/>.</param>
    /// <param name="power">The exponent of <see cref="Share.Power"/>, 0–1.</param>
    /// <param name="least">The smallest sample of a stratum; two are needed to estimate its variance.</param>
    /// <exception cref="SamplingException">The total cannot be met within these limits.</exception>
    /// <remarks>Cochran, Sampling Techniques, 3rd ed. 1977, chapter 5; Bankier, The American Statistician 42, 1988.</remarks>
    public static IReadOnlyList<int> Divide(
        IReadOnlyList<int> sizes, int total, Share share, IReadOnlyList<double>? spreads = null, double power = 0.5, int least = 2)
    {
        if (sizes.Any(size => size < 1)) throw new SamplingException("a stratum is empty");
        if (share == Share.Neyman && spreads is null) throw new SamplingException("Neyman's allocation needs the spread of each stratum");
        if (power is < 0 or > 1) throw new SamplingException("the power lies between 0 and 1");
        var floors = sizes.Select(size => Math.Min(least, size)).ToArray();
        if (total < floors.Sum()) throw new SamplingException($"{total} units cannot give each of {sizes.Count} strata {least}");
        if (total > sizes.Sum(size => (long)size)) throw new SamplingException($"{total} units are asked for and the frame has {sizes.Sum(size => (long)size)}");

        var wishes = sizes.Select((size, h) => share switch
        {
            Share.Proportional => size,
            Share.Neyman => size * spreads![h],
            Share.Power => Math.Pow(size, power) * (spreads?[h] ?? 1),
            _ => 1.0,
        }).ToArray();
        return Round(Fill(wishes, floors, sizes, total), floors, sizes, total);
    }

    /// <summary>Units needed to know a proportion to within a margin, at 95 % confidence.</summary>
    /// <param name="proportion">What is expected, 0–1; 0.5 when nothing is known.</param>
    /// <param name="margin">Half the width of the interval, above 0.</param>
    /// <param name="population">Units in the frame.</param>
    /// <param name="designEffect">What clustering and weights cost, 1 for simple random sampling.</param>
    /// <param name="response">The share of units expected to answer, above 0 to 1.</param>
    public static int ForProportion(double proportion, double margin, int population, double designEffect = 1, double response = 1) =>
        ForMean(Math.Sqrt(proportion * (1 - proportion)), margin, population, designEffect, response);

    /// <summary>Units needed to know a mean to within a margin, at 95 % confidence.</summary>
    /// <param name="spread">The standard deviation expected.</param>
    /// <param name="margin">Half the width of the interval, above 0.</param>
    /// <param name="population">Units in the frame.</param>
    /// <param name="designEffect">What clustering and weights cost.</param>
    /// <param name="response">The share of units expected to answer.</param>
    public static int ForMean(double spread, double margin, int population, double designEffect = 1, double response = 1)
    {
        if (!(margin > 0)) throw new SamplingException("the margin must be above 0");
        if (response is not (> 0 and <= 1)) throw new SamplingException("the response lies above 0 and up to 1");
        if (!(designEffect > 0)) throw new SamplingException("the design effect must be above 0");
        var infinite = designEffect * Math.Pow(Normal.InvCDF(0, 1, 0.975) * spread / margin, 2);
        var finite = infinite / (1 + (infinite / population));
        return Math.Max(1, Math.Min(population, (int)Math.Ceiling((finite / response) - 1e-9)));
    }

    /// <summary>Shares what remains after strata at their floor or their ceiling, until none is beyond its limits.</summary>
    private static double[] Fill(double[] wishes, int[] floors, IReadOnlyList<int> sizes, int total)
    {
        var result = new double[wishes.Length];
        var settled = new bool[wishes.Length];
        while (true)
        {
            var rest = total - result.Where((_, h) => settled[h]).Sum();
            var wished = wishes.Where((_, h) => !settled[h]).Sum();
            var open = settled.Count(one => !one);
            for (var h = 0; h < wishes.Length; h++) if (!settled[h]) result[h] = wished > 0 ? rest * wishes[h] / wished : rest / open;
            var above = Enumerable.Range(0, wishes.Length).Where(h => !settled[h] && result[h] > sizes[h]).ToArray();
            var below = Enumerable.Range(0, wishes.Length).Where(h => !settled[h] && result[h] < floors[h]).ToArray();
            if (above.Length + below.Length == 0) return result;
            var surplus = above.Sum(h => result[h] - sizes[h]) - below.Sum(h => floors[h] - result[h]);
            foreach (var h in surplus >= 0 ? above.Length > 0 ? above : below : below)
            {
                result[h] = surplus >= 0 && above.Length > 0 ? sizes[h] : floors[h];
                settled[h] = true;
            }
        }
    }

    /// <summary>Whole numbers with the same sum: the largest remainders are rounded up.</summary>
    private static int[] Round(double[] exact, int[] floors, IReadOnlyList<int> sizes, int total)
    {
        var whole = exact.Select((value, h) => Math.Clamp((int)Math.Floor(value + 1e-9), floors[h], sizes[h])).ToArray();
        var missing = total - whole.Sum();
        var order = Enumerable.Range(0, whole.Length).OrderByDescending(h => exact[h] - Math.Floor(exact[h])).ToArray();
        for (var i = 0; missing > 0; i = (i + 1) % order.Length)
        {
            if (whole[order[i]] >= sizes[order[i]]) continue;
            whole[order[i]]++;
            missing--;
        }

        return whole;
    }
}
