namespace Turna.Statistics.Survey;

/// <summary>Replicate weights that are given in columns, or a method to make them.</summary>
public sealed record ReplicatePlan
{
    /// <summary>The method.</summary>
    public required ReplicateMethod Method { get; init; }

    /// <summary>Columns of replicate weights; empty to make them from the design.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>How many to make, for the bootstraps and successive differences.</summary>
    public int Count { get; init; } = 200;

    /// <summary>Seed of the bootstraps; it is printed with the result.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Fay's factor, from 0 up to, not including, 1.</summary>
    public double Rho { get; init; }

    /// <summary>Factor of the whole sum; null for the one that belongs to the method.</summary>
    public double? Scale { get; init; }

    /// <summary>Factor of each replicate; null for those that belong to the method.</summary>
    public IReadOnlyList<double>? PerReplicate { get; init; }

    /// <summary>Whether columns hold analysis weights (true) or factors of the sampling weight (false).</summary>
    public bool Combined { get; init; } = true;

    /// <summary>Whether squares are taken around the full estimate.</summary>
    public bool Mse { get; init; }
}

/// <summary>Ways to replicate a sample.</summary>
public enum ReplicateMethod
{
    /// <summary>Jackknife of an unstratified sample: leave out one unit.</summary>
    JK1,

    /// <summary>Jackknife of a stratified sample: leave out one unit of one stratum.</summary>
    JKn,

    /// <summary>Balanced half-samples; two units in each stratum.</summary>
    Brr,

    /// <summary>Balanced half-samples in which the other half keeps a share of its weight.</summary>
    Fay,

    /// <summary>n of n units with replacement within strata (Canty and Davison 1999), the population size taken into account.</summary>
    Bootstrap,

    /// <summary>n−1 of n units with replacement, rescaled (Rao and Wu 1988).</summary>
    Subbootstrap,

    /// <summary>Multistage rescaled bootstrap (Preston 2009).</summary>
    MultistageBootstrap,

    /// <summary>Successive differences (Fay and Train 1995).</summary>
    SuccessiveDifference,

    /// <summary>Any other, described by its scales.</summary>
    Other,
}
