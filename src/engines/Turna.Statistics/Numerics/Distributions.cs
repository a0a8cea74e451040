using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Turna.Statistics.Survey;

/// <summary>
/// Probabilities and quantiles. MathNet supplies the gamma and error functions; the incomplete beta function is ours, because
/// MathNet's continued fraction stops after 140 terms, which is too few for the effective sample sizes of a survey.
/// </summary>
internal static class Distributions
{
    private const double AsGoodAsNormal = 1e7;

    /// <summary>P(Z &lt; z) of the standard normal.</summary>
    public static double Normal(double z) => 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);

    /// <summary>The z below which the standard normal has probability p.</summary>
    public static double NormalQuantile(double p) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);

    /// <summary>P(T &lt; t) of Student's t; infinite degrees of freedom give the normal.</summary>
    public static double Student(double t, double degrees)
    {
        if (double.IsPositiveInfinity(degrees)) return Normal(t);
        var tail = 0.5 * Beta(degrees / (degrees + (t * t)), degrees / 2, 0.5);
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>Probability of a t at least as far from zero, either side.</summary>
    public static double StudentTwoSided(double t, double degrees) =>
        double.IsNaN(t) || !(degrees > 0) ? double.NaN : 2 * Student(-Math.Abs(t), degrees);

    /// <summary>The t below which Student's t has probability p.</summary>
    public static double StudentQuantile(double p, double degrees)
    {
        if (!(degrees > 0)) return double.NaN;
        if (double.IsPositiveInfinity(degrees)) return NormalQuantile(p);
        if (p == 0.5) return 0;
        if (p > 0.5) return -StudentQuantile(1 - p, degrees);

        // x = df / (df + t²) follows a beta distribution; its quantile gives t.
        var x = BetaQuantile(2 * p, degrees / 2, 0.5);
        return -Math.Sqrt(degrees * (1 - x) / x);
    }

    /// <summary>P(F &gt; f).</summary>
    public static double FisherUpper(double f, double numerator, double denominator)
    {
        if (double.IsNaN(f) || !(numerator > 0) || !(denominator > 0)) return double.NaN;
        if (f <= 0) return 1;
        if (double.IsPositiveInfinity(denominator)) return ChiSquaredUpper(f * numerator, numerator);
        return Beta(denominator / (denominator + (numerator * f)), denominator / 2, numerator / 2);
    }

    /// <summary>The f above which F has probability p.</summary>
    public static double FisherUpperQuantile(double p, double numerator, double denominator)
    {
        var x = BetaQuantile(p, denominator / 2, numerator / 2);
        return denominator * (1 - x) / (x * numerator);
    }

    /// <summary>P(χ² &gt; x).</summary>
    public static double ChiSquaredUpper(double x, double degrees) => x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2, x / 2);

    /// <summary>The x below which the beta distribution has probability p.</summary>
    public static double BetaQuantile(double p, double a, double b)
    {
        if (double.IsNaN(p + a + b) || a < 0 || b < 0) return double.NaN;
        if (a == 0 || p <= 0) return 0;
        if (b == 0 || p >= 1) return 1;
        if (Math.Min(a, b) > AsGoodAsNormal) return NearlyNormalQuantile(p, a, b);

        // Bisection on the log scale of the nearer end, then Newton steps kept inside the bracket.
        double low = 0, high = 1;
        var x = a / (a + b);
        for (var step = 0; step < 200; step++)
        {
            var excess = Beta(x, a, b) - p;
            if (excess == 0) return x;
            if (excess > 0) high = x;
            else low = x;

            var density = Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * SpecialFunctions.Log1p(-x)) - SpecialFunctions.BetaLn(a, b));
            var next = x - (excess / density);
            if (!(next > low && next < high)) next = low > 0 ? Math.Sqrt(low * high) : high < 1e-300 ? 0 : high > 0.5 ? high / 2 : high / 16;
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-16 * x) return next;
            x = next;
        }

        return x;
    }

    /// <summary>
    /// The normal quantile with the first term of Cornish and Fisher for the skewness: a share that calibration fixes has an effective sample size
    /// beyond all counting, for which the continued fraction has too few terms.
    /// </summary>
    private static double NearlyNormalQuantile(double p, double a, double b)
    {
        var (n, z) = (a + b, NormalQuantile(p));
        var deviation = Math.Sqrt(a / n * (b / n) / (n + 1));
        var skewness = 2 * ((b - a) / n) / Math.Sqrt(a / n * b);
        return (a / n) + (deviation * (z + (skewness * ((z * z) - 1) / 6)));
    }

    /// <summary>The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction run to the end.</summary>
    public static double Beta(double x, double a, double b)
    {
        if (double.IsNaN(x)) return double.NaN;
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp((a * Math.Log(x)) + (b * SpecialFunctions.Log1p(-x)) - SpecialFunctions.BetaLn(a, b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var factor = d * c;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 1e-16) break;
        }

        return fraction;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
