namespace Turna.Statistics.Survey;

/// <summary>
/// Something estimated from weights: a vector of numbers as a function of the weights of the rows, and how much each row moves it.
/// Replicates need the first, linearisation also the second.
/// </summary>
internal abstract class Statistic
{
    /// <summary>A name per number.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>The estimate under given weights, which are zero outside the rows.</summary>
    public abstract double[] Estimate(double[] weights, Rows rows);

    /// <summary>The estimate under the sampling weights themselves.</summary>
    public virtual double[] Full(double[] weights, Rows rows) => Estimate(weights, rows);

    /// <summary>The linearised influence of each row on each number, its weight included; zero outside the rows.</summary>
    public abstract double[][] Influence(double[] weights, double[] estimate, Rows rows);
}

/// <summary>A statistic that is a function of the sum of weights and of weighted sums of some variables.</summary>
internal abstract class SummedStatistic : Statistic
{
    /// <summary>The variables that are summed.</summary>
    public abstract IReadOnlyList<Variable> Summed { get; }

    /// <summary>The estimate from the sum of the weights and the weighted sum of each variable.</summary>
    public abstract double[] FromSums(ReadOnlySpan<double> sums);

    public override double[] Estimate(double[] weights, Rows rows) => FromSums(WeightedSums.Of(weights, Summed));
}

/// <summary>A named variable as numbers; zero where the row does not count.</summary>
internal sealed record Variable(string Name, double[] Values)
{
    /// <summary>The variables a column stands for: itself, or an indicator for each level.</summary>
    public static IEnumerable<Variable> Of(Column column, Rows rows)
    {
        if (column is NumberColumn numbers)
        {
            yield return new Variable(column.Name, rows.Masked(numbers.Values));
            yield break;
        }

        var category = (CategoryColumn)column;
        for (var level = 0; level < category.Levels.Length; level++)
        {
            var wanted = level;
            var indicator = new double[category.Count];
            Blocks.ForEach(indicator.Length, (from, to) =>
            {
                for (var row = from; row < to; row++) indicator[row] = category.Codes[row] == wanted && rows.Contains(row) ? 1 : 0;
            });
            yield return new Variable(category.Name + category.Levels[level], indicator);
        }
    }
}

/// <summary>Weighted sums over rows, the work under all estimates.</summary>
internal static class WeightedSums
{
    /// <summary>Sum of the weights, then the weighted sum of each variable.</summary>
    public static double[] Of(double[] weights, IReadOnlyList<Variable> variables) => Blocks.Sum(weights.Length, variables.Count + 1, (from, to, sum) =>
    {
        for (var row = from; row < to; row++) sum[0] += weights[row];
        for (var k = 0; k < variables.Count; k++)
        {
            var values = variables[k].Values;
            double part = 0;
            for (var row = from; row < to; row++) part += weights[row] * values[row];
            sum[k + 1] += part;
        }
    });

    /// <summary>A column computed row by row.</summary>
    public static double[] Column(int rows, Func<int, double> value)
    {
        var column = new double[rows];
        Blocks.ForEach(rows, (from, to) =>
        {
            for (var row = from; row < to; row++) column[row] = value(row);
        });
        return column;
    }
}
