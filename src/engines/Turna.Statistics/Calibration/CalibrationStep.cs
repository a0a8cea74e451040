namespace Turna.Statistics.Survey;

/// <summary>One adjustment of the weights.</summary>
public sealed record CalibrationStep
{
    /// <summary>How weights are moved.</summary>
    public required CalibrationMethod Method { get; init; }

    /// <summary>Known population totals.</summary>
    public IReadOnlyList<Margin> Margins { get; init; } = [];

    /// <summary>Least factor of a weight; for trimming, least weight.</summary>
    public double Lower { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest factor of a weight; for trimming, greatest weight.</summary>
    public double Upper { get; init; } = double.PositiveInfinity;

    /// <summary>Whether trimming is repeated until no weight is outside.</summary>
    public bool Strict { get; init; }

    /// <summary>Raking ends when no cell of the table changes by more than this in a round; null for 10⁻¹⁰ of the sum of weights.</summary>
    public double? Epsilon { get; init; }

    /// <summary>Most rounds or Newton steps; raking that has not converged by then is an error unless <see cref="Epsilon"/> is given.</summary>
    public int? MaximumRounds { get; init; }
}

/// <summary>Ways to move weights to known totals (Deville and Särndal 1992; Deville, Särndal and Sautory 1993).</summary>
public enum CalibrationMethod
{
    /// <summary>Each cell to its total.</summary>
    PostStratify,

    /// <summary>Margins in turn, or exponential distance when bounded or with numeric totals.</summary>
    Rake,

    /// <summary>Linear distance: the generalised regression estimator.</summary>
    Linear,

    /// <summary>Logit distance between two bounds.</summary>
    Logit,

    /// <summary>Weights cut off at bounds, the cut spread evenly over the others.</summary>
    Trim,
}

/// <summary>Known totals: of the levels of some categories, of some numbers, or of numbers within levels.</summary>
/// <param name="By">Columns whose combinations have totals; empty for the whole population.</param>
/// <param name="Of">Numeric columns or expressions that are totalled; empty for counts.</param>
/// <param name="Totals">Values of the <paramref name="By"/> columns and the totals (one, or one for each of <paramref name="Of"/>).</param>
/// <param name="Source">File or place of the totals, for errors.</param>
public sealed record Margin(IReadOnlyList<string> By, IReadOnlyList<string> Of, IReadOnlyList<MarginCell> Totals, string Source);

/// <summary>A cell of a margin.</summary>
/// <param name="Levels">A level for each column of the margin.</param>
/// <param name="Totals">Its totals.</param>
public sealed record MarginCell(IReadOnlyList<string> Levels, IReadOnlyList<double> Totals);
