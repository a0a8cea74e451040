namespace Turna.Statistics.Survey;

/// <summary>
/// Coefficients of a generalised linear model with design-based covariance: the influence of a row is its weighted score times the inverse
/// information (Binder 1983).
/// </summary>
internal sealed class GlmStatistic : Statistic
{
    private readonly IReadOnlyList<Variable> columns;
    private readonly double[] response;
    private readonly Family family;
    private readonly OrthogonalBasis basis;
    private readonly double[]? offset;

    /// <summary>Fits the model under the sampling weights.</summary>
    /// <param name="columns">Columns of the model, zero outside the rows.</param>
    /// <param name="response">Response, zero outside the rows.</param>
    /// <param name="family">Family.</param>
    /// <param name="design">The design.</param>
    /// <param name="rows">Rows in which nothing is missing.</param>
    /// <param name="group">The domain, rows with missing values included.</param>
    /// <param name="offset">The part of the linear predictor that is known, zero outside the rows; or null.</param>
    public GlmStatistic(IReadOnlyList<Variable> columns, double[] response, GlmFamily family, SurveyDesign design, Rows rows, Rows group, double[]? offset = null)
    {
        this.offset = offset;
        this.columns = columns;
        this.response = response;
        this.family = Family.Of(family);
        // Weights are scaled to a mean of one over the rows of the domain, as R does; the stopping rule depends on it.
        var mean = WeightedSums.Of(group.Masked(design.Weights), [])[0] / design.RowsCounted(group);
        var weights = rows.Masked(design.Weights);
        var scaled = Array.ConvertAll(weights, weight => weight / mean);
        Shift = WeightedSums.Of(weights, [])[0] / design.RowsCounted(rows) / mean;
        basis = OrthogonalBasis.Of(columns, scaled);
        Fit = IterativeFit.Run(basis, response, this.family, scaled, offset: offset);
        Names = [.. columns.Select(column => column.Name)];
    }

    public override IReadOnlyList<string> Names { get; }

    /// <summary>The fit under the sampling weights.</summary>
    public IterativeFit Fit { get; }

    /// <summary>Mean weight of the rows used over that of the domain.</summary>
    public double Shift { get; }

    /// <summary>Variance of the coefficients if the rows had been drawn independently, up to the dispersion.</summary>
    public double NaiveVariance(int coefficient) =>
        Fit.Inverse.EnumerateIndexed().Sum(entry => entry.Item3 * basis.Back[entry.Item1][coefficient] * basis.Back[entry.Item2][coefficient]);

    /// <summary>Dispersion: the population variance of the Pearson residuals.</summary>
    public double Dispersion(SurveyDesign design, Rows rows)
    {
        var residuals = new Variable("", WeightedSums.Column(rows.Total, row => rows.Contains(row) ? Pearson(row) * Math.Sqrt(Shift) : 0));
        return new VarianceStatistic([residuals], rows.Count).Estimate(rows.Masked(design.Weights), rows)[0];
    }

    /// <summary>Coefficients that could be estimated.</summary>
    public int Rank => basis.Kept.Length;

    public override double[] Full(double[] weights, Rows rows) => basis.Original(Fit.Coefficients, columns.Count);

    public override double[] Estimate(double[] weights, Rows rows)
    {
        var sum = WeightedSums.Of(weights, [])[0];
        var fit = IterativeFit.Run(basis, response, family, Array.ConvertAll(weights, weight => weight / sum), Fit.Coefficients, offset);
        return fit.IsUsable ? basis.Original(fit.Coefficients, columns.Count) : [.. Names.Select(_ => double.NaN)];
    }

    public override double[][] Influence(double[] weights, double[] estimate, Rows rows)
    {
        var width = basis.Columns.Length;
        var influence = columns.Select(_ => new double[weights.Length]).ToArray();
        Blocks.ForEach(weights.Length, (from, to) =>
        {
            var scores = new double[width];
            for (var row = from; row < to; row++)
            {
                if (Fit.Working[row] == 0) continue;
                var eta = Fit.Predictor[row];
                var residual = Fit.Working[row] * (response[row] - family.Mean(eta)) / family.Slope(eta);
                for (var k = 0; k < width; k++)
                {
                    scores[k] = 0;
                    for (var l = 0; l < width; l++) scores[k] += Fit.Inverse[k, l] * basis.Columns[l][row] * residual;
                }

                foreach (var j in basis.Kept)
                {
                    for (var k = 0; k < width; k++) influence[j][row] += scores[k] * basis.Back[k][j];
                }
            }
        });
        return influence;
    }

    /// <summary>Pearson residual of a row.</summary>
    private double Pearson(int row)
    {
        var mean = family.Mean(Fit.Predictor[row]);
        return (response[row] - mean) / Math.Sqrt(family.Variance(mean));
    }
}
