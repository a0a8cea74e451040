namespace Turna.Statistics.Survey;

/// <summary>
/// Model columns made orthogonal under the weights (Gram–Schmidt, twice), so that the normal equations of every later fit are well conditioned.
/// A column that depends on those before it is left out.
/// </summary>
internal sealed class OrthogonalBasis
{
    private const double Dependent = 1e-11;

    private OrthogonalBasis(double[][] columns, double[][] back, int[] kept) => (Columns, Back, Kept) = (columns, back, kept);

    /// <summary>The orthogonal columns.</summary>
    public double[][] Columns { get; }

    /// <summary>Per orthogonal column, its coefficients on the original ones: q = Σ back x.</summary>
    public double[][] Back { get; }

    /// <summary>The original columns that are not left out.</summary>
    public int[] Kept { get; }

    public static OrthogonalBasis Of(IReadOnlyList<Variable> originals, double[] weights)
    {
        var columns = new List<double[]>();
        var back = new List<double[]>();
        var kept = new List<int>();
        for (var j = 0; j < originals.Count; j++)
        {
            var rest = (double[])originals[j].Values.Clone();
            var coefficients = new double[originals.Count];
            coefficients[j] = 1;
            var length = Math.Sqrt(Product(rest, rest, weights));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var k = 0; k < columns.Count; k++)
                {
                    var along = Product(rest, columns[k], weights);
                    Subtract(rest, columns[k], along);
                    Subtract(coefficients, back[k], along);
                }
            }

            var left = Math.Sqrt(Product(rest, rest, weights));
            if (!(left > Dependent * length)) continue;
            Scale(rest, 1 / left);
            Scale(coefficients, 1 / left);
            columns.Add(rest);
            back.Add(coefficients);
            kept.Add(j);
        }

        return new OrthogonalBasis([.. columns], [.. back], [.. kept]);
    }

    /// <summary>Coefficients on the original columns from those on the orthogonal ones; not-a-number where left out.</summary>
    public double[] Original(double[] coefficients, int count)
    {
        var original = new double[count];
        Array.Fill(original, double.NaN);
        foreach (var j in Kept) original[j] = coefficients.Select((value, k) => value * Back[k][j]).Sum();
        return original;
    }

    private static double Product(double[] left, double[] right, double[] weights) => Blocks.Sum(left.Length, 1, (from, to, sum) =>
    {
        for (var row = from; row < to; row++) sum[0] += weights[row] * left[row] * right[row];
    })[0];

    private static void Subtract(double[] from, double[] what, double times)
    {
        for (var i = 0; i < from.Length; i++) from[i] -= times * what[i];
    }

    private static void Scale(double[] values, double factor)
    {
        for (var i = 0; i < values.Length; i++) values[i] *= factor;
    }
}
