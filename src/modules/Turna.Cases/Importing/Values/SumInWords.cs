using System.Globalization;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Sums written out: "сто пятьдесят тысяч руб.", "полтора миллиона", "элүү миң сом". What was read so is doubtful.</summary>
internal static class SumInWords
{
    private const decimal Smallest = 1_000;

    private static readonly Dictionary<string, decimal> Numerals = Read(
        "один=1 одна=1 одну=1 два=2 две=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10 одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 "
        + "пятнадцать=15 шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 "
        + "сто=100 двести=200 триста=300 четыреста=400 пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900 полтора=1.5 полторы=1.5 пол=0.5 полмиллиона=500000 полмиллион=500000 "
        + "бир=1 эки=2 үч=3 төрт=4 беш=5 алты=6 жети=7 сегиз=8 тогуз=9 он=10 жыйырма=20 отуз=30 кырк=40 элүү=50 алтымыш=60 жетимиш=70 сексен=80 токсон=90 "
        + "bir=1 ikki=2 uch=3 toʻrt=4 besh=5 olti=6 yetti=7 sakkiz=8 toʻqqiz=9 oʻn=10 yigirma=20 oʻttiz=30 qirq=40 ellik=50 oltmish=60 yetmish=70 sakson=80 toʻqson=90");

    private static readonly Dictionary<string, decimal> Scales = Read(
        "тыс=1000 тысяч=1000 тысяча=1000 тысячу=1000 тысячи=1000 тыщ=1000 тыщи=1000 миң=1000 минг=1000 ming=1000 млн=1000000 миллион=1000000 миллиона=1000000 миллионов=1000000 million=1000000");

    // Behind a Kyrgyz or Uzbek number it multiplies, as "эки жүз" is two hundred.
    private static readonly HashSet<string> Hundreds = new(StringComparer.Ordinal) { "жуз", "yuz" };

    private static readonly HashSet<string> Halves = new(StringComparer.Ordinal) { "жарым", "yarim" };

    /// <param name="one">Reads a text that holds one number.</param>
    /// <returns>Null when no sum is written out.</returns>
    public static Reading<Sum?>? Read(string text, Func<string, Reading<Sum?>> one)
    {
        if (text.Any(char.IsAsciiDigit)) return null;
        var words = Spelling.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = Array.FindIndex(words, IsNumber);
        if (from < 0) return null;
        var to = from;
        while (to < words.Length && IsNumber(words[to])) to++;
        var amount = Amount(words[from..to]);
        if (amount < Smallest || words[to..].Any(IsNumber)) return null;
        var plain = amount.ToString("0.##", CultureInfo.InvariantCulture);
        return one(string.Join(' ', [.. words[..from], plain, .. words[to..]])) is { Value: { } sum } ? Reading<Sum?>.Doubtful(sum with { Scaled = true }, $"'{text}' read as {plain}") : null;
    }

    private static decimal Amount(IEnumerable<string> words)
    {
        decimal total = 0, part = 0;
        foreach (var word in words)
        {
            if (Scales.TryGetValue(word, out var scale)) (total, part) = (total + ((part == 0 ? 1 : part) * scale), 0);
            else if (Hundreds.Contains(word)) part = part == 0 ? 100 : part * 100;
            else part += Halves.Contains(word) ? 0.5m : Numerals[word];
        }

        return total + part;
    }

    private static bool IsNumber(string word) => Numerals.ContainsKey(word) || Scales.ContainsKey(word) || Hundreds.Contains(word) || Halves.Contains(word);

    private static Dictionary<string, decimal> Read(string pairs) => pairs.Split(' ').Select(pair => pair.Split('='))
        .ToDictionary(pair => Spelling.Fold(pair[0]), pair => decimal.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
