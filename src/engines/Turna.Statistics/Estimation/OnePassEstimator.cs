namespace Turna.Statistics.Survey;

/// <summary>
/// Means and totals of numbers in any number of groups, in one pass over the rows: each row is added to the sums of its sampling unit and
/// group, and estimates and influences follow from these sums alone. For designs without calibration.
/// </summary>
internal sealed class OnePassEstimator(SampleDesign design, NumberColumn[] columns, SurveyStatistic kind)
{
    // Sums over units and groups beyond this many numbers are worked off group by group instead.
    private const long MostSums = 1L << 24;

    private readonly Codes unit = design.VarianceUnit;
    private readonly int width = columns.Length;
    private readonly double[][] values = Array.ConvertAll(columns, column => column.Values);

    /// <summary>A part for each group, or one for the whole domain; null when there are too many units and groups.</summary>
    public Part[]? Of(Groups? groups, Rows domain)
    {
        var count = groups?.Found.Length ?? 1;
        if ((long)unit.Count * count * Step > MostSums) return null;
        var sums = Sums(groups is null ? null : Places(groups), count, domain);
        var parts = new Part[count];
        Blocks.Each(count, group => parts[group] = Part(sums, group, count));
        return parts;
    }

    /// <summary>The place of each combination of levels among those found.</summary>
    private static (int[] Codes, int[] Place) Places(Groups groups)
    {
        var place = new int[groups.Crossed.Levels.Length];
        Array.Fill(place, -1);
        for (var i = 0; i < groups.Found.Length; i++) place[groups.Found[i]] = i;
        return (groups.Crossed.Codes, place);
    }

    /// <summary>Per unit and group: complete rows, weights of all rows, weights of complete rows, and weighted variables.</summary>
    private double[] Sums((int[] Codes, int[] Place)? groups, int count, Rows domain)
    {
        var (step, units, weights) = (Step, unit.Code, design.Weights);
        var (codes, place) = groups ?? ([], []);
        var isAll = domain.IsAll;
        return Blocks.WideSum(domain.Total, unit.Count * count * step, (from, to, sum) =>
        {
            for (var row = from; row < to; row++)
            {
                if (!isAll && !domain.Contains(row)) continue;
                var group = 0;
                if (place.Length > 0)
                {
                    if (codes[row] < 0) continue;
                    group = place[codes[row]];
                    if (group < 0) continue;
                }

                Add(sum.AsSpan(((units[row] * count) + group) * step, step), row, weights[row]);
            }
        });
    }

    private int Step => width + 3;

    private void Add(Span<double> sum, int row, double weight)
    {
        sum[1] += weight;
        foreach (var column in values)
        {
            if (double.IsNaN(column[row])) return;
        }

        sum[0] += 1;
        sum[2] += weight;
        for (var k = 0; k < values.Length; k++) sum[3 + k] += weight * values[k][row];
    }

    private Part Part(double[] sums, int group, int count)
    {
        var total = new double[Step];
        var present = new bool[unit.Count];
        for (var each = 0; each < unit.Count; each++)
        {
            var own = sums.AsSpan(((each * count) + group) * Step, Step);
            present[each] = own[0] > 0;
            for (var k = 0; k < Step; k++) total[k] += own[k];
        }

        var isMean = kind != SurveyStatistic.Total;
        var estimate = total[3..];
        if (isMean) estimate = Array.ConvertAll(estimate, sum => sum / total[2]);
        var trace = new double[unit.Count * width];
        for (var each = 0; each < unit.Count; each++)
        {
            var own = sums.AsSpan(((each * count) + group) * Step, Step);
            for (var k = 0; k < width; k++) trace[(each * width) + k] = isMean ? (own[3 + k] - (estimate[k] * own[2])) / total[2] : own[3 + k];
        }

        var covariance = design.Covariance(new UnitSums(trace, width), present);
        return new Part
        {
            Names = [.. columns.Select(column => column.Name)],
            Estimated = new Estimated(estimate, covariance, new UnitSums(trace, width)),
            StandardError = PointEstimator.Roots(covariance, estimate),
            Count = (int)total[0],
            SumWeights = total[1],
        };
    }
}
