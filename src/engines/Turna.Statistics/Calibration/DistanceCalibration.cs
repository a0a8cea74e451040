using MathNet.Numerics.LinearAlgebra;

namespace Turna.Statistics.Survey;

/// <summary>
/// Calibration by a distance between old and new weights, solved by Newton's method for the multipliers λ of g = F(xλ)
/// (Deville and Särndal 1992). In the variance, values are replaced by their residuals from the regression on the calibration variables.
/// </summary>
internal sealed class DistanceCalibration(CalibrationVariables known, CalibrationStep step) : WeightAdjustment
{
    private const int DefaultSteps = 50;
    private const double Wanted = 1e-11;
    private const double Accepted = 1e-7;

    // Weights this far from the population are first raised as a whole, and bounds count from there (as in R).
    private const double FarBelow = 20;

    private readonly DistanceFunction distance = DistanceFunction.Of(step);

    public override (double[] Weights, IResidual? Residual) Adjust(double[] weights)
    {
        var basis = OrthogonalBasis.Of(known.Variables, weights);
        var (g, isMet) = Solve(weights, basis);
        if (!isMet) throw Failed(weights);
        var adjusted = WeightedSums.Column(weights.Length, row => weights[row] * g[row]);
        RequireTotals(adjusted);
        return (adjusted, new RegressionResidual(basis, weights, g));
    }

    public override (double[] Weights, bool IsMet) AdjustReplicate(double[] weights)
    {
        // A replicate that were left out would make the variance too small: where bounds forbid the totals it keeps the nearest weights.
        var (g, isMet) = Solve(weights, OrthogonalBasis.Of(known.Variables, weights));
        return (WeightedSums.Column(weights.Length, row => weights[row] == 0 ? 0 : weights[row] * g[row]), isMet);
    }

    /// <summary>The factors of the weights at the end of the iteration, and whether they meet the totals.</summary>
    private (double[] Factors, bool IsMet) Solve(double[] weights, OrthogonalBasis basis)
    {
        var raise = Raise(weights);
        var width = basis.Columns.Length;
        var totals = Enumerable.Range(0, width).Select(k => basis.Kept.Sum(j => basis.Back[k][j] * known.Totals[j])).ToArray();
        var lambda = new double[width];
        var worst = double.PositiveInfinity;
        for (var count = 0; count < (step.MaximumRounds ?? DefaultSteps); count++)
        {
            var (misfit, slope) = State(weights, raise, basis, totals, lambda);
            worst = misfit.Select((value, k) => Math.Abs(value) / (1 + Math.Abs(totals[k]))).DefaultIfEmpty(0).Max();
            if (worst < Wanted) break;
            var move = Move(slope, misfit);
            if (move is null) break;
            for (var k = 0; k < width; k++) lambda[k] += move[k];
            for (var halving = 0; halving < 20 && !IsFinite(weights, basis, lambda); halving++)
            {
                for (var k = 0; k < width; k++)
                {
                    move[k] /= 2;
                    lambda[k] -= move[k];
                }
            }
        }

        return (WeightedSums.Column(weights.Length, row => raise * distance.Factor(Predictor(basis, lambda, row))), worst < Accepted);
    }

    private double Raise(double[] weights)
    {
        if (distance.IsUnboundedLinear) return 1;
        var sums = WeightedSums.Of(weights, known.Variables);
        var ratios = known.Totals.Select((total, k) => total / sums[k + 1]).ToArray();
        return ratios.Min() > FarBelow ? ratios.Average() : 1;
    }

    /// <summary>What is missing from the totals, and how it changes with the multipliers.</summary>
    private (double[] Misfit, double[] Slope) State(double[] weights, double raise, OrthogonalBasis basis, double[] totals, double[] lambda)
    {
        var width = lambda.Length;
        var sums = Blocks.Sum(weights.Length, width * (width + 1), (from, to, sum) =>
        {
            for (var row = from; row < to; row++)
            {
                if (weights[row] == 0) continue;
                var u = Predictor(basis, lambda, row);
                var (weight, slope) = (weights[row] * raise * distance.Factor(u), weights[row] * raise * distance.Slope(u));
                for (var k = 0; k < width; k++)
                {
                    var q = basis.Columns[k][row];
                    sum[(k * (width + 1)) + width] += weight * q;
                    for (var l = 0; l <= k; l++) sum[(k * (width + 1)) + l] += slope * q * basis.Columns[l][row];
                }
            }
        });
        return ([.. totals.Select((total, k) => total - sums[(k * (width + 1)) + width])], sums);
    }

    private static double[]? Move(double[] sums, double[] misfit)
    {
        var width = misfit.Length;
        var slope = Matrix<double>.Build.Dense(width, width, (k, l) => sums[(Math.Max(k, l) * (width + 1)) + Math.Min(k, l)]);
        var eigen = slope.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        var along = eigen.EigenVectors.Transpose() * Vector<double>.Build.Dense(misfit);
        var largest = values.AbsoluteMaximum();
        if (!(largest > 0)) return null;
        for (var k = 0; k < width; k++) along[k] = values[k] > 256 * 2.2e-16 * largest ? along[k] / values[k] : 0;
        return [.. eigen.EigenVectors * along];
    }

    private bool IsFinite(double[] weights, OrthogonalBasis basis, double[] lambda)
    {
        for (var row = 0; row < weights.Length; row++)
        {
            if (!double.IsFinite(distance.Factor(Predictor(basis, lambda, row)))) return false;
        }

        return true;
    }

    private static double Predictor(OrthogonalBasis basis, double[] lambda, int row)
    {
        double sum = 0;
        for (var k = 0; k < lambda.Length; k++) sum += lambda[k] * basis.Columns[k][row];
        return sum;
    }

    private SurveyInputException Failed(double[] weights)
    {
        var sums = WeightedSums.Of(weights, known.Variables);
        var worst = Enumerable.Range(0, known.Totals.Count).MaxBy(k => Math.Abs(sums[k + 1] - known.Totals[k]) / (1 + Math.Abs(known.Totals[k])));
        return new SurveyInputException($"calibrate: {step.Method} does not reach the totals within its bounds; furthest is {known.Variables[worst].Name}: {NumberText.Of(sums[worst + 1])} before, {NumberText.Of(known.Totals[worst])} wanted");
    }

    /// <summary>A variable left out as dependent must still meet its total, or the margins contradict each other.</summary>
    private void RequireTotals(double[] weights)
    {
        var sums = WeightedSums.Of(weights, known.Variables);
        for (var k = 0; k < known.Totals.Count; k++)
        {
            if (Math.Abs(sums[k + 1] - known.Totals[k]) > 1e-6 * (1 + Math.Abs(known.Totals[k])))
                throw new SurveyInputException($"calibrate: the total of {known.Variables[k].Name} ({NumberText.Of(known.Totals[k])}) contradicts the other margins, which make it {NumberText.Of(sums[k + 1])}");
        }
    }

    private sealed class RegressionResidual(OrthogonalBasis basis, double[] before, double[] g) : IResidual
    {
        public double[][] Residuals(double[][] influence) => Array.ConvertAll(influence, column =>
        {
            var value = WeightedSums.Column(column.Length, row => before[row] * g[row] == 0 ? 0 : column[row] / (before[row] * g[row]));
            var width = basis.Columns.Length;
            var along = Blocks.Sum(column.Length, width, (from, to, sum) =>
            {
                for (var k = 0; k < width; k++)
                {
                    var q = basis.Columns[k];
                    for (var row = from; row < to; row++) sum[k] += before[row] * q[row] * value[row];
                }
            });
            return WeightedSums.Column(column.Length, row => (value[row] - Predictor(basis, along, row)) * before[row] * g[row]);
        });
    }
}

/// <summary>The factor F(u) of a weight and its slope.</summary>
internal abstract class DistanceFunction
{
    public virtual bool IsUnboundedLinear => false;

    public static DistanceFunction Of(CalibrationStep step) => step.Method switch
    {
        CalibrationMethod.Logit => new Logit(step.Lower, step.Upper),
        CalibrationMethod.Rake => new Exponential(step.Lower, step.Upper),
        _ => new Linear(step.Lower, step.Upper),
    };

    public abstract double Factor(double u);

    public abstract double Slope(double u);

    private sealed class Linear(double lower, double upper) : DistanceFunction
    {
        public override bool IsUnboundedLinear => double.IsInfinity(lower) && double.IsInfinity(upper);

        public override double Factor(double u) => Math.Min(Math.Max(u + 1, lower), upper);

        public override double Slope(double u) => u < upper - 1 && u > lower - 1 ? 1 : 0;
    }

    private sealed class Exponential(double lower, double upper) : DistanceFunction
    {
        public override double Factor(double u) => Math.Min(Math.Max(Math.Exp(u), lower), upper);

        public override double Slope(double u) => Math.Exp(u) is var factor && factor > lower && factor < upper ? factor : 0;
    }

    private sealed class Logit(double lower, double upper) : DistanceFunction
    {
        private readonly double rate = (upper - lower) / ((upper - 1) * (1 - lower));

        public override double Factor(double u)
        {
            var power = Math.Exp(rate * u);
            return double.IsPositiveInfinity(power) ? upper : ((lower * (upper - 1)) + (upper * (1 - lower) * power)) / (upper - 1 + ((1 - lower) * power));
        }

        public override double Slope(double u)
        {
            var factor = Factor(u);
            return rate * (factor - lower) * (upper - factor) / (upper - lower);
        }
    }
}
