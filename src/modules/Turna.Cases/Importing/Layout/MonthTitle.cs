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
        if (texts.Length != 1) return null;
        var folded = Spelling.Fold(texts[0]);
        var words = Words.Shipped.Months;
        if (folded.Split(' ').Length > MostWords || words.Best(folded) is not { Rival: null } month) return null;
        // "Апрель — июнь" is no month.
        if (words.Best(string.Join(' ', words.Unexplained(folded))) is not null) return null;
        return new MonthTitle(int.Parse(month.Meaning, CultureInfo.InvariantCulture), YearIn(folded));
    }

    /// <summary>"Апрель - 17" in a register of 2024 counts what stands above, "Май-24" names a year: a number behind a dash is one where it may be the register's own, or the register tells none.</summary>
    public static bool IsCount(string line, int? year) => Counts().Match(line.Trim()) is { Success: true } counts && int.Parse(counts.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) is var number
        && (number is < 10 or > 99 || (year is { } own && Math.Abs(own % 100 - number) > 1));

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

    // "Апрель - 7", "Май: 17"
    [GeneratedRegex(@"\p{L}\.?\s*[-–—:=]\s*(?<number>[0-9]{1,3})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Counts();

    [GeneratedRegex(@"\b(199[0-9]|20[0-4][0-9])\b", RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenYear();

    [GeneratedRegex(@"^\p{L}+ (?<two>[0-4][0-9])( (г|год|года|ж|жыл|жылы))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortYear();
}
