namespace Turna.Statistics.Survey;

/// <summary>The answer to a question: parallel lists, one entry per estimate. Not-a-number stands for what cannot be said.</summary>
public sealed record SurveyResult
{
    /// <summary>The question.</summary>
    public required string Id { get; init; }

    /// <summary>What was estimated or tested.</summary>
    public required SurveyStatistic Statistic { get; init; }

    /// <summary>Name of each estimate.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The group of each estimate: its columns and their values; empty when there are no groups.</summary>
    public IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> Groups { get; init; } = [];

    /// <summary>Estimates; all groups of the first name, then of the second.</summary>
    public IReadOnlyList<double> Estimate { get; init; } = [];

    /// <summary>Standard errors.</summary>
    public IReadOnlyList<double> StandardError { get; init; } = [];

    /// <summary>Covariances of the estimates; null when it was left out for its size.</summary>
    public double[,]? Covariance { get; init; }

    /// <summary>Degrees of freedom of the design in the domain; of a model, its residual ones.</summary>
    public double DegreesOfFreedom { get; init; } = double.NaN;

    /// <summary>Confidence intervals.</summary>
    public IReadOnlyList<(double Lower, double Upper)> Interval { get; init; } = [];

    /// <summary>Design effects, when asked for.</summary>
    public IReadOnlyList<double> DesignEffect { get; init; } = [];

    /// <summary>Rows used: one number, or one per estimate when there are groups.</summary>
    public IReadOnlyList<int> Count { get; init; } = [];

    /// <summary>Sum of the weights of the domain, rows with missing values included: one number, or one per estimate.</summary>
    public IReadOnlyList<double> SumWeights { get; init; } = [];

    /// <summary>Statistic of a test.</summary>
    public double? TestStatistic { get; init; }

    /// <summary>Degrees of freedom of a test.</summary>
    public IReadOnlyList<double> TestDegrees { get; init; } = [];

    /// <summary>p-value of a test, or one per coefficient of a model.</summary>
    public IReadOnlyList<double> P { get; init; } = [];

    /// <summary>t-value of each coefficient of a model.</summary>
    public IReadOnlyList<double> T { get; init; } = [];

    /// <summary>Dispersion of a model.</summary>
    public double? Dispersion { get; init; }

    /// <summary>What the reader must know: rows left out, rules applied, estimates that are not reliable.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Coefficients of variation: standard error over estimate.</summary>
    public IEnumerable<double> VariationCoefficient => Estimate.Zip(StandardError, (estimate, error) => error / estimate);
}
