using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What offices write beside a day: the day of the week, the time, "около".</summary>
internal static partial class DateWords
{
    private const int FewestLetters = 3;

    private static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["пн"] = DayOfWeek.Monday, ["понедельник"] = DayOfWeek.Monday, ["дуйшомбу"] = DayOfWeek.Monday, ["dushanba"] = DayOfWeek.Monday, ["monday"] = DayOfWeek.Monday,
        ["вт"] = DayOfWeek.Tuesday, ["вторник"] = DayOfWeek.Tuesday, ["шейшемби"] = DayOfWeek.Tuesday, ["seshanba"] = DayOfWeek.Tuesday, ["tuesday"] = DayOfWeek.Tuesday,
        ["ср"] = DayOfWeek.Wednesday, ["среда"] = DayOfWeek.Wednesday, ["шаршемби"] = DayOfWeek.Wednesday, ["chorshanba"] = DayOfWeek.Wednesday, ["wednesday"] = DayOfWeek.Wednesday,
        ["чт"] = DayOfWeek.Thursday, ["четверг"] = DayOfWeek.Thursday, ["бейшемби"] = DayOfWeek.Thursday, ["payshanba"] = DayOfWeek.Thursday, ["thursday"] = DayOfWeek.Thursday,
        ["пт"] = DayOfWeek.Friday, ["пятница"] = DayOfWeek.Friday, ["жума"] = DayOfWeek.Friday, ["juma"] = DayOfWeek.Friday, ["friday"] = DayOfWeek.Friday,
        ["сб"] = DayOfWeek.Saturday, ["суббота"] = DayOfWeek.Saturday, ["ишемби"] = DayOfWeek.Saturday, ["shanba"] = DayOfWeek.Saturday, ["saturday"] = DayOfWeek.Saturday,
        ["вс"] = DayOfWeek.Sunday, ["воскресенье"] = DayOfWeek.Sunday, ["жекшемби"] = DayOfWeek.Sunday, ["yakshanba"] = DayOfWeek.Sunday, ["sunday"] = DayOfWeek.Sunday,
    };

    public static bool IsVague(string text) => text.Split(' ').Any(word => Words.Shipped.Says("approximate", Spelling.Fold(word)));

    private static bool IsPartOfMonth(string word) => Words.Shipped.Says("partOfMonth", Spelling.Fold(word));

    /// <summary>The text without day of the week, leading time, quotes and marks of doubt.</summary>
    public static string WithoutBeside(string text, out DayOfWeek? weekday)
    {
        DayOfWeek? named = null;
        var kept = Marks().Replace(TrailingTime().Replace(LeadingTime().Replace(BeforeMonth().Replace(text.Trim(), string.Empty), string.Empty), string.Empty), string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word =>
        {
            if (Words.Shipped.Says("approximate", Spelling.Fold(word)) || IsPartOfMonth(word)) return false;
            var letters = word.Trim('(', ')', ',', '.', ';');
            if (letters.Length == 0 || !char.IsLetter(letters[0]) || Weekday(Spelling.Fold(letters)) is not { } day) return true;
            named = day;
            return false;
        });
        var rest = string.Join(' ', kept).Trim(' ', ',', ';');
        weekday = named;
        return Roman().Replace(rest, match => "." + RomanMonth(match.Groups["m"].Value) + ".");
    }

    /// <summary>"Понед.", "четв", "Mon", "шарш.": the first letters tell where no other day begins so and no month does.</summary>
    private static DayOfWeek? Weekday(string folded)
    {
        if (Weekdays.TryGetValue(folded, out var whole)) return whole;
        if (folded.Length < FewestLetters || Words.Shipped.Month(folded) is not null) return null;
        var begun = Weekdays.Where(day => day.Key.StartsWith(folded, StringComparison.Ordinal)).Select(day => day.Value).Distinct().ToArray();
        return begun is [var one] ? one : null;
    }

    public static bool MayStandBeside(string word) => word is "число" or "числа" or "числ" or "месяц" or "месяца" or "мес" or "айы" or "айынын" or "айында" or "ойи" or "ойининг" or "oyi" or "oyining" or "of" or "куну" or "г" or "год" or "года" or "г-да" or "ж" or "жыл" or "жылы" or "жылдын" or "yil" or "йил" or "th" or "st" or "nd" or "rd" or "го";

    private static int RomanMonth(string roman) => Array.IndexOf(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], roman) + 1;

    // "Mid-May", "late-June"
    [GeneratedRegex(@"^(mid|early|late|end|сер|нач|кон)\.?\s?-\s?(?=\p{L}{3})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeMonth();

    [GeneratedRegex("[?~≈«»\"’']")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?,?\s+(?=[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingTime();

    // Behind the name of a month; behind digits alone the reader of days itself knows the time.
    [GeneratedRegex(@"(?<=\p{L}{3}\.?)\s*,?\s*(в\s+|саат\s+|at\s+)?[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\s*ч\.?)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex TrailingTime();

    [GeneratedRegex(@"(?<=[0-9])[.\s/\-](?<m>XI{0,2}|IX|IV|VI{0,3}|I{1,3}|V)[.\s/\-](?=[0-9])")]
    private static partial Regex Roman();
}
