namespace Turna.Kernel.Codes;

/// <summary>
/// Word patterns with a meaning, such as <c>не отда* паспорт*</c>. A pattern fits a text when each of its words is found there, in any
/// order; <c>*</c> stands for any ending. The pattern that explains most of the text wins.
/// </summary>
public sealed class PhrasePatterns
{
    private readonly Dictionary<string, List<Pattern>> byStart = new(StringComparer.Ordinal);

    /// <summary>What a text means by the best pattern.</summary>
    /// <param name="Meaning">The code of the pattern.</param>
    /// <param name="Sure">False when the table marks the pattern as vague, or when patterns of two meanings fit equally well.</param>
    /// <param name="Words">Words of the text that the pattern explains.</param>
    /// <param name="Rival">The other meaning that fits as well, or null.</param>
    public sealed record Match(string Meaning, bool Sure, int Words, string? Rival);

    private sealed record Pattern(string Meaning, bool Sure, string[] Words, int Letters);

    /// <summary>Reads rows with the columns <paramref name="meaning"/>, <c>patterns</c> (separated by |) and optionally <c>sure</c>.</summary>
    public static PhrasePatterns From(IEnumerable<IReadOnlyDictionary<string, string>> rows, string meaning = "code")
    {
        var patterns = new PhrasePatterns();
        foreach (var row in rows)
        {
            var sure = row.GetValueOrDefault("sure", "yes") == "yes";
            foreach (var written in row["patterns"].Split('|')) patterns.Add(row[meaning], sure, written);
        }

        return patterns;
    }

    /// <summary>The meaning of a text already folded by <see cref="Spelling.Fold"/>; null when no pattern fits.</summary>
    public Match? Best(string folded)
    {
        var winner = Winner(folded.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var rival);
        return winner is null ? null : new Match(winner.Meaning, winner.Sure && rival is null, winner.Words.Length, rival);
    }

    private Pattern? Winner(string[] words, out string? rival)
    {
        Pattern? best = null;
        string? equal = null;
        foreach (var word in words)
        {
            Try(byStart.GetValueOrDefault(Start(word)));
            if (word.Length > 1) Try(byStart.GetValueOrDefault(word[..1]));
        }

        rival = equal;
        return best;

        void Try(List<Pattern>? patterns)
        {
            foreach (var pattern in patterns ?? [])
            {
                if (!Fits(pattern, words)) continue;
                var order = best is null ? 1 : Compare(pattern, best);
                if (order > 0) (best, equal) = (pattern, null);
                else if (order == 0 && pattern.Meaning != best!.Meaning) equal = pattern.Meaning;
            }
        }
    }

    /// <summary>The words of a folded text that the best pattern does not explain, in order; all of them when no pattern fits.</summary>
    public IReadOnlyList<string> Unexplained(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Winner(words, out _) is { } winner ? [.. words.Where(word => !Array.Exists(winner.Words, wanted => IsMeant(wanted, word)))] : words;
    }

    private void Add(string meaning, bool sure, string written)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.EndsWith('*') ? Spelling.Fold(word) + "*" : Spelling.Fold(word))
            .SelectMany(word => word.Split(' '))
            .Where(word => word.Length > 0).ToArray();
        if (words.Length == 0) return;
        var rarest = words.MaxBy(word => word.Length)!;
        var start = Start(rarest.TrimEnd('*'));
        if (!byStart.TryGetValue(start, out var list)) byStart[start] = list = [];
        list.Add(new Pattern(meaning, sure, words, words.Sum(word => word.TrimEnd('*').Length)));
    }

    /// <summary>Patterns are filed by the first two letters of their longest word, so that a text meets only those that may fit.</summary>
    private static string Start(string word) => word.Length > 1 ? word[..2] : word;

    private static bool Fits(Pattern pattern, string[] words)
    {
        foreach (var wanted in pattern.Words)
        {
            if (!Occurs(wanted, words)) return false;
        }

        return true;
    }

    private static bool Occurs(string wanted, string[] words)
    {
        foreach (var word in words)
            if (IsMeant(wanted, word)) return true;
        return false;
    }

    private static bool IsMeant(string wanted, string word) =>
        wanted[^1] == '*' ? word.AsSpan().StartsWith(wanted.AsSpan(..^1), StringComparison.Ordinal) : word == wanted;

    private static int Compare(Pattern one, Pattern other)
    {
        var byWords = one.Words.Length.CompareTo(other.Words.Length);
        return byWords != 0 ? byWords : one.Letters.CompareTo(other.Letters);
    }
}
