namespace Turna.Statistics.Survey;

/// <summary>
/// Intervals for a proportion from a logistic model with an intercept only: Wald on the logit scale, or from the profile of the working
/// likelihood rescaled by the design effect (Rao and Scott 1984). The grid, the spline through it and the reading of the interval from the
/// spline follow R's profile method, whose interpolation error is larger than 1e-7.
/// </summary>
internal sealed class InterceptModel
{
    private const int StepsPerSide = 9;

    private readonly SurveyDesign design;
    private readonly double[] response;
    private readonly Rows rows;
    private readonly Rows group;
    private readonly GlmStatistic model;
    private readonly double variance;
    private readonly double coefficient;

    /// <summary>Fits the model.</summary>
    /// <param name="design">The design.</param>
    /// <param name="response">0 or 1 per row, zero outside the rows.</param>
    /// <param name="rows">Rows in which the response is known.</param>
    /// <param name="group">The domain.</param>
    public InterceptModel(SurveyDesign design, double[] response, Rows rows, Rows group)
    {
        (this.design, this.response, this.rows, this.group) = (design, response, rows, group);
        var intercept = new Variable("(Intercept)", WeightedSums.Column(rows.Total, row => rows.Contains(row) ? 1 : 0));
        model = new GlmStatistic([intercept], response, GlmFamily.Binomial, design, rows, group);
        var evaluated = design.Evaluate(model, rows);
        (coefficient, variance) = (evaluated.Estimate[0], evaluated.Covariance[0, 0]);
    }

    public (double Lower, double Upper) Wald(double tail, double degrees)
    {
        var half = Distributions.StudentQuantile(1 - tail, degrees) * Math.Sqrt(variance);
        return (ProportionInterval.Expit(coefficient - half), ProportionInterval.Expit(coefficient + half));
    }

    public (double Lower, double Upper) Profile(double tail, double degrees)
    {
        var inflation = variance / model.NaiveVariance(0);
        var alpha = Distributions.Normal(Distributions.StudentQuantile(tail, degrees) * Math.Sqrt(inflation)) / 2;
        var furthest = Math.Sqrt(Distributions.FisherUpperQuantile(alpha, 1, design.RowsCounted(group) - (group.Count - rows.Count) - 1));
        var curve = Curve(furthest);
        var spline = CubicSpline.Evenly([.. curve.Select(point => point.Coefficient)], [.. curve.Select(point => point.Root)], 3 * curve.Length);
        var cutoff = Distributions.NormalQuantile(2 * alpha);
        return (At(cutoff), At(-cutoff));

        double At(double root) => CubicSpline.Linear(spline.Y, spline.X, root) is { } found ? ProportionInterval.Expit(found) : double.NaN;
    }

    /// <summary>Signed roots of the rescaled deviance on both sides of the estimate.</summary>
    private (double Coefficient, double Root)[] Curve(double furthest)
    {
        var dispersion = model.Dispersion(design, rows);
        var points = new List<(double Coefficient, double Root)> { (coefficient, 0) };
        foreach (var side in (int[])[-1, 1])
        {
            double root = 0;
            for (var step = 1; step <= StepsPerSide && Math.Abs(root) < furthest; step++)
            {
                var at = coefficient + (side * step * (furthest / 5) * Math.Sqrt(variance));
                var rise = (Deviance(at) - model.Fit.Deviance) / dispersion;
                root = side * Math.Sqrt(Math.Max(rise, 0));
                points.Add((at, root));
            }
        }

        return [.. points.OrderBy(point => point.Root)];
    }

    private double Deviance(double eta)
    {
        var weights = rows.Masked(design.Weights);
        var mean = WeightedSums.Of(group.Masked(design.Weights), [])[0] / design.RowsCounted(group);
        var family = Family.Of(GlmFamily.Binomial);
        var fitted = family.Mean(eta);
        return Blocks.Sum(weights.Length, 1, (from, to, sum) =>
        {
            for (var row = from; row < to; row++) sum[0] += weights[row] / mean * family.Deviance(response[row], fitted);
        })[0];
    }
}
