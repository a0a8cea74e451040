using Turna.Statistics.Sampling;

namespace Turna.Statistics.Survey;

/// <summary>Analysis weights of every replicate, made when asked for.</summary>
internal abstract class ReplicateWeights
{
    public abstract int Count { get; }

    /// <summary>Writes the weights of one replicate.</summary>
    public abstract void Fill(int replicate, double[] weights);

    /// <summary>The replicates as a matrix of fewer rows and the same rank, for the degrees of freedom of a domain.</summary>
    public abstract double[][] Spanning(Rows domain);
}

/// <summary>A factor for each sampling unit, times the sampling weight of its rows.</summary>
internal sealed class UnitReplicates(int[] unit, int units, double[][] factors, double[] baseWeights) : ReplicateWeights
{
    public override int Count => factors.Length;

    public override void Fill(int replicate, double[] weights)
    {
        var factor = factors[replicate];
        for (var row = 0; row < weights.Length; row++) weights[row] = factor[unit[row]] * baseWeights[row];
    }

    /// <summary>The estimate from each replicate, out of sums over units that are made once.</summary>
    public double[] Estimates(SummedStatistic statistic, Rows rows)
    {
        var weights = rows.Masked(baseWeights);
        var columns = statistic.Summed.Select(variable => WeightedSums.Column(weights.Length, row => weights[row] * variable.Values[row])).Prepend(weights).ToArray();
        var sums = UnitSums.Of(columns, unit, units);
        var thetas = new double[Count][];
        Blocks.Each(Count, replicate =>
        {
            var total = new double[sums.Width];
            for (var each = 0; each < units; each++)
            {
                var factor = factors[replicate][each];
                for (var k = 0; k < total.Length; k++) total[k] += factor * sums.Values[(each * total.Length) + k];
            }

            thetas[replicate] = statistic.FromSums(total);
        });
        return [.. thetas.SelectMany(theta => theta)];
    }

    public override double[][] Spanning(Rows domain)
    {
        var mass = new double[units];
        for (var row = 0; row < unit.Length; row++)
        {
            if (domain.Contains(row)) mass[unit[row]] += baseWeights[row] * baseWeights[row];
        }

        return Array.ConvertAll(factors, factor => factor.Zip(mass, (each, size) => each * Math.Sqrt(size)).ToArray());
    }
}

/// <summary>A weight for each row and replicate, as agencies publish them or calibration leaves them.</summary>
internal sealed class RowReplicates(double[][] columns) : ReplicateWeights
{
    // Beyond this many rows the rank is that of a random sketch: rows added up with random signs into a few more buckets than replicates.
    private const int RowsForExactRank = 20_000;

    public override int Count => columns.Length;

    public override void Fill(int replicate, double[] weights) => columns[replicate].CopyTo(weights, 0);

    public override double[][] Spanning(Rows domain)
    {
        var rows = domain.Indices();
        if (rows.Length <= RowsForExactRank) return Array.ConvertAll(columns, column => Array.ConvertAll(rows, row => column[row]));

        var buckets = (4 * columns.Length) + 64;
        var random = new SeededRandom(0x5EED);
        var place = Array.ConvertAll(rows, _ => (Bucket: random.Below(buckets), Sign: random.Below(2) == 0 ? 1.0 : -1.0));
        return Array.ConvertAll(columns, column =>
        {
            var sketch = new double[buckets];
            for (var i = 0; i < rows.Length; i++) sketch[place[i].Bucket] += place[i].Sign * column[rows[i]];
            return sketch;
        });
    }
}
