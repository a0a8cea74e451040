namespace Turna.Statistics.Survey;

/// <summary>Totals, means, proportions, ratios and variances.</summary>
internal sealed class SmoothEstimator(SurveyDesign design, SurveyRequest request, SurveyStatistic kind) : PointEstimator
{
    private readonly Column[] columns = Variables.Quantities(design.Table, request.Of, request.Id, kind);
    private readonly Column[] below = kind == SurveyStatistic.Ratio ? Variables.Of(design.Table, request.Over, request.Id) : [];

    /// <summary>The estimator that does all groups in one pass over the rows, where it gives the same.</summary>
    public OnePassEstimator? OnePass() =>
        design is SampleDesign { IsPlain: true } sample && request.DesignEffect == DesignEffect.None && request.Interval is null && !request.MissingIsError
            && kind is SurveyStatistic.Mean or SurveyStatistic.Total or SurveyStatistic.Proportion && Array.TrueForAll(columns, column => column is NumberColumn)
            ? new OnePassEstimator(sample, [.. columns.Cast<NumberColumn>()], kind)
            : null;

    public override Part Of(Rows group)
    {
        var rows = group.Complete([.. columns, .. below]);
        if (request.MissingIsError && rows.Count < group.Count) throw Variables.FirstMissing([.. columns, .. below], group);
        var variables = columns.SelectMany(column => Variable.Of(column, rows)).ToArray();
        var statistic = Statistic(variables, rows, group);
        var estimated = design.Evaluate(statistic, rows);
        var part = new Part
        {
            Names = statistic.Names,
            Estimated = estimated,
            StandardError = Roots(estimated.Covariance, estimated.Estimate),
            DesignEffect = request.DesignEffect == DesignEffect.None ? [] : DesignEffects(statistic, variables, estimated, rows),
            Count = rows.Count,
            SumWeights = SumWeights(design, group),
        };
        return request.Interval is { } interval && kind == SurveyStatistic.Proportion
            ? part with { Interval = [.. variables.Select((variable, k) => new ProportionInterval(design, rows, group, request.Level).Of(interval, variable, estimated.Estimate[k], estimated.Covariance[k, k]))] }
            : part;
    }

    private Statistic Statistic(Variable[] variables, Rows rows, Rows group) => kind switch
    {
        SurveyStatistic.Total => new TotalStatistic(variables),
        SurveyStatistic.Mean or SurveyStatistic.Proportion => new MeanStatistic(variables),
        SurveyStatistic.Ratio => new RatioStatistic(variables, [.. below.SelectMany(column => Variable.Of(column, rows))]),
        SurveyStatistic.Variance => new VarianceStatistic(variables, design is ReplicateDesign ? rows.Count : Weighted(group)),
        _ => throw new SurveyInputException($"request {request.Id}: {kind} cannot be estimated by groups"),
    };

    /// <summary>Variance over that of a simple random sample of the same size (Kish 1965; Särndal, Swensson and Wretman 1992, section 2.10).</summary>
    private double[] DesignEffects(Statistic statistic, Variable[] variables, Estimated estimated, Rows rows)
    {
        double n = Weighted(rows);
        var population = SumWeights(design, rows);
        var effects = new double[estimated.Estimate.Length];
        for (var k = 0; k < effects.Length; k++)
        {
            var (variable, perUnit) = statistic is RatioStatistic ratio
                ? (new Variable("", ratio.Residual(k, estimated.Estimate[k], ratio.Denominator(k, rows.Masked(design.Weights)))), population * population)
                : (kind == SurveyStatistic.Variance ? null : variables[k], kind == SurveyStatistic.Total ? population * population : 1);
            if (variable is null) return [.. effects.Select(_ => double.NaN)];
            var spread = new VarianceStatistic([variable], n).Estimate(rows.Masked(design.Weights), rows)[0] * perUnit / n;
            if (request.DesignEffect == DesignEffect.WithoutReplacement) spread *= population < n ? double.NaN : (population - n) / population;
            effects[k] = estimated.Covariance[k, k] / spread;
        }

        return effects;
    }

    private int Weighted(Rows rows)
    {
        var count = 0;
        for (var row = 0; row < rows.Total; row++)
        {
            if (design.Weights[row] != 0 && rows.Contains(row)) count++;
        }

        return count;
    }
}

/// <summary>Columns and expressions named by a request.</summary>
internal static class Variables
{
    public static Column[] Of(SurveyTable table, IReadOnlyList<string> texts, string id)
    {
        if (texts.Count == 0) throw new SurveyInputException($"request {id}: no variable is named");
        return [.. texts.Select(text => Of(table, text))];
    }

    /// <summary>The variables of a statistic that is not about shares: a quantity spoiled by a stray word is refused.</summary>
    public static Column[] Quantities(SurveyTable table, IReadOnlyList<string> texts, string id, SurveyStatistic kind)
    {
        var columns = Of(table, texts, id);
        var doubt = kind == SurveyStatistic.Proportion ? null : columns.OfType<CategoryColumn>().Select(column => column.Doubt).FirstOrDefault(each => each is not null);
        return doubt is null ? columns : throw new SurveyInputException(doubt);
    }

    /// <summary>A column by its very name, or else an expression.</summary>
    public static Column Of(SurveyTable table, string text) =>
        table.TryGet(text, out var column) ? column : new Evaluation(table).Column(Expression.Parse(text), text);

    public static SurveyInputException FirstMissing(IReadOnlyList<Column> columns, Rows rows)
    {
        for (var row = 0; row < rows.Total; row++)
        {
            if (!rows.Contains(row)) continue;
            foreach (var column in columns)
            {
                if (column.IsMissing(row)) return new SurveyInputException($"column {column.Name}, row {row + 1}: a value is missing and the request says that it must not be");
            }
        }

        return new SurveyInputException("a value is missing");
    }
}
