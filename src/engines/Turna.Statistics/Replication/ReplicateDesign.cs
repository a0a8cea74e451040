namespace Turna.Statistics.Survey;

/// <summary>A design known by its replicate weights; variances from the spread of the estimate over the replicates.</summary>
/// <remarks>V = scale · Σ rscaleᵣ (θᵣ − centre)², the centre being the mean of the replicates, or the full estimate under <c>mse</c> (Wolter 2007).</remarks>
public sealed class ReplicateDesign : SurveyDesign
{
    private readonly ReplicateWeights replicates;

    internal ReplicateDesign(SurveyTable table, double[] weights, ReplicateWeights replicates, ReplicateScale scale, IReadOnlyList<string> notes)
        : base(table, weights, notes)
    {
        this.replicates = replicates;
        Scale = scale;
    }

    /// <summary>How the spread of the replicates becomes a variance.</summary>
    public ReplicateScale Scale { get; }

    /// <summary>How many replicates.</summary>
    public int ReplicateCount => replicates.Count;

    internal override bool KeepsAllRows => false;

    internal override bool KeepsProbabilities => replicates is UnitReplicates;

    /// <summary>The weights of one replicate, one per row.</summary>
    /// <param name="replicate">From 0.</param>
    public double[] Replicate(int replicate)
    {
        var weights = new double[Table.RowCount];
        replicates.Fill(replicate, weights);
        return weights;
    }

    /// <inheritdoc/>
    public override double DegreesOfFreedom(Rows domain) => Rank.Of(replicates.Spanning(domain), 1e-5) - 1;

    /// <summary>The same replicates with changed weights.</summary>
    internal ReplicateDesign Reweighted(double[] weights, double[][] replicateWeights, string note) =>
        new(Table, weights, new RowReplicates(replicateWeights), Scale, [.. Notes, note]);

    internal override double IntervalDegrees(Rows domain) => DegreesOfFreedom(Whole);

    internal override Estimated Evaluate(Statistic statistic, Rows rows)
    {
        var estimate = statistic.Full(rows.Masked(Weights), rows);
        var trace = new UnitSums(replicates is UnitReplicates byUnit && statistic is SummedStatistic summed ? byUnit.Estimates(summed, rows) : Estimates(statistic, rows, estimate.Length), estimate.Length);
        return new Estimated(estimate, Covariance(trace, estimate), trace);
    }

    /// <summary>The estimate from the rows under each replicate.</summary>
    private double[] Estimates(Statistic statistic, Rows rows, int width)
    {
        var thetas = new double[replicates.Count * width];
        Parallel.For(0, replicates.Count, () => new double[Table.RowCount], (replicate, _, buffer) =>
        {
            replicates.Fill(replicate, buffer);
            if (!rows.IsAll)
            {
                for (var row = 0; row < buffer.Length; row++)
                {
                    if (!rows.Contains(row)) buffer[row] = 0;
                }
            }

            statistic.Estimate(buffer, rows).CopyTo(thetas, replicate * width);
            return buffer;
        }, _ => { });
        return thetas;
    }

    internal override double[,] Joint(IReadOnlyList<Estimated> parts, Rows domain) =>
        Covariance(UnitSums.Beside([.. parts.Select(part => part.Trace)]), [.. parts.SelectMany(part => part.Estimate)]);

    /// <summary>Spread of the replicates; a replicate without an estimate is left out.</summary>
    private double[,] Covariance(UnitSums thetas, double[] estimate)
    {
        var width = thetas.Width;
        var usable = Enumerable.Range(0, replicates.Count).Where(r => !thetas.Values.AsSpan(r * width, width).ContainsAnyNaN()).ToArray();
        var centre = Scale.AroundFullEstimate ? estimate : new double[width];
        if (!Scale.AroundFullEstimate)
        {
            var counted = usable.Where(r => Scale.PerReplicate[r] > 0).ToArray();
            foreach (var r in counted)
            {
                for (var k = 0; k < width; k++) centre[k] += thetas.Values[(r * width) + k] / counted.Length;
            }
        }

        var covariance = new double[width, width];
        for (var k = 0; k < width; k++)
        {
            for (var l = 0; l <= k; l++)
            {
                var sum = usable.Length == 0 ? double.NaN : 0;
                foreach (var r in usable)
                    sum += Scale.PerReplicate[r] * (thetas.Values[(r * width) + k] - centre[k]) * (thetas.Values[(r * width) + l] - centre[l]);
                covariance[k, l] = covariance[l, k] = sum * Scale.Overall;
            }
        }

        return covariance;
    }
}

/// <summary>How the spread of the replicates becomes a variance.</summary>
/// <param name="Overall">Factor of the whole sum.</param>
/// <param name="PerReplicate">Factor of each replicate.</param>
/// <param name="AroundFullEstimate">Whether squares are taken around the full estimate (<c>mse</c>), not the mean of the replicates.</param>
public sealed record ReplicateScale(double Overall, IReadOnlyList<double> PerReplicate, bool AroundFullEstimate);

internal static class NaNs
{
    public static bool ContainsAnyNaN(this Span<double> values)
    {
        foreach (var value in values)
        {
            if (double.IsNaN(value)) return true;
        }

        return false;
    }
}
