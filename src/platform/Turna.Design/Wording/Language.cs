using System.Globalization;
using Turna.Kernel;

namespace Turna.Design;

/// <summary>
/// A language of the screens, with its plural forms, dates and numbers. The tables are our own (after Unicode CLDR 46), so that
/// the same words appear on machines with and without locale files.
/// </summary>
public sealed class Language
{
    private const string Space = "\u00a0";

    private readonly string[] months;
    private readonly string[] monthsAlone;
    private readonly Func<string, string, string, string> fullDate;
    private readonly Func<string, string, string> yearAndMonth;
    private readonly Func<string, string, string> dayAndMonth;
    private readonly Func<long, int> plural;

    private Language(
        string code, string name, int pluralForms, Func<long, int> plural, string[] months, string[]? monthsAlone,
        Func<string, string, string, string> fullDate, Func<string, string, string> yearAndMonth, Func<string, string, string> dayAndMonth,
        NumberFormatInfo numbers, IReadOnlyDictionary<string, string> currencies)
    {
        (Code, Name, PluralForms, Numbers, Currencies) = (code, name, pluralForms, numbers, currencies);
        (this.plural, this.months, this.monthsAlone) = (plural, months, monthsAlone ?? months);
        (this.fullDate, this.yearAndMonth, this.dayAndMonth) = (fullDate, yearAndMonth, dayAndMonth);
    }

    public static Language English { get; } = new(
        "en", "English", 2, n => n == 1 ? 0 : 1,
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"], null,
        (d, m, y) => $"{d} {m} {y}", (m, y) => $"{m} {y}", (d, m) => $"{d} {m}",
        NumbersWith(".", ","), new Dictionary<string, string>());

    public static Language Russian { get; } = new(
        "ru", "Русский", 3, SlavicForm,
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
        (d, m, y) => $"{d} {m} {y}", (m, y) => $"{m} {y}", (d, m) => $"{d} {m}",
        NumbersWith(",", Space),
        new Dictionary<string, string> { ["KGS"] = "сом", ["RUB"] = "₽", ["UZS"] = "сум", ["USD"] = "$", ["EUR"] = "€" });

    public static Language Kyrgyz { get; } = new(
        "ky", "Кыргызча", 2, n => n == 1 ? 0 : 1,
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"], null,
        (d, m, y) => $"{y}-ж., {d}-{m}", (m, y) => $"{y}-ж., {m}", (d, m) => $"{d}-{m}",
        NumbersWith(",", Space),
        new Dictionary<string, string> { ["KGS"] = "сом", ["RUB"] = "₽", ["UZS"] = "сум", ["USD"] = "$", ["EUR"] = "€" });

    public static Language Uzbek { get; } = new(
        "uz", "Oʻzbekcha", 2, n => n == 1 ? 0 : 1,
        ["yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr", "dekabr"], null,
        (d, m, y) => $"{d}-{m}, {y}", (m, y) => $"{m}, {y}", (d, m) => $"{d}-{m}",
        NumbersWith(",", Space),
        new Dictionary<string, string> { ["KGS"] = "som", ["RUB"] = "₽", ["UZS"] = "soʻm", ["USD"] = "$", ["EUR"] = "€" });

    /// <summary>All languages of the screens; the first is the one the views are written in.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Russian, Kyrgyz, Uzbek];

    /// <summary>ISO 639-1.</summary>
    public string Code { get; }

    /// <summary>In the language itself.</summary>
    public string Name { get; }

    public int PluralForms { get; }

    public NumberFormatInfo Numbers { get; }

    private IReadOnlyDictionary<string, string> Currencies { get; }

    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>Index of the form that a count takes.</summary>
    public int PluralForm(long count) => plural(Math.Abs(count));

    /// <summary>"24 ноября 2026".</summary>
    public string Date(DateOnly day) => fullDate(Whole(day.Day), months[day.Month - 1], Whole(day.Year));

    /// <summary>As precise as it is known: "1988", "май 1988", "17 мая 1988".</summary>
    public string Date(PartialDate date) => (date.Month, date.Day) switch
    {
        (null, _) => Whole(date.Year),
        ({ } month, null) => yearAndMonth(monthsAlone[month - 1], Whole(date.Year)),
        ({ } month, { } day) => fullDate(Whole(day), months[month - 1], Whole(date.Year)),
    };

    /// <summary>"24 ноября", where the year is plain.</summary>
    public string DayAndMonth(DateOnly day) => dayAndMonth(Whole(day.Day), months[day.Month - 1]);

    /// <summary>"ноябрь 2026".</summary>
    public string Month(int year, int month) => yearAndMonth(monthsAlone[month - 1], Whole(year));

    /// <summary>Name of the month alone, for headings and lists; 1–12.</summary>
    public string MonthName(int month) => monthsAlone[month - 1];

    /// <summary>"24 ноября 2026, 14:05", of a time that is already local.</summary>
    public string Moment(DateTime local) => $"{Date(DateOnly.FromDateTime(local))}, {Clock(local)}";

    /// <summary>"24 ноября 2026, 14:05 – 14:40", of two local times: the day is said again only where it is another one.</summary>
    public string Moments(DateTime first, DateTime last) => $"{Moment(first)} – {(first.Date == last.Date ? Clock(last) : Moment(last))}";

    /// <summary>"1 214" or "0,5": as many decimals as the number has, at most four.</summary>
    public string Number(decimal number) => number.ToString("#,0.####", Numbers);

    /// <summary>
    /// What parts the cells of a CSV file so that a spreadsheet set to this language opens it in columns: a semicolon where the comma is the
    /// decimal mark. A first line "sep=;" would tell Excel in any language, but then it overlooks the byte order mark and breaks Cyrillic,
    /// and other programs take the line for data.
    /// </summary>
    public char CellSeparator => Numbers.NumberDecimalSeparator == "," ? ';' : ',';

    /// <summary>A number as a cell of such a file: the decimal mark of the language, no groups.</summary>
    public string Cell(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture).Replace(".", Numbers.NumberDecimalSeparator, StringComparison.Ordinal);

    /// <summary>"71 500 ₽"; decimals only where there are any.</summary>
    public string Money(Money money) => money.Amount.ToString(decimal.Truncate(money.Amount) == money.Amount ? "#,0" : "#,0.00", Numbers)
        + Space + Currencies.GetValueOrDefault(money.Currency, money.Currency);

    /// <summary>"61 %" of a share between 0 and 1.</summary>
    public string Percent(decimal share, int decimals = 0) =>
        decimal.Round(share * 100, decimals, MidpointRounding.AwayFromZero).ToString("N" + Whole(decimals), Numbers) + (Code == "en" ? "%" : Space + "%");

    /// <summary>What an argument of a text looks like in this language.</summary>
    internal string Show(object? argument) => argument switch
    {
        null => string.Empty,
        string text => text,
        DateOnly day => Date(day),
        PartialDate date => Date(date),
        DateTime moment => Moment(moment),
        Money money => Money(money),
        int or long or short or byte or decimal => Number(Convert.ToDecimal(argument, CultureInfo.InvariantCulture)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => argument.ToString() ?? string.Empty,
    };

    public override string ToString() => Code;

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int SlavicForm(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => 0,
        (>= 2 and <= 4, not (>= 12 and <= 14)) => 1,
        _ => 2,
    };

    private static NumberFormatInfo NumbersWith(string decimalMark, string group) => NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = decimalMark, NumberGroupSeparator = group, NegativeSign = "\u2212",
    });
}
