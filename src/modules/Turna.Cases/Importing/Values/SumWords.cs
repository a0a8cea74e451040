using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What the words around a number say: thousands, a currency, that it is only about so much, or that it is no money at all.</summary>
/// <param name="Strange">Words are left that nobody understands.</param>
/// <param name="NamesNoMoney">It counts months, people or per cent.</param>
internal readonly record struct SumWords(decimal Multiplier, string? Currency, bool Vague, bool Strange, bool NamesNoMoney)
{
    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["тыс"] = 1_000, ["тысяч"] = 1_000, ["тысяча"] = 1_000, ["тысячи"] = 1_000, ["тыщ"] = 1_000, ["т"] = 1_000, ["к"] = 1_000, ["k"] = 1_000,
        ["мин"] = 1_000, ["минг"] = 1_000, ["ming"] = 1_000, ["min"] = 1_000, ["thousand"] = 1_000, ["тр"] = 1_000, ["тыр"] = 1_000, ["мын"] = 1_000, ["тысячь"] = 1_000, ["thousands"] = 1_000,
        ["млн"] = 1_000_000, ["миллион"] = 1_000_000, ["миллиона"] = 1_000_000, ["миллионов"] = 1_000_000, ["mln"] = 1_000_000, ["million"] = 1_000_000,
        ["миллиону"] = 1_000_000, ["лям"] = 1_000_000, ["m"] = 1_000_000, ["mio"] = 1_000_000, ["мил"] = 1_000_000, ["лимон"] = 1_000_000, ["ляма"] = 1_000_000, ["millions"] = 1_000_000,
    };

    /// <param name="before">Text before the first number.</param>
    /// <param name="after">Text after the last one; only its first word can scale the number.</param>
    public static SumWords Beside(string before, string after, bool span)
    {
        var words = Apart(before);
        var at = words.Count;
        words.AddRange(Apart(after));
        var (multiplier, unclear) = Scale(words, at);
        var vague = words.RemoveAll(word => Words.Shipped.Says("approximate", word)) > 0;
        if (span) words.RemoveAll(word => word is "от" or "до");
        var currency = CurrencyOf(words, out var strange);
        var noMoney = currency is null && words.Exists(word => Words.Shipped.Says("notMoney", word));
        return new SumWords(multiplier, currency, vague, strange || unclear && currency is null, noMoney);
    }

    /// <summary>"тыс", "млн", "т.р."; a lone letter or "мин" (a Kyrgyz thousand, a Russian minimum) only where a currency follows.</summary>
    private static (decimal Multiplier, bool Unclear) Scale(List<string> words, int at)
    {
        if (at >= words.Count || !Scales.TryGetValue(words[at], out var multiplier)) return (1, false);
        var word = words[at];
        words.RemoveAt(at);
        if (word is "тр" or "тыр") words.Insert(at, "р");
        return (multiplier, word is "т" or "к" or "k" or "m" or "мин" or "min");
    }

    private static string? CurrencyOf(List<string> words, out bool strange)
    {
        strange = false;
        if (words.Count == 0) return null;
        var currencies = Words.Shipped.Lists.Currencies;
        if (currencies.Recognise(string.Join(' ', words)) is { } whole) return whole.Value;
        strange = true;
        var named = words.Select(word => currencies.Recognise(word)?.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return named.Length == 1 ? named[0] : null;
    }

    private static List<string> Apart(string text) => [.. Spelling.Fold(string.Concat(text.Select(letter => "~≈?<>±=()–—:+/".Contains(letter, StringComparison.Ordinal) ? ' ' : letter)))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
