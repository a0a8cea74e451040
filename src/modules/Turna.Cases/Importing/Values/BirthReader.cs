using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>A year of birth and, where written, the day.</summary>
internal readonly record struct Birth(int Year, PartialDate Date);

/// <summary>Reads a birth year from a year, two digits of it, an age or a whole date.</summary>
internal static partial class BirthReader
{
    private const int YoungestWorker = 14;
    private const int OldestWorker = 65;
    private const int OldestMigrant = 69;
    private const int OldestAge = 80;
    private const int OldestPerson = 100;
    private const int FirstRegister = 1990;

    /// <param name="field">BirthYear, BirthDate or Age: what a bare number of two digits most likely is.</param>
    /// <param name="yearOfContact">Year in which the age was true; null when the row has no date.</param>
    public static Reading<Birth?> Read(SourceCell cell, RegisterField field, int? yearOfContact, Habits habits)
    {
        if (cell.IsBlank) return Reading<Birth?>.Nothing;
        // A visit in the year 0023 is a slip of the pen: an age can't be counted from it.
        var year = new[] { yearOfContact, habits.Year }.FirstOrDefault(candidate => candidate >= FirstRegister && candidate <= habits.Today.Year) ?? habits.Today.Year;
        var read = cell.Kind switch
        {
            CellKind.Day => FromDay(cell),
            CellKind.Number => Number(cell, field, year, habits),
            _ => Words(cell.Words!, field, year, habits),
        };
        return Plausible(read, cell.Written, year);
    }

    private static Reading<Birth?> FromDay(SourceCell cell) =>
        cell.Day is { } day ? Sure(Date(PartialDate.From(day))) : NotUnderstood(cell.Written);

    private static Reading<Birth?> Number(SourceCell cell, RegisterField field, int year, Habits habits)
    {
        if (cell.Unit is not null) return Words(cell.Written, field, year, habits);
        if (cell.Number is >= 1900 and < 2100 && cell.Number == Math.Floor(cell.Number)) return Sure(OfYear((int)cell.Number));
        if (cell.Number is >= 0 and < 100 && cell.Number == Math.Floor(cell.Number)) return TwoDigits((int)cell.Number, cell.Written, field, year, habits);
        // A number of four digits is a year that nobody was born in, not a day of 1927.
        return cell.Number is >= 10_000 and < 45_000 && cell.Day is { } day
            ? Reading<Birth?>.Doubtful(Date(PartialDate.From(day)), $"'{cell.Written}' read as the spreadsheet's day number of {Date(PartialDate.From(day)).Date}")
            : NotUnderstood(cell.Written);
    }

    private static Reading<Birth?> Words(string text, RegisterField field, int year, Habits habits)
    {
        var folded = Spelling.Fold(text);
        if (SourceCell.IsDash(text) || Values.Words.Shipped.Says("empty", folded)) return Reading<Birth?>.Nothing;
        if (folded.Length == 0) return NotUnderstood(text);

        if (Values.Words.Shipped.Says("unknown", folded)) return NotUnderstood(text);
        var vague = text.AsSpan().IndexOfAny("?~≈") >= 0 || Values.Words.Shipped.Mentions("approximate", folded) || Hearsay().IsMatch(text);
        var read = Certain(WithoutApproximation(text), folded, field, year, habits);
        return vague && read is { IsCertain: true, Value: { } born } ? Reading<Birth?>.Doubtful(born, $"'{text}' is approximate, read as {born.Year}") : read;
    }

    private static Reading<Birth?> Certain(string text, string folded, RegisterField field, int year, Habits habits)
    {
        text = text.Trim('\'', '’', '`');
        folded = Spelling.Fold(text);
        if (KyrgyzShort().Match(text) is { Success: true } written) return YearOrAge(written.Groups["two"].Value, written.Groups["ordinal"].Success, text, year);
        if (AgeOnDay().Match(text) is { Success: true } dated) return FromAge(Int(dated.Groups["age"].Value), text, Int(dated.Groups["year"].Value) - (dated.Groups["newYear"].Success ? 1 : 0));
        var age = Age().Match(folded);
        if (age.Success && OldYear().IsMatch(folded)) return YearOrAge(age.Groups["age"].Value, ordinal: true, text, year);
        if (age.Success) return FromAge(Int(age.Groups["age"].Value), text, year);
        if (AgeSpan().Match(folded) is { Success: true } span) return FromAge(Int(span.Groups["age"].Value), text, year);
        if (AgeAndMore().Match(text) is { Success: true } more) return FromAge(Int(more.Groups["age"].Value), text, year);
        var whole = WholeYear().Match(folded);
        if (whole.Success) return Sure(OfYear(Int(whole.Groups["year"].Value)));
        var either = TwoYears().Match(folded);
        if (either.Success)
            return Reading<Birth?>.Doubtful(OfYear(Int(either.Groups["year"].Value)), $"'{text}' names two years, the first is taken");
        if (text.Length is 1 or 2 && text.All(char.IsAsciiDigit)) return TwoDigits(Int(text), text, field, year, habits);
        if (BornInShort().Match(folded) is { Success: true } told && 1900 + Int(told.Groups["y"].Value) is var born && year - born is >= YoungestWorker and <= OldestMigrant) return Sure(OfYear(born));
        if (ShortYear().Match(folded) is { Success: true } two) return TwoDigits(Int(two.Groups["y"].Value), two.Groups["y"].Value, RegisterField.BirthYear, year, habits with { BirthsAreAges = false, AgesAmongBirths = false });
        if (BesideAge().Match(folded) is { Success: true } both) return YearAndAge(Int(both.Groups["year"].Value), Int(both.Groups["age"].Value), text, year);
        text = YearWord().Replace(text, string.Empty);

        // A day of birth has any year, and slashes in it follow the habits of the register.
        var day = DateReader.Read(SourceCell.Of(text), habits with { UsualYears = new HashSet<int>(), Today = DateOnly.MaxValue, Year = null });
        if (day.Value is not { } date) return TwoDigitDay(text, year) ?? InLongerText(text, folded) ?? NotUnderstood(text);
        if (date.Year > year && TwoDigitDay(text, year) is { } earlier) return earlier;
        if (day.IsCertain || OnlyVeryOld(day, date)) return Sure(Date(date));
        return date.Month is not null && !date.IsExact && MonthAndYear().IsMatch(folded) ? Sure(OfYear(date.Year)) : OrderOnly(date, day.Doubt!);
    }

    /// <summary>For the year of birth it does not matter which number is the month.</summary>
    private static Reading<Birth?> OrderOnly(PartialDate date, string doubt) =>
        doubt.Contains("may be", StringComparison.Ordinal) ? Sure(OfYear(date.Year)) : Reading<Birth?>.Doubtful(Date(date), doubt);

    private static bool OnlyVeryOld(Reading<PartialDate?> day, PartialDate date) => date.Year < 1990 && day.Doubt!.EndsWith("very long ago", StringComparison.Ordinal);

    /// <summary>12.05.88</summary>
    private static Reading<Birth?>? TwoDigitDay(string text, int year)
    {
        var match = ShortDay().Match(text);
        if (!match.Success) return null;
        var two = Int(match.Groups["y"].Value);
        var full = 2000 + two <= year - YoungestWorker ? 2000 + two : 1900 + two;
        return PartialDate.Of(full, Int(match.Groups["m"].Value), Int(match.Groups["d"].Value)) is { } date ? Sure(Date(date)) : null;
    }

    /// <summary>"1988 (35 лет)": the two must speak of one year.</summary>
    private static Reading<Birth?> YearAndAge(int born, int age, string text, int year) => year - born - age is 0 or 1
        ? Sure(OfYear(born))
        : Reading<Birth?>.Doubtful(OfYear(born), $"'{text}': {age} years of age would mean {year - age}");

    private static string WithoutApproximation(string text) => string.Join(' ', Hearsay().Replace(text, string.Empty).Trim(' ', '?', '~', '≈').Split(' ')
        .Where(word => !Values.Words.Shipped.Says("approximate", Spelling.Fold(word))));

    private static Reading<Birth?>? InLongerText(string text, string folded)
    {
        var years = AnyYear().Matches(folded);
        return years.Count == 1 ? Reading<Birth?>.Doubtful(OfYear(Int(years[0].Value)), $"'{text}' read as {years[0].Value}") : null;
    }

    private static Reading<Birth?> FromAge(int age, string text, int year) => age is > 0 and <= OldestPerson
        ? Reading<Birth?>.Doubtful(OfYear(year - age), $"'{text}' read as {year - age}, may be {year - age - 1}")
        : NotUnderstood(text);

    /// <summary>
    /// 72 is a year, 05 is a year; 35 is far more often an age. Which it is, is said, unless it can only be one of them; and where most
    /// such numbers of the column are ages, 72 may be one too.
    /// </summary>
    private static Reading<Birth?> TwoDigits(int two, string text, RegisterField field, int year, Habits habits)
    {
        if (field == RegisterField.Age) return IsNoAge(two, text, year, habits.AgesArePlain, out var born) ? Reading<Birth?>.Doubtful(OfYear(born), $"'{text}' read as the year {born}, may be an age") : FromAge(two, text, year);
        if (text.Length == 1) return two == 0 ? NotUnderstood(text) : Reading<Birth?>.Doubtful(OfYear(2000 + two), $"'{text}' may be the year {2000 + two} or an age");
        var recent = 2000 + two;
        if (recent <= year - YoungestWorker && (text[0] == '0' || !habits.BirthsAreAges)) return Sure(OfYear(recent));
        var longAgo = 1900 + two;
        if (two >= OldestWorker && habits is { BirthsAreAges: false, AgesAmongBirths: false }) return Sure(OfYear(longAgo));
        // Where most of the column are ages, 91 and 01 still are years, as nobody of that age works abroad; 72 may be either.
        if (two >= OldestWorker) return Reading<Birth?>.Doubtful(OfYear(longAgo), $"'{text}' read as the year {longAgo}, may be an age");
        if (recent <= year) return Reading<Birth?>.Doubtful(OfYear(two >= YoungestWorker ? year - two : recent), $"'{text}' may be the year {recent} or an age");
        if (habits.AgesAmongBirths && year - longAgo > OldestAge) return FromAge(two, text, year);
        return Reading<Birth?>.Doubtful(OfYear(year - two), $"'{text}' read as an age, may be the year {longAgo} or {year - two - 1}");
    }

    /// <summary>
    /// 03 and 75 under "age": nobody writes an age with a nought, and hardly anybody of 75 goes to work abroad. Where all other cells are
    /// ages, her mother's may stand among them.
    /// </summary>
    private static bool IsNoAge(int two, string text, int year, bool agesArePlain, out int born)
    {
        born = text.StartsWith('0') ? 2000 + two : 1900 + two;
        return text.Length == 2 && (text[0] == '0' || two > (agesArePlain ? OldestAge : OldestMigrant)) && born <= year;
    }

    /// <summary>"88-ж." is "88-жылы", born in 88; "34 ж" is "34 жаш". Where the one can't be, it is the other.</summary>
    private static Reading<Birth?> YearOrAge(string digits, bool ordinal, string text, int year)
    {
        var two = Int(digits);
        var born = 2000 + two <= year - YoungestWorker ? 2000 + two : 1900 + two;
        var canBeYear = year - born is >= YoungestWorker and <= OldestMigrant;
        return canBeYear && (ordinal || digits[0] == '0' || two > OldestMigrant) ? Reading<Birth?>.Doubtful(OfYear(born), $"'{text}' read as the year {born}, may be an age") : FromAge(two, text, year);
    }

    private static Reading<Birth?> Plausible(Reading<Birth?> read, string written, int year)
    {
        if (read.Value is not { } born) return read;
        if (born.Year > year || born.Year < year - 110) return NotUnderstood(written);
        if (!read.IsCertain) return read;
        return year - born.Year is >= YoungestWorker and <= 85 ? read : Reading<Birth?>.Doubtful(born, $"'{written}' means an age of {year - born.Year}");
    }

    private static Birth OfYear(int year) => new(year, PartialDate.Of(year)!.Value);

    /// <summary>1 January stands in most registers for a day nobody knew.</summary>
    private static Birth Date(PartialDate date) => date is { Month: 1, Day: 1 } ? OfYear(date.Year) : new Birth(date.Year, date);

    private static Reading<Birth?> Sure(Birth birth) => Reading<Birth?>.Sure(birth);

    private static Reading<Birth?> NotUnderstood(string text) => Reading<Birth?>.NotUnderstood($"'{text}' was not understood as a year of birth");

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<two>[0-9]{2})\s*(?<ordinal>[-–—‑])?\s*ж\.?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex KyrgyzShort();

    // "27 лет (на 01.01.2023)": an age on New Year's Day is that of the year before.
    [GeneratedRegex(@"^\s*(?<age>[1-9][0-9])\s*(лет|л\.?|года?|жаш\w*|yosh|years?|yrs?)?\s*[,(]?\s*(на|по\s+состоянию\s+на|к|as\s+of|on|карата)\s*((?<newYear>0?1\.0?1\.)|[0-9]{1,2}\.[0-9]{1,2}\.)?(?<year>20[0-9]{2})\s*(г\.?|года)?\s*\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AgeOnDay();

    // "88 год" is rather a year than an age.
    [GeneratedRegex(@"^[7-9][0-9] ?года?$")]
    private static partial Regex OldYear();

    [GeneratedRegex(@"^(?<y>[0-9]{2}) ?(гр|г р|года? рожд|г рожд|год рождения|года рождения|г рождения|го года рождения|ж т|жт|жылы туулган|жыл туулган)$", RegexOptions.ExplicitCapture)]
    private static partial Regex BornInShort();

    // "39-40", "за 50", "50 с лишним", "40тан ашкан", "лет 30-35".
    [GeneratedRegex(@"^(лет )?(?<age>[1-7][0-9])( лет)? (или )?[1-7][0-9]( ?(лет|л|жаш|жашта|yosh))?$|^(уже )?за (?<age>[2-7]0)( лет)?$|^(?<age>[1-7][0-9])( лет)? с( лишним| хвостиком)?$|^(?<age>[1-7]0) ?(тан|тон|дан|дон|ден|тен|dan) (ашкан|ашык|жогору|oshgan|ortiq)( жашта)?$|^лет (?<age>[1-7][0-9])$", RegexOptions.ExplicitCapture)]
    private static partial Regex AgeSpan();

    [GeneratedRegex(@"\s*[,(]?\s*(со\s+слов(\s+\p{L}+)?|сөзү\s+боюнча|өз\s+сөзү|айтымында|с\s+её\s+слов|с\s+его\s+слов|по\s+словам(\s+\p{L}+)?|на\s+вид|на\s+глаз|визуально)\s*\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hearsay();

    [GeneratedRegex(@"^\s*(?<age>[1-6][0-9])\s*\+\s*$")]
    private static partial Regex AgeAndMore();

    [GeneratedRegex(@"^(?<age>[0-9]{1,3}) ?(лет|л|год|года|еш|yosh|yoshda|ёшда|y o|летняя|летний|лет\b.*|жаш|жас|жаста|жашта|жашта.*|жаштагы|жаштамын|ж|полных лет|years?( old)?|yrs?( old)?|y/o|yosh|yo|y o)$|^(возраст|жашы|курагы|age|yoshi) (?<age>[0-9]{1,3})( лет)?$")]
    private static partial Regex Age();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})( ?(г|гр|года|год|г р|год рождения|года рождения|г рождения|ж|yil|yilda|й|йил|жылда|жыл|жылы|ж т|жт|жылкы|туулган|жылы туулган|ж т|б))?$")]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2}) ?(/| |или|же|or) ?((19|20)?[0-9]{2})$")]
    private static partial Regex TwoYears();

    [GeneratedRegex(@"^(?<y>[0-9]{2}) ?(г|гр|г р|г рожд|года? рожд|год рождения|года рождения|г рождения|рождения|го года|го года рождения|го|ж|жыл|жылы|жылкы|ж т|жт|жылы туулган|жыл туулган|yil)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2}) ?(г|гр|г р|года рождения|ж|жыл)? (?<age>[0-9]{1,2}) ?(лет|л|год|года|жаш|жашта|yosh|еш)$|^(?<age>[0-9]{1,2}) ?(лет|л|год|года|жаш|жашта|yosh|еш) (?<year>(19|20)[0-9]{2}) ?(г|гр|г р|года рождения|ж|жыл)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex BesideAge();

    [GeneratedRegex(@"\s*(г\.?\s?р\.?|года? рожд\w*\.?|г\.|г|ж\.)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex YearWord();

    [GeneratedRegex(@"^([0-9]{1,2}|\p{L}+) (19|20)[0-9]{2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})[./\-](?<m>[0-9]{1,2})[./\-](?<y>[0-9]{2})$")]
    private static partial Regex ShortDay();

    [GeneratedRegex(@"\b(19[3-9][0-9]|20[0-2][0-9])\b")]
    private static partial Regex AnyYear();
}
