using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// The time that a register itself says it is about: "2024 yil", "II квартал 2024 г.", "январь – июнь 2024", "1-жарым жылдык, 2024". A year that
/// stands in a whole day, in the name of an order or behind "ведётся с" is none.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="From">Its first month.</param>
/// <param name="Until">Its last month.</param>
internal readonly partial record struct StatedPeriod(int Year, int From, int Until)
{
    private const int Months = 12;
    private static readonly (string Kind, int Months)[] Parts = [("quarter", 3), ("halfYear", 6)];

    /// <summary>What the lines say together; null where none says a year, or two say different ones.</summary>
    public static StatedPeriod? In(IEnumerable<string> lines)
    {
        var said = lines.Select(OfLine).OfType<StatedPeriod>().Distinct().ToArray();
        if (said.Length == 0 || said.Select(period => period.Year).Distinct().Count() > 1) return null;
        var narrow = said.Where(period => !period.IsWhole).DefaultIfEmpty(said[0]).ToArray();
        return new StatedPeriod(said[0].Year, narrow.Min(period => period.From), narrow.Max(period => period.Until));
    }

    /// <summary>The whole year: nothing narrower is said.</summary>
    public bool IsWhole => From == 1 && Until == Months;

    /// <summary>The month where it is a single one.</summary>
    public int? Month => From == Until ? From : null;

    public bool Holds(DateOnly day) => day.Year == Year && day.Month >= From && day.Month <= Until;

    private static StatedPeriod? OfLine(string line)
    {
        var folded = Spelling.Fold(DayInWords().Replace(DayInFigures().Replace(NumberOfPaper().Replace(line, " "), " "), " "));
        if (Words.Shipped.Mentions("otherYear", folded)) return null;
        var years = Years().Matches(folded).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).Distinct().ToArray();
        if (years is not [var year] || OfPaper().IsMatch(folded) || (Words.Shipped.Mentions("ofProject", folded) && !SaidOfTime().IsMatch(folded))) return null;
        foreach (var (kind, length) in Parts)
            if (Part(folded, kind) is { } part) return part >= 1 && part * length <= Months ? new StatedPeriod(year, ((part - 1) * length) + 1, part * length) : null;

        var months = MonthsOf(folded).ToArray();
        // The year of a project is in its name: "Миграция-2023".
        if (months.Length == 0 && folded.Length > 4 && !SaidOfTime().IsMatch(folded)) return null;
        return months.Length == 0 ? new StatedPeriod(year, 1, Months) : new StatedPeriod(year, months.Min(), months.Max());
    }

    /// <summary>"ii квартал", "2 чейреги", "q2", "1 е полугодие", "экинчи чейрек": which of them; nought where no number is understood.</summary>
    private static int? Part(string folded, string kind)
    {
        var words = folded.Split(' ');
        var at = Array.FindIndex(words, word => Words.Shipped.Mentions(kind, word) || (kind == "quarter" && ShortQuarter().IsMatch(word)));
        if (at < 0) return null;
        if (ShortQuarter().IsMatch(words[at])) return words[at][1] - '0';
        return words.Take(at).Reverse().Concat(words.Skip(at + 1)).Select(Ordinal).FirstOrDefault(number => number is not null) ?? 0;
    }

    private static int? Ordinal(string word) => word switch
    {
        "1" or "i" or "и" or "1ый" or "1й" or "первый" or "первое" or "первого" or "биринчи" or "birinchi" or "first" or "1st" => 1,
        "2" or "ii" or "ии" or "2ой" or "2й" or "второй" or "второе" or "второго" or "экинчи" or "ikkinchi" or "иккинчи" or "second" or "2nd" => 2,
        "3" or "iii" or "иии" or "3ий" or "3й" or "третий" or "третьего" or "учунчу" or "uchinchi" or "учинчи" or "third" or "3rd" => 3,
        "4" or "iv" or "4ый" or "4й" or "четвертый" or "четвертого" or "тортунчу" or "tortinchi" or "туртинчи" or "fourth" or "4th" => 4,
        _ => null,
    };

    /// <summary>Names of months take one word or two ("чын куран").</summary>
    private static IEnumerable<int> MonthsOf(string folded)
    {
        var words = folded.Split(' ');
        for (var at = 0; at < words.Length; at++)
            if ((Words.Shipped.Month(words[at]) ?? (at + 1 < words.Length ? Words.Shipped.Month($"{words[at]} {words[at + 1]}") : null)) is { } month) yield return month;
    }

    // "№ 15-2024", "45/2024"
    [GeneratedRegex(@"№\s*[\p{L}0-9/-]+|(?<![0-9])[0-9]+/20[0-9]{2}", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberOfPaper();

    [GeneratedRegex(@"[0-9]{1,2}\s*[./-]\s*[0-9]{1,2}\s*[./-]\s*[0-9]{2,4}|20[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}")]
    private static partial Regex DayInFigures();

    // "12 января 2024", but not "1-квартал 2024".
    [GeneratedRegex(@"(?<![\p{L}0-9])[0-9]{1,2}\s*[-–]?\s*(?!жыл|йил|yil|квартал|чейрек|chorak|полугод|жарым|мес|quarter)\p{L}{3,}\.?,?\s+20[0-9]{2}", RegexOptions.IgnoreCase)]
    private static partial Regex DayInWords();

    [GeneratedRegex(@"(?<![0-9])20[0-4][0-9](?![0-9])")]
    private static partial Regex Years();

    // "Свидетельство от 2019 г."
    [GeneratedRegex(@"\b(от|from|dated) 20[0-4][0-9]\b", RegexOptions.ExplicitCapture)]
    private static partial Regex OfPaper();

    [GeneratedRegex(@"\b20[0-4][0-9] ?(г|год|года|году|ж|жыл\p{L}*|йил\p{L}*|yil\p{L}*)\b|\b(за|for|in|year) 20[0-4][0-9]\b", RegexOptions.ExplicitCapture)]
    private static partial Regex SaidOfTime();

    [GeneratedRegex("^[qк][1-4]$")]
    private static partial Regex ShortQuarter();
}
