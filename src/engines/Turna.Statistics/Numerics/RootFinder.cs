namespace Turna.Statistics.Survey;

/// <summary>
/// Brent's root finder: bisection, secant and inverse quadratic steps (R. P. Brent, Algorithms for Minimization without Derivatives, 1973, ch. 4).
/// The steps and the stopping rule are those of the classical <c>zeroin</c>, because the root of a step function depends on them.
/// </summary>
internal static class RootFinder
{
    private const int MaximumSteps = 1000;

    /// <summary>A root between two points at which the function differs in sign; null when it does not or does not converge.</summary>
    public static double? Find(Func<double, double> function, double lower, double upper, double tolerance)
    {
        double a = lower, b = upper;
        double atA = function(a), atB = function(b);
        if (atA == 0) return a;
        if (atB == 0) return b;
        if (!(atA * atB < 0)) return null;
        double c = a, atC = atA;

        for (var step = 0; step <= MaximumSteps; step++)
        {
            var previous = b - a;
            if (Math.Abs(atC) < Math.Abs(atB))
            {
                (a, b, c) = (b, c, b);
                (atA, atB, atC) = (atB, atC, atB);
            }

            var precision = (2 * double.BitIncrement(1) - 2) * Math.Abs(b) + (tolerance / 2);
            var half = (c - b) / 2;
            if (Math.Abs(half) <= precision || atB == 0) return b;

            var move = half;
            if (Math.Abs(previous) >= precision && Math.Abs(atA) > Math.Abs(atB))
                move = Interpolated(a, b, c, atA, atB, atC, half, previous, precision);
            if (Math.Abs(move) < precision) move = move > 0 ? precision : -precision;

            (a, atA) = (b, atB);
            b += move;
            atB = function(b);
            if ((atB > 0 && atC > 0) || (atB < 0 && atC < 0)) (c, atC) = (a, atA);
        }

        return null;
    }

    private static double Interpolated(double a, double b, double c, double atA, double atB, double atC, double half, double previous, double precision)
    {
        double p, q;
        var span = c - b;
        if (a == c)
        {
            var t = atB / atA;
            (p, q) = (span * t, 1.0 - t);
        }
        else
        {
            var (u, t, s) = (atA / atC, atB / atC, atB / atA);
            p = s * ((span * u * (u - t)) - ((b - a) * (t - 1.0)));
            q = (u - 1.0) * (t - 1.0) * (s - 1.0);
        }

        if (p > 0) q = -q;
        else p = -p;

        return p < (0.75 * span * q) - (Math.Abs(precision * q) / 2) && p < Math.Abs(previous * q / 2) ? p / q : half;
    }
}
