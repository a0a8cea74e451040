namespace Turna.Statistics.Survey;

/// <summary>Design-based t test: of one mean against zero, or of two means against each other through a linear model.</summary>
internal sealed class MeanComparison(SurveyDesign design, SurveyRequest request)
{
    public SurveyResult Of(Rows domain)
    {
        var (left, right) = TwoSides.Of(request);
        return right is null or "1" or "0" ? OneSample(left, domain) : TwoSample(left, right, domain);
    }

    private SurveyResult OneSample(string of, Rows domain)
    {
        var part = new SmoothEstimator(design, request with { Of = [of], DesignEffect = DesignEffect.None }, SurveyStatistic.Mean).Of(domain);
        return Result(part.Names[0], part.Estimated, part.StandardError[0], design.DegreesOfFreedom(domain) - 1, part.Count, part.SumWeights, domain);
    }

    private SurveyResult TwoSample(string left, string right, Rows domain)
    {
        var column = TwoSides.Group(design, right);
        var rows = domain.Complete(Variables.Of(design.Table, left), column);
        if (TwoSides.Levels(column, rows) != 2) throw new SurveyInputException($"request {request.Id}: {right} must have two groups, it has {TwoSides.Levels(column, rows)}");
        var model = new ModelEstimator(design, request with { Formula = $"{left} ~ {right}", Family = GlmFamily.Gaussian }).Of(domain);
        var estimated = new Estimated([model.Estimate[1]], new[,] { { model.Covariance![1, 1] } }, default);
        return Result("difference in mean", estimated, model.StandardError[1], model.DegreesOfFreedom, model.Count[0], model.SumWeights[0], domain);
    }

    private SurveyResult Result(string name, Estimated estimated, double error, double degrees, int count, double sumWeights, Rows domain)
    {
        var estimate = estimated.Estimate[0];
        var half = Distributions.StudentQuantile((1 + request.Level) / 2, degrees) * error;
        return new SurveyResult
        {
            Id = request.Id,
            Statistic = SurveyStatistic.TTest,
            Names = [name],
            Estimate = [estimate],
            StandardError = [error],
            Covariance = estimated.Covariance,
            Interval = [(estimate - half, estimate + half)],
            DegreesOfFreedom = degrees,
            TestStatistic = estimate / error,
            TestDegrees = [degrees],
            P = [Distributions.StudentTwoSided(estimate / error, degrees)],
            Count = [count],
            SumWeights = [sumWeights],
            Notes = count < domain.Count ? [$"rows left out because a value is missing: {domain.Count - count}"] : [],
        };
    }
}

/// <summary>What a two-sample test compares, from a formula or from its variables.</summary>
internal static class TwoSides
{
    public static (string Left, string? Right) Of(SurveyRequest request)
    {
        if (request.Formula is { } formula)
        {
            var parts = formula.Split('~');
            if (parts.Length == 2) return (parts[0].Trim(), parts[1].Trim());
            throw new SurveyInputException($"request {request.Id}: formula {formula}: one '~' is needed");
        }

        var named = request.Of.Concat(request.By).ToArray();
        if (request.Between is { } between && named.Length == 1) return (named[0], between.Column);
        return named.Length switch
        {
            1 => (named[0], null),
            2 => (named[0], named[1]),
            _ => throw new SurveyInputException($"request {request.Id}: a variable and its groups are needed, as \"formula\": \"y ~ group\""),
        };
    }

    /// <summary>The grouping column; answers to a condition become a category.</summary>
    public static Column Group(SurveyDesign design, string text) =>
        Variables.Of(design.Table, text) is var column && column is NumberColumn { IsLogical: true } ? column.AsCategory() : column;

    public static int Levels(Column column, Rows rows) => rows.Indices().Select(column.Text).Distinct(StringComparer.Ordinal).Count();
}
