namespace Turna.Statistics.Survey;

/// <summary>A formula over columns: arithmetic, comparisons, conditions and a closed list of functions.</summary>
/// <remarks>
/// Grammar, loosest first: <c>|| |</c>, <c>&amp;&amp; &amp;</c>, <c>!</c>, comparisons and <c>%in%</c>, <c>+ -</c>, <c>* /</c>, sign, <c>^</c>.
/// A missing value makes the result missing, except where the other side of <c>&amp;&amp;</c> or <c>||</c> decides.
/// </remarks>
public abstract class Expression
{
    private protected Expression()
    {
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">Such as <c>comp.imp == 'Yes' &amp;&amp; ell > 20</c>.</param>
    /// <exception cref="SurveyInputException">The text does not follow the grammar; the message says where.</exception>
    public static Expression Parse(string text) => new ExpressionParser(text).Whole();

    /// <summary>The names of the columns it reads.</summary>
    internal abstract IEnumerable<string> Names { get; }
}

/// <summary>A constant number; not-a-number stands for <c>NA</c>.</summary>
internal sealed class NumberExpression(double value) : Expression
{
    public double Value => value;

    internal override IEnumerable<string> Names => [];
}

/// <summary>A constant text.</summary>
internal sealed class TextExpression(string value) : Expression
{
    public string Value => value;

    internal override IEnumerable<string> Names => [];
}

/// <summary>A column.</summary>
internal sealed class NameExpression(string name) : Expression
{
    public string Name => name;

    internal override IEnumerable<string> Names => [name];
}

/// <summary>An operator with one or two operands, or a function with any number.</summary>
internal sealed class CallExpression(string function, IReadOnlyList<Expression> arguments) : Expression
{
    public string Function => function;

    public IReadOnlyList<Expression> Arguments => arguments;

    internal override IEnumerable<string> Names => arguments.SelectMany(argument => argument.Names);
}
