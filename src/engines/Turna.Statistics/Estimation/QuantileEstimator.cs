namespace Turna.Statistics.Survey;

/// <summary>Quantiles with intervals by Woodruff's method, by the score test, or from the replicates.</summary>
/// <remarks>The standard error is the length of the interval over twice the t quantile.</remarks>
internal sealed class QuantileEstimator(SurveyDesign design, SurveyRequest request) : PointEstimator
{
    private readonly NumberColumn[] columns = [.. Variables.Of(design.Table, request.Of, request.Id)
        .Select(column => column as NumberColumn ?? throw SurveyTable.NoNumber(column, "quantiles need a number"))];

    public override Part Of(Rows group)
    {
        var rows = group.Complete(columns);
        if (request.MissingIsError && rows.Count < group.Count) throw Variables.FirstMissing(columns, group);
        if (rows.Count == 0) throw new SurveyInputException($"request {request.Id}: a group has no rows");
        var degrees = design.DegreesOfFreedom(rows);
        var names = new List<string>();
        var estimates = new List<double>();
        var errors = new List<double>();
        var intervals = new List<(double, double)>();
        foreach (var column in columns)
        {
            var interval = new QuantileInterval(design, rows, column, request, degrees);
            foreach (var p in request.Probabilities)
            {
                var (estimate, lower, upper) = interval.Of(p);
                names.Add($"{column.Name}.{NumberText.Of(p)}");
                estimates.Add(estimate);
                intervals.Add((lower, upper));
                errors.Add((upper - lower) / (2 * Distributions.StudentQuantile((1 + request.Level) / 2, degrees)));
            }
        }

        var covariance = new double[estimates.Count, estimates.Count];
        for (var i = 0; i < errors.Count; i++)
        {
            for (var j = 0; j < errors.Count; j++) covariance[i, j] = i == j ? errors[i] * errors[i] : double.NaN;
        }

        return new Part
        {
            Names = names,
            Estimated = new Estimated([.. estimates], covariance, default),
            StandardError = errors,
            Interval = intervals,
            HasTrace = false,
            Count = rows.Count,
            SumWeights = SumWeights(design, group),
        };
    }
}

/// <summary>Quantiles of one variable and their intervals.</summary>
internal sealed class QuantileInterval(SurveyDesign design, Rows rows, NumberColumn column, SurveyRequest request, double degrees)
{
    // A share of all is 1 but for this.
    private const double Rounding = 1e-12;

    private readonly double[] values = rows.Masked(column.Values);
    private readonly WeightedOrder order = WeightedOrder.Of(rows.Masked(column.Values), Inverted(design, rows.Masked(design.Weights)));
    private readonly double tail = (1 - request.Level) / 2;

    /// <summary>
    /// Weights as the inverse of probabilities that are the inverse of weights, which is how R keeps them: where a share is reached exactly,
    /// the last bit decides between two values.
    /// </summary>
    private static double[] Inverted(SurveyDesign design, double[] weights) =>
        design.KeepsProbabilities ? Array.ConvertAll(weights, weight => weight == 0 ? 0 : 1 / (1 / weight)) : weights;

    public (double Estimate, double Lower, double Upper) Of(double p)
    {
        var estimate = order.Quantile(request.Rule, p);
        var (lower, upper) = (request.Interval ?? IntervalType.Mean) switch
        {
            IntervalType.Score => Score(p),
            IntervalType.Quantile => FromReplicates(estimate, p),
            IntervalType.Logit or IntervalType.Likelihood => throw new SurveyInputException($"request {request.Id}: this interval is for proportions"),
            var type => Woodruff(estimate, type),
        };
        return (estimate, lower, upper);
    }

    /// <summary>The interval of the share below the quantile, read back as quantiles (Woodruff 1952).</summary>
    private (double Lower, double Upper) Woodruff(double estimate, IntervalType type)
    {
        var below = new Variable("", WeightedSums.Column(values.Length, row => rows.Contains(row) && values[row] <= estimate ? 1 : 0));
        var evaluated = design.Evaluate(new MeanStatistic([below]), rows);
        var error = PointEstimator.Roots(evaluated.Covariance, evaluated.Estimate)[0];
        var (low, high) = ProportionInterval.Transformed(type, evaluated.Estimate[0], error * error, tail, degrees, design.RowsCounted(rows), degrees);
        return (low is double.NaN or < -Rounding ? double.NaN : order.Quantile(request.Rule, Math.Max(low, 0)),
            high is double.NaN or > 1 + Rounding ? double.NaN : order.Quantile(request.Rule, Math.Min(high, 1)));
    }

    /// <summary>Values at which the score test of the quantile is just rejected (Francisco and Fuller 1991).</summary>
    private (double Lower, double Upper) Score(double p)
    {
        if (design is ReplicateDesign) throw new SurveyInputException($"request {request.Id}: the score interval needs a design without replicates");
        // As in R, a design that keeps all rows takes its range and shares from all of them, a missing value counting as zero.
        var counted = design.KeepsAllRows ? Array.ConvertAll(column.Values, value => double.IsNaN(value) ? 0 : value) : [.. rows.Indices().Select(row => values[row])];
        var sorted = counted.Order().ToArray();
        var margin = (Type7(sorted, 0.75) - Type7(sorted, 0.25)) / 100;
        var tolerance = 1 / (100 * Math.Sqrt(counted.Length));
        var quantile = Distributions.StudentQuantile(1 - tail, degrees);
        var low = RootFinder.Find(theta => Standardised(theta, p) - quantile, sorted[0] + margin, sorted[^1] - margin, tolerance);
        var high = RootFinder.Find(theta => Standardised(theta, p) + quantile, sorted[0] + margin, sorted[^1] - margin, tolerance);
        return (At(low), At(high));

        double At(double? root) => root is { } value ? order.Quantile(request.Rule, counted.Count(each => each <= value) / (double)counted.Length) : double.NaN;
    }

    private double Standardised(double theta, double p)
    {
        var score = new Variable("", WeightedSums.Column(values.Length, row => rows.Contains(row) ? (values[row] > theta ? 1 : 0) - (1 - p) : 0));
        var evaluated = design.Evaluate(new MeanStatistic([score]), rows);
        return evaluated.Estimate[0] / Math.Sqrt(evaluated.Covariance[0, 0]);
    }

    private (double Lower, double Upper) FromReplicates(double estimate, double p)
    {
        if (design is not ReplicateDesign) throw new SurveyInputException($"request {request.Id}: interval quantile needs a design with replicates");
        var evaluated = design.Evaluate(new QuantileStatistic(values, request.Rule, p), rows);
        var half = Math.Sqrt(evaluated.Covariance[0, 0]) * Distributions.StudentQuantile(1 - tail, degrees);
        return (estimate - half, estimate + half);
    }

    private static double Type7(double[] sorted, double p)
    {
        var place = (sorted.Length - 1) * p;
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((place - low) * (sorted[high] - sorted[low]));
    }
}

/// <summary>A quantile as a function of weights; it has no linearisation.</summary>
internal sealed class QuantileStatistic(double[] values, QuantileRule rule, double p) : Statistic
{
    public override IReadOnlyList<string> Names => ["quantile"];

    public override double[] Estimate(double[] weights, Rows rows) => [WeightedOrder.Of(values, weights).Quantile(rule, p)];

    public override double[][] Influence(double[] weights, double[] estimate, Rows rows) =>
        throw new SurveyInputException("a quantile has no linearised influence");
}
