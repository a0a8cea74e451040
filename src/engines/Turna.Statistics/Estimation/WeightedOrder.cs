namespace Turna.Statistics.Survey;

/// <summary>Values of positive weight in rising order with their weights, from which any quantile can be read.</summary>
internal sealed class WeightedOrder
{
    private readonly double[] values;
    private readonly double[] weights;
    private readonly double[] cumulated;
    private readonly double total;

    private WeightedOrder(double[] values, double[] weights, double total)
    {
        this.values = values;
        this.weights = weights;
        this.total = total;
        cumulated = Cumulated(weights);
    }

    /// <summary>Sorts; rows of equal value stay in the order of the file.</summary>
    public static WeightedOrder Of(double[] values, double[] weights)
    {
        var rows = Enumerable.Range(0, values.Length).Where(row => weights[row] != 0).ToArray();
        var sum = new ExtendedSum();
        foreach (var row in rows) sum.Add(weights[row]);
        var keys = Array.ConvertAll(rows, row => values[row]);
        // Sorting by value and then by row is a stable sort by value.
        Array.Sort(keys.Zip(rows).ToArray(), rows);
        return new WeightedOrder(Array.ConvertAll(rows, row => values[row]), Array.ConvertAll(rows, row => weights[row]), sum.Value);
    }

    /// <summary>The quantile by a rule; not-a-number when there is no value.</summary>
    public double Quantile(QuantileRule rule, double p)
    {
        if (values.Length == 0 || double.IsNaN(p)) return double.NaN;
        return rule switch
        {
            QuantileRule.Math or QuantileRule.Hf1 => Position(p) is { IsExact: true } at ? values[at.Low] : values[Position(p).High],
            QuantileRule.School or QuantileRule.Hf2 => Position(p) is { IsExact: true } at ? (values[at.Low] + values[at.High]) / 2 : values[Position(p).High],
            QuantileRule.Hf3 => Grouped().Third(p),
            QuantileRule.Hf4 => Fourth(p),
            QuantileRule.ShahVaish => Step(p),
            _ => Interpolated(Plotting(rule), p),
        };
    }

    private sealed record Place(int Low, int High, double Below, double Above)
    {
        public bool IsExact => Below == 0;
    }

    private Place Position(double p)
    {
        var reached = p * total;
        var low = Math.Max(0, Reached(reached));
        var high = Math.Min(low + 1, values.Length - 1);
        return new Place(low, high, p - (cumulated[low] / total), (cumulated[high] / total) - p);
    }

    /// <summary>The last place whose cumulated weight is not above a sum.</summary>
    private int Reached(double sum)
    {
        int from = -1, to = cumulated.Length;
        while (to - from > 1)
        {
            var middle = (from + to) / 2;
            if (cumulated[middle] <= sum) from = middle;
            else to = middle;
        }

        return from;
    }

    private double Third(double p)
    {
        var at = Position(p);
        return at.IsExact && (at.Low + 1) % 2 == 0 ? values[at.Low] : values[at.High];
    }

    private double Fourth(double p)
    {
        var at = Position(p);
        var share = at.Below / (at.Above + at.Below);
        return (values[at.Low] * (1 - share)) + (values[at.High] * share);
    }

    /// <summary>The same with equal values taken together.</summary>
    private WeightedOrder Grouped()
    {
        var (distinct, sums) = (new List<double>(), new List<ExtendedSum>());
        for (var i = 0; i < values.Length; i++)
        {
            if (distinct.Count == 0 || distinct[^1] != values[i])
            {
                distinct.Add(values[i]);
                sums.Add(new ExtendedSum());
            }

            var sum = sums[^1];
            sum.Add(weights[i]);
            sums[^1] = sum;
        }

        var grouped = sums.Select(sum => sum.Value).ToArray();
        var whole = new ExtendedSum();
        foreach (var sum in grouped) whole.Add(sum);
        return new WeightedOrder([.. distinct], grouped, whole.Value);
    }

    private double[] Plotting(QuantileRule rule)
    {
        var n = values.Length;
        var (last, sum) = (weights[n - 1], cumulated[n - 1]);
        double Before(int i) => i == 0 ? 0 : cumulated[i - 1];
        return rule switch
        {
            QuantileRule.Hf5 => [.. Enumerable.Range(0, n).Select(i => (cumulated[i] - (weights[i] / 2)) / sum)],
            QuantileRule.Hf6 => [.. Enumerable.Range(0, n).Select(i => cumulated[i] / (sum + last))],
            QuantileRule.Hf7 => [.. Enumerable.Range(0, n).Select(i => Before(i) / Before(n - 1))],
            QuantileRule.Hf8 => [.. Enumerable.Range(0, n).Select(i => ((Before(i) * 1 / 3) + (cumulated[i] * 2 / 3)) / (sum + (last / 3)))],
            _ => [.. Enumerable.Range(0, n).Select(i => ((Before(i) * 3 / 8) + (cumulated[i] * 5 / 8)) / (sum + (last / 4)))],
        };
    }

    private double Interpolated(double[] places, double p)
    {
        if (places.Length == 1 || p <= places[0]) return values[0];
        if (p >= places[^1]) return values[^1];
        int from = 0, to = places.Length - 1;
        while (to - from > 1)
        {
            var middle = (from + to) / 2;
            if (p < places[middle]) to = middle;
            else from = middle;
        }

        if (p == places[to]) return values[to];
        if (p == places[from]) return values[from];
        return values[from] + ((values[to] - values[from]) * ((p - places[from]) / (places[to] - places[from])));
    }

    private double Step(double p)
    {
        var n = values.Length;
        var mean = new ExtendedSum();
        foreach (var weight in weights) mean.Add(weight);
        var average = mean.Value / n;
        var running = Cumulated(Array.ConvertAll(weights, weight => weight / average));

        // The rule subtracts half the raw weight, as published in R; the places need not rise, so they are sorted with their values.
        var places = running.Select((sum, i) => (sum + 0.5 - (weights[i] / 2)) / (n + 1)).ToArray();
        var sorted = (double[])values.Clone();
        Array.Sort(places, sorted);
        if (p < places[0]) return sorted[0];
        var at = Array.FindLastIndex(places, place => place <= p);
        return sorted[at];
    }

    private static double[] Cumulated(double[] weights)
    {
        var running = new double[weights.Length];
        var sum = new ExtendedSum();
        for (var i = 0; i < weights.Length; i++)
        {
            sum.Add(weights[i]);
            running[i] = sum.Value;
        }

        return running;
    }
}
