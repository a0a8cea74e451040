namespace Turna.Statistics.Survey;

/// <summary>Puts the parts of all groups together into one result.</summary>
internal sealed class Answer(SurveyDesign design, SurveyRequest request, Rows domain)
{
    // A covariance matrix beyond this many estimates is left out.
    private const int CovariancesShown = 2000;

    /// <summary>The estimates of an estimator in the domain, or in each of its groups.</summary>
    public SurveyResult Of(PointEstimator estimator)
    {
        var onePass = estimator is SmoothEstimator smooth ? smooth.OnePass() : null;
        if (request.By.Count == 0) return Assemble(onePass?.Of(null, domain) ?? [estimator.Of(domain)], []);
        var groups = new Groups(design, request.By, domain, request.Id);
        if (groups.Found.Length == 0) throw new SurveyInputException($"request {request.Id}: no row belongs to any group");
        var parts = onePass?.Of(groups, domain) ?? [.. groups.Found.Select(code => estimator.Of(groups.RowsOf(code, domain)))];
        return Assemble(parts, [.. groups.Found.Select(groups.Label)]);
    }

    public SurveyResult Assemble(IReadOnlyList<Part> parts, IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> labels)
    {
        // Estimate by estimate, each with all its groups: the order of R's svyby.
        var width = parts[0].Names.Count;
        var order = Enumerable.Range(0, width).SelectMany(k => Enumerable.Range(0, parts.Count).Select(g => (Group: g, Index: k))).ToArray();
        var degrees = design.IntervalDegrees(domain);
        var result = new SurveyResult
        {
            Id = request.Id,
            Statistic = request.Statistic,
            Names = [.. order.Select(at => parts[at.Group].Names[at.Index])],
            Groups = labels.Count == 0 ? [] : [.. order.Select(at => labels[at.Group])],
            Estimate = [.. order.Select(at => parts[at.Group].Estimated.Estimate[at.Index])],
            StandardError = [.. order.Select(at => parts[at.Group].StandardError[at.Index])],
            DegreesOfFreedom = degrees,
            DesignEffect = parts[0].DesignEffect.Count == 0 ? [] : [.. order.Select(at => parts[at.Group].DesignEffect[at.Index])],
            Interval = [.. order.Select(at => parts[at.Group].Interval?[at.Index] ?? Wald(parts[at.Group], at.Index, degrees))],
            Count = labels.Count == 0 ? [parts[0].Count] : [.. order.Select(at => parts[at.Group].Count)],
            SumWeights = labels.Count == 0 ? [parts[0].SumWeights] : [.. order.Select(at => parts[at.Group].SumWeights)],
            Covariance = Covariance(parts, order),
        };
        return result with { Notes = [.. parts.SelectMany(part => part.Notes).Distinct(StringComparer.Ordinal), .. Reliability.Of(result, parts, domain)] };
    }

    private (double Lower, double Upper) Wald(Part part, int index, double degrees)
    {
        var quantile = Distributions.StudentQuantile((1 + request.Level) / 2, request.NormalInterval ? double.PositiveInfinity : degrees);
        var half = quantile * part.StandardError[index];
        return (part.Estimated.Estimate[index] - half, part.Estimated.Estimate[index] + half);
    }

    private double[,]? Covariance(IReadOnlyList<Part> parts, (int Group, int Index)[] order)
    {
        if (order.Length > CovariancesShown) return null;
        var width = parts[0].Names.Count;
        var joint = parts.Count == 1 ? parts[0].Estimated.Covariance
            : parts.All(part => part.HasTrace) ? design.Joint([.. parts.Select(part => part.Estimated)], domain)
            : null;
        var covariance = new double[order.Length, order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = 0; j < order.Length; j++)
            {
                var (first, second) = (order[i], order[j]);
                covariance[i, j] = joint is not null ? joint[(first.Group * width) + first.Index, (second.Group * width) + second.Index]
                    : first.Group == second.Group ? parts[first.Group].Estimated.Covariance[first.Index, second.Index]
                    : double.NaN;
            }
        }

        return covariance;
    }
}

/// <summary>Says which estimates should not be published as they are.</summary>
internal static class Reliability
{
    // Thresholds in use at national statistical offices: coefficient of variation above 33 % is not published by many of them,
    // and estimates from fewer than 30 rows or 8 degrees of freedom are flagged (US National Center for Health Statistics 2017).
    private const double LargeVariation = 0.33;
    private const int FewRows = 30;
    private const int FewDegrees = 8;

    public static IEnumerable<string> Of(SurveyResult result, IReadOnlyList<Part> parts, Rows domain)
    {
        var left = domain.Count - parts.Sum(part => part.Count);
        if (left > 0) yield return $"rows left out because a value or the group is missing: {left}";
        if (result.DegreesOfFreedom < FewDegrees) yield return $"unreliable: {NumberText.Of(result.DegreesOfFreedom)} degrees of freedom";
        var few = parts.Count(part => part.Count < FewRows);
        if (few > 0) yield return parts.Count == 1 ? $"unreliable: {parts[0].Count} rows" : $"unreliable: {few} of {parts.Count} groups have fewer than {FewRows} rows";
        var wide = result.VariationCoefficient.Count(variation => Math.Abs(variation) > LargeVariation);
        if (wide > 0) yield return $"unreliable: {wide} of {result.Estimate.Count} estimates have a coefficient of variation above 33 %";
        if (result.Covariance is null) yield return "covariances left out: too many estimates";
    }
}
