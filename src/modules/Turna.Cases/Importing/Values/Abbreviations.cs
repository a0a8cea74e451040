using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Words that offices draw together ("з/п", "принуд. труд", "док-ты"), written out before a cell is parted at its points and strokes:
/// those inside a word end nothing.
/// </summary>
internal static partial class Abbreviations
{
    private static readonly FrozenDictionary<string, string> Meant = CodeTable.Shipped("topics.abbreviations").Rows
        .SelectMany(row => row["written"].Split('|'), (row, written) => (Key(written), row["meant"]))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    public static string WrittenOut(string text) =>
        text.AsSpan().IndexOfAny("./-‑") < 0 ? text : Word().Replace(text, word => Of(word.Value));

    private static string Of(string word)
    {
        var key = Key(word);
        if (Meant.TryGetValue(key, out var whole)) return whole;
        return key.EndsWith('.') && Meant.TryGetValue(key[..^1], out var beforePoint) ? beforePoint + "." : word;
    }

    private static string Key(string word) => word.ToLowerInvariant().Replace('ё', 'е').Replace('‑', '-');

    [GeneratedRegex(@"\p{L}[\p{L}0-9]*([/\-‑][\p{L}0-9]+)*\.?", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
