using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What the words around a number say: thousands, a currency, that it is only about so much, or that it is no money at all.</summary>
/// <param name="Strange">Words are left that nobody understands.</param>
/// <param name="NamesNoMoney">The number is a part of another.</param>
internal readonly record struct SumWords(decimal Multiplier, string? Currency, bool Vague, bool Strange, bool NamesNoMoney)
{
    private const int ShortestStem = 2;

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["тыс"] = 1_000, ["тысяч"] = 1_000, ["тысяча"] = 1_000, ["тысячи"] = 1_000, ["тыщ"] = 1_000, ["т"] = 1_000, ["к"] = 1_000, ["k"] = 1_000,
        ["мин"] = 1_000, ["минг"] = 1_000, ["ming"] = 1_000, ["min"] = 1_000, ["thousand"] = 1_000, ["тр"] = 1_000, ["тыр"] = 1_000, ["мын"] = 1_000, ["тысячь"] = 1_000, ["thousands"] = 1_000,
        ["млн"] = 1_000_000, ["миллион"] = 1_000_000, ["миллиона"] = 1_000_000, ["миллионов"] = 1_000_000, ["mln"] = 1_000_000, ["million"] = 1_000_000,
        ["миллиону"] = 1_000_000, ["лям"] = 1_000_000, ["m"] = 1_000_000, ["mio"] = 1_000_000, ["мил"] = 1_000_000, ["лимон"] = 1_000_000, ["ляма"] = 1_000_000, ["millions"] = 1_000_000,
    };

    // Beside a number they are nothing but a thousand or a million: where one of them is left over, the bare number is not the sum.
    private static readonly HashSet<string> Plain = new(Scales.Keys.Except(["т", "к", "k", "m", "мин", "min", "тр", "тыр", "мил", "лям", "ляма", "лимон", "mio"], StringComparer.Ordinal), StringComparer.Ordinal);

    // "Тысяч семьдесят" is about seventy thousand; "тысяча семьдесят" is another number.
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.Ordinal) { "тыс", "тысяч", "тысячь", "тыщ", "млн", "миллионов", "миллиона", "thousand", "thousands" };

    /// <summary>Endings that say "about so many": миңдей, сомдой, mingcha.</summary>
    private static readonly string[] About = ["дай", "дей", "дой", "тай", "тей", "той", "лаган", "гача", "gacha", "cha", "ча", "lab", "лаб", "лап"];

    /// <summary>Endings that stand before "more than" and "near": миңге жакын, mingdan ortiq.</summary>
    private static readonly string[] Than = ["дан", "ден", "дон", "тан", "тен", "тон", "dan", "га", "ге", "го", "ка", "ке", "ко", "ga", "дин", "тин", "нин", "ning", "нинг", "ни", "ni"];

    /// <summary>The scale stands before the number.</summary>
    public bool ScaledBefore { get; private init; }

    /// <summary>Months, people or per cent stand beside it: a small number counts those, "100 тыс. зп" is money still.</summary>
    public bool NamesCount { get; private init; }

    /// <param name="before">Text before the first number.</param>
    /// <param name="after">Text after the last one; only its first word can scale the number.</param>
    public static SumWords Beside(string before, string after, bool span)
    {
        var words = Apart(before);
        var at = words.Count;
        words.AddRange(Apart(after));
        var vague = IsAbout(words, at, after.Length > 0 && char.IsLetter(after[0]));
        var more = false;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var about = Words.Shipped.Says("approximate", words[i]);
            // "с" beside a number is a som, but not in "с лишним".
            var glue = vague && Words.Shipped.Says("besideApproximate", words[i]) && (more || Words.Shipped.Lists.Currencies.Recognise(words[i]) is null);
            more = about || glue;
            if (!more) continue;
            vague |= about;
            words.RemoveAt(i);
            if (i < at) at--;
        }

        var kept = words.Take(at).Count(word => !Words.Shipped.Says("besideSum", word));
        words.RemoveAll(word => Words.Shipped.Says("besideSum", word));
        at = kept;
        var (multiplier, unclear) = Scale(words, at);
        var scaledBefore = multiplier == 1 && at > 0 && words.FindLastIndex(at - 1, at, BeforeNumbers.Contains) is >= 0 and var place && Scales.TryGetValue(Pulled(words, place), out multiplier);
        vague |= scaledBefore;
        if (span) words.RemoveAll(word => word is "от" or "до");
        var currency = CurrencyOf(words, out var strange);
        var noMoney = words.Exists(Plain.Contains) || words.FindIndex(word => word is "мин" or "мын") is >= 0 and var thousand && thousand < at;
        return new SumWords(multiplier, currency, vague, strange || unclear && currency is null, noMoney)
        {
            ScaledBefore = scaledBefore, NamesCount = currency is null && words.Exists(word => Words.Shipped.Says("notMoney", word)),
        };
    }

    /// <summary>What the words between the two numbers of a span multiply the first by; 1 where they say nothing, null where they say more.</summary>
    public static decimal? Between(string text)
    {
        var scales = Apart(text).Where(Scales.ContainsKey).ToArray();
        return scales.Length switch { 0 => 1, 1 => Scales[scales[0]], _ => null };
    }

    /// <summary>Takes the endings off the words of scale and currency; true when one of them says "about", or a word does.</summary>
    private static bool IsAbout(List<string> words, int at, bool attached)
    {
        var about = words.Exists(word => Words.Shipped.Says("approximate", word));
        if (attached && at < words.Count && About.Contains(words[at], StringComparer.Ordinal))
        {
            about = true;
            words.RemoveAt(at);
        }
        else if (attached && about && at < words.Count && Than.Contains(words[at], StringComparer.Ordinal)) words.RemoveAt(at);

        for (var i = 0; i < words.Count; i++)
        {
            if (Bare(words[i], About) is { } roughly) (words[i], about) = (roughly, true);
            else if (about && Bare(words[i], Than) is { } bare) words[i] = bare;
        }

        return about;
    }

    private static string? Bare(string word, string[] endings)
    {
        if (Scales.ContainsKey(word) || Words.Shipped.Lists.Currencies.Recognise(word) is not null) return null;
        foreach (var ending in endings)
        {
            if (word.Length < ending.Length + ShortestStem || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = word[..^ending.Length];
            // Only Kyrgyz gives such endings to "миң", which then is no minimum.
            if (stem == "мин") return "мын";
            if (Plain.Contains(stem) || Words.Shipped.Lists.Currencies.Recognise(stem) is not null) return stem;
        }

        return null;
    }

    private static string Pulled(List<string> words, int at)
    {
        var word = words[at];
        words.RemoveAt(at);
        return word;
    }

    /// <summary>"тыс", "млн", "т.р.", "к"; another lone letter or "min" (a thousand, a minimum) only where a currency follows. Behind a number "мин" is a Kyrgyz thousand.</summary>
    private static (decimal Multiplier, bool Unclear) Scale(List<string> words, int at)
    {
        if (at >= words.Count || !Scales.TryGetValue(words[at], out var multiplier)) return (1, false);
        var word = words[at];
        words.RemoveAt(at);
        if (word is "тр" or "тыр") words.Insert(at, "р");
        return (multiplier, word is "т" or "m" or "min");
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

    // With its own letter it is a Kyrgyz thousand for certain, and no Russian minimum.
    private static List<string> Apart(string text) => [.. Spelling.Fold(string.Concat(text.Replace("миң", "мын", StringComparison.OrdinalIgnoreCase).Select(letter => "~≈?<>±=()–—:+/".Contains(letter, StringComparison.Ordinal) ? ' ' : letter)))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
