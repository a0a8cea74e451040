using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Sums that a cell adds up itself or leaves to be added: "ар бирине 45 миңден, жалпы 630 000", "30 000 + 150 000", "45 000 за апрель, 45 000
/// за май". All of them are doubtful.
/// </summary>
internal static partial class SumTotals
{
    private const int MostParts = 6;

    /// <param name="one">Reads a text that holds one number.</param>
    /// <returns>Null when the text is none of these.</returns>
    public static Reading<Sum?>? Read(string text, Func<string, Reading<Sum?>> one) => Named(text, one) ?? Added(Plus().Split(text), text, one) ?? OfMonths(text, one);

    /// <summary>"90к в мес, всего 270к тг", "толук 630 миң": what the cell calls the whole counts.</summary>
    private static Reading<Sum?>? Named(string text, Func<string, Reading<Sum?>> one) =>
        Whole().Match(text) is { Success: true } match && one(match.Groups["whole"].Value.Trim(' ', ')', '.', ',')) is { Value: { } sum }
            ? Reading<Sum?>.Doubtful(sum, $"'{text}' read as {Plain(sum.Amount)}, the rest is kept as text")
            : null;

    private static Reading<Sum?>? OfMonths(string text, Func<string, Reading<Sum?>> one)
    {
        var parts = Between().Split(text);
        return Array.TrueForAll(parts, part => Words.Shipped.Month(Spelling.Fold(Amount().Replace(part, " "))) is not null)
            ? Added([.. parts.Select(part => WithoutMonth().Replace(part, " ").Trim())], text, one)
            : null;
    }

    /// <summary>Parts in one currency; where only the last names thousands, all of them are counted so.</summary>
    private static Reading<Sum?>? Added(string[] parts, string text, Func<string, Reading<Sum?>> one)
    {
        if (parts.Length is < 2 or > MostParts) return null;
        var sums = parts.Select(part => one(part.Trim()).Value).ToArray();
        if (!Array.TrueForAll(sums, sum => sum is { Amount: > 0 })) return null;
        var currencies = sums.Select(sum => sum!.Value.Currency).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (currencies.Length > 1 || sums.Select(sum => sum!.Value.Scaled).Distinct().Count() > 1) return null;
        var total = sums[0]!.Value with { Amount = sums.Sum(sum => sum!.Value.Amount), Currency = currencies.FirstOrDefault(), CurrencyUnclear = currencies.Length == 0 && Array.Exists(sums, sum => sum!.Value.CurrencyUnclear) };
        return Reading<Sum?>.Doubtful(total, $"'{text}' added up to {Plain(total.Amount)}");
    }

    private static string Plain(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(.*[0-9].*[\s,;:(/–—-]+)?(жалпы(сы|сынан)?|бардыгы|баардыгы|баары|бары|болуп|толук|толугу\s+менен|всего|итого|общ(ая|ий)(\s+(сумма|долг))?|в\s+сумме|в\s+общей\s+сложности|полностью|jami|hammasi|жами|ҳаммаси|total|in\s+total)(\s+(болуп|сумма|сумасы|суммасы|долг))?\s*[:=–—-]?\s*(?<whole>[0-9][^,;]*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<=[0-9\p{L}.₽$€₸)])\s*\+\s*(?=[0-9$€])")]
    private static partial Regex Plus();

    [GeneratedRegex(@"\s*[,;]\s+|\s+(?:и|жана|va)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<!\p{L})(за|август\w*|январ\w*|феврал\w*|март\w*|апрел\w*|май\w*|мая|июн\w*|июл\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*|янв|фев|апр|авг|сен|окт|ноя|дек|үчүн|айы(на|нын)?)\.?(?!\p{L})[\s:–—-]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WithoutMonth();
}
