namespace Turna.Statistics.Survey;

/// <summary>Recursive descent over the words of an expression; also reads the two sides of a formula.</summary>
internal sealed class ExpressionParser(string text)
{
    private readonly List<Token> tokens = Tokens.Of(text);
    private int at;
    private int depth;

    public Expression Whole()
    {
        var whole = Or();
        if (tokens[at].Kind != TokenKind.End) throw Unexpected("the end");
        return whole;
    }

    private static Dictionary<string, string> Spellings { get; } = new(StringComparer.Ordinal) { ["&"] = "&&", ["|"] = "||" };

    private Expression Or() => LeftToRight(And, "||", "|");

    private Expression And() => LeftToRight(Not, "&&", "&");

    private Expression Not()
    {
        if (!Take("!")) return Comparison();
        return new CallExpression("!", [Deeper(Not)]);
    }

    private Expression Comparison()
    {
        var left = Sum();
        foreach (var comparison in (string[])["==", "!=", "<=", ">=", "<", ">", "%in%"])
        {
            if (Take(comparison)) return new CallExpression(comparison, [left, Sum()]);
        }

        return left;
    }

    private Expression Sum() => LeftToRight(Product, "+", "-");

    private Expression Product() => LeftToRight(Signed, "*", "/");

    private Expression Signed()
    {
        if (Take("-")) return new CallExpression("negate", [Deeper(Signed)]);
        return Take("+") ? Deeper(Signed) : Power();
    }

    private Expression Power()
    {
        var basis = Primary();
        return Take("^") ? new CallExpression("^", [basis, Deeper(Signed)]) : basis;
    }

    private Expression Primary()
    {
        var token = tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return new NumberExpression(token.Value);
            case TokenKind.Text:
                at++;
                return new TextExpression(token.Text);
            case TokenKind.Name:
                at++;
                return Take("(") ? Call(token.Text) : Named(token.Text);
            default:
                if (!Take("(")) throw Unexpected("a value");
                var inner = Deeper(Or);
                Expect(")");
                return inner;
        }
    }

    private CallExpression Call(string function)
    {
        var arguments = new List<Expression>();
        while (!Take(")"))
        {
            if (arguments.Count > 0) Expect(",");
            arguments.Add(Deeper(Or));
        }

        return new CallExpression(function, arguments);
    }

    private static Expression Named(string name) => name switch
    {
        "NA" or "NaN" => new NumberExpression(double.NaN),
        "TRUE" => new NumberExpression(1),
        "FALSE" => new NumberExpression(0),
        "Inf" => new NumberExpression(double.PositiveInfinity),
        _ => new NameExpression(name),
    };

    private Expression LeftToRight(Func<Expression> operand, params ReadOnlySpan<string> operators)
    {
        var left = operand();
        for (; ; )
        {
            var found = tokens[at] is { Kind: TokenKind.Symbol } token && operators.Contains(token.Text) ? token.Text : null;
            if (found is null) return left;
            at++;
            left = new CallExpression(Spellings.GetValueOrDefault(found, found), [left, operand()]);
        }
    }

    /// <summary>Nested brackets end in an error, not in a full stack.</summary>
    private Expression Deeper(Func<Expression> inner)
    {
        if (++depth > 200) throw new SurveyInputException($"expression {text}: nested more than 200 deep");
        var result = inner();
        depth--;
        return result;
    }

    private bool Take(string symbol)
    {
        if (tokens[at].Kind != TokenKind.Symbol || tokens[at].Text != symbol) return false;
        at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol)) throw Unexpected($"'{symbol}'");
    }

    private SurveyInputException Unexpected(string wanted) =>
        new($"expression {text}: '{tokens[at].Text}' at position {tokens[at].Position + 1} where {wanted} was expected");
}
