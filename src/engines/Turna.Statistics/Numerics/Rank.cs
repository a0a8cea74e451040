namespace Turna.Statistics.Survey;

/// <summary>Rank of a matrix given by columns.</summary>
internal static class Rank
{
    /// <summary>
    /// Columns are taken in turn; one counts when what the columns before it leave of it is longer than <paramref name="tolerance"/> times itself
    /// (Gram–Schmidt, orthogonalised twice).
    /// </summary>
    public static int Of(double[][] columns, double tolerance)
    {
        var basis = new List<double[]>();
        foreach (var column in columns)
        {
            var rest = (double[])column.Clone();
            var length = Norm(rest);
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var direction in basis) Subtract(rest, direction);
            }

            var left = Norm(rest);
            if (!(left > tolerance * length)) continue;
            for (var i = 0; i < rest.Length; i++) rest[i] /= left;
            basis.Add(rest);
        }

        return basis.Count;
    }

    private static double Norm(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    private static void Subtract(double[] from, double[] direction)
    {
        double product = 0;
        for (var i = 0; i < from.Length; i++) product += from[i] * direction[i];
        for (var i = 0; i < from.Length; i++) from[i] -= product * direction[i];
    }
}
