namespace Turna.Statistics.Survey;

/// <summary>Totals Σ w x; the influence of a row is w x.</summary>
internal sealed class TotalStatistic(IReadOnlyList<Variable> variables) : SummedStatistic
{
    public override IReadOnlyList<string> Names { get; } = [.. variables.Select(variable => variable.Name)];

    public override IReadOnlyList<Variable> Summed => variables;

    public override double[] FromSums(ReadOnlySpan<double> sums) => sums[1..].ToArray();

    public override double[][] Influence(double[] weights, double[] estimate, Rows rows) =>
        [.. variables.Select(variable => WeightedSums.Column(weights.Length, row => weights[row] * variable.Values[row]))];
}

/// <summary>Means Σ w x / Σ w; the influence of a row is w (x − mean) / Σ w.</summary>
internal sealed class MeanStatistic(IReadOnlyList<Variable> variables) : SummedStatistic
{
    public override IReadOnlyList<string> Names { get; } = [.. variables.Select(variable => variable.Name)];

    public override IReadOnlyList<Variable> Summed => variables;

    public override double[] FromSums(ReadOnlySpan<double> sums)
    {
        var size = sums[0];
        return Array.ConvertAll(sums[1..].ToArray(), sum => sum / size);
    }

    public override double[][] Influence(double[] weights, double[] estimate, Rows rows)
    {
        var size = WeightedSums.Of(weights, [])[0];
        return [.. variables.Select((variable, k) =>
        {
            var (values, mean) = (variable.Values, estimate[k]);
            return WeightedSums.Column(weights.Length, row => weights[row] * (values[row] - mean) / size);
        })];
    }
}

/// <summary>Ratios of totals Σ w y / Σ w x, every numerator over every denominator; the influence is w (y − R x) / Σ w x.</summary>
internal sealed class RatioStatistic(IReadOnlyList<Variable> numerators, IReadOnlyList<Variable> denominators) : SummedStatistic
{
    private readonly Variable[] all = [.. numerators, .. denominators];

    public override IReadOnlyList<string> Names { get; } = [.. denominators.SelectMany(below => numerators.Select(above => $"{above.Name}/{below.Name}"))];

    public override IReadOnlyList<Variable> Summed => all;

    public override double[] FromSums(ReadOnlySpan<double> sums)
    {
        var ratios = new double[Names.Count];
        for (var k = 0; k < ratios.Length; k++) ratios[k] = sums[1 + Above(k)] / sums[1 + numerators.Count + Below(k)];
        return ratios;
    }

    public override double[][] Influence(double[] weights, double[] estimate, Rows rows)
    {
        var sums = WeightedSums.Of(weights, all);
        return [.. Enumerable.Range(0, estimate.Length).Select(k =>
        {
            var residual = Residual(k, estimate[k], sums[1 + numerators.Count + Below(k)]);
            return WeightedSums.Column(weights.Length, row => weights[row] * residual[row]);
        })];
    }

    /// <summary>The linearised variable of one ratio: its total has the variance of the ratio.</summary>
    public double[] Residual(int k, double ratio, double denominator)
    {
        var (above, below) = (numerators[Above(k)].Values, denominators[Below(k)].Values);
        return WeightedSums.Column(above.Length, row => (above[row] - (ratio * below[row])) / denominator);
    }

    /// <summary>The total of the denominator of one ratio.</summary>
    public double Denominator(int k, double[] weights) => WeightedSums.Of(weights, [denominators[Below(k)]])[1];

    private int Above(int k) => k % numerators.Count;

    private int Below(int k) => k / numerators.Count;
}

/// <summary>
/// Population variances and covariances n/(n−1) Σ w (x − x̄)(y − ȳ) / Σ w. Linearised as the mean of the products, the mean taken as known
/// (its error is of smaller order), which is what R's svyvar does.
/// </summary>
internal sealed class VarianceStatistic(IReadOnlyList<Variable> variables, double sampleSize) : Statistic
{
    private readonly int width = variables.Count;

    public override IReadOnlyList<string> Names { get; } = variables.Count == 1
        ? [variables[0].Name]
        : [.. variables.SelectMany(second => variables.Select(first => $"{first.Name}:{second.Name}"))];

    public override double[] Estimate(double[] weights, Rows rows)
    {
        var means = new MeanStatistic(variables).Estimate(weights, rows);
        var products = Products(means, rows);
        return new MeanStatistic(products).Estimate(weights, rows);
    }

    public override double[][] Influence(double[] weights, double[] estimate, Rows rows)
    {
        var means = new MeanStatistic(variables).Estimate(weights, rows);
        return new MeanStatistic(Products(means, rows)).Influence(weights, estimate, rows);
    }

    private Variable[] Products(double[] means, Rows rows)
    {
        var factor = sampleSize / (sampleSize - 1);
        var products = new Variable[width * width];
        for (var second = 0; second < width; second++)
        {
            for (var first = 0; first < width; first++)
            {
                var (x, y) = (variables[first].Values, variables[second].Values);
                var (meanX, meanY) = (means[first], means[second]);
                products[(second * width) + first] = new Variable("", WeightedSums.Column(x.Length, row =>
                    rows.Contains(row) ? (x[row] - meanX) * (y[row] - meanY) * factor : 0));
            }
        }

        return products;
    }
}
