namespace Turna.Statistics.Survey;

/// <summary>Applies calibration steps to a design, on its replicates too.</summary>
public static class Calibration
{
    /// <summary>The design with calibrated weights.</summary>
    /// <param name="design">The design.</param>
    /// <param name="steps">Steps in the order in which they are applied.</param>
    /// <exception cref="SurveyInputException">Totals contradict each other or the sample, or the method does not converge.</exception>
    public static SurveyDesign Apply(SurveyDesign design, IReadOnlyList<CalibrationStep> steps)
    {
        foreach (var step in steps) design = Apply(design, Adjustment(design, step), Note(step));
        return design;
    }

    internal static SurveyDesign Apply(SurveyDesign design, WeightAdjustment adjustment, string note)
    {
        if (design is SampleDesign sample)
        {
            var (weights, residual) = adjustment.Adjust(design.Weights);
            return sample.Reweighted(weights, residual, note + adjustment.Remark);
        }

        var replicated = (ReplicateDesign)design;
        var replicates = new double[replicated.ReplicateCount][];
        var final = adjustment.Adjust(design.Weights).Weights;
        var isMet = new bool[replicates.Length];
        Blocks.Each(replicates.Length, replicate => (replicates[replicate], isMet[replicate]) = adjustment.AdjustReplicate(replicated.Replicate(replicate)));
        var missed = isMet.Count(met => !met);
        return replicated.Reweighted(final, replicates, note + adjustment.Remark + (missed == 0 ? "" : $"; {missed} of {isMet.Length} replicates could not be brought to the totals and keep the nearest weights found"));
    }

    private static WeightAdjustment Adjustment(SurveyDesign design, CalibrationStep step)
    {
        if (step.Method == CalibrationMethod.Trim) return new Trimming(step.Lower, step.Upper, step.Strict);
        if (step.Margins.Count == 0) throw new SurveyInputException($"calibrate: {step.Method} needs margins");
        var isBounded = double.IsFinite(step.Lower) || double.IsFinite(step.Upper);
        if (step.Method == CalibrationMethod.Logit && !(double.IsFinite(step.Lower) && double.IsFinite(step.Upper) && step.Lower < 1 && step.Upper > 1))
            throw new SurveyInputException("calibrate: logit needs two bounds, one below and one above 1");
        var isTable = step.Margins.All(margin => margin.Of.Count == 0 && margin.By.Count > 0);
        return step.Method switch
        {
            CalibrationMethod.PostStratify when !isTable || step.Margins.Count > 1 => throw new SurveyInputException("calibrate: poststratify needs one margin with columns in by"),
            CalibrationMethod.PostStratify => new PostStratification(MarginCells.Of(design, step.Margins[0])),
            CalibrationMethod.Rake when isTable && !isBounded => new Raking([.. step.Margins.Select(margin => MarginCells.Of(design, margin))], step),
            _ => new DistanceCalibration(CalibrationVariables.Of(design, step.Margins), step),
        };
    }

    private static string Note(CalibrationStep step) => step.Method switch
    {
        CalibrationMethod.Trim => $"weights trimmed to {NumberText.Of(step.Lower)} … {NumberText.Of(step.Upper)}",
        _ => $"weights calibrated ({step.Method}) to {string.Join("; ", step.Margins.Select(Describe))}",
    };

    private static string Describe(Margin margin) => string.Join(" × ", margin.By.Concat(margin.Of));
}

/// <summary>A way to change weights that can be repeated on replicates.</summary>
internal abstract class WeightAdjustment
{
    /// <summary>New weights and how the change enters the variance.</summary>
    public abstract (double[] Weights, IResidual? Residual) Adjust(double[] weights);

    /// <summary>New weights of a replicate, and whether they meet the totals.</summary>
    public virtual (double[] Weights, bool IsMet) AdjustReplicate(double[] weights) => (Adjust(weights).Weights, true);

    /// <summary>What the analyst should know about the totals; empty when nothing.</summary>
    public virtual string Remark => "";
}
