using MathNet.Numerics.LinearAlgebra;

namespace Turna.Statistics.Survey;

/// <summary>Difference of an estimate between two groups of one column, with the covariance of the two.</summary>
internal sealed class GapEstimator : PointEstimator
{
    private readonly SurveyDesign design;
    private readonly PointEstimator estimator;
    private readonly Rows first;
    private readonly Rows second;
    private readonly string name;

    public GapEstimator(SurveyDesign design, SurveyRequest request, PointEstimator estimator)
    {
        if (request.Between is not { } between) throw new SurveyInputException($"request {request.Id}: a gap needs between, a column and two of its levels");
        this.design = design;
        this.estimator = estimator;
        var column = Variables.Of(design.Table, between.Column).AsCategory();
        first = RowsOf(column, between.First, request.Id);
        second = RowsOf(column, between.Second, request.Id);
        name = $"{between.First} - {between.Second}";
    }

    public override Part Of(Rows group)
    {
        var parts = new[] { estimator.Of(group.And(first)), estimator.Of(group.And(second)) };
        if (parts.Any(part => part.Count == 0)) throw new SurveyInputException($"gap {name}: one of the groups has no rows");
        var width = parts[0].Names.Count;
        var joint = parts.All(part => part.HasTrace) ? design.Joint([.. parts.Select(part => part.Estimated)], group) : null;
        var difference = Enumerable.Range(0, width).Select(k => parts[0].Estimated.Estimate[k] - parts[1].Estimated.Estimate[k]).ToArray();
        var covariance = new double[width, width];
        for (var k = 0; k < width; k++)
        {
            for (var l = 0; l < width; l++)
                covariance[k, l] = joint is null ? double.NaN : joint[k, l] + joint[width + k, width + l] - joint[k, width + l] - joint[width + k, l];
        }

        var trace = Difference(parts[0].Estimated.Trace, parts[1].Estimated.Trace, width);
        return new Part
        {
            Names = [.. parts[0].Names.Select(each => $"{each}: {name}")],
            Estimated = new Estimated(difference, covariance, trace),
            StandardError = Roots(covariance, difference),
            HasTrace = joint is not null,
            Count = parts.Sum(part => part.Count),
            SumWeights = SumWeights(design, group),
            Notes = [.. parts.SelectMany(part => part.Notes).Distinct(StringComparer.Ordinal)],
        };
    }

    private static UnitSums Difference(UnitSums left, UnitSums right, int width) =>
        left.Values is null ? default : new UnitSums([.. left.Values.Zip(right.Values, (a, b) => a - b)], width);

    private static Rows RowsOf(CategoryColumn column, string level, string id)
    {
        var code = Array.IndexOf(column.Levels, level);
        if (code < 0) throw new SurveyInputException($"request {id}: {level} is not a level of {column.Name} ({string.Join(", ", column.Levels)})");
        return Rows.Where(Array.ConvertAll(column.Codes, own => own == code));
    }
}

/// <summary>Linear contrasts of estimates, or one expression of them by the delta method.</summary>
internal static class Contrasts
{
    public static SurveyResult Of(SurveyRequest request, SurveyResult made)
    {
        if (made.Covariance is null) throw new SurveyInputException($"request {request.Id}: too many estimates to be contrasted");
        var keys = Keys(made);
        var (names, values, slope) = request.Expression is { } expression ? Nonlinear(expression, made, keys) : Linear(request, made, keys);

        // An estimate that takes no part may have an unknown covariance.
        var known = Matrix<double>.Build.DenseOfArray(made.Covariance).Map(value => double.IsNaN(value) ? 0 : value, Zeros.Include);
        var covariance = slope * known * slope.Transpose();
        var errors = values.Select((_, k) => Math.Sqrt(Math.Max(0, covariance[k, k]))).ToArray();
        var quantile = Distributions.StudentQuantile((1 + request.Level) / 2, request.NormalInterval ? double.PositiveInfinity : made.DegreesOfFreedom);
        return made with
        {
            Statistic = SurveyStatistic.Contrast,
            Names = names,
            Groups = [],
            Estimate = values,
            StandardError = errors,
            Covariance = covariance.ToArray(),
            Interval = [.. values.Zip(errors, (value, error) => (value - (quantile * error), value + (quantile * error)))],
            DesignEffect = [],
            Count = [made.Groups.Count == 0 ? made.Count[0] : made.Count.Take(made.Count.Count / made.Names.Distinct(StringComparer.Ordinal).Count()).Sum()],
            SumWeights = [made.Groups.Count == 0 ? made.SumWeights[0] : made.SumWeights.Take(made.Count.Count / made.Names.Distinct(StringComparer.Ordinal).Count()).Sum()],
        };
    }

    /// <summary>The names by which a contrast speaks of estimates: the variable, or the group when there is one variable, or both.</summary>
    private static Dictionary<string, int> Keys(SurveyResult made)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var single = made.Names.Distinct(StringComparer.Ordinal).Count() == 1;
        for (var k = 0; k < made.Names.Count; k++)
        {
            var group = made.Groups.Count == 0 ? null : string.Join('.', made.Groups[k].Select(pair => pair.Value));
            keys.TryAdd(group is null ? made.Names[k] : single ? group : $"{group}:{made.Names[k]}", k);
        }

        return keys;
    }

    private static (string[] Names, double[] Values, Matrix<double> Slope) Nonlinear(string text, SurveyResult made, Dictionary<string, int> keys)
    {
        var (value, slope) = new Gradient(keys, made.Estimate, text).Of(Expression.Parse(text));
        return (["contrast"], [value], Matrix<double>.Build.DenseOfRowArrays(slope));
    }

    private static (string[] Names, double[] Values, Matrix<double> Slope) Linear(SurveyRequest request, SurveyResult made, Dictionary<string, int> keys)
    {
        if (request.Contrasts.Count == 0) throw new SurveyInputException($"request {request.Id}: a contrast needs coefficients or an expression");
        var rows = request.Contrasts.Select(contrast => Row(request, contrast, made, keys)).ToArray();
        var values = Array.ConvertAll(rows, row => row.Select((coefficient, k) => coefficient == 0 ? 0 : coefficient * made.Estimate[k]).Sum());
        return ([.. request.Contrasts.Select(contrast => contrast.Name)], values, Matrix<double>.Build.DenseOfRowArrays(rows));
    }

    private static double[] Row(SurveyRequest request, Contrast contrast, SurveyResult made, Dictionary<string, int> keys)
    {
        if (contrast.ByPosition is { } given)
        {
            if (given.Count != made.Estimate.Count)
                throw new SurveyInputException($"request {request.Id}: {given.Count} coefficients for {made.Estimate.Count} estimates ({string.Join(", ", keys.Keys)})");
            return [.. given];
        }

        var row = new double[made.Estimate.Count];
        foreach (var (name, coefficient) in contrast.ByName!)
        {
            if (!keys.TryGetValue(name, out var k)) throw new SurveyInputException($"request {request.Id}: {name} is none of the estimates ({string.Join(", ", keys.Keys)})");
            row[k] = coefficient;
        }

        return row;
    }
}
