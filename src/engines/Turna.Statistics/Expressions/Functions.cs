namespace Turna.Statistics.Survey;

/// <summary>The functions an expression may use, by name.</summary>
internal static class Functions
{
    public static Func<double, double>? One(string name) => name switch
    {
        "negate" => value => -value,
        "!" => value => double.IsNaN(value) ? double.NaN : value == 0 ? 1 : 0,
        "log" => Math.Log,
        "log2" => Math.Log2,
        "log10" => Math.Log10,
        "log1p" => value => Math.Log(1 + value),
        "exp" => Math.Exp,
        "sqrt" => Math.Sqrt,
        "abs" => Math.Abs,
        "floor" => Math.Floor,
        "ceiling" => Math.Ceiling,
        "round" => value => Math.Round(value, MidpointRounding.ToEven),
        "sin" => Math.Sin,
        "cos" => Math.Cos,
        "tan" => Math.Tan,
        "asin" => Math.Asin,
        "acos" => Math.Acos,
        "atan" => Math.Atan,
        _ => null,
    };

    public static Func<double, double, double>? Two(string name) => name switch
    {
        "+" => (left, right) => left + right,
        "-" => (left, right) => left - right,
        "*" => (left, right) => left * right,
        "/" => (left, right) => left / right,
        "^" => Math.Pow,
        "pmin" => Math.Min,
        "pmax" => Math.Max,
        "&&" => (left, right) => left == 0 || right == 0 ? 0 : double.IsNaN(left) || double.IsNaN(right) ? double.NaN : 1,
        "||" => (left, right) => IsYes(left) || IsYes(right) ? 1 : double.IsNaN(left) || double.IsNaN(right) ? double.NaN : 0,
        _ => null,
    };

    /// <summary>What a comparison accepts of the sign that says how left stands to right.</summary>
    public static Func<int, bool> Order(string comparison) => comparison switch
    {
        "==" => sign => sign == 0,
        "!=" => sign => sign != 0,
        "<" => sign => sign < 0,
        "<=" => sign => sign <= 0,
        ">" => sign => sign > 0,
        _ => sign => sign >= 0,
    };

    /// <summary>The comparison that says the same with its sides exchanged.</summary>
    public static string Mirrored(string comparison) => comparison switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => comparison,
    };

    /// <summary>1, 0, or missing when a side is missing.</summary>
    public static double Holds(double left, double right, Func<int, bool> test) =>
        double.IsNaN(left) || double.IsNaN(right) ? double.NaN : test(left.CompareTo(right)) ? 1 : 0;

    private static bool IsYes(double value) => !double.IsNaN(value) && value != 0;
}
