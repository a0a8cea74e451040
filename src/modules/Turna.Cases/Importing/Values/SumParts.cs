using System.Globalization;
using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Sums of several numbers that are one sum: roubles and kopecks, "1 млн 200 тыс.", "3 мес. по 25000", "90000 за 3 месяца", "25000 руб. (аванс 5000)".
/// What had to be computed or left out is doubtful.
/// </summary>
internal static partial class SumParts
{
    /// <param name="one">Reads a text that holds one number.</param>
    /// <returns>Null when the text is none of these.</returns>
    public static Reading<Sum?>? Read(string text, Func<string, Reading<Sum?>> one) =>
        SumInWords.Read(text, one) ?? SumTotals.Read(text, one) ?? Hundredths(text, one) ?? Thousands(text, one) ?? Product(text, one) ?? WithoutCount(text, one) ?? WithoutRest(text, one);

    /// <summary>"100 руб. 50 коп."</summary>
    private static Reading<Sum?>? Hundredths(string text, Func<string, Reading<Sum?>> one)
    {
        var match = Coins().Match(text);
        return match.Success && one(match.Groups["whole"].Value) is { Value: { Currency: not null } sum } read
            ? read with { Value = sum with { Amount = sum.Amount + (Number(match.Groups["coins"].Value) / 100) } }
            : null;
    }

    /// <summary>"1 млн 200 тыс. руб.", "71 тысяч 500 рублей"</summary>
    private static Reading<Sum?>? Thousands(string text, Func<string, Reading<Sum?>> one)
    {
        var match = Scaled().Match(text);
        if (!match.Success) return null;
        var large = match.Groups["large"].Value[0] is 'м' or 'М' or 'л' or 'Л' && !match.Groups["large"].Value.StartsWith("миң", StringComparison.OrdinalIgnoreCase) ? 1_000_000m : 1_000m;
        var small = match.Groups["small"].Success ? 1_000m : 1m;
        if (small >= large) return null;
        var amount = (Number(match.Groups["first"].Value) * large) + (Number(match.Groups["second"].Value) * small);
        return one(Plain(amount) + " " + match.Groups["rest"].Value) is { Value: { } sum } read
            ? match.Groups["large"].Value.Equals("мин", StringComparison.OrdinalIgnoreCase) ? Reading<Sum?>.Doubtful(sum with { Scaled = true }, $"'{text}' read as {Plain(amount)}") : read with { Value = sum with { Scaled = true } }
            : null;
    }

    /// <summary>"3х25000 руб.", "25000*3", "2 мес. по 45000"; a result that is written counts before one that is computed.</summary>
    private static Reading<Sum?>? Product(string text, Func<string, Reading<Sum?>> one)
    {
        if (text.LastIndexOf('=') is > 0 and var at && at < text.Length - 1) return Left(text, one(text[(at + 1)..]));
        var match = new[] { Times(), TimesAfter(), Each() }.Select(shape => shape.Match(text)).FirstOrDefault(found => found.Success) ?? Match.Empty;
        if (!match.Success || one(match.Groups["each"].Value) is not { Value: { } sum } || sum.Amount < 100) return null;
        var product = sum with { Amount = sum.Amount * Number(match.Groups["count"].Value) };
        return Reading<Sum?>.Doubtful(product, $"'{text}' read as {Plain(product.Amount)}");
    }

    /// <summary>"за 3 месяца 90000 руб.", "7 киши, 560 000 рубль"</summary>
    private static Reading<Sum?>? WithoutCount(string text, Func<string, Reading<Sum?>> one) =>
        Count().Count(text) is 1 or 2 ? Left(text, one(Count().Replace(text, " ").Trim(' ', ',', ';', ':', '-', '–', '—', '/'))) : null;

    /// <summary>"28 000 (апрель 12 000, май 16 000) руб.", "50000 руб., штраф 5000": what stands first and names money.</summary>
    private static Reading<Sum?>? WithoutRest(string text, Func<string, Reading<Sum?>> one)
    {
        if (Remainder().Match(text) is { Success: true } owed && Left(text, one(owed.Groups["owed"].Value)) is { } whole) return whole;
        if (text.IndexOf('(', StringComparison.Ordinal) is > 0 && Left(text, one(Brackets().Replace(text, " ").Trim())) is { } outside) return outside;
        return End().Match(text) is { Success: true } end && one(text[..end.Index]) is { Value.Currency: not null, IsCertain: true } read ? Left(text, read) : null;
    }

    private static Reading<Sum?>? Left(string text, Reading<Sum?> read) => read.Value is { } sum
        ? Reading<Sum?>.Doubtful(sum, $"'{text}' read as {Plain(sum.Amount)}, the rest is kept as text")
        : null;

    private static decimal Number(string digits) => decimal.Parse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string Plain(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<whole>[^0-9]*[0-9][0-9 .,'’]*\s*\p{L}+\.?),?\s*(?<coins>[0-9]{1,2})\s*(коп\w*|к|тыйын\w*|тыйин\w*|цент\w*|тиын\w*)\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Coins();

    [GeneratedRegex(@"^(?<first>[0-9]{1,3})\s*(?<large>млн|миллион\w*|лям\w*|мин(?=\.?\s*[0-9]{1,3}\s*(миң|тыс))|тыс\w*|т|миң)\.?\s*(?<second>[0-9]{1,3})(?![0-9])\s*((?<small>тыс\w*|т(?=[\s.])|миң)\.?)?\s*(?<rest>\D*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Scaled();

    [GeneratedRegex(@"^(за\s+)?(?<count>[0-9]{1,2})\s*((мес|чел|дн|недел|ай|раз|смен|киши|адам|рабоч|kishi|oy)\w*\.?)?\s*([xх*×]|по(?=[\s0-9]))\s*(?<each>[0-9][0-9 .,'’]*[^0-9]*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Times();

    // "8 кишиге 30 миңден": the ending says "each".
    [GeneratedRegex(@"^(?<count>[0-9]{1,2})\s*(киши|адам|ай|kishi|odam|oy)\p{L}*[\s,:–—-]+(?<each>[0-9][0-9 .,]*\s*(миң|мин|минг|ming|сом|рубл))(дан|ден|дон|dan)\b.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Each();

    [GeneratedRegex(@"^(по\s+)?(?<each>[0-9][0-9 .,'’]*[^0-9xх*×]*)[xх*×]\s*(?<count>[0-9]{1,2})\s*((мес|чел|дн|недел|ай|раз|смен)\w*\.?)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TimesAfter();

    [GeneratedRegex(@"(\b(за|на|для|с|бригада( из)?|группа( из)?|всего)\s+)?(?<![0-9.,])[0-9]{1,2}([.,][0-9])?(-?х)?\s*-?(мес|месяц\w*|дн|дней|дня|недел\w*|нед|смен\w*|ай|айлык|айга|чел|человек\w*|киши\w*|адам\w*|жумушчу\w*|рабоч\w*|работник\w*|сотрудник\w*|мигрант\w*|бала|жигит\w*|кыз|парн\w*|женщин\w*|девуш\w*|ребят\w*|kishi\w*|odam\w*|ishchi\w*|киши\w*|одам\w*|ишчи\w*|people|persons?|workers?|months?|weeks?|oy|ой)\b\.?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    // "120 000, осталось 80": what is still owed, of what was owed.
    [GeneratedRegex(@"^(?<owed>.*[0-9][^,;(]*?)[\s,;:(/–—-]+(долг\s+)?(остал\w*|остат\w*|кал(ды|ганы|ган)|qol(di|gan)|қол(ди|ган)|left|remain\w*)\s*[:–—-]?\s*[0-9].*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Remainder();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@",\s|;|\s[-–—]\s|\s\+|\n")]
    private static partial Regex End();
}
