namespace Turna.Statistics.Survey;

/// <summary>One question to a survey. Names follow the request file; what a statistic does not use is left at its default.</summary>
public sealed record SurveyRequest
{
    /// <summary>Name of the question, repeated in the answer.</summary>
    public required string Id { get; init; }

    /// <summary>What is estimated or tested.</summary>
    public required SurveyStatistic Statistic { get; init; }

    /// <summary>Columns or expressions that are estimated.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Columns or expressions that split the domain into groups.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Denominators of a ratio; the groups of a standardised estimate.</summary>
    public IReadOnlyList<string> Over { get; init; } = [];

    /// <summary>Condition that makes the domain; null for all rows.</summary>
    public string? Where { get; init; }

    /// <summary>Whether a missing value is an error; otherwise its row is left out of this request.</summary>
    public bool MissingIsError { get; init; }

    /// <summary>Whether intervals use the normal distribution; otherwise Student's t with the degrees of freedom of the design.</summary>
    public bool NormalInterval { get; init; }

    /// <summary>Confidence of the intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether design effects are given, and against which simple random sample.</summary>
    public DesignEffect DesignEffect { get; init; }

    /// <summary>Probabilities of the quantiles.</summary>
    public IReadOnlyList<double> Probabilities { get; init; } = [0.5];

    /// <summary>Rule of the quantiles.</summary>
    public QuantileRule Rule { get; init; }

    /// <summary>Type of the interval of a quantile or a proportion; null for the default.</summary>
    public IntervalType? Interval { get; init; }

    /// <summary>For a gap: the column and its two levels, the first less the second.</summary>
    public (string Column, string First, string Second)? Between { get; init; }

    /// <summary>What a gap or a contrast is made of.</summary>
    public SurveyStatistic? Estimator { get; init; }

    /// <summary>Coefficients of linear contrasts, a list for each.</summary>
    public IReadOnlyList<Contrast> Contrasts { get; init; } = [];

    /// <summary>An expression of the estimates, instead of coefficients.</summary>
    public string? Expression { get; init; }

    /// <summary>How a table is tested.</summary>
    public ChiSquaredMethod ChiSquared { get; init; }

    /// <summary>Which scores a rank test uses.</summary>
    public RankScore RankScore { get; init; }

    /// <summary>Model formula, response ~ terms; also of t and rank tests.</summary>
    public string? Formula { get; init; }

    /// <summary>Distribution of the response of a model.</summary>
    public GlmFamily Family { get; init; }

    /// <summary>For a standardised estimate: the size of each class in the standard population.</summary>
    public StandardPopulation? Standard { get; init; }

    /// <summary>Columns whose missing values are left out before standardising; null for those estimated and their groups.</summary>
    public IReadOnlyList<string>? ExcludingMissing { get; init; }
}

/// <summary>Coefficients of a linear contrast by position or by name of the estimate.</summary>
/// <param name="Name">Name of the contrast.</param>
/// <param name="ByPosition">A coefficient per estimate, or null.</param>
/// <param name="ByName">Coefficients of the estimates named, others being zero; or null.</param>
public sealed record Contrast(string Name, IReadOnlyList<double>? ByPosition, IReadOnlyDictionary<string, double>? ByName);

/// <summary>A standard population by classes of one or more columns.</summary>
/// <param name="By">The columns.</param>
/// <param name="Sizes">Sizes in the order of the levels, the first column changing fastest; or null.</param>
/// <param name="SizeOf">Sizes by level (levels of several columns joined by a dot); or null.</param>
public sealed record StandardPopulation(IReadOnlyList<string> By, IReadOnlyList<double>? Sizes, IReadOnlyDictionary<string, double>? SizeOf);

/// <summary>What a survey can be asked for.</summary>
public enum SurveyStatistic
{
    /// <summary>Mean of a number, shares of a category.</summary>
    Mean,

    /// <summary>Total of a number, sizes of the levels of a category.</summary>
    Total,

    /// <summary>Share of rows for which a condition holds, shares of a category.</summary>
    Proportion,

    /// <summary>Ratio of two totals.</summary>
    Ratio,

    /// <summary>Population variance, and covariances of several numbers.</summary>
    Variance,

    /// <summary>Quantiles.</summary>
    Quantile,

    /// <summary>Difference of an estimate between two groups.</summary>
    Gap,

    /// <summary>Linear or other function of several estimates.</summary>
    Contrast,

    /// <summary>Weighted counts of a cross-classification.</summary>
    Table,

    /// <summary>Test of independence of two categories.</summary>
    ChiSquared,

    /// <summary>Test that two means are equal, or that a mean is zero.</summary>
    TTest,

    /// <summary>Test that groups have the same distribution.</summary>
    RankTest,

    /// <summary>Generalised linear model.</summary>
    Glm,

    /// <summary>Mean after direct standardisation.</summary>
    Standardize,
}

/// <summary>The simple random sample that a design effect compares with.</summary>
public enum DesignEffect
{
    /// <summary>No design effect.</summary>
    None,

    /// <summary>Drawn without replacement.</summary>
    WithoutReplacement,

    /// <summary>Drawn with replacement.</summary>
    WithReplacement,
}

/// <summary>Interval types of quantiles and proportions.</summary>
public enum IntervalType
{
    /// <summary>Estimate ± t · standard error, on the scale of the proportion.</summary>
    Mean,

    /// <summary>Exact binomial interval for the effective sample size (Korn and Graubard 1998).</summary>
    Beta,

    /// <summary>On the scale of the logit, by the delta method.</summary>
    XLogit,

    /// <summary>On the scale of arcsin √p.</summary>
    Asin,

    /// <summary>By inverting the score test (Francisco and Fuller 1991); quantiles only.</summary>
    Score,

    /// <summary>From a logistic model with an intercept only; proportions only.</summary>
    Logit,

    /// <summary>From the profile of the Rao–Scott working likelihood; proportions only.</summary>
    Likelihood,

    /// <summary>Spread of the quantile over the replicates; quantiles of replicate designs only.</summary>
    Quantile,
}
