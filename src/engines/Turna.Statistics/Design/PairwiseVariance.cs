namespace Turna.Statistics.Survey;

/// <summary>
/// Variance from joint selection probabilities: Σᵢⱼ Δ̌ᵢⱼ zᵢ zⱼ with Δ̌ᵢⱼ = (πᵢⱼ − πᵢπⱼ)/πᵢⱼ (Horvitz–Thompson), less
/// Σᵢⱼ Δ̌ᵢⱼ zⱼ² for the Yates–Grundy–Sen form (Särndal, Swensson and Wretman 1992, section 2.8). z are weighted values.
/// </summary>
internal sealed class PairwiseVariance(Codes unit, double[,] delta, bool yatesGrundy) : IVarianceRule
{
    // Joint probabilities this close to independence count as independent; the figure is that of R's ppsmat.
    private const double Tolerance = 1e-4;

    public Codes Unit => unit;

    public static PairwiseVariance FromJoint(double[,] joint, int rows, bool yatesGrundy)
    {
        if (joint.GetLength(0) != rows || joint.GetLength(1) != rows)
            throw new SurveyInputException($"pps: the joint probabilities are {joint.GetLength(0)} × {joint.GetLength(1)}, the data have {rows} rows");

        var delta = new double[rows, rows];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < rows; j++)
            {
                if (!(joint[i, j] > 0))
                    throw new SurveyInputException($"pps: joint probability of rows {i + 1} and {j + 1} must be above 0");
                var value = (joint[i, j] - (joint[i, i] * joint[j, j])) / joint[i, j];
                delta[i, j] = Math.Abs(value) < Tolerance ? 0 : value;
            }
        }

        return new PairwiseVariance(Coding.EachRow(rows), delta, yatesGrundy);
    }

    /// <summary>Joint probabilities approximated from those of the single units.</summary>
    public static PairwiseVariance Approximate(Stage stage, double[] probabilityOfRow, PpsSampling pps)
    {
        var probability = Array.ConvertAll(stage.FirstRow, row => probabilityOfRow[row]);
        var mean = new double[stage.StratumCount];
        for (var unit = 0; unit < probability.Length; unit++)
            mean[stage.StratumOfUnit[unit]] += probability[unit] / stage.UnitsInStratum[stage.StratumOfUnit[unit]];

        var delta = new double[probability.Length, probability.Length];
        for (var i = 0; i < probability.Length; i++)
        {
            var stratum = stage.StratumOfUnit[i];
            double sampled = stage.UnitsInStratum[stratum];
            for (var j = 0; j < probability.Length; j++)
            {
                if (i == j) delta[i, j] = 1 - probability[i];
                else if (stage.StratumOfUnit[j] == stratum) delta[i, j] = OffDiagonal(pps, probability[i], probability[j], sampled, pps.SumOfSquares ?? mean[stratum]);
            }
        }

        return new PairwiseVariance(new Codes(stage.Unit, stage.UnitCount), delta, pps.YatesGrundy);
    }

    public double[,] Covariance(UnitSums sums, bool[]? present)
    {
        var width = sums.Width;
        var total = new double[width, width];
        for (var i = 0; i < unit.Count; i++)
        {
            for (var j = 0; j < unit.Count; j++)
            {
                if (delta[i, j] == 0) continue;
                for (var k = 0; k < width; k++)
                {
                    var left = sums.Values[(i * width) + k];
                    if (yatesGrundy) left -= sums.Values[(j * width) + k];
                    for (var l = 0; l < width; l++) total[k, l] += delta[i, j] * left * sums.Values[(j * width) + l];
                }
            }
        }

        return total;
    }

    private static double OffDiagonal(PpsSampling pps, double first, double second, double sampled, double sumOfSquares)
    {
        if (pps.Method == PpsMethod.HartleyRao)
            return first + second == 2 ? 0 : 1 - ((sampled - (first + second) + sumOfSquares) / (sampled - 1));
        var mean = (first + second) / 2;
        return mean == 1 ? 0 : 1 - ((sampled - mean) / (sampled - 1));
    }
}
