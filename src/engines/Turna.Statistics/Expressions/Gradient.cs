namespace Turna.Statistics.Survey;

/// <summary>The value of an expression of named numbers and its derivative by each of them (forward differentiation).</summary>
internal sealed class Gradient(IReadOnlyDictionary<string, int> places, IReadOnlyList<double> at, string source)
{
    /// <summary>Value and derivatives, in the order of the names.</summary>
    public (double Value, double[] Slope) Of(Expression expression) => expression switch
    {
        NumberExpression number => (number.Value, new double[at.Count]),
        NameExpression named => Named(named.Name),
        CallExpression { Arguments.Count: 1 } call => One(call),
        CallExpression { Arguments.Count: 2 } call => Two(call),
        _ => throw new SurveyInputException($"expression {source}: only numbers, names and arithmetic can be contrasted"),
    };

    private (double Value, double[] Slope) Named(string name)
    {
        if (!places.TryGetValue(name, out var place))
            throw new SurveyInputException($"expression {source}: {name} is none of the estimates ({string.Join(", ", places.Keys)})");
        var slope = new double[at.Count];
        slope[place] = 1;
        return (at[place], slope);
    }

    private (double Value, double[] Slope) One(CallExpression call)
    {
        var (x, slope) = Of(call.Arguments[0]);
        var (value, factor) = call.Function switch
        {
            "negate" => (-x, -1.0),
            "I" => (x, 1.0),
            "log" => (Math.Log(x), 1 / x),
            "log2" => (Math.Log2(x), 1 / (x * Math.Log(2))),
            "log10" => (Math.Log10(x), 1 / (x * Math.Log(10))),
            "exp" => (Math.Exp(x), Math.Exp(x)),
            "sqrt" => (Math.Sqrt(x), 0.5 / Math.Sqrt(x)),
            "abs" => (Math.Abs(x), Math.Sign(x)),
            "sin" => (Math.Sin(x), Math.Cos(x)),
            "cos" => (Math.Cos(x), -Math.Sin(x)),
            "tan" => (Math.Tan(x), 1 / (Math.Cos(x) * Math.Cos(x))),
            "asin" => (Math.Asin(x), 1 / Math.Sqrt(1 - (x * x))),
            "acos" => (Math.Acos(x), -1 / Math.Sqrt(1 - (x * x))),
            "atan" => (Math.Atan(x), 1 / (1 + (x * x))),
            _ => throw new SurveyInputException($"expression {source}: {call.Function} has no derivative here"),
        };
        return (value, Array.ConvertAll(slope, part => part * factor));
    }

    private (double Value, double[] Slope) Two(CallExpression call)
    {
        var (x, dx) = Of(call.Arguments[0]);
        var (y, dy) = Of(call.Arguments[1]);
        var (value, byX, byY) = call.Function switch
        {
            "+" => (x + y, 1.0, 1.0),
            "-" => (x - y, 1.0, -1.0),
            "*" => (x * y, y, x),
            "/" => (x / y, 1 / y, -x / (y * y)),
            "^" => (Math.Pow(x, y), y * Math.Pow(x, y - 1), Array.TrueForAll(dy, part => part == 0) ? 0 : Math.Pow(x, y) * Math.Log(x)),
            _ => throw new SurveyInputException($"expression {source}: {call.Function} has no derivative here"),
        };
        return (value, [.. dx.Zip(dy, (a, b) => (a * byX) + (b * byY))]);
    }
}
