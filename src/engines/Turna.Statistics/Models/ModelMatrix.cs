namespace Turna.Statistics.Survey;

/// <summary>The columns of a model: numbers as they are, categories as indicators, products of them for interactions.</summary>
/// <remarks>
/// A category is coded without its first level where the term without it stands in the model (or the intercept does), and with all
/// levels otherwise: the rule of Chambers and Hastie (1992, section 2.4.1).
/// </remarks>
internal sealed class ModelMatrix
{
    private ModelMatrix(IReadOnlyList<Variable> columns) => Columns = columns;

    /// <summary>Named columns; zero outside the rows.</summary>
    public IReadOnlyList<Variable> Columns { get; }

    /// <summary>The factors of a formula as columns of the data.</summary>
    public static Dictionary<string, Column> Factors(SurveyTable table, ModelFormula formula) =>
        formula.Terms.SelectMany(term => term).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => Logical(Variables.Of(table, name)), StringComparer.Ordinal);

    public static ModelMatrix Of(ModelFormula formula, IReadOnlyDictionary<string, Column> factors, Rows rows)
    {
        var columns = new List<Variable>();
        if (formula.HasIntercept) columns.Add(new Variable("(Intercept)", WeightedSums.Column(rows.Total, row => rows.Contains(row) ? 1 : 0)));
        var hasWhole = formula.HasIntercept;
        foreach (var term in formula.Terms)
        {
            List<Variable> product = [];
            foreach (var name in term)
            {
                // Without an intercept the first category has all its levels and stands for it.
                var isContrast = hasWhole && IsPresent(formula, [.. term.Where(other => other != name)]);
                hasWhole |= factors[name] is CategoryColumn;
                product = Times(product, Coded(factors[name], name, isContrast, rows));
            }

            columns.AddRange(product);
        }

        return new ModelMatrix(columns);
    }

    private static Column Logical(Column column) => column is NumberColumn { IsLogical: true } ? column.AsCategory() : column;

    private static bool IsPresent(ModelFormula formula, IReadOnlyList<string> factors) =>
        factors.Count == 0 || formula.Terms.Any(term => term.Count == factors.Count && term.All(factors.Contains));

    private static List<Variable> Coded(Column column, string name, bool isContrast, Rows rows)
    {
        var variables = Variable.Of(column.Named(name), rows).ToList();
        if (column is not CategoryColumn) return variables;

        // A level that does not occur among the rows has no coefficient.
        var occurring = variables.Where(variable => Array.Exists(variable.Values, value => value != 0)).ToList();
        return isContrast ? occurring[1..] : occurring;
    }

    private static List<Variable> Times(List<Variable> left, List<Variable> right)
    {
        if (left.Count == 0) return right;
        return [.. right.SelectMany(second => left.Select(first =>
            new Variable($"{first.Name}:{second.Name}", WeightedSums.Column(first.Values.Length, row => first.Values[row] * second.Values[row]))))];
    }
}
