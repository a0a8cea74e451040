namespace Turna.Statistics.Disclosure;

/// <summary>The risk of one record in a file of single persons.</summary>
/// <param name="Record">Its place, from 0.</param>
/// <param name="Sample">How many records of the file share its key.</param>
/// <param name="Population">How many people of the population are estimated to: the sum of the records' weights.</param>
/// <param name="Risk">The probability that whoever knows the key finds this person, 0–1.</param>
public sealed record RecordRisk(int Record, int Sample, double Population, double Risk);

/// <summary>How identifiable the records of a file are by what others may know of a person.</summary>
/// <remarks>
/// Individual risk as Benedetti and Franconi (1998) define it, for a population frequency with a negative binomial distribution;
/// Hundepool et al. 2012, section 3.3. For a complete register give weights of 1: the risk is then one over the records that share a key.
/// </remarks>
public static class Microdata
{
    /// <summary>The risk of each record, in the order of the file.</summary>
    /// <param name="keys">What others may know of each person: one text for each record, the same for records that look alike.</param>
    /// <param name="weights">How many people each record stands for, at least 1; null for a complete register.</param>
    /// <exception cref="DisclosureException">The weights are not as many as the records, or one is below 1.</exception>
    public static IReadOnlyList<RecordRisk> Risks(IReadOnlyList<string> keys, IReadOnlyList<double>? weights = null)
    {
        if (weights is not null && weights.Count != keys.Count) throw new DisclosureException($"{weights.Count} weights for {keys.Count} records");
        var groups = new Dictionary<string, (int Sample, double Population)>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            var weight = weights?[i] ?? 1;
            if (!(weight >= 1)) throw new DisclosureException($"record {i + 1} has the weight {weight}; a record stands for itself at least");
            var (sample, population) = groups.GetValueOrDefault(keys[i]);
            groups[keys[i]] = (sample + 1, population + weight);
        }

        return [.. keys.Select((key, i) => new RecordRisk(i, groups[key].Sample, groups[key].Population, Risk(groups[key].Sample, groups[key].Population)))];
    }

    /// <summary>The records that fewer than <paramref name="k"/> share a key with, themselves included: where k-anonymity fails.</summary>
    /// <param name="keys">The key of each record.</param>
    /// <param name="k">At least 2.</param>
    public static IReadOnlyList<int> FewerThan(IReadOnlyList<string> keys, int k)
    {
        var counts = keys.CountBy(key => key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, keys.Count).Where(i => counts[keys[i]] < k)];
    }

    /// <summary>E(1/F | f) with p = f/F̂, by the series for a negative binomial F − f.</summary>
    private static double Risk(int sample, double population)
    {
        var p = sample / population;
        if (p >= 1) return 1.0 / sample;
        var (term, sum) = (Math.Pow(p, sample), 0.0);
        for (var extra = 0; extra < 1_000_000; extra++)
        {
            var part = term / (sample + extra);
            sum += part;
            if (extra > sample / p && part < 1e-15 * sum) break;
            term *= (1 - p) * (sample + extra) / (extra + 1);
        }

        return Math.Min(1.0 / sample, sum);
    }
}
