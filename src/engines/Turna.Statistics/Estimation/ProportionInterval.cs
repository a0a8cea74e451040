namespace Turna.Statistics.Survey;

/// <summary>Intervals for a proportion that stay between 0 and 1 (Korn and Graubard 1998; Rao and Scott 1984 for the likelihood).</summary>
internal sealed class ProportionInterval(SurveyDesign design, Rows rows, Rows group, double level)
{
    private readonly double degrees = design.DegreesOfFreedom(group);

    public (double Lower, double Upper) Of(IntervalType type, Variable variable, double proportion, double variance)
    {
        var tail = (1 - level) / 2;
        return type switch
        {
            IntervalType.Logit => InterceptModel.Wald(design, variable.Values, rows, tail, degrees),
            IntervalType.Likelihood => InterceptModel.Profile(design, variable.Values, rows, tail, degrees),
            IntervalType.Score or IntervalType.Quantile => throw new SurveyInputException($"interval {type}: this interval is for quantiles"),
            _ => Transformed(type, proportion, variance, tail, degrees, design.RowsCounted(group), degrees),
        };
    }

    /// <summary>The intervals that need no model.</summary>
    /// <param name="type">Mean, beta, xlogit or asin.</param>
    /// <param name="p">The proportion.</param>
    /// <param name="variance">Its variance.</param>
    /// <param name="tail">Probability left on each side.</param>
    /// <param name="degrees">Degrees of freedom of the t quantile.</param>
    /// <param name="rowCount">Rows, for the effective sample size.</param>
    /// <param name="designDegrees">Degrees of freedom of the design, for the effective sample size.</param>
    public static (double Lower, double Upper) Transformed(IntervalType type, double p, double variance, double tail, double degrees, int rowCount, double designDegrees)
    {
        var quantile = Distributions.StudentQuantile(1 - tail, degrees);
        var error = Math.Sqrt(variance);
        switch (type)
        {
            case IntervalType.XLogit:
                var logit = Math.Log(p / (1 - p));
                var onLogit = quantile * error / (p * (1 - p));
                return (Expit(logit - onLogit), Expit(logit + onLogit));
            case IntervalType.Asin:
                var angle = Math.Asin(Math.Sqrt(p));
                var onAngle = quantile * error * 0.5 / Math.Sqrt(p) / Math.Sqrt(1 - p);
                return (Square(Math.Sin(angle - onAngle)), Square(Math.Sin(angle + onAngle)));
            case IntervalType.Beta:
                var effective = p * (1 - p) / variance * Square(Distributions.StudentQuantile(tail, rowCount - 1) / Distributions.StudentQuantile(tail, designDegrees));
                return (Distributions.BetaQuantile(tail, effective * p, (effective * (1 - p)) + 1),
                    Distributions.BetaQuantile(1 - tail, (effective * p) + 1, effective * (1 - p)));
            default:
                return (p - (quantile * error), p + (quantile * error));
        }
    }

    public static double Expit(double x) => 1 / (1 + Math.Exp(-x));

    private static double Square(double x) => x * x;
}
