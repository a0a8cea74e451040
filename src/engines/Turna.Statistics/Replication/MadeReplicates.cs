namespace Turna.Statistics.Survey;

/// <summary>Makes replicate weights from a design of stages, strata and population sizes.</summary>
public static class MadeReplicates
{
    /// <summary>Turns a design into one with replicates.</summary>
    /// <param name="design">The design; only its first stage is used, except by the multistage bootstrap.</param>
    /// <param name="plan">The method, how many and from which seed.</param>
    /// <exception cref="SurveyInputException">The method does not fit the design.</exception>
    public static ReplicateDesign From(SampleDesign design, ReplicatePlan plan)
    {
        var stage = design.Stages[0];
        var made = plan.Method switch
        {
            ReplicateMethod.JK1 when stage.StratumCount > 1 => throw new SurveyInputException("replicates: JK1 is for an unstratified design; use JKn"),
            ReplicateMethod.JK1 => Jackknife.One(stage),
            ReplicateMethod.JKn => Jackknife.Stratified(stage, design.Plan.LonelyPsu),
            ReplicateMethod.Brr => BalancedHalves.Make(stage, Labels(design), 0),
            ReplicateMethod.Fay => BalancedHalves.Make(stage, Labels(design), plan.Rho),
            ReplicateMethod.Bootstrap => Bootstraps.CantyDavison(stage, plan),
            ReplicateMethod.Subbootstrap => Bootstraps.RaoWu(stage, plan),
            ReplicateMethod.MultistageBootstrap => MultistageBootstrap.Make(design.Stages, plan),
            ReplicateMethod.SuccessiveDifference => SuccessiveDifferences.Make(stage, plan.Count),
            _ => throw new SurveyInputException($"replicates: type {plan.Method} cannot be made, it needs columns"),
        };
        var scale = new ReplicateScale(plan.Scale ?? made.Overall, plan.PerReplicate ?? made.PerReplicate, plan.Mse);
        var weights = new UnitReplicates(made.Unit, made.Units, made.Factors, design.Weights);
        return new ReplicateDesign(design.Table, design.Weights, weights, scale, [.. design.Notes, Note(plan, made)]);
    }

    /// <summary>The name of each stratum.</summary>
    private static string[] Labels(SampleDesign design)
    {
        var labels = new string[design.Stages[0].StratumCount];
        if (design.Plan.Strata.Count == 0) return ["", .. labels[1..]];
        var column = Variables.Of(design.Table, design.Plan.Strata[0]);
        for (var unit = 0; unit < design.Stages[0].UnitCount; unit++) labels[design.Stages[0].StratumOfUnit[unit]] = column.Text(design.Stages[0].FirstRow[unit]);
        return labels;
    }

    private static string Note(ReplicatePlan plan, MadeFactors made) =>
        plan.Method is ReplicateMethod.Bootstrap or ReplicateMethod.Subbootstrap or ReplicateMethod.MultistageBootstrap
            ? $"{made.Factors.Length} replicates of type {plan.Method} made from seed {plan.Seed}"
            : $"{made.Factors.Length} replicates of type {plan.Method} made";
}

/// <summary>Factors of the sampling weight, a row of units for each replicate, and their scales.</summary>
internal sealed record MadeFactors(int[] Unit, int Units, double[][] Factors, double Overall, double[] PerReplicate)
{
    public static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}

/// <summary>Leave one unit out and raise the others of its stratum (Wolter 2007, ch. 4).</summary>
internal static class Jackknife
{
    public static MadeFactors One(Stage stage)
    {
        var n = stage.UnitCount;
        var factors = Enumerable.Range(0, n).Select(left => Without(stage, left, MadeFactors.Ones(n))).ToArray();
        return new MadeFactors(stage.Unit, n, factors, (1 - stage.Fraction(0)) * (n - 1) / n, MadeFactors.Ones(n));
    }

    public static MadeFactors Stratified(Stage stage, LonelyPsu lonely)
    {
        var factors = new List<double[]>();
        var scales = new List<double>();
        foreach (var unit in InOrderOfStrata(stage))
        {
            double sampled = stage.UnitsInStratum[stage.StratumOfUnit[unit]];
            var left = 1 - stage.Fraction(unit);
            if (sampled > 1)
            {
                factors.Add(Without(stage, unit, MadeFactors.Ones(stage.UnitCount)));
                scales.Add(left * (sampled - 1) / sampled);
            }
            else if (left != 0 && lonely == LonelyPsu.Fail)
            {
                throw new SurveyInputException("replicates: a stratum has only one sampling unit; choose what to do with lonelyPsu");
            }
            else if (left != 0 && lonely == LonelyPsu.Adjust)
            {
                double strata = stage.StratumCount;
                factors.Add([.. Enumerable.Range(0, stage.UnitCount).Select(each => each == unit ? 0 : strata / (strata - 1))]);
                scales.Add((strata - 1) / strata);
            }
        }

        if (factors.Count == 0) throw new SurveyInputException("replicates: every stratum was sampled completely");
        var overall = lonely == LonelyPsu.Average ? (double)stage.UnitCount / factors.Count : 1;
        return new MadeFactors(stage.Unit, stage.UnitCount, [.. factors], overall, [.. scales]);
    }

    private static IEnumerable<int> InOrderOfStrata(Stage stage) => Enumerable.Range(0, stage.UnitCount).OrderBy(unit => stage.StratumOfUnit[unit]).ThenBy(unit => unit);

    private static double[] Without(Stage stage, int left, double[] factor)
    {
        var stratum = stage.StratumOfUnit[left];
        double sampled = stage.UnitsInStratum[stratum];
        for (var unit = 0; unit < factor.Length; unit++)
        {
            if (stage.StratumOfUnit[unit] == stratum) factor[unit] = unit == left ? 0 : sampled / (sampled - 1);
        }

        return factor;
    }
}

/// <summary>Balanced repeated replication, plain (ρ = 0) or Fay's.</summary>
/// <remarks>
/// Any balanced set is right for totals; for other statistics the choice matters a little. Pairs are numbered as R numbers them — strata of
/// more than two units first, strata by name, units by their first row — so that the replicates are the same where the matrices are.
/// </remarks>
internal static class BalancedHalves
{
    public static MadeFactors Make(Stage stage, string[] strataNames, double rho)
    {
        if (!(rho >= 0 && rho < 1)) throw new SurveyInputException("replicates: rho must be from 0 up to, not including, 1");
        var (pair, side, pairs) = Pairs(stage, strataNames);
        var signs = Hadamard.AtLeast(pairs + 1);
        var factors = new double[signs.Length][];
        for (var replicate = 0; replicate < factors.Length; replicate++)
        {
            var own = replicate;
            factors[replicate] = [.. Enumerable.Range(0, stage.UnitCount).Select(unit => signs[1 + pair[unit]][own] == side[unit] ? 2 - rho : rho)];
        }

        double count = factors.Length;
        return new MadeFactors(stage.Unit, stage.UnitCount, factors, 1 / (count * (1 - rho) * (1 - rho)), MadeFactors.Ones(factors.Length));
    }

    /// <summary>Units of a stratum two by two; a stratum of more than two is split into pairs.</summary>
    private static (int[] Pair, bool[] Side, int Pairs) Pairs(Stage stage, string[] strataNames)
    {
        var odd = Array.FindIndex(stage.UnitsInStratum, count => count % 2 == 1);
        if (odd >= 0)
            throw new SurveyInputException($"replicates: half-samples need an even number of units in each stratum; {strataNames[odd]} has {stage.UnitsInStratum[odd]}");
        var pair = new int[stage.UnitCount];
        var side = new bool[stage.UnitCount];
        var order = Enumerable.Range(0, stage.UnitCount)
            .OrderBy(unit => stage.UnitsInStratum[stage.StratumOfUnit[unit]] == 2)
            .ThenBy(unit => strataNames[stage.StratumOfUnit[unit]], StringComparer.Ordinal)
            .ThenBy(unit => stage.FirstRow[unit])
            .ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            pair[order[i]] = i / 2;
            side[order[i]] = i % 2 == 0;
        }

        return (pair, side, order.Length / 2);
    }
}

/// <summary>Successive difference replication for systematic samples: row i of the file takes Hadamard rows i and i + 1.</summary>
internal static class SuccessiveDifferences
{
    public static MadeFactors Make(Stage stage, int wanted)
    {
        var signs = Hadamard.AtLeast(Math.Clamp(wanted, 4, Hadamard.Largest));
        var order = signs.Length;
        var sequence = Enumerable.Range(0, stage.UnitCount).OrderBy(unit => stage.FirstRow[unit]).ToArray();
        var place = new int[stage.UnitCount];
        for (var i = 0; i < sequence.Length; i++) place[sequence[i]] = i;

        var half = Math.Pow(2, -1.5);
        var factors = new double[order][];
        for (var replicate = 0; replicate < order; replicate++)
        {
            // The first row of the matrix is constant and is not used.
            var column = signs[replicate];
            factors[replicate] = [.. place.Select(i => 1 + (half * Sign(column[1 + (i % (order - 1))])) - (half * Sign(column[1 + ((i + 1) % (order - 1))])))];
        }

        return new MadeFactors(stage.Unit, stage.UnitCount, factors, 4.0 / order, MadeFactors.Ones(order));

        static double Sign(bool positive) => positive ? 1 : -1;
    }
}
