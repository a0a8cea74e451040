namespace Turna.Statistics.Survey;

/// <summary>
/// Direct standardisation: within every group the weights are moved so that the classes have the shares of a standard population
/// (Lumley 2010, section 7.2.1); the variance is that of post-stratification.
/// </summary>
internal static class Standardization
{
    public static SurveyResult Of(SurveyDesign design, SurveyRequest request, Rows domain)
    {
        if (request.Standard is not { } standard) throw new SurveyInputException($"request {request.Id}: standardising needs a standard population");
        var classes = Variables.Of(design.Table, standard.By, request.Id).Select(column => column.AsCategory()).ToArray();
        var groups = request.Over.Count == 0 ? [] : Variables.Of(design.Table, request.Over, request.Id).Select(column => column.AsCategory()).ToArray();
        var excluded = request.ExcludingMissing is { } named ? (named.Count == 0 ? [] : Variables.Of(design.Table, named, request.Id)) : Variables.Of(design.Table, request.Of, request.Id);
        var rows = domain.Complete([.. classes, .. groups, .. excluded]);
        var adjustment = new PostStratification(Cells(request, standard, classes, groups, rows, design.Weights));
        const string Note = "weights standardised";
        var standardised = design is SampleDesign sample
            ? Calibration.Apply(sample.Without(rows), adjustment, Note)
            : Calibration.Apply(design, new WithinRows(rows, adjustment), Note);
        var inner = request with { By = request.Over, Over = [], Standard = null };
        return new Answer(standardised, inner, rows).Of(new SmoothEstimator(standardised, inner, SurveyStatistic.Mean));
    }

    private static MarginCells Cells(SurveyRequest request, StandardPopulation standard, CategoryColumn[] classes, CategoryColumn[] groups, Rows rows, double[] weights)
    {
        var crossedClasses = Crossing.Of(string.Join('.', standard.By), classes);
        var shares = Shares(request, standard, crossedClasses);
        var cells = groups.Length == 0 ? crossedClasses : Crossing.Of("", [crossedClasses, Crossing.Of("", groups)]);
        var code = cells.Codes.Select((own, row) => rows.Contains(row) ? own : 0).ToArray();
        var masked = rows.Masked(weights);
        var sizes = new MarginCells(code, [], cells.Levels).Sums(masked);
        var width = crossedClasses.Levels.Length;
        var totals = sizes.Select((size, cell) => size == 0 ? 0 : shares[cell % width] * sizes.AsSpan(cell / width * width, width).ToArray().Sum()).ToArray();
        return new MarginCells(code, totals, cells.Levels);
    }

    private static double[] Shares(SurveyRequest request, StandardPopulation standard, CategoryColumn classes)
    {
        var sizes = standard.Sizes?.ToArray() ?? Array.ConvertAll(classes.Levels, level =>
            standard.SizeOf!.TryGetValue(level, out var size) ? size : throw new SurveyInputException($"request {request.Id}: the standard population has no size for {level}"));
        if (sizes.Length != classes.Levels.Length)
            throw new SurveyInputException($"request {request.Id}: {sizes.Length} sizes for the {classes.Levels.Length} classes {string.Join(", ", classes.Levels)}");
        var sum = sizes.Sum();
        return Array.ConvertAll(sizes, size => size / sum);
    }

    /// <summary>An adjustment of some rows; the others get weight zero.</summary>
    private sealed class WithinRows(Rows rows, WeightAdjustment inner) : WeightAdjustment
    {
        public override (double[] Weights, IResidual? Residual) Adjust(double[] weights) => inner.Adjust(rows.Masked(weights));
    }
}
