namespace Turna.Statistics.Survey;

/// <summary>Turns a plan and its data into stages and weights, and refuses what contradicts itself.</summary>
internal sealed class PlanReader(SurveyTable table, SamplingPlan plan)
{
    private readonly List<string> notes = [];

    public IReadOnlyList<string> Notes => notes;

    public Stage[] Stages()
    {
        var ids = plan.Ids.Count == 0 ? [Coding.EachRow(table.RowCount)] : plan.Ids.Select(name => Coding.Of(Variables.Of(table, name), "a sampling unit")).ToArray();
        var strata = plan.Strata.Select(name => Coding.Of(Variables.Of(table, name), "a stratum")).ToArray();
        var stages = new Stage[ids.Length];
        Codes? units = null;
        for (var i = 0; i < ids.Length; i++)
        {
            var stratum = strata.Length == 0 ? Coding.AllOne(table.RowCount) : strata[Math.Min(i, strata.Length - 1)];
            if (i == 0 && !(plan.Nest && strata.Length > 0)) RequireNesting(ids[0], stratum);
            var own = units is { } before ? Coding.Pair(before, ids[i]) : plan.Nest && strata.Length > 0 ? Coding.Pair(stratum, ids[0]) : ids[0];
            if (i > 0) stratum = Coding.Pair(units!.Value, stratum);
            if (i > 0 && plan.Nest && strata.Length > i) own = Coding.Pair(stratum, own);
            stages[i] = Stage.Of(own, stratum, i == 0 ? null : stages[i - 1]);
            units = own;
        }

        if (stages[0].UnitCount == 1 && !(plan.Nest && strata.Length > 0))
            throw new SurveyInputException($"column {(plan.Ids.Count > 0 ? plan.Ids[0] : "(row)")}: the design has only one primary sampling unit");
        return WithPopulations(stages);
    }

    public double[] Weights(Stage[] stages)
    {
        if (plan.Weights is not null && plan.Probabilities.Count > 0)
            throw new SurveyInputException("design: weights and probabilities exclude each other");
        if (plan.Weights is { } name)
        {
            var weights = table.CompleteNumbers(name, "a weight");
            var negative = Array.FindIndex(weights, weight => weight < 0);
            if (negative >= 0) throw new SurveyInputException($"column {name}, row {negative + 1}: a weight may not be below zero");
            return Array.Exists(weights, weight => weight > 0) ? weights : throw new SurveyInputException($"column {name}: every weight is zero");
        }

        if (plan.Probabilities.Count > 0) return FromProbabilities();
        if (plan.PopulationSizes.Count > 0) return FromPopulations(stages);

        notes.Add("no weights, probabilities or population sizes given: every row counts as one");
        var ones = new double[table.RowCount];
        Array.Fill(ones, 1);
        return ones;
    }

    /// <summary>Selection probabilities at the first stage, per row.</summary>
    public double[] FirstStageProbabilities(Stage[] stages, double[] weights)
    {
        if (plan.Probabilities.Count > 0) return table.CompleteNumbers(plan.Probabilities[0], "a probability");
        if (plan.PopulationSizes.Count > 0) return Array.ConvertAll(stages[0].Unit, unit => stages[0].Fraction(unit));
        return Array.ConvertAll(weights, weight => 1 / weight);
    }

    private static void RequireNestingOf(Codes unit, Codes stratum, string idName, string strataName)
    {
        var stratumOf = new int[unit.Count];
        Array.Fill(stratumOf, -1);
        for (var row = 0; row < unit.Code.Length; row++)
        {
            ref var known = ref stratumOf[unit.Code[row]];
            if (known < 0) known = stratum.Code[row];
            else if (known != stratum.Code[row])
                throw new SurveyInputException($"column {idName}, row {row + 1}: the unit lies in two strata of {strataName}; if identifiers start anew in every stratum, set nest to true");
        }
    }

    private void RequireNesting(Codes unit, Codes stratum)
    {
        if (plan.Strata.Count > 0 && plan.Ids.Count > 0) RequireNestingOf(unit, stratum, plan.Ids[0], plan.Strata[0]);
    }

    private Stage[] WithPopulations(Stage[] stages)
    {
        if (plan.PopulationSizes.Count == 0) return stages;
        if (plan.PopulationSizes.Count > stages.Length)
            throw new SurveyInputException($"fpc: {plan.PopulationSizes.Count} columns for {stages.Length} stages of ids");
        if (plan.PopulationSizes.Count < stages.Length)
            notes.Add($"population sizes given for {plan.PopulationSizes.Count} of {stages.Length} stages: later stages add nothing to the variance");

        var columns = plan.PopulationSizes.Select(name => table.CompleteNumbers(name, "a population size or sampling fraction")).ToArray();
        var anySizes = columns.Any(column => Array.Exists(column, value => value > 1));
        var result = stages.ToArray();
        for (var i = 0; i < columns.Length; i++) result[i] = stages[i].Within(Populations(stages[i], columns[i], plan.PopulationSizes[i], anySizes));
        return result;
    }

    private double[] Populations(Stage stage, double[] values, string name, bool anySizes)
    {
        var isSize = Array.Exists(values, value => value > 1) || (anySizes && Array.TrueForAll(values, value => value == 1));
        var wrong = Array.FindIndex(values, value => isSize ? value < 1 : value <= 0);
        if (wrong >= 0)
            throw new SurveyInputException($"column {name}, row {wrong + 1}: {(isSize ? "population sizes and sampling fractions are mixed" : "a sampling fraction must be above 0")}");
        if (isSize && plan.Pps is not null)
            throw new SurveyInputException($"column {name}: sampling proportional to size needs probabilities here, not population sizes");

        var population = new double[stage.UnitCount];
        for (var unit = 0; unit < population.Length; unit++)
        {
            var row = stage.FirstRow[unit];
            var sampled = stage.UnitsInStratum[stage.StratumOfUnit[unit]];
            population[unit] = isSize ? values[row] : sampled / values[row];
            if (population[unit] < sampled)
                throw new SurveyInputException($"column {name}, row {row + 1}: a population of {NumberText.Of(population[unit])} is smaller than the {sampled} units sampled from it");
        }

        if (plan.Pps is null) NoteVarying(stage, population, name);
        return population;
    }

    private void NoteVarying(Stage stage, double[] population, string name)
    {
        var first = new double[stage.StratumCount];
        for (var unit = 0; unit < population.Length; unit++)
        {
            ref var known = ref first[stage.StratumOfUnit[unit]];
            if (known == 0) known = population[unit];
            else if (known != population[unit])
            {
                notes.Add($"column {name}: population sizes differ within a stratum (row {stage.FirstRow[unit] + 1})");
                return;
            }
        }
    }

    private double[] FromProbabilities()
    {
        var together = new double[table.RowCount];
        Array.Fill(together, 1);
        foreach (var name in plan.Probabilities)
        {
            var probabilities = table.CompleteNumbers(name, "a probability");
            for (var row = 0; row < together.Length; row++)
            {
                if (!(probabilities[row] > 0 && probabilities[row] <= 1))
                    throw new SurveyInputException($"column {name}, row {row + 1}: a probability must be above 0 and at most 1");
                together[row] *= probabilities[row];
            }
        }

        return Array.ConvertAll(together, probability => 1 / probability);
    }

    private double[] FromPopulations(Stage[] stages)
    {
        // One division at the end: ties under a quantile are decided by the last bit of the weights.
        var fraction = new double[table.RowCount];
        Array.Fill(fraction, 1);
        foreach (var stage in stages)
        {
            if (stage.PopulationOfUnit is null) continue;
            for (var row = 0; row < fraction.Length; row++) fraction[row] *= stage.Fraction(stage.Unit[row]);
        }

        return Array.ConvertAll(fraction, share => 1 / share);
    }
}
