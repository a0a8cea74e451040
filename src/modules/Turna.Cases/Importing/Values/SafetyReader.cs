using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Reads remarks for what keeps her safe. A wording that speaks of contact or danger and fits no rule becomes "read first", never nothing.</summary>
internal static partial class SafetyReader
{
    private static readonly char[] Sentences = [';', '.', '!', '\n', ','];

    /// <summary>The rules of a remark, in the order written.</summary>
    public static IReadOnlyList<SafeContactRule> Read(string text)
    {
        if (text.Length == 0) return [];
        var rules = new List<SafeContactRule>();
        foreach (var sentence in text.Split(Sentences, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Hours(sentence) is { } hours) rules.Add(hours);
            else if (Rule(sentence) is { } rule) rules.Add(rule);
        }

        if (rules.Count == 0 && Hours(text) is { } late) rules.Add(late);
        if (rules.Count == 0 && Rule(text) is { } whole) rules.Add(whole);
        return rules;
    }

    /// <summary>True when a remark says that the number of the row is another person's ("тел. мужа").</summary>
    public static string? OwnerOfPhone(string text)
    {
        foreach (var sentence in text.Split(Sentences, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = Spelling.Fold(sentence);
            if (Phone().IsMatch(folded) && Values.Words.Shipped.Mentions("other", folded) && Rule(sentence) is null) return sentence;
        }

        return null;
    }

    private static SafeContactRule? Rule(string sentence)
    {
        var folded = Spelling.Fold(sentence);
        if (Values.Words.Shipped.SafeContact.Best(folded) is not { } match) return null;
        var kind = Enum.Parse<SafeContactKind>(match.Meaning);
        return new SafeContactRule(kind, sentence, Who: kind == SafeContactKind.KeepFrom ? Who(folded) : null);
    }

    private static string? Who(string folded) =>
        folded.Split(' ').FirstOrDefault(word => Values.Words.Shipped.Says("other", word) || word.StartsWith("родител", StringComparison.Ordinal)
            || word.StartsWith("семь", StringComparison.Ordinal) || word.StartsWith("уй", StringComparison.Ordinal));

    /// <summary>"после 18:00", "18ден кийин", "с 9 до 18", "до обеда"; only where the sentence speaks of reaching her.</summary>
    private static SafeContactRule? Hours(string sentence)
    {
        var folded = LongNumber().Replace(sentence.ToLowerInvariant(), " ");
        if (!Contact().IsMatch(folded)) return null;
        // "кечки 6дан кийин", "после 6 вечера": which six it is, a person has to see.
        if (PartOfDay().IsMatch(folded)) return new SafeContactRule(SafeContactKind.ReadFirst, sentence);
        var span = Between().Match(folded);
        if (span.Success && Time(span, "h1", "m1") is { } first && Time(span, "h2", "m2") is { } last && first < last)
            return new SafeContactRule(SafeContactKind.Hours, sentence, first, last);
        var after = After().Match(folded);
        if (after.Success && Time(after, "h", "m") is { } from) return new SafeContactRule(SafeContactKind.Hours, sentence, From: from);
        var before = Before().Match(folded);
        if (before.Success && Time(before, "h", "m") is { } until) return new SafeContactRule(SafeContactKind.Hours, sentence, Until: until);
        return null;
    }

    private static TimeOnly? Time(Match match, string hour, string minute)
    {
        var group = match.Groups[hour].Success ? hour : hour + "b";
        if (!int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 23) return null;
        var minutes = match.Groups[minute] is { Success: true, Length: > 0 } written ? int.Parse(written.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var evening = match.Value.Contains("pm", StringComparison.Ordinal) && hours < 12 ? 12 : 0;
        return minutes < 60 ? new TimeOnly(hours + evening, minutes) : null;
    }

    [GeneratedRegex(@"звон|набира|связ|чал|qo.?ng.?iroq|qoʻngʻiroq|yozing|байлан|телефон|тел\b|call|phone|байланыш|писать|жаз|контакт|только|гана|reach|after|before|^\s*(после|до|с)\s*[0-9]")]
    private static partial Regex Contact();

    [GeneratedRegex(@"(?:с|между|from|between|саат)?\s*(?<h1>[0-9]{1,2})(?::(?<m1>[0-9]{2})|\.(?<m1>00|30))?\s*(?:до|-|–|ден|дан|дөн|дон|тен|тан|to|and|и)\s*(?<h2>[0-9]{1,2})(?::(?<m2>[0-9]{2})|\.(?<m2>00|30))?(?![0-9./])")]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:после|с|after|позже|не раньше)\s*(?<h>[0-9]{1,2})(?::(?<m>[0-9]{2})|\.(?<m>00|30))?(?![0-9./])\s*(?:pm)?|(?<![0-9./])(?<hb>[0-9]{1,2})(?::(?<m>[0-9]{2})|\.(?<m>00|30))?\s*-?\s*(?:ден|дан|дөн|дон|тен|тан|нен|нан)?\s*кийин")]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?:до|before|не позже|не позднее)\s*(?<h>[0-9]{1,2})(?::(?<m>[0-9]{2})|\.(?<m>00|30))?(?![0-9./])|(?<![0-9./])(?<hb>[0-9]{1,2})(?::(?<m>[0-9]{2})|\.(?<m>00|30))?\s*-?\s*(?:ге|га|гө|го|ке|ка)?\s*чейин")]
    private static partial Regex Before();

    [GeneratedRegex(@"\+?[0-9](?:[\s\-()]{0,2}[0-9]){5,}")]
    private static partial Regex LongNumber();

    [GeneratedRegex("вечер|утр[оа]|кечки|кеч ?кирип|кечинде|кечкурун|эртең менен|таңкы|түнкү|ночи|kechqurun|ertalab|kechki|днем|дня|днём|ночью|до обеда|после обеда|после работы|на выходных|кечинде|эртең менен|түштөн кийин|жумуштан кийин|дем алышта|в выходные|evening|morning|weekend")]
    private static partial Regex PartOfDay();

    [GeneratedRegex(@"\b(тел|телефон\w*|номер\w*|номуру|номери|phone|number)\b")]
    private static partial Regex Phone();
}
