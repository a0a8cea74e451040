namespace Turna.Statistics.Survey;

/// <summary>
/// A sample and how it was drawn: gives weights, and the covariance of what is estimated from them.
/// A design never changes; a filter makes a domain (<see cref="Rows"/>), calibration makes a new design.
/// </summary>
public abstract class SurveyDesign
{
    private protected SurveyDesign(SurveyTable table, double[] weights, IReadOnlyList<string> notes) => (Table, Weights, Notes) = (table, weights, notes);

    /// <summary>The data.</summary>
    public SurveyTable Table { get; }

    /// <summary>Final weight of each row.</summary>
    public double[] Weights { get; }

    /// <summary>What the analyst should know about the design, such as a rule that was applied.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Whether rows outside a domain stay in the sample with weight zero; else they count as not sampled.</summary>
    internal abstract bool KeepsAllRows { get; }

    /// <summary>Whether the weights came from probabilities, so to say; not those that stand beside given or calibrated replicates.</summary>
    internal abstract bool KeepsProbabilities { get; }

    /// <summary>The rows that count as sampled.</summary>
    internal virtual Rows Whole => Rows.All(Table.RowCount);

    /// <summary>Degrees of freedom for a domain: units less strata, or the rank of the replicates less one.</summary>
    /// <param name="domain">The domain.</param>
    public abstract double DegreesOfFreedom(Rows domain);

    /// <summary>Degrees of freedom of the intervals of a domain: those of the domain, but of all replicates of a replicate design.</summary>
    /// <param name="domain">The domain.</param>
    internal abstract double IntervalDegrees(Rows domain);

    /// <summary>Estimates a statistic and the covariance of the estimate.</summary>
    /// <param name="statistic">What to estimate.</param>
    /// <param name="rows">The domain, without the rows in which something is missing.</param>
    internal abstract Estimated Evaluate(Statistic statistic, Rows rows);

    /// <summary>Covariance of several estimates of the same design with one another.</summary>
    /// <param name="parts">Estimates of parts of a domain.</param>
    /// <param name="domain">The domain.</param>
    internal abstract double[,] Joint(IReadOnlyList<Estimated> parts, Rows domain);

    /// <summary>Rows that R would count as those of the design when it looks at a domain.</summary>
    internal int RowsCounted(Rows domain) => KeepsAllRows ? Whole.Count : domain.Count;
}

/// <summary>An estimate, its covariance, and what is needed for its covariance with others.</summary>
/// <param name="Estimate">One number per name of the statistic.</param>
/// <param name="Covariance">Their covariance.</param>
/// <param name="Trace">Sums over sampling units of the influence of each estimate, or the estimate from each replicate.</param>
internal sealed record Estimated(double[] Estimate, double[,] Covariance, UnitSums Trace);
