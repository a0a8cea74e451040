using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>A line between the entries that names the month of those below it: "АПРЕЛЬ", "Май 2024", "май 24", "За март месяц".</summary>
internal readonly partial record struct MonthTitle(int Month, int? Year)
{
    private const int MostWords = 5;

    public static MonthTitle? Of(SourceRow row)
    {
        var texts = row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Written).Distinct(StringComparer.Ordinal).ToArray();
        if (texts.Length != 1 || Counts().IsMatch(texts[0])) return null;
        var folded = Spelling.Fold(texts[0]);
        var words = Words.Shipped.Months;
        if (folded.Split(' ').Length > MostWords || words.Best(folded) is not { Rival: null } month) return null;
        // "Апрель — июнь" is no month.
        if (words.Best(string.Join(' ', words.Unexplained(folded))) is not null) return null;
        return new MonthTitle(int.Parse(month.Meaning, CultureInfo.InvariantCulture), YearIn(folded));
    }

    /// <summary>A few words with no number among them but a year: "Январь", "за март 2024 года".</summary>
    public static bool IsPlain(string line) => Spelling.Fold(line).Split(' ') is { Length: <= MostWords } words && Array.TrueForAll(words, word => !word.Any(char.IsDigit) || WrittenYear().IsMatch(word));

    /// <summary>"ноябрь 24" alone in its row: read as a day, it would be the 24th, but a day has something said on it.</summary>
    public static bool IsMonthOfYear(string text)
    {
        var folded = Spelling.Fold(text);
        return ShortYear().IsMatch(folded) && Words.Shipped.Month(folded.Split(' ')[0]) is not null;
    }

    private static int? YearIn(string folded) =>
        WrittenYear().Match(folded) is { Success: true } year ? int.Parse(year.ValueSpan, CultureInfo.InvariantCulture)
        : ShortYear().Match(folded) is { Success: true } two ? 2000 + int.Parse(two.Groups["two"].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    // "Апрель - 17" and "за май 10" count what stands above; a year has no dash before it.
    [GeneratedRegex(@"\p{L}\.?\s*[-–—:=]\s*[0-9]{1,3}(\s*\p{L}*)?$|^(за|in|for)\s+\p{L}+\s+[0-9]{1,3}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Counts();

    [GeneratedRegex(@"\b(199[0-9]|20[0-4][0-9])\b", RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenYear();

    [GeneratedRegex(@"^\p{L}+ (?<two>[0-4][0-9])( (г|год|года|ж|жыл|жылы))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortYear();
}
