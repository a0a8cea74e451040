using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>"Роза (см. № 2)", "повторно, см. запись 5", "№ 7 менен бир киши": the entry says under which number she stands already.</summary>
internal static partial class EntryReference
{
    /// <summary>The running number referred to; null where there is none, or two differ.</summary>
    public static string? In(string text) => Shape().Matches(text).Select(match => match.Groups["serial"].Value.TrimStart('0')).Where(serial => serial.Length > 0).Distinct(StringComparer.Ordinal).ToArray() is [var one] ? one : null;

    /// <summary>The text without such references: they tell who came, and nothing of what about.</summary>
    public static string LeftOut(string text) => !Shape().IsMatch(text) ? text : Shape().Replace(text, " ").Trim(' ', ',', ';', '.', ':', '–', '-');

    // "Тот же, что 19.07" names a day, and "см. 3 стр." a page.
    [GeneratedRegex(@"(?<!\p{L})(см\.?|смотри(те)?|see|cf\.?|қараңыз|караңыз|карагыла|қаранг|qarang|(тот|та)\s+же,?\s+что(\s+и)?)\s*(также\s+|выше\s+|also\s+)?(под\s+|в\s+)?(?<sign>№|N[o°º]?\.?|nr\.?|номер\w*|запис\w+|зап\.|строк\w+|п\.|пункт\w*|row|entry|record|жазуу|қатор)?\s*(?<serial>[0-9]{1,6})(?(sign)|(?=\s*($|[,;.)])))(?![0-9]|[.,/][0-9]|\s*(стр|лист|бет|page|лет|жаш|мес))|(?<!\p{L})(№|N)\s*(?<serial>[0-9]{1,6})\s*(менен\s+бир|менен\s+эле|bilan\s+bir)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
