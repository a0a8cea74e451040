namespace Turna.Statistics.Survey;

/// <summary>A design known by its stages, strata and weights; variances by linearisation.</summary>
public sealed class SampleDesign : SurveyDesign
{
    private readonly IVarianceRule rule;

    private SampleDesign(SurveyTable table, SamplingPlan plan, Stage[] stages, double[] weights, IVarianceRule rule, IReadOnlyList<IResidual> adjustments, Rows whole, IReadOnlyList<string> notes)
        : base(table, weights, notes)
    {
        Whole = whole;
        Plan = plan;
        Stages = stages;
        Adjustments = adjustments;
        this.rule = rule;
    }

    /// <summary>How the sample was drawn.</summary>
    public SamplingPlan Plan { get; }

    internal Stage[] Stages { get; }

    internal IReadOnlyList<IResidual> Adjustments { get; }

    /// <summary>The rows that count as sampled; fewer than all after standardisation.</summary>
    internal override Rows Whole { get; }

    internal override bool KeepsProbabilities => true;

    internal override bool KeepsAllRows => Adjustments.Count > 0 || Plan.Pps is not null;

    /// <summary>Declares a design.</summary>
    /// <param name="table">The data.</param>
    /// <param name="plan">How they were drawn.</param>
    /// <exception cref="SurveyInputException">A column is absent or holds a value against its rule; units lie in two strata.</exception>
    public static SampleDesign Declare(SurveyTable table, SamplingPlan plan)
    {
        // With unequal probabilities, the probabilities are the sampling fractions of the units.
        if (plan.Pps is not null && plan.PopulationSizes.Count == 0) plan = plan with { PopulationSizes = plan.Probabilities };
        var reader = new PlanReader(table, plan);
        var stages = reader.Stages();
        var weights = reader.Weights(stages);
        var names = new StratumNames(table, plan);
        IVarianceRule variance = plan.Pps switch
        {
            null or { Method: PpsMethod.Brewer } => new StageVariance(stages, plan.LonelyPsu, plan.LonelyDomain, (level, stratum) => names.Of(stages[level], stratum)),
            { Joint: { } joint, Method: var method } => PairwiseVariance.FromJoint(joint, table.RowCount, method == PpsMethod.YatesGrundy),
            { Method: PpsMethod.HorvitzThompson or PpsMethod.YatesGrundy } =>
                throw new SurveyInputException("pps: Horvitz–Thompson and Yates–Grundy need joint probabilities (\"joint\"); overton and hartley-rao approximate them"),
            { } pps => PairwiseVariance.Approximate(stages[0], reader.FirstStageProbabilities(stages, weights), pps),
        };
        return new SampleDesign(table, plan, stages, weights, variance, [], Rows.All(table.RowCount), reader.Notes);
    }

    /// <inheritdoc/>
    public override double DegreesOfFreedom(Rows domain)
    {
        var stage = Stages[0];
        var units = new bool[stage.UnitCount];
        Blocks.ForEach(domain.Total, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                if (Weights[row] != 0 && domain.Contains(row)) units[stage.Unit[row]] = true;
            }
        });

        var strata = new bool[stage.StratumCount];
        var count = 0;
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (!units[unit]) continue;
            count++;
            strata[stage.StratumOfUnit[unit]] = true;
        }

        return count - strata.Count(found => found);
    }

    /// <summary>The same sample with weights changed by calibration.</summary>
    /// <param name="weights">The new weights.</param>
    /// <param name="adjustment">How the calibration enters the variance; null when it does not.</param>
    /// <param name="note">What was done.</param>
    internal SampleDesign Reweighted(double[] weights, IResidual? adjustment, string note) =>
        new(Table, Plan, Stages, weights, rule, adjustment is null ? Adjustments : [.. Adjustments, adjustment], Whole, [.. Notes, note]);

    /// <summary>The sample without some rows: they count as not sampled, or after calibration have weight zero.</summary>
    internal SampleDesign Without(Rows rows) =>
        new(Table, Plan, Stages, rows.Masked(Weights), rule, Adjustments, KeepsAllRows ? Whole : Whole.And(rows), Notes);

    internal override double IntervalDegrees(Rows domain) => DegreesOfFreedom(domain);

    internal override Estimated Evaluate(Statistic statistic, Rows rows)
    {
        var weights = rows.Masked(Weights);
        var estimate = statistic.Full(weights, rows);
        var influence = statistic.Influence(weights, estimate, rows);
        var trace = Sums(influence);
        return new Estimated(estimate, Covariance(trace, rows), trace);
    }

    internal override double[,] Joint(IReadOnlyList<Estimated> parts, Rows domain) =>
        Covariance(UnitSums.Beside([.. parts.Select(part => part.Trace)]), domain);

    /// <summary>Sums of influences over the units of the variance rule, calibration taken out.</summary>
    internal UnitSums Sums(double[][] influence)
    {
        foreach (var adjustment in Adjustments) influence = adjustment.Residuals(influence);
        return UnitSums.Of(influence, rule.Unit.Code, rule.Unit.Count);
    }

    private double[,] Covariance(UnitSums sums, Rows rows) => rule.Covariance(sums, Present(KeepsAllRows ? Whole : rows));

    /// <summary>Covariance for a domain of which the units with a row in it are known.</summary>
    internal double[,] Covariance(UnitSums sums, bool[] present) => rule.Covariance(sums, present);

    /// <summary>Whether sums over units are all that an estimate needs: no calibration, and no rule that looks at single domains.</summary>
    internal bool IsPlain => Adjustments.Count == 0 && Plan.Pps is null;

    /// <summary>The units with a row in the domain; null when that is all rows.</summary>
    private bool[]? Present(Rows rows)
    {
        if (rows.IsAll) return null;
        var present = new bool[rule.Unit.Count];
        for (var row = 0; row < rows.Total; row++)
        {
            if (rows.Contains(row)) present[rule.Unit.Code[row]] = true;
        }

        return present;
    }

    /// <summary>The units over which sums are needed.</summary>
    internal Codes VarianceUnit => rule.Unit;
}

/// <summary>What is left of weighted influences after the calibration variables have explained what they can.</summary>
internal interface IResidual
{
    double[][] Residuals(double[][] influence);
}

/// <summary>Names a stratum for an error: its columns and their values.</summary>
internal sealed class StratumNames(SurveyTable table, SamplingPlan plan)
{
    public string Of(Stage stage, int stratum)
    {
        if (plan.Strata.Count == 0) return "the sample";
        var row = stage.FirstRow[Array.IndexOf(stage.StratumOfUnit, stratum)];
        return $"column {string.Join(", ", plan.Strata)}, row {row + 1}: stratum {string.Join(" ", plan.Strata.Select(name => Variables.Of(table, name).Text(row)))}";
    }
}
