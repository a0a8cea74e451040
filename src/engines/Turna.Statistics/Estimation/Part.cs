namespace Turna.Statistics.Survey;

/// <summary>What an estimator finds in one group.</summary>
internal sealed record Part
{
    public required IReadOnlyList<string> Names { get; init; }

    public required Estimated Estimated { get; init; }

    public required IReadOnlyList<double> StandardError { get; init; }

    /// <summary>Intervals, when they are not estimate ± quantile · standard error.</summary>
    public IReadOnlyList<(double Lower, double Upper)>? Interval { get; init; }

    public IReadOnlyList<double> DesignEffect { get; init; } = [];

    /// <summary>Whether the covariance with other groups is known.</summary>
    public bool HasTrace { get; init; } = true;

    public required int Count { get; init; }

    public required double SumWeights { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Estimates something in any group of rows.</summary>
internal abstract class PointEstimator
{
    public abstract Part Of(Rows group);

    internal static double[] Roots(double[,] covariance, double[] estimate)
    {
        // Calibration variables have no variance; what rounding leaves of it is below this share of the estimate.
        const double Rounding = 1e-12;
        var roots = new double[estimate.Length];
        for (var k = 0; k < roots.Length; k++)
        {
            // A variance from joint probabilities can come out below zero; then there is no standard error.
            var negligible = Rounding * estimate[k] * Rounding * estimate[k];
            roots[k] = covariance[k, k] < -negligible ? double.NaN : Math.Sqrt(Math.Max(0, covariance[k, k]));
            if (roots[k] < Rounding * Math.Abs(estimate[k])) roots[k] = 0;
        }

        return roots;
    }

    protected static double SumWeights(SurveyDesign design, Rows rows) => WeightedSums.Of(rows.Masked(design.Weights), [])[0];
}
