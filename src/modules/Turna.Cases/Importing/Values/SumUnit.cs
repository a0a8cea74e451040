using System.Globalization;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What the heading of a column of sums says of all of them: "Сумма, тыс. руб." counts thousands of roubles.</summary>
internal readonly record struct SumUnit(decimal Multiplier, string? Currency)
{
    private const decimal LargestInThousands = 10_000;

    public static SumUnit Of(string heading)
    {
        var words = Spelling.Fold(heading).Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        // A single letter is a preposition there ("взыскано с работодателя"), not a currency.
        var currencies = words.Where(word => word.Length > 1 || word[0] > 0x2000 || word == "$")
            .Select(word => word == "тр" ? "RUB" : Words.Shipped.Lists.Currencies.Recognise(word)?.Value)
            .OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        decimal multiplier = words.Any(word => word is "000" or "000s" or "000х" or "тыс" or "тысяч" or "тысячах" or "тр" or "миң" or "ming" or "thousand" or "thousands") ? 1_000
            : words.Any(word => word is "млн" or "миллион" or "миллионах" or "mln" or "million" or "millions") ? 1_000_000 : 1;
        // Folded, "миң" is "мин": before a currency it counts no minutes, and is no minimum.
        var thousand = Array.IndexOf(words, "мин");
        if (multiplier == 1 && thousand >= 0 && thousand + 1 < words.Length && Words.Shipped.Lists.Currencies.Recognise(words[thousand + 1]) is not null) multiplier = 1_000;
        return new SumUnit(multiplier, currencies.Length == 1 ? currencies[0] : null);
    }

    public Reading<Sum?> Applied(Reading<Sum?> read, string written)
    {
        if (read.Value is not { } sum) return read;
        if (Multiplier != 1 && sum.Currency is { } other && Currency is { } usual && other != usual)
            return Reading<Sum?>.Doubtful(sum, read.Doubt ?? $"'{written}' is in another currency than the heading, and is not counted in {Multiplier.ToString("0", CultureInfo.InvariantCulture)}");
        var named = sum with { Currency = sum.Currency ?? Currency, IsOfHeading = sum.Currency is null && Currency is not null };
        if (Multiplier == 1 || sum.Scaled) return read with { Value = named };
        var large = sum.Amount >= LargestInThousands;
        var scaled = named with { Amount = large ? sum.Amount : sum.Amount * Multiplier, Scaled = true };
        var amount = scaled.Amount.ToString("0.##", CultureInfo.InvariantCulture);
        return large || read.Doubt is not null
            ? Reading<Sum?>.Doubtful(scaled, read.Doubt ?? $"'{written}' read as {amount}, though the heading counts in {Multiplier.ToString("0", CultureInfo.InvariantCulture)}")
            : Reading<Sum?>.Sure(scaled);
    }
}
