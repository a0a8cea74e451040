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
        var rows = domain.Complete([response, .. factors.Values]);
        if (request.MissingIsError && rows.Count < domain.Count) throw Variables.FirstMissing([response, .. factors.Values], domain);
        Refuse(response, rows);

        var matrix = ModelMatrix.Of(formula, factors, rows);
        if (matrix.Columns.Count == 0) throw new SurveyInputException($"request {request.Id}: the formula has no terms");
        var model = new GlmStatistic(matrix.Columns, rows.Masked(response.Values), request.Family, design, rows, domain);
        var evaluated = design.Evaluate(model, rows);
        return Result(model, evaluated, domain, rows);
    }

    private SurveyResult Result(GlmStatistic model, Estimated evaluated, Rows domain, Rows rows)
    {
        var degrees = design.DegreesOfFreedom(design is ReplicateDesign ? domain : rows) + 1 - model.Rank;
        var estimate = evaluated.Estimate;
        var errors = estimate.Select((value, k) => double.IsNaN(value) ? double.NaN : Math.Sqrt(Math.Max(0, evaluated.Covariance[k, k]))).ToArray();
        var t = estimate.Zip(errors, (value, error) => value / error).ToArray();
        // Intervals of coefficients always use t with the residual degrees of freedom.
        var quantile = Distributions.StudentQuantile((1 + request.Level) / 2, degrees);
        var notes = new List<string>();
        if (rows.Count < domain.Count) notes.Add($"rows left out because a value is missing: {domain.Count - rows.Count}");
        if (!model.Fit.HasConverged) notes.Add("unreliable: the fit has not converged");
        if (model.Rank < estimate.Length) notes.Add("coefficients without an estimate depend on the others");
        if (degrees <= 0) notes.Add("unreliable: as many coefficients as degrees of freedom");
        return new SurveyResult
        {
            Id = request.Id,
            Statistic = SurveyStatistic.Glm,
            Names = model.Names,
            Estimate = estimate,
            StandardError = errors,
            Covariance = evaluated.Covariance,
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
