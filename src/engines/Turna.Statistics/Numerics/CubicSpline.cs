namespace Turna.Statistics.Survey;

/// <summary>
/// The cubic spline of Forsythe, Malcolm and Moler: third derivatives at the ends fitted to the four outer points.
/// </summary>
internal static class CubicSpline
{
    /// <summary>The curve at <paramref name="count"/> equally spaced places from the first to the last x. At least three points, x rising.</summary>
    public static (double[] X, double[] Y) Evenly(double[] x, double[] y, int count)
    {
        var (b, c, d) = Coefficients(x, y);
        var places = new double[count];
        var values = new double[count];
        var step = (x[^1] - x[0]) / (count - 1);
        var piece = 0;
        for (var i = 0; i < count; i++)
        {
            var at = i == count - 1 ? x[^1] : x[0] + (i * step);
            while (piece < x.Length - 2 && x[piece + 1] <= at) piece++;
            var delta = at - x[piece];
            places[i] = at;
            values[i] = y[piece] + (delta * (b[piece] + (delta * (c[piece] + (delta * d[piece])))));
        }

        return (places, values);
    }

    /// <summary>The y at a given x on the polygon through the points, x in any order; null outside.</summary>
    public static double? Linear(double[] x, double[] y, double at)
    {
        var order = Enumerable.Range(0, x.Length).OrderBy(i => x[i]).ToArray();
        for (var k = 0; k + 1 < order.Length; k++)
        {
            var (left, right) = (order[k], order[k + 1]);
            if (at == x[left]) return y[left];
            if (at == x[right]) return y[right];
            if (at > x[left] && at < x[right]) return y[left] + ((y[right] - y[left]) * ((at - x[left]) / (x[right] - x[left])));
        }

        return null;
    }

    private static (double[] B, double[] C, double[] D) Coefficients(double[] x, double[] y)
    {
        var n = x.Length;
        var b = new double[n];
        var c = new double[n];
        var d = new double[n];
        d[0] = x[1] - x[0];
        c[1] = (y[1] - y[0]) / d[0];
        for (var i = 1; i < n - 1; i++)
        {
            d[i] = x[i + 1] - x[i];
            b[i] = 2 * (d[i - 1] + d[i]);
            c[i + 1] = (y[i + 1] - y[i]) / d[i];
            c[i] = c[i + 1] - c[i];
        }

        b[0] = -d[0];
        b[n - 1] = -d[n - 2];
        if (n > 3)
        {
            c[0] = (c[2] / (x[3] - x[1])) - (c[1] / (x[2] - x[0]));
            c[n - 1] = (c[n - 2] / (x[n - 1] - x[n - 3])) - (c[n - 3] / (x[n - 2] - x[n - 4]));
            c[0] = c[0] * d[0] * d[0] / (x[3] - x[0]);
            c[n - 1] = -c[n - 1] * d[n - 2] * d[n - 2] / (x[n - 1] - x[n - 4]);
        }
        else
        {
            c[0] = 0;
            c[n - 1] = 0;
        }

        for (var i = 1; i < n; i++)
        {
            var t = d[i - 1] / b[i - 1];
            b[i] -= t * d[i - 1];
            c[i] -= t * c[i - 1];
        }

        c[n - 1] /= b[n - 1];
        for (var i = n - 2; i >= 0; i--) c[i] = (c[i] - (d[i] * c[i + 1])) / b[i];

        b[n - 1] = ((y[n - 1] - y[n - 2]) / d[n - 2]) + (d[n - 2] * (c[n - 2] + (2 * c[n - 1])));
        for (var i = 0; i < n - 1; i++)
        {
            b[i] = ((y[i + 1] - y[i]) / d[i]) - (d[i] * (c[i + 1] + (2 * c[i])));
            d[i] = (c[i + 1] - c[i]) / d[i];
            c[i] = 3 * c[i];
        }

        c[n - 1] = 3 * c[n - 1];
        d[n - 1] = d[n - 2];
        return (b, c, d);
    }
}
