namespace Turna.Statistics.Survey;

/// <summary>A model formula: a response and terms, each a product of factors.</summary>
/// <param name="Response">The left side.</param>
/// <param name="Terms">Terms by rising order; each lists its factors.</param>
/// <param name="HasIntercept">Whether a constant is added.</param>
/// <param name="Offsets">Parts of the linear predictor that are known, such as the logarithm of an exposure.</param>
internal sealed record ModelFormula(string Response, IReadOnlyList<IReadOnlyList<string>> Terms, bool HasIntercept, IReadOnlyList<string> Offsets)
{
    /// <summary>Reads <c>y ~ a + b*c - 1</c>. An arithmetic term stands in <c>I(…)</c> or in another function.</summary>
    public static ModelFormula Parse(string text)
    {
        var sides = SplitOutside(text, '~');
        if (sides.Count != 2) throw new SurveyInputException($"formula {text}: one '~' is needed, with the response to its left");
        if (string.IsNullOrWhiteSpace(sides[0].Text) || string.IsNullOrWhiteSpace(sides[1].Text)) throw new SurveyInputException($"formula {text}: nothing stands on one side of '~'");
        var terms = new List<IReadOnlyList<string>>();
        var offsets = new List<string>();
        var hasIntercept = true;
        foreach (var (part, isRemoved) in Signed(sides[1].Text))
        {
            if (part is "1" or "0")
            {
                hasIntercept = part == "1" != isRemoved;
                continue;
            }

            if (!isRemoved && OffsetOf(part) is { } offset)
            {
                offsets.Add(offset);
                continue;
            }

            foreach (var term in Expand(part, text))
            {
                terms.RemoveAll(known => known.ToHashSet(StringComparer.Ordinal).SetEquals(term));
                if (!isRemoved) terms.Add(term);
            }
        }

        return new ModelFormula(sides[0].Text.Trim(), [.. terms.OrderBy(term => term.Count)], hasIntercept, offsets);
    }

    private static string? OffsetOf(string part) =>
        part.StartsWith("offset(", StringComparison.Ordinal) && part.EndsWith(')') ? part["offset(".Length..^1] : null;

    /// <summary>a*b is a + b + a:b.</summary>
    private static IEnumerable<IReadOnlyList<string>> Expand(string part, string formula)
    {
        var factors = SplitOutside(part, '*').ConvertAll(piece => piece.Text.Trim());
        if (factors.Exists(factor => factor.Length == 0)) throw new SurveyInputException($"formula {formula}: a term is empty");
        var subsets = Enumerable.Range(1, (1 << factors.Count) - 1).OrderBy(set => int.PopCount(set)).ThenBy(set => set);
        foreach (var set in factors.Count > 8 ? throw new SurveyInputException($"formula {formula}: more than 8 factors are crossed") : subsets)
        {
            var names = Enumerable.Range(0, factors.Count).Where(i => (set & (1 << i)) != 0).SelectMany(i => SplitOutside(factors[i], ':').ConvertAll(piece => piece.Text.Trim()));
            yield return [.. names.Distinct(StringComparer.Ordinal)];
        }
    }

    private static IEnumerable<(string Part, bool IsRemoved)> Signed(string side)
    {
        var isRemoved = false;
        foreach (var (text, next) in SplitOutside(side, '+', '-'))
        {
            if (text.Trim().Length > 0) yield return (text.Trim(), isRemoved);
            isRemoved = next == '-';
        }
    }

    /// <summary>Splits at characters that stand outside brackets and quotes; each piece with the character that ends it.</summary>
    private static List<(string Text, char Next)> SplitOutside(string text, params ReadOnlySpan<char> separators)
    {
        var pieces = new List<(string, char)>();
        var (start, depth) = (0, 0);
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"' or '`') quote = c;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (depth == 0 && separators.Contains(c))
            {
                pieces.Add((text[start..i], c));
                start = i + 1;
            }
        }

        pieces.Add((text[start..], '\0'));
        return pieces;
    }
}
