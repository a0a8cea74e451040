namespace Turna.Statistics.Survey;

/// <summary>Calibration variables per row and their known totals.</summary>
internal sealed record CalibrationVariables(IReadOnlyList<Variable> Variables, IReadOnlyList<double> Totals)
{
    public static CalibrationVariables Of(SurveyDesign design, IReadOnlyList<Margin> margins)
    {
        var variables = new List<Variable>();
        var totals = new List<double>();
        foreach (var margin in margins)
        {
            foreach (var (variable, total) in margin.By.Count == 0 ? Whole(design, margin) : Within(design, margin))
            {
                variables.Add(variable);
                totals.Add(total);
            }
        }

        return new CalibrationVariables(variables, totals);
    }

    private static IEnumerable<(Variable, double)> Whole(SurveyDesign design, Margin margin)
    {
        if (margin.Totals.Count != 1) throw new SurveyInputException($"{margin.Source}: one line of totals is needed, there are {margin.Totals.Count}");
        return Numbers(design, margin).Select((variable, k) => (variable, margin.Totals[0].Totals[k]));
    }

    private static IEnumerable<(Variable, double)> Within(SurveyDesign design, Margin margin)
    {
        var (cells, known) = MarginCells.Match(design.Table, margin);
        var isFound = new bool[known.Length];
        for (var row = 0; row < cells.Code.Length; row++) isFound[cells.Code[row]] |= design.Weights[row] != 0;
        foreach (var number in Numbers(design, margin).Select((variable, k) => (variable, k)))
        {
            for (var cell = 0; cell < known.Length; cell++)
            {
                if (known[cell] is null && isFound[cell]) throw new SurveyInputException($"{margin.Source}: no total for {cells.Names[cell]} ({string.Join(", ", margin.By)}), which is in the sample");
                if (known[cell] is not { } total || (!isFound[cell] && total.Totals[number.k] == 0)) continue;
                if (!isFound[cell]) throw new SurveyInputException($"{margin.Source}: a total for {cells.Names[cell]} ({string.Join(", ", margin.By)}), which is not in the sample");
                var (own, values) = (cell, number.variable.Values);
                yield return (new Variable($"{number.variable.Name} {cells.Names[cell]}".Trim(), WeightedSums.Column(values.Length, row => cells.Code[row] == own ? values[row] : 0)), total.Totals[number.k]);
            }
        }
    }

    /// <summary>The numbers that are totalled; a constant when people are counted.</summary>
    private static IReadOnlyList<Variable> Numbers(SurveyDesign design, Margin margin)
    {
        var rows = design.Table.RowCount;
        if (margin.Of.Count == 0) return [new Variable("", WeightedSums.Column(rows, _ => 1))];
        return [.. Survey.Variables.Of(design.Table, margin.Of, "calibrate").Select(column =>
        {
            if (column is not NumberColumn numbers) throw new SurveyInputException($"column {column.Name}: a total of a category needs by, not of");
            var missing = Array.FindIndex(numbers.Values, value => !double.IsFinite(value));
            if (missing >= 0) throw new SurveyInputException($"column {column.Name}, row {missing + 1}: a calibration variable may not be missing");
            return new Variable(column.Name, numbers.Values);
        })];
    }
}
