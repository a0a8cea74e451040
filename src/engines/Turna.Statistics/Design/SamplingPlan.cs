namespace Turna.Statistics.Survey;

/// <summary>How a sample was drawn, in terms of the columns of its data.</summary>
public sealed record SamplingPlan
{
    /// <summary>Columns that identify the units of each stage, first stage first; empty when every row is a unit.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Columns of the strata of each stage; with fewer columns than stages the last one serves the rest.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>Whether the identifiers start anew in every stratum.</summary>
    public bool Nest { get; init; }

    /// <summary>Column of sampling weights, or null.</summary>
    public string? Weights { get; init; }

    /// <summary>Columns of selection probabilities of each stage (their product counts), instead of weights.</summary>
    public IReadOnlyList<string> Probabilities { get; init; } = [];

    /// <summary>Columns of population sizes (above 1) or sampling fractions of each stage; empty for sampling with replacement.</summary>
    public IReadOnlyList<string> PopulationSizes { get; init; } = [];

    /// <summary>What to do with a stratum of one sampling unit.</summary>
    public LonelyPsu LonelyPsu { get; init; } = LonelyPsu.Fail;

    /// <summary>Whether <see cref="LonelyPsu"/> also rules a stratum of which one unit is left in a domain.</summary>
    public bool LonelyDomain { get; init; }

    /// <summary>Sampling with probability proportional to size, without replacement; null for equal probability within strata.</summary>
    public PpsSampling? Pps { get; init; }
}

/// <summary>What to do with a stratum of one sampling unit, whose variance cannot be estimated.</summary>
public enum LonelyPsu
{
    /// <summary>It is an error.</summary>
    Fail,

    /// <summary>It adds nothing to the variance.</summary>
    Remove,

    /// <summary>It was taken with certainty: it adds nothing to the variance.</summary>
    Certainty,

    /// <summary>Its distance from zero (for a mean: from the mean of the sample) stands for the distance from the mean of the stratum.</summary>
    Adjust,

    /// <summary>It adds as much as the average stratum.</summary>
    Average,
}

/// <summary>Sampling with probability proportional to size.</summary>
/// <param name="Method">How joint probabilities are had.</param>
/// <param name="Joint">Joint selection probabilities of all pairs of rows; needed by Horvitz–Thompson and Yates–Grundy.</param>
/// <param name="SumOfSquares">For Hartley–Rao: the population sum of squared probabilities divided by the sample size, when known.</param>
/// <param name="YatesGrundy">Whether the Yates–Grundy form of the variance is used with approximate joint probabilities.</param>
public sealed record PpsSampling(PpsMethod Method, double[,]? Joint = null, double? SumOfSquares = null, bool YatesGrundy = false);

/// <summary>Ways to the variance of a sample drawn with unequal probabilities.</summary>
public enum PpsMethod
{
    /// <summary>Brewer's approximation: one correction 1 − π for each unit.</summary>
    Brewer,

    /// <summary>Horvitz–Thompson with the joint probabilities given.</summary>
    HorvitzThompson,

    /// <summary>Yates–Grundy (Sen) with the joint probabilities given.</summary>
    YatesGrundy,

    /// <summary>Hartley–Rao's approximation to the joint probabilities.</summary>
    HartleyRao,

    /// <summary>Overton's approximation to the joint probabilities.</summary>
    Overton,
}
