namespace Turna.Statistics.Survey;

/// <summary>
/// Intervals for a proportion from a logistic model with an intercept only: Wald on the logit scale, or from the profile of the working
/// likelihood rescaled by the design effect (Rao and Scott 1984). The grid, the spline through it and the reading of the interval from the
/// spline follow R's profile method, whose interpolation error is larger than 1e-7.
/// </summary>
internal static class InterceptModel
{
    private const int StepsPerSide = 9;

    public static (double Lower, double Upper) Wald(SurveyDesign design, double[] response, Rows rows, double tail, double degrees)
    {
        var (model, evaluated) = Fit(design, response, rows);
        var coefficient = model.Fit.Predictor[FirstOf(rows)];
        var half = Distributions.StudentQuantile(1 - tail, degrees) * Math.Sqrt(evaluated.Covariance[0, 0]);
        return (ProportionInterval.Expit(coefficient - half), ProportionInterval.Expit(coefficient + half));
    }

    public static (double Lower, double Upper) Profile(SurveyDesign design, double[] response, Rows rows, double tail, double degrees)
    {
        var (model, evaluated) = Fit(design, response, rows);
        var inflation = evaluated.Covariance[0, 0] / model.NaiveVariance(0);
        var alpha = Distributions.Normal(Distributions.StudentQuantile(tail, degrees) * Math.Sqrt(inflation)) / 2;
        var furthest = Math.Sqrt(Distributions.FisherUpperQuantile(alpha, 1, design.RowsCounted(rows) - 1));
        var curve = Curve(model, design, response, rows, Math.Sqrt(evaluated.Covariance[0, 0]), furthest);

        var spline = CubicSpline.Evenly([.. curve.Select(point => point.Coefficient)], [.. curve.Select(point => point.Root)], 3 * curve.Length);
        var cutoff = Distributions.NormalQuantile(2 * alpha);
        return (At(cutoff), At(-cutoff));

        double At(double root) => CubicSpline.Linear(spline.Y, spline.X, root) is { } coefficient ? ProportionInterval.Expit(coefficient) : double.NaN;
    }

    private static (GlmStatistic Model, Estimated Evaluated) Fit(SurveyDesign design, double[] response, Rows rows)
    {
        var intercept = new Variable("(Intercept)", WeightedSums.Column(rows.Total, row => rows.Contains(row) ? 1 : 0));
        var model = new GlmStatistic([intercept], response, GlmFamily.Binomial, design, rows, rows);
        return (model, design.Evaluate(model, rows));
    }

    /// <summary>Signed roots of the rescaled deviance on both sides of the estimate.</summary>
    private static (double Coefficient, double Root)[] Curve(GlmStatistic model, SurveyDesign design, double[] response, Rows rows, double error, double furthest)
    {
        var centre = model.Fit.Predictor[FirstOf(rows)];
        var dispersion = model.Dispersion(design, rows);
        var weights = rows.Masked(design.Weights);
        var mean = WeightedSums.Of(weights, [])[0] / design.RowsCounted(rows);
        var family = Family.Of(GlmFamily.Binomial);
        var points = new List<(double Coefficient, double Root)> { (centre, 0) };
        foreach (var side in (int[])[-1, 1])
        {
            double root = 0;
            for (var step = 1; step <= StepsPerSide && Math.Abs(root) < furthest; step++)
            {
                var at = centre + (side * step * (furthest / 5) * error);
                var rise = (Deviance(at) - model.Fit.Deviance) / dispersion;
                root = side * Math.Sqrt(Math.Max(rise, 0));
                points.Add((at, root));
            }
        }

        return [.. points.OrderBy(point => point.Root)];

        double Deviance(double eta)
        {
            var fitted = family.Mean(eta);
            return Blocks.Sum(weights.Length, 1, (from, to, sum) =>
            {
                for (var row = from; row < to; row++) sum[0] += weights[row] / mean * family.Deviance(response[row], fitted);
            })[0];
        }
    }

    private static int FirstOf(Rows rows)
    {
        for (var row = 0; row < rows.Total; row++)
        {
            if (rows.Contains(row)) return row;
        }

        return 0;
    }
}
