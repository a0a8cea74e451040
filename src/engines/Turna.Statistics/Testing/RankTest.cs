using MathNet.Numerics.LinearAlgebra;

namespace Turna.Statistics.Survey;

/// <summary>Scores of a rank test.</summary>
public enum RankScore
{
    /// <summary>Estimated population rank over population size: Wilcoxon, with several groups Kruskal–Wallis.</summary>
    Wilcoxon,

    /// <summary>Normal quantile of it: van der Waerden.</summary>
    VanDerWaerden,

    /// <summary>Whether it is above one half: Mood's median test.</summary>
    Median,
}

/// <summary>Design-based rank tests (Lumley and Scott 2013): the difference of mean rank scores, the scores taken as known.</summary>
internal sealed class RankTest(SurveyDesign design, SurveyRequest request)
{
    public SurveyResult Of(Rows domain)
    {
        var (left, right) = TwoSides.Of(request);
        if (right is null) throw new SurveyInputException($"request {request.Id}: a rank test needs groups");
        if (Variables.Of(design.Table, left) is not NumberColumn y) throw new SurveyInputException($"request {request.Id}: {left} must be a number to be ranked");
        var group = TwoSides.Group(design, right);
        var rows = domain.Complete(y, group);
        var groups = TwoSides.Levels(group, rows);
        if (groups < 2) throw new SurveyInputException($"request {request.Id}: {right} has fewer than two groups");
        if (groups > 2) group = group.AsCategory();

        // As in R, every row that the design keeps is ranked; those outside the domain have no weight, but share ranks with their equals.
        var ranked = design.KeepsAllRows ? Rows.All(rows.Total).Complete(y, group) : rows;
        var scores = Scores(y.Values, rows.Masked(design.Weights), ranked);
        var matrix = ModelMatrix.Of(new ModelFormula(left, [[right]], true, []), new Dictionary<string, Column>(StringComparer.Ordinal) { [right] = group }, rows);
        var (slopes, estimated) = Regression(matrix.Columns, scores, rows);
        var degrees = design.DegreesOfFreedom(rows) - slopes.Length;
        var result = slopes.Length == 1 ? Two(slopes[0], estimated, degrees) : Several(slopes, estimated, degrees);
        return result with
        {
            Count = [rows.Count],
            SumWeights = [WeightedSums.Of(domain.Masked(design.Weights), [])[0]],
            Notes = rows.Count < domain.Count ? [$"rows left out because a value is missing: {domain.Count - rows.Count}"] : [],
        };
    }

    /// <summary>Weighted regression of the scores on the groups; the influence of a row is a total to the design.</summary>
    private (double[] Slopes, Estimated Estimated) Regression(IReadOnlyList<Variable> columns, double[] scores, Rows rows)
    {
        var weights = rows.Masked(design.Weights);
        var basis = OrthogonalBasis.Of(columns, weights);
        if (basis.Kept.Length < columns.Count) throw new SurveyInputException($"request {request.Id}: a group has no weight");
        var along = Array.ConvertAll(basis.Columns, q => WeightedSums.Of(weights, [new Variable("", WeightedSums.Column(q.Length, row => q[row] * scores[row]))])[1]);
        var coefficients = basis.Original(along, columns.Count);
        var residual = WeightedSums.Column(scores.Length, row =>
        {
            var fitted = 0.0;
            for (var k = 0; k < along.Length; k++) fitted += along[k] * basis.Columns[k][row];
            return rows.Contains(row) ? scores[row] - fitted : 0;
        });
        var influences = Enumerable.Range(1, columns.Count - 1).Select(j => new Variable(columns[j].Name, WeightedSums.Column(scores.Length, row =>
        {
            var sum = 0.0;
            for (var k = 0; k < along.Length; k++) sum += basis.Back[k][j] * basis.Columns[k][row];
            return sum * residual[row];
        }))).ToArray();
        return (coefficients[1..], design.Evaluate(new TotalStatistic(influences), rows));
    }

    private SurveyResult Two(double slope, Estimated estimated, double degrees)
    {
        var error = Math.Sqrt(estimated.Covariance[0, 0]);
        var half = Distributions.StudentQuantile((1 + request.Level) / 2, degrees) * error;
        return new SurveyResult
        {
            Id = request.Id,
            Statistic = SurveyStatistic.RankTest,
            Names = ["difference in mean rank score"],
            Estimate = [slope],
            StandardError = [error],
            Covariance = estimated.Covariance,
            Interval = [(slope - half, slope + half)],
            DegreesOfFreedom = degrees,
            TestStatistic = slope / error,
            TestDegrees = [degrees],
            P = [Distributions.StudentTwoSided(slope / error, degrees)],
        };
    }

    private SurveyResult Several(double[] slopes, Estimated estimated, double degrees)
    {
        var beta = Vector<double>.Build.Dense(slopes);
        var statistic = beta * Matrix<double>.Build.DenseOfArray(estimated.Covariance).Solve(beta);
        return new SurveyResult
        {
            Id = request.Id,
            Statistic = SurveyStatistic.RankTest,
            DegreesOfFreedom = degrees,
            TestStatistic = statistic,
            TestDegrees = [slopes.Length, degrees],
            P = [Distributions.FisherUpper(statistic / slopes.Length, slopes.Length, degrees)],
        };
    }

    private double[] Scores(double[] values, double[] weights, Rows ranked)
    {
        var order = ranked.Indices().OrderBy(row => values[row]).ThenBy(row => row).ToArray();
        var middle = new double[order.Length];
        double running = 0;
        for (var i = 0; i < order.Length; i++)
        {
            running += weights[order[i]];
            middle[i] = running - (weights[order[i]] / 2);
        }

        var scores = new double[values.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && values[order[to]] == values[order[from]]) to++;
            var score = Score(middle.AsSpan(from, to - from).ToArray().Average(), running);
            for (; from < to; from++) scores[order[from]] = weights[order[from]] == 0 ? 0 : score;
        }

        return scores;
    }

    private double Score(double rank, double size) => request.RankScore switch
    {
        RankScore.VanDerWaerden => Distributions.NormalQuantile(rank / size),
        RankScore.Median => rank > size / 2 ? 1 : 0,
        _ => rank / size,
    };
}
