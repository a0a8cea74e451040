using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Reads hours: "после 18:00", "18ден кийин", "с 9 до 18", "не звонить после 20.00". What is forbidden after eight is allowed until eight;
/// where the hours may be those of a husband or of work, a person has to read them.
/// </summary>
internal static partial class ContactHours
{
    public static SafeContactRule? Read(string clause)
    {
        var written = Turns(Minutes().Replace(LongNumber().Replace(clause.ToLowerInvariant(), " "), "${h}:${m}"));
        var spoken = Contact().IsMatch(Told().Replace(written, " "));
        if (IsOnlyPartOfDay(written)) return new SafeContactRule(SafeContactKind.ReadFirst, clause);
        if (!spoken && !Leading().IsMatch(written)) return null;
        if (TimesOfDay.IsUnclear(written) || (PartOfDay().IsMatch(written) && !NoonBreak().IsMatch(written))) return new SafeContactRule(SafeContactKind.ReadFirst, clause);
        if (Hours(written, clause) is not { } hours) return null;
        var words = Negation.WithoutIdioms(Spelling.Fold(Time().Replace(written, " "))).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sure = spoken ? !Array.Exists(words, IsOfOthers) : Array.TrueForAll(words, word => Neutral().IsMatch(word) || Negation.Is(word));
        var denials = words.Count(Negation.Is);
        if (!sure || denials > 1 || DeniesSomethingElse(words) || words.Contains("кроме")) return new SafeContactRule(SafeContactKind.ReadFirst, clause);
        var allowed = denials == 0 ? hours : hours with { From = hours.Until, Until = hours.From };
        return IsEitherHalfOfDay(allowed, denials > 0, written) ? new SafeContactRule(SafeContactKind.ReadFirst, clause) : allowed;
    }

    /// <summary>"звонить после 6", "не звонить после 9": without minutes such an hour may be one of the evening.</summary>
    private static bool IsEitherHalfOfDay(SafeContactRule allowed, bool denied, string written) => !written.Contains(':', StringComparison.Ordinal)
        && (allowed is { From.Hour: < 9, Until: null } || (allowed is { From: null, Until: { } until } && until.Hour < (denied ? 12 : 9)));

    /// <summary>"лучше вечером", "кечки 6дан кийин": which six it is, a person has to see.</summary>
    private static bool IsOnlyPartOfDay(string written) => PartOfDay().IsMatch(written)
        && Time().Replace(written, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => PartOfDay().IsMatch(word) || Neutral().IsMatch(word));

    private static SafeContactRule? Hours(string written, string clause)
    {
        var span = Between().Match(written);
        if (span.Success && At(span, "h1", "m1") is { } first && At(span, "h2", "m2") is { } last && first < last)
            return new SafeContactRule(SafeContactKind.Hours, clause, first, last);
        var from = After().Match(written) is { Success: true } after ? At(after, "h", "m") : null;
        var until = Before().Match(written) is { Success: true } before ? At(before, "h", "m") : null;
        return from is null && until is null ? null : new SafeContactRule(SafeContactKind.Hours, clause, from, until);
    }

    /// <summary>"не раньше 10" is "после 10", and "не позже 20" is "до 20": this "не" forbids nothing.</summary>
    private static string Turns(string text) =>
        Later().Replace(Earlier().Replace(NotLater().Replace(NotEarlier().Replace(text, "после "), "до "), "до "), "после ");

    /// <summary>"если не ответит звонить после 18": this "не" does not forbid the call.</summary>
    private static bool DeniesSomethingElse(string[] words)
    {
        var at = Array.FindIndex(words, Negation.IsBefore);
        while (++at > 0 && at < words.Length && ContactClause.IsSmall(words[at])) { }
        return at > 0 && at < words.Length && MeansWords.Of(words[at]) == Means.None && !Negation.IsCarrier(words[at]);
    }

    private static bool IsOfOthers(string word) => Work().IsMatch(word) || Words.Shipped.Says("other", word);

    private static TimeOnly? At(Match match, string hour, string minute)
    {
        var group = match.Groups[hour].Success ? hour : hour + "b";
        if (!int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 23) return null;
        var minutes = match.Groups[minute] is { Success: true, Length: > 0 } written ? int.Parse(written.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var evening = match.Value.Contains("pm", StringComparison.Ordinal) && hours < 12 ? 12 : 0;
        return minutes < 60 ? new TimeOnly(hours + evening, minutes) : null;
    }

    [GeneratedRegex(@"звон|набира|дозван|связ|боғлан|боглан|bogʻlan|гаплаш|сүйлөш|\bчал|қўнғироқ|ёзинг|ёзма|qo.?ng.?iroq|qoʻngʻiroq|qo.?n.?g|yoz|байлан|телефон|тел\b|call|phone|байланыш|беспоко|писать|пишит|сообщен|смс|ватсап|жаз|контакт|только|гана|faqat|reach|contact|text|write|after|before")]
    private static partial Regex Contact();

    // "звонила вечером" tells when she called.
    [GeneratedRegex(@"(?<!\p{L})((\p{L}{0,4}звон|(на)?писа|связа|связыва)(ил|ила|или|л|ла|ли)(ся|сь)?|чал(ды|ган)|жаз(ды|ган)|called|wrote|texted)(?!\p{L})", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();

    [GeneratedRegex(@"^\s*((вечером|утром|дн[её]м|да|можно|лучше)\s+)*(после|до|с|soat|саат)\s*[0-9]|^\s*[0-9]{1,2}(:[0-9]{2})?\s*-?\s*(ден|дан|дон|дөн|тен|тан|ге|га|dan|ga)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(можно|лучше|желательно|ч|час|часа|часов|утра|просит|просила|просил|просьба|ей|ему|время|времени|москв\w*|бишкек\w*|мск|строго|минут|обед\w*|перерыв\w*|саат|саатта|soat|гана|только|и|сутки|менен|күнү|удобно|болот|мумкин)$")]
    private static partial Regex Neutral();

    [GeneratedRegex(@"^(работ(?!одат)|смен|дома$|домой|спит|сон$|занят|муж|хозя|свободн|выходн|приход|приезж|уезж|уход|возвращ|рядом|иште|жумуш|уйдо|уктайт|бош$|ишда|ish(da|lay)|uyda|uxla|work(s|ing)?$|home$|asleep|sleep|busy|недоступ|выключ|отключ|бер[еу]т)")]
    private static partial Regex Work();

    [GeneratedRegex(@"(?<![0-9.:])(?<h>[0-9]{1,2})(?:-|\.)(?<m>00|30)(?![0-9./])")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"(?:с|между|from|between|саат|soat)?\s*(?<![0-9./])(?<h1>[0-9]{1,2})(?::(?<m1>[0-9]{2}))?\s*(?:ч(?:ас\w*)?\s*)?(?:до|-|–|ден|дан|дөн|дон|тен|тан|dan|to|and|и|менен|билан|bilan)\s*(?<h2>[0-9]{1,2})(?::(?<m2>[0-9]{2}))?(?![0-9./]|\s*(?:числ|дн|недел|месяц|лет|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))")]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:после|с|after|from)\s*(?<h>[0-9]{1,2})(?::(?<m>[0-9]{2}))?(?![0-9./]|\s*(?:числ|дн|недел|месяц|лет|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))\s*(?:pm)?|(?<![0-9./])(?<hb>[0-9]{1,2})(?::(?<m>[0-9]{2}))?\s*-?\s*(?:ден|дан|дөн|дон|тен|тан|нен|нан|dan)?\s*(?:кийин|кейин|keyin)")]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?:до|before|until|till)\s*(?<h>[0-9]{1,2})(?::(?<m>[0-9]{2}))?(?![0-9./]|\s*(?:числ|дн|недел|месяц|лет|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))\s*(?:pm)?|(?<![0-9./])(?<hb>[0-9]{1,2})(?::(?<m>[0-9]{2}))?\s*-?\s*(?:(?:ге|га|гө|го|ке|ка)?\s*(?:чейин|мурун)|(?:дан|ден|тан|тен|дон|дөн)\s*(?:мурун|эрте|олдин)|gacha|гача|dan\s*oldin)")]
    private static partial Regex Before();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}(:[0-9]{2})?\s*-?\s*(ден|дан|дөн|дон|тен|тан|нен|нан|ге|га|гө|го|ке|ка|dan|gacha|гача)?(?!\p{L})|\b(после|до|с|между|from|between|after|before|until|till|to|and|и|кийин|кейин|keyin|чейин|мурун|oldin|pm|am)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"\bне\s+(раньше|ранее|до)\s*(чем\s*)?(?=[0-9])|\bnot\s+(before|earlier than)\s+(?=[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex NotEarlier();

    [GeneratedRegex(@"\bне\s+(позже|позднее|поздней|после)\s*(чем\s*)?(?=[0-9])|\b(not|no)\s+(later than|after)\s+(?=[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex NotLater();

    [GeneratedRegex(@"\b(раньше|ранее|earlier than)\s*(чем\s*)?(?=[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(позже|позднее|later than)\s*(чем\s*)?(?=[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Later();

    [GeneratedRegex(@"\+?[0-9](?:[\s\-()]{0,2}[0-9]){5,}")]
    private static partial Regex LongNumber();

    // "с 12 до 13 (обед)": of these hours there is only one in a day.
    [GeneratedRegex(@"\bс\s*1[1-4](:[0-9]{2})?\s*(до|-|–)\s*1[2-5](:[0-9]{2})?\s*\(?\s*(в\s+)?(обед|перерыв)", RegexOptions.ExplicitCapture)]
    private static partial Regex NoonBreak();

    [GeneratedRegex("вечер|утр[оа]|түшкө|намаз|бешим|пешин|хуфтон|peshin|namoz|xufton|кечки|кечқурун|эрталаб|тушдан кейин|тушлик|кечга|дам олиш|after work|кеч ?кирип|кечинде|кечкурун|эртең менен|таңкы|түнкү|ночи|kechqurun|ertalab|kechki|днем|дня|днём|обед|перерыв|суббот|воскрес|түштө|tushlik|lunch|ночью|до обеда|после обеда|после работы|на выходных|кечинде|эртең менен|түштөн кийин|жумуштан кийин|дем алышта|в выходные|evening|morning|weekend")]
    private static partial Regex PartOfDay();
}
