using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Reads days as offices write them: spreadsheet days, 15.05.2023, 15.05.23, 15/5/2023, 2023-05-15, 15 мая, 2023-жылдын 15-майы, 30.06?</summary>
internal static partial class DateReader
{
    private const int FirstYear = 1990;

    public static Reading<PartialDate?> Read(SourceCell cell, Habits habits)
    {
        if (cell.IsBlank) return Reading<PartialDate?>.Nothing;
        var read = cell.Kind switch
        {
            CellKind.Day => cell.Day is { } day ? OfSpreadsheet(day, habits) : NotUnderstood(cell.Written),
            CellKind.Number => DayOfSheet(cell.Number, cell.Written, habits) ?? Number(cell),
            _ => Words(cell.Words!, habits),
        };
        return Plausible(Unshown(cell, habits) ?? read, habits);
    }

    /// <summary>True when the text is a day of which only the order of day and month may be in question; used to learn the register's habits.</summary>
    public static bool TryTriple(string text, out (int First, int Second, int Year, bool Slash) triple)
    {
        triple = default;
        var match = Triple().Match(text.Trim());
        if (!match.Success || match.Groups["c"].Length == 3 || IsSpanWithoutYear(text.Trim(), out _)) return false;
        triple = (Int(match.Groups["a"]), Int(match.Groups["b"]), FullYear(match.Groups["c"]), match.Groups["s"].ValueSpan[0] == '/');
        return true;
    }

    private static Reading<PartialDate?> Words(string text, Habits habits)
    {
        var uncertain = text.AsSpan().ContainsAny('?', '~', '≈') || DateWords.IsVague(text);
        text = FromTo().Replace(Spaced().Replace(text, "${d}.${m}.${y}"), "${from}-${to}");
        var tidy = Tail().Replace(DateWords.WithoutBeside(text, out var weekday), string.Empty).Trim();
        if (tidy.Length == 0 || Values.Words.Shipped.Says("empty", Spelling.Fold(tidy))) return Reading<PartialDate?>.Nothing;

        var read = Numeric(tidy, habits) ?? InWords(tidy, habits) ?? Mended(tidy, habits) ?? WithRest(tidy, habits) ?? NotUnderstood(text);
        if (weekday is { } named && read is { IsCertain: true, Value: { IsExact: true } exact } && exact.Earliest.DayOfWeek != named)
            return Reading<PartialDate?>.Doubtful(exact, $"'{text}': {exact} is another day of the week");
        return uncertain && read.Value is { } date ? Reading<PartialDate?>.Doubtful(date, read.Doubt is null ? $"'{text}' carries a question mark or a word of doubt" : $"'{text}' carries a question mark or a word of doubt; {read.Doubt}") : read;
    }

    private static Reading<PartialDate?>? Numeric(string text, Habits habits)
    {
        var iso = YearFirst().Match(text);
        if (iso.Success) return Day(Int(iso.Groups["y"]), Int(iso.Groups["m"]), Int(iso.Groups["d"])) is { } day ? Sure(day) : Impossible(text);
        if (TryTriple(text, out var triple)) return triple.Slash ? Slashed(text, triple, habits) : Dotted(text, triple, habits);

        var month2 = YearMonth().Match(text);
        if (month2.Success && PartialDate.Of(Int(month2.Groups["y"]), Int(month2.Groups["m"])) is { } yearAndMonth)
            return Reading<PartialDate?>.Doubtful(yearAndMonth, $"'{text}' names only the month");
        var pair = Pair().Match(text);
        if (pair.Success) return WithoutYear(text, Int(pair.Groups["d"]), Int(pair.Groups["m"]), habits);
        var month = MonthYear().Match(text);
        if (month.Success && PartialDate.Of(Int(month.Groups["y"]), Int(month.Groups["m"])) is { } monthOnly)
            return Reading<PartialDate?>.Doubtful(monthOnly, $"'{text}' names only the month");
        var range = Range().Match(text);
        if (range.Success && Day(FullYear(range.Groups["y"]), Int(range.Groups["m"]), Int(range.Groups["d"])) is { } first)
            return Span(text, PartialDate.From(first));
        if (IsSpanWithoutYear(text, out var days) && WithoutYear(text, Int(days.Groups["d"]), Int(days.Groups["m"]), habits) is { Value: { } begun })
            return Span(text, begun);
        if (DayAlone().Match(text) is { Success: true } alone) return DayOfSheet(Int(alone.Groups["d"]), text, habits);
        if (text.Length is 5 or 8 && text.All(char.IsAsciiDigit)) return Digits(text);
        return null;
    }

    /// <summary>"08-10.04", "28.04-02.05": with a stroke between the first two and a point behind, the third is the month. Days that go down are none.</summary>
    private static bool IsSpanWithoutYear(string text, out Match days)
    {
        days = SpanWithoutYear().Match(text);
        return days.Success && (!days.Groups["last"].Success || Int(days.Groups["d"]) < Int(days.Groups["last"]));
    }

    private static Reading<PartialDate?> Dotted(string text, (int First, int Second, int Year, bool Slash) written, Habits habits)
    {
        if (Day(written.Year, written.Second, written.First) is { } day)
            return habits.SomeMonthFirst && written.First <= 12 && written.First != written.Second && Day(written.Year, written.First, written.Second) is { } turned
                ? Reading<PartialDate?>.Doubtful(PartialDate.From(day), $"'{text}' read as {Iso(day)}, may be {Iso(turned)}: other days here put the month first")
                : Sure(day);
        return Day(written.Year, written.First, written.Second) is { } swapped
            ? Reading<PartialDate?>.Doubtful(PartialDate.From(swapped), $"'{text}' has no month {written.Second}; read with the month first")
            : Impossible(text);
    }

    private static Reading<PartialDate?> Slashed(string text, (int First, int Second, int Year, bool Slash) written, Habits habits)
    {
        var dayFirst = Day(written.Year, written.Second, written.First);
        var monthFirst = Day(written.Year, written.First, written.Second);
        if (dayFirst is null && monthFirst is null) return Impossible(text);
        if (dayFirst == monthFirst || monthFirst is null) return Sure(dayFirst!.Value);
        if (dayFirst is null) return Sure(monthFirst!.Value);
        if (habits.DaysFirst.Contains(text)) return Sure(dayFirst.Value);
        var (best, other) = habits.MonthFirst ? (monthFirst.Value, dayFirst.Value) : (dayFirst.Value, monthFirst.Value);
        return Reading<PartialDate?>.Doubtful(PartialDate.From(best), $"'{text}' read as {Iso(best)}, may be {Iso(other)}");
    }

    private static Reading<PartialDate?> WithoutYear(string text, int day, int month, Habits habits)
    {
        if (habits.Year is not { } year) return NotUnderstood(text);
        if (Day(year, month, day) is not { } read) return Impossible(text);
        return habits.Says(read) ? Sure(read) : Reading<PartialDate?>.Doubtful(PartialDate.From(read), $"'{text}' has no year, taken as {year} like the register");
    }

    /// <summary>15 мая 2023, 15-май, May 15, 2023, 2023-жылдын 15-майы, май 2023.</summary>
    private static Reading<PartialDate?>? InWords(string text, Habits habits)
    {
        var folded = Spelling.Fold(text.Replace('/', ' '));
        if (Values.Words.Shipped.Month(folded) is not { } month) return null;
        var beside = Values.Words.Shipped.Months.Unexplained(folded);
        if (Values.Words.Shipped.Month(string.Join(' ', beside)) is { } second && second != month) return NotUnderstood(text);
        if (beside.Any(word => !word.Any(char.IsAsciiDigit) && !DateWords.MayStandBeside(word))) return null;
        var numbers = Numbers().Matches(folded).Select(match => match.ValueSpan.Length <= 4 ? Int(match) : -1).ToArray();
        var year = numbers.Where(number => number >= 1900).Select(number => (int?)number).FirstOrDefault();
        var small = numbers.Where(number => number is > 0 and < 100).ToArray();
        if (numbers.Length > 3 || (numbers.Length == 3 && year is null) || numbers.Contains(-1)) return null;

        if (small.Length == 0)
            return (year ?? habits.Year) is { } whole && PartialDate.Of(whole, month) is { } only ? Reading<PartialDate?>.Doubtful(only, $"'{text}' names only the month") : null;
        if (small.Length == 2 && year is not null)
            return Day(year.Value, month, small[0]) is { } first
                ? Span(text, PartialDate.From(first))
                : Impossible(text);
        if (small.Length == 2 && year is null && StandBeforeMonth(folded))
            return WithoutYear(text, small[0], month, habits) is { Value: { } begun } ? Span(text, begun) : Impossible(text);
        // "Апр.23" in a register of 2023 is how a spreadsheet shows a month of that year.
        if (small.Length == 1 && year is null && habits.Year is { } running && small[0] == running % 100 && MonthOfYear().IsMatch(text) && PartialDate.Of(running, month) is { } shown)
            return Reading<PartialDate?>.Doubtful(shown, $"'{text}' names only the month");
        if (small.Length == 2) year = 2000 + small[1];
        if (year is null) return WithoutYear(text, small[0], month, habits);
        return Day(year.Value, month, small[0]) is { } day ? Sure(day) : Impossible(text);
    }

    /// <summary>"15-16 марта": the second number is no year.</summary>
    private static bool StandBeforeMonth(string folded)
    {
        var words = folded.Split(' ');
        var month = Array.FindIndex(words, word => word.Length > 2 && char.IsLetter(word[0]) && Values.Words.Shipped.Month(word) is not null);
        return Array.FindLastIndex(words, word => char.IsAsciiDigit(word[0])) < month;
    }

    private static Reading<PartialDate?> Span(string text, PartialDate first) => Reading<PartialDate?>.Doubtful(first, $"'{text}' is a span of days, its first is taken");

    private static Reading<PartialDate?> Digits(string text)
    {
        if (text.Length == 5) return Number(SourceCell.Of(Int(text)));
        if (Day(Int(text[..4]), Int(text[4..6]), Int(text[6..])) is { } yearFirst && yearFirst.Year >= FirstYear)
            return Reading<PartialDate?>.Doubtful(PartialDate.From(yearFirst), $"'{text}' read as {Iso(yearFirst)}");
        return Day(Int(text[4..]), Int(text[2..4]), Int(text[..2])) is { } dayFirst
            ? Reading<PartialDate?>.Doubtful(PartialDate.From(dayFirst), $"'{text}' read as {Iso(dayFirst)}")
            : NotUnderstood(text);
    }

    /// <summary>Letters typed for digits (О for 0, З for 3), doubled dots, stray spaces.</summary>
    private static Reading<PartialDate?>? Mended(string text, Habits habits)
    {
        if (!text.Any(char.IsAsciiDigit)) return null;
        var mended = DoubledMarks().Replace(text, ".").TrimEnd('.', ',', '-', '/');
        mended = string.Concat(mended.Select(letter => letter switch
        {
            'о' or 'О' or 'o' or 'O' => '0', 'З' or 'з' => '3', 'l' or 'I' => '1', _ => letter,
        })).Replace(" ", string.Empty, StringComparison.Ordinal);
        if (mended == text || Numeric(mended, habits) is not { Value: { } value } read) return null;
        if (read.IsCertain && text.TrimEnd('.', ',') == mended) return read;
        return Reading<PartialDate?>.Doubtful(value, $"'{text}' read as {value}");
    }

    private static Reading<PartialDate?>? WithRest(string text, Habits habits)
    {
        var match = Leading().Match(text);
        if (!match.Success || Numeric(match.Groups["date"].Value, habits) is not { Value: { } value } read) return null;
        if (read.IsCertain && Clock().IsMatch(match.Groups["rest"].Value)) return read;
        return Reading<PartialDate?>.Doubtful(value, read.Doubt ?? $"'{text}' read as {value}, the rest is kept as text");
    }

    /// <summary>45061 among days of 2023: a cell whose number format was lost. Nothing else of the register's years is written so.</summary>
    private static Reading<PartialDate?>? Unshown(SourceCell cell, Habits habits) =>
        !cell.IsBlank && cell.Written.Length == 5 && int.TryParse(cell.Written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && SourceCell.Of(number).Day is { } day && habits.UsualYears.Contains(day.Year) ? Sure(day) : null;

    private static Reading<PartialDate?> Number(SourceCell cell)
    {
        if (cell.Number is >= 30_000 and < 60_000 && cell.Day is { } serial)
            return Reading<PartialDate?>.Doubtful(PartialDate.From(serial), $"'{cell.Written}' read as the spreadsheet's day number of {Iso(serial)}");
        return cell.Number is >= FirstYear and < 2100 && cell.Number == Math.Floor(cell.Number)
            ? Reading<PartialDate?>.Doubtful(PartialDate.Of((int)cell.Number), $"'{cell.Written}' names only the year")
            : NotUnderstood(cell.Written);
    }

    /// <summary>"12" in the sheet "Май" of a register of 2023.</summary>
    private static Reading<PartialDate?>? DayOfSheet(double number, string text, Habits habits) =>
        habits is { Month: { } month, Year: { } year } && number is >= 1 and <= 31 && number == Math.Floor(number) && Day(year, month, (int)number) is { } day
            ? habits.Says(day) ? Sure(day) : Reading<PartialDate?>.Doubtful(PartialDate.From(day), $"'{text}' read as a day of the month over it, {Iso(day)}")
            : null;

    /// <summary>A day the spreadsheet may have made out of another one, or just a day.</summary>
    private static Reading<PartialDate?> OfSpreadsheet(DateOnly day, Habits habits) =>
        habits.DaysLookSwapped && day.Day != day.Month && Day(day.Year, day.Day, day.Month) is { } turned
            ? Reading<PartialDate?>.Doubtful(PartialDate.From(turned), $"the spreadsheet holds {Iso(day)}, but seems to have turned day and month round: read as {Iso(turned)}")
            : Sure(day);

    private static Reading<PartialDate?> Plausible(Reading<PartialDate?> read, Habits habits)
    {
        if (read.Value is not { } date || !read.IsCertain) return read;
        if (date.Earliest > habits.Today) return Reading<PartialDate?>.Doubtful(date, $"{date} lies in the future");
        if (date.Year < FirstYear) return Reading<PartialDate?>.Doubtful(date, $"{date} is very long ago");
        return habits.IsUsualYear(date.Year) ? read : Reading<PartialDate?>.Doubtful(date, $"{date}: the year is not the register's ({habits.Year})");
    }

    private static Reading<PartialDate?> Sure(DateOnly day) => Reading<PartialDate?>.Sure(PartialDate.From(day));

    private static Reading<PartialDate?> Impossible(string text) => Reading<PartialDate?>.NotUnderstood($"'{text}' is no day of the calendar");

    private static Reading<PartialDate?> NotUnderstood(string text) => Reading<PartialDate?>.NotUnderstood($"'{text}' was not understood as a day");

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int FullYear(Capture year) => year.Length == 2 ? 2000 + Int(year) : Int(year);

    private static int Int(Capture digits) => Int(digits.Value);

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})\s*(?<s>[./,\-])\s*(?<b>[0-9]{1,2})\s*[./,\-]\s*(?<c>[0-9]{2,4})$")]
    private static partial Regex Triple();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})(\s*-?\s*(е|го|ое|числа|число|числ|күн|күнү|кун|күні|th))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"^(?<y>[12][0-9]{3})\s*[./,\-]\s*(?<m>[0-9]{1,2})\s*[./,\-]\s*(?<d>[0-9]{1,2})$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\s*[./\-]\s*(?<m>[0-9]{1,2})\.?$")]
    private static partial Regex Pair();

    [GeneratedRegex(@"^(?<y>20[0-9]{2}|19[0-9]{2})\s*[./\-]\s*(?<m>0?[1-9]|1[0-2])$")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(?<m>[0-9]{1,2})\s*[./\-]\s*(?<y>[12][0-9]{3})$")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})(\.[0-9]{1,2}(\.[0-9]{2,4})?)?\s*[-–—/]\s*[0-9]{1,2}\.(?<m>[0-9]{1,2})\.(?<y>[0-9]{4}|[0-9]{2})$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\s*[-–—]\s*(?<last>[0-9]{1,2})\s*[.]\s*(?<m>0?[1-9]|1[0-2])\.?$|^(?<d>[0-9]{1,2})\.(?<m>0?[1-9]|1[0-2])\.?\s*[-–—]\s*[0-9]{1,2}\.(0?[1-9]|1[0-2])\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex SpanWithoutYear();

    [GeneratedRegex(@"^(?<date>[0-9]{1,4}[./\-][0-9]{1,2}[./\-][0-9]{1,4}|[0-9]{1,2}[./][0-9]{1,2})(?<rest>[\sTв(,;г].*)$", RegexOptions.Singleline)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^[\sTв,]*[0-9]{1,2}[:.\-][0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?( ?ч\.?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\s*(года|год|г\.|г|-?жылы|-?жыл|-?ж\.|-?ж)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^\s*(?<d>[0-9]{1,2})\s+(?<m>0?[1-9]|1[0-2])\s+(?<y>20[0-9]{2}|[0-9]{2})\s*$")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^\s*(с|со|from)\s+(?<from>[0-9]{1,2})\s+(по|до|to|till|until)\s+(?<to>[0-9]{1,2})(?=\s*[./]\s*[0-9]|\s*-?\s*\p{L}{3,})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"^\p{L}{3,}[.\-'’]?[0-9]{2}$")]
    private static partial Regex MonthOfYear();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[.,]{2,}|\s*\.\s+")]
    private static partial Regex DoubledMarks();
}
