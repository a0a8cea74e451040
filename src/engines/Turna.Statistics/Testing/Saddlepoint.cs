namespace Turna.Statistics.Survey;

/// <summary>
/// Upper tails of linear combinations of χ² variables, and of their ratio to an independent χ², by the saddlepoint approximation of
/// Kuonen (1999); Satterthwaite's where the saddlepoint is too close to the mean.
/// </summary>
internal static class Saddlepoint
{
    // Degrees that are a whole number but for rounding are that number.
    private const double Rounding = 1e-9;

    /// <summary>P(Σ λᵢ χ²₁ &gt; x).</summary>
    public static double ChiSquaredSumUpper(double x, double[] lambda)
    {
        if (Upper(x, lambda) is { } p) return p;
        var (scale, degrees) = Satterthwaite(lambda);
        return Distributions.ChiSquaredUpper(x / scale, degrees);
    }

    /// <summary>P(Σ λᵢ χ²₁ &gt; x · χ²_d / d), d rounded down in the saddlepoint to whole terms.</summary>
    public static double FisherSumUpper(double x, double[] lambda, double denominator)
    {
        var terms = Enumerable.Repeat(-x / denominator, (int)Math.Floor(denominator * (1 + Rounding)));
        if (Upper(0, [.. lambda, .. terms]) is { } p) return p;
        var (scale, degrees) = Satterthwaite(lambda);
        return Distributions.FisherUpper(x / degrees / scale, degrees, denominator);
    }

    private static (double Scale, double Degrees) Satterthwaite(double[] lambda)
    {
        var mean = lambda.Average();
        var square = lambda.Average(value => value * value) / (mean * mean);
        return (mean * square, lambda.Length / square);
    }

    private static double? Upper(double x, double[] coefficients)
    {
        var largest = coefficients.Max();
        var lambda = Array.ConvertAll(coefficients, value => value / largest);
        x /= largest;
        var lower = lambda.Any(value => value < 0) ? lambda.Where(value => value < 0).Max(value => 1 / (2 * value)) * 0.99999
            : x > lambda.Sum() ? -0.01
            : -lambda.Length / (2 * x);
        var upper = lambda.Where(value => value > 0).Min(value => 1 / (2 * value)) * 0.99999;
        var root = RootFinder.Find(zeta => lambda.Sum(value => value / (1 - (2 * zeta * value))) - x, lower, upper, 1e-8);
        if (root is not { } at || Math.Abs(at) < 1e-4) return null;

        var cumulant = -lambda.Sum(value => Math.Log(1 - (2 * at * value))) / 2;
        var curvature = 2 * lambda.Sum(value => value * value / ((1 - (2 * at * value)) * (1 - (2 * at * value))));
        var w = Math.Sign(at) * Math.Sqrt(2 * ((at * x) - cumulant));
        var v = at * Math.Sqrt(curvature);
        return Distributions.Normal(-(w + (Math.Log(v / w) / w)));
    }
}
