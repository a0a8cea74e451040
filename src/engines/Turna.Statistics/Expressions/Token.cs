namespace Turna.Statistics.Survey;

internal enum TokenKind
{
    Number,
    Text,
    Name,
    Symbol,
    End,
}

/// <summary>A word of an expression and where it stands (from 0).</summary>
internal readonly record struct Token(TokenKind Kind, string Text, double Value, int Position);

/// <summary>
/// Splits an expression into words. Names may hold dots and any letter; a name with spaces stands in backquotes; text in single or double quotes.
/// </summary>
internal static class Tokens
{
    private static readonly string[] Symbols =
        ["&&", "||", "==", "!=", "<=", ">=", "%in%", "<", ">", "!", "&", "|", "+", "-", "*", "/", "^", "(", ")", ",", ":", "~", "%"];

    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at, out var end);
            tokens.Add(token);
            at = end;
        }

        tokens.Add(new Token(TokenKind.End, "the end", 0, text.Length));
        return tokens;
    }

    private static Token Next(string text, int at, out int end)
    {
        var first = text[at];
        if (first is '\'' or '"' or '`') return Quoted(text, at, out end);
        if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) return Number(text, at, out end);
        if (char.IsLetter(first) || first is '_' or '.')
        {
            end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' || char.GetUnicodeCategory(text[end]) is System.Globalization.UnicodeCategory.NonSpacingMark)) end++;
            return new Token(TokenKind.Name, text[at..end], 0, at);
        }

        foreach (var symbol in Symbols)
        {
            if (!text.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal)) continue;
            end = at + symbol.Length;
            return new Token(TokenKind.Symbol, symbol, 0, at);
        }

        throw new SurveyInputException($"expression {text}: '{first}' at position {at + 1} is not understood");
    }

    private static Token Quoted(string text, int at, out int end)
    {
        var close = text.IndexOf(text[at], at + 1);
        if (close < 0) throw new SurveyInputException($"expression {text}: the quote at position {at + 1} is not closed");
        end = close + 1;
        return new Token(text[at] == '`' ? TokenKind.Name : TokenKind.Text, text[(at + 1)..close], 0, at);
    }

    private static Token Number(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                end = exponent;
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            }
        }

        if (!NumberText.TryRead(text.AsSpan(at, end - at), out var value))
            throw new SurveyInputException($"expression {text}: '{text[at..end]}' at position {at + 1} is not a number");
        return new Token(TokenKind.Number, text[at..end], value, at);
    }
}
