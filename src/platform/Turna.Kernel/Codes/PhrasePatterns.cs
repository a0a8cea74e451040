namespace Turna.Kernel.Codes;

/// <summary>
/// Word patterns with a meaning, such as <c>не отда* паспорт*</c>. A pattern fits a text when each of its words is found there, in any
/// order; <c>*</c> stands for any ending, <c>@verb</c> for any word of the set of that name. The pattern that explains most of the text wins.
/// </summary>
public sealed class PhrasePatterns
{
    private const int ShortestTelling = 4;
    private const int LongestStart = 4;
    private readonly Dictionary<string, List<Pattern>> byStart = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private string[] ordered = [];

    /// <summary>What a text means by the best pattern.</summary>
    /// <param name="Meaning">The code of the pattern.</param>
    /// <param name="Sure">False when the table marks the pattern as vague, or when patterns of two meanings fit equally well.</param>
    /// <param name="Words">Words of the text that the pattern explains.</param>
    /// <param name="Rival">The other meaning that fits as well, or null.</param>
    public sealed record Match(string Meaning, bool Sure, int Words, string? Rival);

    /// <param name="Words">For each word of the pattern the words that may stand for it; mostly one.</param>
    private sealed record Pattern(string Meaning, bool Sure, string[][] Words);

    /// <summary>Reads rows with the columns <paramref name="meaning"/>, <c>patterns</c> (separated by |) and optionally <c>sure</c>.</summary>
    /// <param name="rows">The patterns.</param>
    /// <param name="meaning">The column of the meaning.</param>
    /// <param name="sets">Rows with the columns <c>set</c> and <c>words</c> (separated by |): what <c>@set</c> in a pattern stands for.</param>
    public static PhrasePatterns From(
        IEnumerable<IReadOnlyDictionary<string, string>> rows, string meaning = "code", IEnumerable<IReadOnlyDictionary<string, string>>? sets = null)
    {
        var patterns = new PhrasePatterns();
        var named = (sets ?? []).ToDictionary(row => "@" + row["set"], row => row["words"].Split('|').Select(Folded).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var sure = row.GetValueOrDefault("sure", "yes") == "yes";
            foreach (var text in row["patterns"].Split('|')) patterns.Add(row[meaning], sure, text, named);
        }

        patterns.ordered = [.. patterns.written.Order(StringComparer.Ordinal)];
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
        var most = 0;
        string? equal = null;
        var filed = byStart.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words)
            for (var letters = Math.Min(word.Length, LongestStart); letters > 0; letters--)
                if (filed.TryGetValue(word.AsSpan(0, letters), out var patterns)) Try(patterns);

        rival = equal;
        return best;

        void Try(List<Pattern> patterns)
        {
            foreach (var pattern in patterns)
            {
                if (pattern.Words.Length < best?.Words.Length || pattern.Words.Length > words.Length || Letters(pattern, words) is not { } fitting) continue;
                var order = pattern.Words.Length > (best?.Words.Length ?? 0) ? 1 : fitting.CompareTo(most);
                if (order > 0) (best, most, equal) = (pattern, fitting, null);
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

    /// <summary>The words of a folded text that no fitting and certain pattern of one meaning explains, in order ("травма спины" fits twice beside "травма на стройке").</summary>
    public IReadOnlyList<string> UnexplainedBy(string meaning, string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var fitting = new HashSet<Pattern>();
        foreach (var word in words)
            for (var letters = Math.Min(word.Length, LongestStart); letters > 0; letters--)
                if (byStart.TryGetValue(word[..letters], out var patterns)) fitting.UnionWith(patterns.Where(pattern => pattern.Sure && pattern.Meaning == meaning && pattern.Words.Length <= words.Length && Letters(pattern, words) is not null));
        return [.. words.Where(word => !fitting.Any(pattern => Array.Exists(pattern.Words, wanted => IsMeant(wanted, word))))];
    }

    /// <summary>What stands in the text where the best pattern has its <c>*</c>: "байт" where <c>саба*</c> explains "сабабайт".</summary>
    public IEnumerable<string> Endings(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Winner(words, out _) is not { } winner) yield break;
        foreach (var word in words)
            if (winner.Words.SelectMany(wanted => wanted).Where(one => one[^1] == '*' && IsMeant(one, word)).MaxBy(one => one.Length) is { } stem)
                yield return word[(stem.Length - 1)..];
    }

    /// <summary>True when the folded word has a part in any pattern, be it a small one.</summary>
    public bool Knows(string word)
    {
        if (written.Contains(word)) return true;
        for (var letters = word.Length; letters > 0; letters--)
            if (written.Contains(string.Concat(word.AsSpan(0, letters), "*"))) return true;
        return false;
    }

    /// <summary>Words of the patterns that are longer than the folded start and begin with it, and end in the other letters; of a stem any ending may follow.</summary>
    public IEnumerable<string> Words(string start, string end)
    {
        var at = Array.BinarySearch(ordered, start, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < ordered.Length && ordered[i].StartsWith(start, StringComparison.Ordinal); i++)
        {
            var word = ordered[i].TrimEnd('*');
            if (word.Length > start.Length && (ordered[i][^1] == '*' || word.EndsWith(end, StringComparison.Ordinal))) yield return word;
        }
    }

    private void Add(string meaning, bool sure, string text, Dictionary<string, string[]> sets)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => word[0] == '@' ? new[] { sets[word] } : [.. Folded(word).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => new[] { part })])
            .ToArray();
        if (words.Length == 0) return;
        written.UnionWith(words.SelectMany(word => word));
        // What can stand for one word only is looked for first, so that a set never takes its word.
        var pattern = new Pattern(meaning, sure, [.. words.OrderBy(word => word.Length)]);
        foreach (var start in Rarest(words).Select(word => Start(word.TrimEnd('*'))).Distinct(StringComparer.Ordinal))
        {
            if (!byStart.TryGetValue(start, out var list)) byStart[start] = list = [];
            list.Add(pattern);
        }
    }

    /// <summary>The longest of the single words; a set is only taken where the others are as short as "не".</summary>
    private static string[] Rarest(string[][] words)
    {
        var single = words.Where(word => word.Length == 1).MaxBy(word => word[0].Length);
        return single is [{ Length: >= ShortestTelling }] ? single : words.Where(word => word.Length > 1).MinBy(word => word.Length) ?? single!;
    }

    private static string Folded(string word) => word.EndsWith('*') ? Spelling.Fold(word) + "*" : Spelling.Fold(word);

    /// <summary>Patterns are filed by the first letters of their rarest word, so that a text meets only those that may fit.</summary>
    private static string Start(string word) => word.Length > LongestStart ? word[..LongestStart] : word;

    /// <summary>How many letters of the pattern stand in the text; null when it does not fit. One word of the text stands for one of the pattern.</summary>
    private static int? Letters(Pattern pattern, string[] words)
    {
        var letters = 0;
        ulong taken = 0;
        foreach (var wanted in pattern.Words)
        {
            var (found, at) = (0, 0);
            for (var i = 0; i < words.Length; i++)
                foreach (var one in wanted)
                    if ((i > 63 || (taken & (1UL << i)) == 0) && one.Length > found && IsMeant(one, words[i])) (found, at) = (one.Length, i);
            if (found == 0) return null;
            taken |= 1UL << at;
            letters += found;
        }

        return letters;
    }

    private static bool IsMeant(string[] wanted, string word)
    {
        foreach (var one in wanted)
            if (IsMeant(one, word)) return true;
        return false;
    }

    private static bool IsMeant(string wanted, string word) =>
        wanted[^1] == '*' ? word.AsSpan().StartsWith(wanted.AsSpan(..^1), StringComparison.Ordinal) : word == wanted;
}
