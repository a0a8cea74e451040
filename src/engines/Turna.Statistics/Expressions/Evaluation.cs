namespace Turna.Statistics.Survey;

/// <summary>Works an expression out over whole columns.</summary>
internal sealed class Evaluation(SurveyTable table)
{
    /// <summary>The value per row; the column is named by <paramref name="name"/>.</summary>
    public Column Column(Expression expression, string name) => expression switch
    {
        NameExpression named => table.Required(named.Name).Named(name),
        NumberExpression number => new NumberColumn(name, Constant(number.Value)),
        TextExpression text => new CategoryColumn(name, new int[table.RowCount], [text.Value]),
        CallExpression call => Call(call, name),
        _ => throw new SurveyInputException($"expression {name}: not understood"),
    };

    /// <summary>The value per row as numbers; a category is an error.</summary>
    public NumberColumn Numbers(Expression expression, string name) =>
        Column(expression, name) as NumberColumn ?? throw new SurveyInputException($"{name}: a number is needed, this is a category");

    /// <summary>Rows for which a condition holds; where it is missing it does not hold.</summary>
    public bool[] Condition(string text)
    {
        var values = Numbers(Expression.Parse(text), text).Values;
        return Array.ConvertAll(values, value => !double.IsNaN(value) && value != 0);
    }

    private Column Call(CallExpression call, string name) => call.Function switch
    {
        "==" or "!=" or "<" or "<=" or ">" or ">=" => Compare(call, name),
        "%in%" => Among(call, name),
        "interaction" => Interaction(call, name),
        "factor" or "as.factor" => Single(call).AsCategory().Named(name),
        "I" => Single(call).Named(name),
        "as.numeric" => AsNumber(Single(call), name),
        "is.na" => IsMissing(Single(call), name),
        "ifelse" => IfElse(call, name),
        _ => Arithmetic(call, name),
    };

    private NumberColumn Arithmetic(CallExpression call, string name)
    {
        var operands = call.Arguments.Select(argument => Numbers(argument, Describe(argument)).Values).ToArray();
        if (Functions.Two(call.Function) is { } two && operands.Length == 2)
        {
            var values = new double[table.RowCount];
            for (var row = 0; row < values.Length; row++) values[row] = two(operands[0][row], operands[1][row]);
            return new NumberColumn(name, values, call.Function is "&&" or "||");
        }

        if (Functions.One(call.Function) is { } one && operands.Length == 1)
            return new NumberColumn(name, Array.ConvertAll(operands[0], value => one(value)), call.Function is "!");

        throw new SurveyInputException($"expression {name}: no function {call.Function} of {call.Arguments.Count} arguments");
    }

    private NumberColumn Compare(CallExpression call, string name)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        if (left is TextExpression && right is not TextExpression)
            return Compare(new CallExpression(Functions.Mirrored(call.Function), [right, left]), name);

        var column = Column(left, Describe(left));
        var test = Functions.Order(call.Function);
        if (column is CategoryColumn category) return CompareTexts(category, right, test, name);

        var numbers = ((NumberColumn)column).Values;
        if (right is TextExpression text)
        {
            if (!NumberText.TryRead(text.Value, out var constant))
                throw new SurveyInputException($"expression {name}: column {Describe(left)} is a number and is compared with the text '{text.Value}'");
            return new NumberColumn(name, Array.ConvertAll(numbers, value => Functions.Holds(value, constant, test)), true);
        }

        var others = Numbers(right, Describe(right)).Values;
        var values = new double[numbers.Length];
        for (var row = 0; row < values.Length; row++) values[row] = Functions.Holds(numbers[row], others[row], test);
        return new NumberColumn(name, values, true);
    }

    private NumberColumn CompareTexts(CategoryColumn category, Expression right, Func<int, bool> test, string name)
    {
        if (right is NumberExpression number) right = new TextExpression(NumberText.Of(number.Value));
        var values = new double[category.Count];
        if (right is TextExpression text)
        {
            var answers = Array.ConvertAll(category.Levels, level => test(string.CompareOrdinal(level, text.Value)) ? 1.0 : 0.0);
            for (var row = 0; row < values.Length; row++) values[row] = category.Codes[row] < 0 ? double.NaN : answers[category.Codes[row]];
            return new NumberColumn(name, values, true);
        }

        var other = Column(right, Describe(right));
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = category.IsMissing(row) || other.IsMissing(row) ? double.NaN
                : test(string.CompareOrdinal(category.Text(row), other.Text(row))) ? 1 : 0;
        }

        return new NumberColumn(name, values, true);
    }

    private NumberColumn Among(CallExpression call, string name)
    {
        var listed = call.Arguments[1] is CallExpression { Function: "c" } list ? list.Arguments : [call.Arguments[1]];
        var wanted = listed.Select(Literal).ToHashSet(StringComparer.Ordinal);
        var column = Column(call.Arguments[0], Describe(call.Arguments[0]));
        var values = new double[column.Count];
        for (var row = 0; row < values.Length; row++) values[row] = !column.IsMissing(row) && wanted.Contains(column.Text(row)) ? 1 : 0;
        return new NumberColumn(name, values, true);

        string Literal(Expression item) => item switch
        {
            TextExpression text => text.Value,
            NumberExpression number => NumberText.Of(number.Value),
            _ => throw new SurveyInputException($"expression {name}: %in% needs a list of constants such as c('a', 'b')"),
        };
    }

    private CategoryColumn Interaction(CallExpression call, string name)
    {
        if (call.Arguments.Count == 0) throw new SurveyInputException($"expression {name}: interaction needs columns");
        return Crossing.Of(name, [.. call.Arguments.Select(argument => Column(argument, Describe(argument)).AsCategory())]);
    }

    private Column IfElse(CallExpression call, string name)
    {
        if (call.Arguments.Count != 3) throw new SurveyInputException($"expression {name}: ifelse needs a condition and two values");
        var condition = Numbers(call.Arguments[0], Describe(call.Arguments[0])).Values;
        var (yes, no) = (Column(call.Arguments[1], name), Column(call.Arguments[2], name));
        if (yes is NumberColumn numberYes && no is NumberColumn numberNo)
        {
            var values = new double[condition.Length];
            for (var row = 0; row < values.Length; row++)
                values[row] = double.IsNaN(condition[row]) ? double.NaN : (condition[row] != 0 ? numberYes : numberNo).Values[row];
            return new NumberColumn(name, values, numberYes.IsLogical && numberNo.IsLogical);
        }

        var (first, second) = (yes.AsCategory(), no.AsCategory());
        var levels = first.Levels.Union(second.Levels, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var codes = new int[condition.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            var chosen = condition[row] != 0 ? first : second;
            codes[row] = double.IsNaN(condition[row]) || chosen.IsMissing(row) ? CategoryColumn.Missing : Array.IndexOf(levels, chosen.Text(row));
        }

        return new CategoryColumn(name, codes, levels);
    }

    private static NumberColumn AsNumber(Column column, string name) => column switch
    {
        NumberColumn number => new NumberColumn(name, number.Values),
        CategoryColumn category => new NumberColumn(name, Array.ConvertAll(category.Codes, code => code < 0 ? double.NaN : code + 1.0)),
        _ => throw new SurveyInputException($"expression {name}: not a column"),
    };

    private static NumberColumn IsMissing(Column column, string name)
    {
        var values = new double[column.Count];
        for (var row = 0; row < values.Length; row++) values[row] = column.IsMissing(row) ? 1 : 0;
        return new NumberColumn(name, values, true);
    }

    private Column Single(CallExpression call)
    {
        if (call.Arguments.Count != 1) throw new SurveyInputException($"expression: {call.Function} needs one argument");
        return Column(call.Arguments[0], Describe(call.Arguments[0]));
    }

    private double[] Constant(double value)
    {
        var values = new double[table.RowCount];
        Array.Fill(values, value);
        return values;
    }

    private static string Describe(Expression expression) => expression is NameExpression named ? named.Name : "expression";
}
