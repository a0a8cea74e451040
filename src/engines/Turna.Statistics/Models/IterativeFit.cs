using MathNet.Numerics.LinearAlgebra;

namespace Turna.Statistics.Survey;

/// <summary>
/// Iteratively reweighted least squares (McCullagh and Nelder 1989) in an orthogonal basis, with the starting values and the stopping rule
/// of R's glm.fit, so that iterated results agree beyond the tolerance of the iteration.
/// </summary>
internal sealed class IterativeFit
{
    private const double Tolerance = 1e-8;
    private const int MaximumSteps = 25;

    private readonly OrthogonalBasis basis;
    private readonly double[] response;
    private readonly Family family;
    private readonly double[] weights;
    private readonly double[]? offset;

    private IterativeFit(OrthogonalBasis basis, double[] response, Family family, double[] weights, double[]? offset)
    {
        this.offset = offset;
        this.basis = basis;
        this.response = response;
        this.family = family;
        this.weights = weights;
        Predictor = new double[response.Length];
        Working = new double[response.Length];
        Coefficients = new double[basis.Columns.Length];
        Inverse = Matrix<double>.Build.Dense(Math.Max(1, Coefficients.Length), Math.Max(1, Coefficients.Length), double.NaN);
    }

    /// <summary>Coefficients on the orthogonal columns.</summary>
    public double[] Coefficients { get; private set; }

    /// <summary>Linear predictor per row.</summary>
    public double[] Predictor { get; private set; }

    /// <summary>Working weights of the last least squares.</summary>
    public double[] Working { get; }

    /// <summary>Inverse of the last cross-product matrix, on the orthogonal columns.</summary>
    public Matrix<double> Inverse { get; private set; }

    public double Deviance { get; private set; }

    public bool HasConverged { get; private set; }

    /// <summary>Whether there are coefficients, converged or not.</summary>
    public bool IsUsable => double.IsFinite(Deviance) && !double.IsNaN(Inverse[0, 0]);

    /// <summary>Fits.</summary>
    /// <param name="basis">Orthogonal columns.</param>
    /// <param name="response">Response per row.</param>
    /// <param name="family">Family.</param>
    /// <param name="weights">Prior weights; a row of weight zero is not used.</param>
    /// <param name="start">Coefficients from which to start, or null.</param>
    /// <param name="offset">What is added to the linear predictor of every row, or null.</param>
    public static IterativeFit Run(OrthogonalBasis basis, double[] response, Family family, double[] weights, double[]? start = null, double[]? offset = null)
    {
        var fit = new IterativeFit(basis, response, family, weights, offset);
        if (start is null) fit.StartFromResponse();
        else fit.Coefficients = (double[])start.Clone();
        if (start is not null) fit.Predict();
        fit.Iterate();
        return fit;
    }

    private void StartFromResponse() => Blocks.ForEach(response.Length, (from, to) =>
    {
        for (var row = from; row < to; row++) Predictor[row] = weights[row] > 0 ? family.Start(response[row], weights[row]) : 0;
    });

    private void Iterate()
    {
        var before = TotalDeviance();
        Deviance = double.NaN;
        for (var step = 1; step <= MaximumSteps; step++)
        {
            if (!Solve()) return;
            Predict();
            Deviance = TotalDeviance();
            if (!double.IsFinite(Deviance)) return;
            if (Math.Abs(Deviance - before) / (Math.Abs(Deviance) + 0.1) < Tolerance)
            {
                HasConverged = true;
                return;
            }

            before = Deviance;
        }
    }

    private bool Solve()
    {
        var width = basis.Columns.Length;
        var sums = Blocks.Sum(response.Length, width * (width + 1), (from, to, sum) =>
        {
            for (var row = from; row < to; row++) AddRow(row, sum);
        });
        var cross = Matrix<double>.Build.Dense(width, width, (i, j) => sums[(Math.Max(i, j) * (width + 1)) + Math.Min(i, j)]);
        var right = Vector<double>.Build.Dense(width, i => sums[(i * (width + 1)) + width]);
        if (!IsPositive(cross)) return false;
        Inverse = cross.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(width));
        Coefficients = [.. cross.Cholesky().Solve(right)];
        return Array.TrueForAll(Coefficients, double.IsFinite);
    }

    private void AddRow(int row, double[] sum)
    {
        Working[row] = 0;
        if (!(weights[row] > 0)) return;
        var eta = Predictor[row];
        var (mean, slope) = (family.Mean(eta), family.Slope(eta));
        if (slope == 0) return;
        var working = weights[row] * slope * slope / family.Variance(mean);
        var target = eta - (offset?[row] ?? 0) + ((response[row] - mean) / slope);
        Working[row] = working;
        var width = basis.Columns.Length;
        for (var i = 0; i < width; i++)
        {
            var scaled = working * basis.Columns[i][row];
            for (var j = 0; j <= i; j++) sum[(i * (width + 1)) + j] += scaled * basis.Columns[j][row];
            sum[(i * (width + 1)) + width] += scaled * target;
        }
    }

    private static bool IsPositive(Matrix<double> cross)
    {
        for (var i = 0; i < cross.RowCount; i++)
        {
            if (!(cross[i, i] > 0)) return false;
        }

        var scaled = Matrix<double>.Build.Dense(cross.RowCount, cross.RowCount, (i, j) => cross[i, j] / Math.Sqrt(cross[i, i] * cross[j, j]));
        return scaled.Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum() > 1e-13;
    }

    private void Predict()
    {
        var next = offset is null ? new double[response.Length] : (double[])offset.Clone();
        Blocks.ForEach(next.Length, (from, to) =>
        {
            for (var k = 0; k < basis.Columns.Length; k++)
            {
                var (column, coefficient) = (basis.Columns[k], Coefficients[k]);
                for (var row = from; row < to; row++) next[row] += coefficient * column[row];
            }
        });
        Predictor = next;
    }

    private double TotalDeviance() => Blocks.Sum(response.Length, 1, (from, to, sum) =>
    {
        for (var row = from; row < to; row++)
        {
            if (weights[row] > 0) sum[0] += weights[row] * family.Deviance(response[row], family.Mean(Predictor[row]));
        }
    })[0];
}
