namespace Turna.Statistics.Survey;

/// <summary>Answers requests about a survey.</summary>
public static class SurveyQuestions
{
    /// <summary>Answers one request.</summary>
    /// <param name="design">The sample and how it was drawn.</param>
    /// <param name="request">The question.</param>
    /// <exception cref="SurveyInputException">The request names what is not there, or asks for what cannot be estimated.</exception>
    public static SurveyResult Ask(SurveyDesign design, SurveyRequest request)
    {
        var domain = Domain(design, request);
        return request.Statistic switch
        {
            SurveyStatistic.ChiSquared => new ChiSquaredTest(design, request).Of(domain),
            SurveyStatistic.TTest => new MeanComparison(design, request).Of(domain),
            SurveyStatistic.RankTest => new RankTest(design, request).Of(domain),
            SurveyStatistic.Glm => new ModelEstimator(design, request).Of(domain),
            SurveyStatistic.Standardize => Standardization.Of(design, request, domain),
            SurveyStatistic.Contrast => Contrasts.Of(request, Contrasted(design, request, domain)),
            SurveyStatistic.Table => Table(design, request, domain),
            SurveyStatistic.Gap => new Answer(design, request, domain).Of(new GapEstimator(design, request, Estimator(design, request, request.Estimator ?? SurveyStatistic.Mean))),
            _ => new Answer(design, request, domain).Of(Estimator(design, request, request.Statistic)),
        };
    }

    private static PointEstimator Estimator(SurveyDesign design, SurveyRequest request, SurveyStatistic kind) => kind switch
    {
        SurveyStatistic.Quantile => new QuantileEstimator(design, request),
        SurveyStatistic.Total or SurveyStatistic.Mean or SurveyStatistic.Proportion or SurveyStatistic.Ratio or SurveyStatistic.Variance => new SmoothEstimator(design, request, kind),
        _ => throw new SurveyInputException($"request {request.Id}: {kind} cannot be compared"),
    };

    /// <summary>The estimates that a contrast combines.</summary>
    private static SurveyResult Contrasted(SurveyDesign design, SurveyRequest request, Rows domain)
    {
        var kind = request.Estimator ?? (request.Formula is null ? SurveyStatistic.Mean : SurveyStatistic.Glm);
        return kind == SurveyStatistic.Glm
            ? new ModelEstimator(design, request).Of(domain)
            : new Answer(design, request with { DesignEffect = DesignEffect.None }, domain).Of(Estimator(design, request, kind));
    }

    /// <summary>Weighted counts: the totals of the crossed categories, every cell labelled by its levels.</summary>
    private static SurveyResult Table(SurveyDesign design, SurveyRequest request, Rows domain)
    {
        var columns = Variables.Of(design.Table, request.Of, request.Id).Select(column => column.AsCategory()).ToArray();
        var crossed = Crossing.Of(string.Join('.', request.Of), columns);
        var rows = domain.Complete(columns);
        var statistic = new TotalStatistic([.. Variable.Of(crossed, rows)]);
        var (estimated, doubt) = Evaluated(design, statistic, rows);
        var part = new Part
        {
            Names = crossed.Levels,
            Estimated = estimated,
            StandardError = [.. estimated.Estimate.Select((_, k) => estimated.Covariance[k, k] is var variance && double.IsNaN(variance) ? double.NaN : Math.Sqrt(Math.Max(0, variance)))],
            Count = rows.Count,
            SumWeights = WeightedSums.Of(domain.Masked(design.Weights), [])[0],
            Notes = doubt,
        };
        var result = new Answer(design, request, domain).Assemble([part], []);
        return result with
        {
            Groups = [.. Enumerable.Range(0, crossed.Levels.Length).Select(code => (IReadOnlyList<KeyValuePair<string, string>>)
                [.. Crossing.Split(columns, code).Select((level, i) => KeyValuePair.Create(columns[i].Name, columns[i].Label(level)))])],
        };
    }

    /// <summary>Weighted counts need no variance: where the design gives none, they come without errors and with its reason.</summary>
    private static (Estimated, IReadOnlyList<string> Doubt) Evaluated(SurveyDesign design, TotalStatistic statistic, Rows rows)
    {
        try
        {
            return (design.Evaluate(statistic, rows), []);
        }
        catch (SurveyInputException refused)
        {
            var counts = statistic.Full(rows.Masked(design.Weights), rows);
            var unknown = new double[counts.Length, counts.Length];
            for (var i = 0; i < counts.Length; i++) for (var j = 0; j < counts.Length; j++) unknown[i, j] = double.NaN;
            return (new Estimated(counts, unknown, default), [$"no standard errors: {refused.Message}"]);
        }
    }

    private static Rows Domain(SurveyDesign design, SurveyRequest request)
    {
        var whole = design.Whole;
        if (request.Where is not { } where) return whole;
        var domain = whole.And(Rows.Where(new Evaluation(design.Table).Condition(where)));
        return domain.Count > 0 ? domain : throw new SurveyInputException($"request {request.Id}: no row satisfies {where}");
    }
}
