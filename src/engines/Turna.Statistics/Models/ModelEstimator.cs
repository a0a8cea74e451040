using MathNet.Numerics.LinearAlgebra;

namespace Turna.Statistics.Survey;

/// <summary>Fits a generalised linear model to a domain and gives coefficients, t values and p values.</summary>
internal sealed class ModelEstimator(SurveyDesign design, SurveyRequest request)
{
    public SurveyResult Of(Rows domain)
    {
        if (request.Formula is not { } text) throw new SurveyInputException($"request {request.Id}: a model needs a formula");
        var formula = ModelFormula.Parse(text);
        var response = Response(formula.Response);
        var factors = ModelMatrix.Factors(design.Table, formula);
        var offsets = formula.Offsets.Select(Offset).ToArray();
        Column[] used = [response, .. factors.Values, .. offsets];
        var rows = domain.Complete(used);
        if (request.MissingIsError && rows.Count < domain.Count) throw Variables.FirstMissing(used, domain);
        Refuse(response, rows);

        var matrix = ModelMatrix.Of(formula, factors, rows);
        if (matrix.Columns.Count == 0) throw new SurveyInputException($"request {request.Id}: the formula has no terms");
        var model = new GlmStatistic(matrix.Columns, rows.Masked(response.Values), request.Family, design, rows, domain, Sum(offsets, rows));
        var evaluated = design.Evaluate(model, rows);
        return Result(model, evaluated, domain, rows);
    }

    private SurveyResult Result(GlmStatistic model, Estimated evaluated, Rows domain, Rows rows)
    {
        var degrees = design.DegreesOfFreedom(design is ReplicateDesign ? domain : rows) + 1 - model.Rank;
        var kept = Enumerable.Range(0, evaluated.Estimate.Length).Where(k => !double.IsNaN(evaluated.Estimate[k])).ToArray();
        var estimate = Array.ConvertAll(kept, k => evaluated.Estimate[k]);
        var covariance = Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => evaluated.Covariance[kept[i], kept[j]]).ToArray();
        var errors = estimate.Select((_, k) => Math.Sqrt(Math.Max(0, covariance[k, k]))).ToArray();
        var t = estimate.Zip(errors, (value, error) => value / error).ToArray();
        // Intervals of coefficients always use t with the residual degrees of freedom.
        var quantile = Distributions.StudentQuantile((1 + request.Level) / 2, degrees);
        var notes = new List<string>();
        if (rows.Count < domain.Count) notes.Add($"rows left out because a value is missing: {domain.Count - rows.Count}");
        if (!model.Fit.HasConverged) notes.Add("unreliable: the fit has not converged");
        var dependent = Enumerable.Range(0, model.Names.Count).Except(kept).Select(k => model.Names[k]).ToArray();
        if (dependent.Length > 0) notes.Add($"left out because they depend on the others: {string.Join(", ", dependent)}");
        if (degrees <= 0) notes.Add("unreliable: as many coefficients as degrees of freedom");
        return new SurveyResult
        {
            Id = request.Id,
            Statistic = SurveyStatistic.Glm,
            Names = [.. kept.Select(k => model.Names[k])],
            Estimate = estimate,
            StandardError = errors,
            Covariance = covariance,
            DegreesOfFreedom = degrees,
            Interval = [.. estimate.Zip(errors, (value, error) => (value - (quantile * error), value + (quantile * error)))],
            T = t,
            P = [.. t.Select(value => Distributions.StudentTwoSided(value, degrees))],
            Dispersion = model.Dispersion(design, rows),
            Count = [rows.Count],
            SumWeights = [WeightedSums.Of(domain.Masked(design.Weights), [])[0]],
            Notes = notes,
        };
    }

    /// <summary>The response as numbers; of a category, the first level is 0 and every other 1.</summary>
    private NumberColumn Response(string text)
    {
        var column = Variables.Of(design.Table, text);
        if (column is NumberColumn numbers) return numbers;
        if (request.Family != GlmFamily.Binomial) throw new SurveyInputException($"request {request.Id}: the response {text} is a category, the family needs a number");
        return new NumberColumn(text, Array.ConvertAll(((CategoryColumn)column).Codes, code => code < 0 ? double.NaN : Math.Min(code, 1)));
    }

    private NumberColumn Offset(string text) =>
        Variables.Of(design.Table, text) as NumberColumn ?? throw new SurveyInputException($"request {request.Id}: the offset {text} must be a number");

    private static double[]? Sum(NumberColumn[] offsets, Rows rows) => offsets.Length == 0 ? null
        : WeightedSums.Column(rows.Total, row => rows.Contains(row) ? offsets.Sum(offset => offset.Values[row]) : 0);

    private void Refuse(NumberColumn response, Rows rows)
    {
        if (rows.Count == 0) throw new SurveyInputException($"request {request.Id}: no row is complete");
        var family = Family.Of(request.Family);
        for (var row = 0; row < rows.Total; row++)
        {
            if (rows.Contains(row) && !family.Allows(response.Values[row]))
                throw new SurveyInputException($"column {response.Name}, row {row + 1}: {NumberText.Of(response.Values[row])} cannot be a response of the family {request.Family}");
        }
    }
}
