namespace Turna.Statistics.Survey;

/// <summary>
/// Every cell is raised to its known total. In the variance, values are replaced by their distance from the weighted mean of the cell
/// (Holt and Smith 1979; Valliant 1993).
/// </summary>
internal sealed class PostStratification(MarginCells cells) : WeightAdjustment
{
    public override (double[] Weights, IResidual? Residual) Adjust(double[] weights)
    {
        var adjusted = Moved(weights);
        return (adjusted, new CellMeans(cells, weights, adjusted));
    }

    public override (double[] Weights, bool IsMet) AdjustReplicate(double[] weights) => (Moved(weights), true);

    public double[] Moved(double[] weights)
    {
        var sums = cells.Sums(weights);
        var factors = sums.Select((sum, cell) => sum == 0 ? 0 : cells.Totals[cell] / sum).ToArray();
        return WeightedSums.Column(weights.Length, row => weights[row] * factors[cells.Code[row]]);
    }

    private sealed class CellMeans(MarginCells cells, double[] before, double[] after) : IResidual
    {
        public double[][] Residuals(double[][] influence)
        {
            var mass = cells.Sums(before);
            return Array.ConvertAll(influence, column =>
            {
                var means = Blocks.WideSum(column.Length, mass.Length, (from, to, sum) =>
                {
                    for (var row = from; row < to; row++)
                    {
                        if (after[row] != 0) sum[cells.Code[row]] += column[row] * before[row] / after[row];
                    }
                });
                return WeightedSums.Column(column.Length, row =>
                    mass[cells.Code[row]] == 0 ? column[row] : column[row] - (means[cells.Code[row]] / mass[cells.Code[row]] * after[row]));
            });
        }
    }
}
