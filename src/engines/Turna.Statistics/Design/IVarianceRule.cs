namespace Turna.Statistics.Survey;

/// <summary>How the covariance of estimated totals follows from the sums over sampling units.</summary>
internal interface IVarianceRule
{
    /// <summary>The units over which sums are needed, per row, and how many there are.</summary>
    Codes Unit { get; }

    /// <summary>Covariance of the totals of the variables summed.</summary>
    /// <param name="sums">Weighted, centred variables summed over <see cref="Unit"/>.</param>
    /// <param name="present">Which units count as sampled in this domain; null for all.</param>
    double[,] Covariance(UnitSums sums, bool[]? present);
}
