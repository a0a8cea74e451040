namespace Turna.Statistics.Survey;

/// <summary>A margin matched to the data: the cell of each row and the total of each cell.</summary>
/// <param name="Code">Cell of each row.</param>
/// <param name="Totals">Known total of each cell.</param>
/// <param name="Names">Name of each cell, for errors.</param>
internal sealed record MarginCells(int[] Code, double[] Totals, string[] Names)
{
    public static MarginCells Of(SurveyDesign design, Margin margin)
    {
        var (cells, known) = Match(design.Table, margin);
        var isFound = new bool[known.Length];
        for (var row = 0; row < cells.Code.Length; row++)
        {
            if (design.Weights[row] != 0) isFound[cells.Code[row]] = true;
        }

        for (var cell = 0; cell < known.Length; cell++)
        {
            var total = known[cell]?.Totals[0] ?? 0;
            if (isFound[cell] && total == 0) throw new SurveyInputException($"{margin.Source}: no total for {cells.Names[cell]} ({string.Join(", ", margin.By)}), which is in the sample");
            if (!isFound[cell] && total != 0) throw new SurveyInputException($"{margin.Source}: a total for {cells.Names[cell]} ({string.Join(", ", margin.By)}), which is not in the sample");
        }

        return cells with { Totals = Array.ConvertAll(known, cell => cell?.Totals[0] ?? 0) };
    }

    /// <summary>The cell of each row, all levels of the data and of the totals together, and the margin's cell for each, or null.</summary>
    public static (MarginCells Cells, MarginCell?[] Known) Match(SurveyTable table, Margin margin)
    {
        var columns = Variables.Of(table, margin.By, "calibrate").Select(column => column.AsCategory()).ToArray();
        foreach (var column in columns)
        {
            var row = Array.FindIndex(column.Codes, code => code < 0);
            if (row >= 0) throw new SurveyInputException($"column {column.Name}, row {row + 1}: a calibration variable may not be missing");
        }

        var crossed = Crossing.Of(string.Join('.', margin.By), columns);
        var known = new MarginCell?[crossed.Levels.Length];
        foreach (var cell in margin.Totals)
        {
            if (Place(columns, cell) is not { } place)
            {
                if (cell.Totals.All(total => total == 0)) continue;
                throw new SurveyInputException($"{margin.Source}: a total for {string.Join(", ", cell.Levels)} ({string.Join(", ", margin.By)}), which is not in the sample");
            }

            if (known[place] is not null) throw new SurveyInputException($"{margin.Source}: two totals for {string.Join(", ", cell.Levels)}");
            known[place] = cell;
        }

        return (new MarginCells(crossed.Codes, [], crossed.Levels), known);
    }

    private static int? Place(CategoryColumn[] columns, MarginCell cell)
    {
        int code = 0, step = 1;
        for (var i = 0; i < columns.Length; i++)
        {
            var level = Array.FindIndex(columns[i].Levels, own => Same(own, cell.Levels[i]));
            if (level < 0) return null;
            code += step * level;
            step *= columns[i].Levels.Length;
        }

        return code;
    }

    /// <summary>Levels agree as texts, or as numbers: 1 in one file may be 1.0 in another.</summary>
    private static bool Same(string own, string other) =>
        own == other || (NumberText.TryRead(own, out var first) && NumberText.TryRead(other, out var second) && first == second);

    /// <summary>Sum of the weights of each cell.</summary>
    public double[] Sums(double[] weights) => Blocks.WideSum(weights.Length, Names.Length, (from, to, sum) =>
    {
        for (var row = from; row < to; row++) sum[Code[row]] += weights[row];
    });
}
