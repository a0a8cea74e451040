namespace Turna.Statistics.Survey;

/// <summary>
/// Iterative proportional fitting of several margins (Deming and Stephan 1940). In the variance, values are replaced by what is left after the
/// means of all margins are taken out ten times in turn, as in R's survey.
/// </summary>
internal sealed class Raking : WeightAdjustment
{
    private const int DefaultRounds = 1000;
    private const double DefaultPrecision = 1e-10;
    private const double RoundedAway = 0.01;
    private const int Sweeps = 10;

    private readonly MarginCells[] margins;
    private readonly CalibrationStep step;
    private readonly Codes cross;
    private readonly string remark;

    public Raking(MarginCells[] margins, CalibrationStep step)
    {
        this.margins = margins;
        this.step = step;
        cross = margins.Select(margin => new Codes(margin.Code, margin.Names.Length)).Aggregate(Coding.Pair);
        remark = Disagreement();
    }

    public override (double[] Weights, IResidual? Residual) Adjust(double[] weights)
    {
        var after = new double[margins.Length][];
        var adjusted = Rake(weights, after, step.Epsilon is null);
        return (adjusted, new MarginMeans(margins, after));
    }

    public override (double[] Weights, bool IsMet) AdjustReplicate(double[] weights) => (Rake(weights, new double[margins.Length][], false), true);

    public override string Remark => remark;

    /// <summary>Rounded margins differ a little and the last one is then met; what differs more is an error of the tables.</summary>
    private string Disagreement()
    {
        var sums = margins.Select(margin => margin.Totals.Sum()).ToArray();
        var furthest = Enumerable.Range(0, sums.Length).MaxBy(i => Math.Abs(sums[i] - sums[0]));
        var share = Math.Abs(sums[furthest] - sums[0]) / Math.Abs(sums[0]);
        var text = $"margin {furthest + 1} adds up to {NumberText.Of(sums[furthest])}, margin 1 to {NumberText.Of(sums[0])}";
        if (share > RoundedAway) throw new SurveyInputException($"calibrate: {text}");
        return share > 1e-9 ? $"; {text}: the last margin is met" : "";
    }

    /// <summary>Rakes; <paramref name="after"/> takes the weights after each margin of the last round.</summary>
    private double[] Rake(double[] weights, double[][] after, bool mustConverge)
    {
        var epsilon = step.Epsilon ?? DefaultPrecision * margins[0].Totals.Sum();
        var table = Table(weights);
        for (var round = 0; round < (step.MaximumRounds ?? DefaultRounds); round++)
        {
            for (var i = 0; i < margins.Length; i++)
            {
                weights = new PostStratification(margins[i]).Moved(weights);
                after[i] = weights;
            }

            var next = Table(weights);
            var change = table.Zip(next, (before, now) => Math.Abs(now - before)).Max();
            if (change < epsilon) return weights;
            table = next;
        }

        if (mustConverge) throw new SurveyInputException("calibrate: raking has not converged; a cell of the table may be empty where the margins need it");
        return weights;
    }

    private double[] Table(double[] weights) => Blocks.WideSum(weights.Length, cross.Count, (from, to, sum) =>
    {
        for (var row = from; row < to; row++) sum[cross.Code[row]] += weights[row];
    });

    private sealed class MarginMeans(MarginCells[] margins, double[][] after) : IResidual
    {
        private readonly double[][] counts = [.. margins.Select((margin, i) => margin.Sums(Array.ConvertAll(after[i], weight => weight == 0 ? 0.0 : 1.0)))];

        public double[][] Residuals(double[][] influence) => Array.ConvertAll(influence, column =>
        {
            for (var sweep = 0; sweep < Sweeps; sweep++)
            {
                for (var i = 0; i < margins.Length; i++) column = Subtract(i, column);
            }

            return column;
        });

        private double[] Subtract(int i, double[] column)
        {
            var (code, weights, count) = (margins[i].Code, after[i], counts[i]);
            var sums = Blocks.WideSum(column.Length, count.Length, (from, to, sum) =>
            {
                for (var row = from; row < to; row++)
                {
                    if (weights[row] != 0) sum[code[row]] += column[row] / weights[row];
                }
            });
            return WeightedSums.Column(column.Length, row => count[code[row]] == 0 ? column[row] : column[row] - (weights[row] * sums[code[row]] / count[code[row]]));
        }
    }
}
