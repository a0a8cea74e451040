using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>Learns from a table as a whole how its office writes.</summary>
/// <param name="fileName">For the year it may carry.</param>
/// <param name="today">The day of reading.</param>
internal sealed partial class TableHabits(string fileName, DateOnly today)
{
    private const int FewestForeignSums = 3;
    private const int FewestAges = 5;

    /// <param name="sheet">The name on the tab.</param>
    /// <param name="lines">What stands over the headings: first what stands over the whole sheet, last what stands over this table.</param>
    /// <param name="others">The years of the tables read before.</param>
    public Habits Learn(string sheet, TitleLines lines, ColumnMapping columns, SourceRow[] body, IEnumerable<int> others)
    {
        var title = lines.Together;
        var stated = Stated(lines, sheet);
        var year = Year(string.Join(' ', lines.OfTable)) ?? Year(string.Join(' ', lines.OfSheet)) ?? SheetPeriod.Of(sheet, today)?.Year ?? Year(sheet) ?? Year(fileName);
        var habits = Values.Habits.OfDates(today, body.Select(row => columns.Cell(row, RegisterField.Date)), year);
        var (currency, regardless) = Currency(columns, body, title);
        // "2 фев." on a tab without a year: the other tabs of the file have one.
        var elsewhere = others.Distinct().ToArray();
        return (habits with
        {
            Year = habits.Year ?? (elsewhere.Length == 1 ? elsewhere[0] : null),
            Currency = currency, CurrencyRegardlessOfCountry = regardless, BirthsAreAges = BirthsAreAges(columns, body), AgesArePlain = AgesArePlain(columns, body), AgesAmongBirths = AgesAmongBirths(columns),
            KyrgyzSexLetters = KyrgyzSexLetters(columns, body),
            SexCodes = SexCodes(columns),
            AfterSeven = body.SelectMany(row => columns.Of(RegisterField.Phone).SelectMany(column => PhoneReader.AfterSeven(row[column]))).ToHashSet(StringComparer.Ordinal),
            LooseNumbers = PhoneLengths.AreLoose(body.SelectMany(row => columns.Of(RegisterField.Phone).SelectMany(column => PhoneReader.Numbers(row[column])))),
            Month = MonthOver(sheet, lines, stated),
            NumbersPeople = NumberedPeople.Are(columns, body),
            DaysFirst = SlashedDays.DayFirst(body.Select(row => columns.Cell(row, RegisterField.Date))),
        }).WithStated(stated, body.Select(row => columns.Cell(row, RegisterField.Date)));
    }

    /// <summary>The time that the register writes over its rows, unless the name of the file says another year.</summary>
    private StatedPeriod? Stated(TitleLines lines, string sheet) =>
        (StatedPeriod.In(lines.OfTable) ?? OfSheet(lines, sheet)) is { } said && (Year(fileName) ?? said.Year) == said.Year ? said : null;

    /// <summary>What the tab and the lines over all say; null where they say different years.</summary>
    private StatedPeriod? OfSheet(TitleLines lines, string sheet)
    {
        if (SheetPeriod.Of(sheet, today) is not { } tab) return StatedPeriod.In([.. lines.OfSheet, sheet]);
        return StatedPeriod.In(lines.OfSheet) is { } over && (over.Year != tab.Year || tab.From < over.From || tab.Until > over.Until) ? null : tab;
    }

    /// <summary>The month of a sheet that is named after one, or whose title names one and no more.</summary>
    private int? MonthOver(string sheet, TitleLines lines, StatedPeriod? stated) =>
        OneMonth(lines.OfTable) ?? OneMonth([sheet]) ?? SheetPeriod.Of(sheet, today)?.Month ?? (stated is null ? OneMonth(lines.OfSheet) : stated.Value.Month ?? OneMonth(lines.OfSheet.TakeLast(1).Where(MonthTitle.IsPlain)));

    /// <summary>"Июль – декабрь" is no month.</summary>
    private static int? OneMonth(IEnumerable<string> lines)
    {
        var folded = Spelling.Fold(string.Join(' ', lines));
        if (folded.Length == 0 || Words.Shipped.Month(folded) is not { } month) return null;
        var second = Words.Shipped.Month(string.Join(' ', Words.Shipped.Months.Unexplained(folded)));
        return second is null || second == month ? month : null;
    }

    /// <summary>True when more bare numbers of two digits can only be ages (14 to 64 in most years) than can only be years.</summary>
    private static bool BirthsAreAges(ColumnMapping columns, SourceRow[] body)
    {
        int ages = 0, years = 0;
        var cells = new SexAndBirthCells(columns);
        foreach (var row in body)
        {
            var written = cells.Birth(row, RegisterField.BirthYear).Written;
            if (written.Length != 2 || !written.All(char.IsAsciiDigit)) continue;
            if (written[0] is >= '1' and <= '6' && written != "65" && string.CompareOrdinal(written, "65") < 0) ages++;
            else years++;
        }

        return ages > years;
    }

    /// <summary>True when the heading of the births asks for a year or an age ("Г.р. / возр.").</summary>
    private static bool AgesAmongBirths(ColumnMapping columns) => columns.Of(RegisterField.BirthYear) is [var births, ..]
        && AskedAge().IsMatch(Spelling.Fold(columns.Columns.First(column => column.Index == births).Heading));

    /// <summary>True when nearly all numbers of the column of ages are such as ages are, and none is a year; a few tell nothing against its heading.</summary>
    private static bool AgesArePlain(ColumnMapping columns, SourceRow[] body)
    {
        int ages = 0, others = 0;
        var cells = new SexAndBirthCells(columns);
        foreach (var row in body)
        {
            var written = cells.Birth(row, RegisterField.Age).Written;
            if (Years().IsMatch(written) || BornLongAgo().IsMatch(written)) return false;
            if (written.Length != 2 || !written.All(char.IsAsciiDigit)) continue;
            if (string.CompareOrdinal(written, "14") >= 0 && string.CompareOrdinal(written, "69") <= 0) ages++;
            else others++;
        }

        return ages + others < FewestAges || others * 4 <= ages;
    }

    private static Dictionary<string, char> SexCodes(ColumnMapping columns)
    {
        var heading = columns.Of(RegisterField.Sex) is [var sex, ..] ? columns.Columns.First(column => column.Index == sex).Heading : string.Empty;
        var codes = new Dictionary<string, char>(StringComparer.Ordinal);
        foreach (Match legend in Legend().Matches(heading))
            if (SexReader.Read(SourceCell.Of(legend.Groups["word"].Value)) is { IsCertain: true, Value: { } meant }) codes.TryAdd(legend.Groups["code"].Value, meant);
        return codes.Values.Distinct().Count() == 2 ? codes : [];
    }

    private static bool KyrgyzSexLetters(ColumnMapping columns, SourceRow[] body)
    {
        var cells = new SexAndBirthCells(columns);
        var written = body.Select(row => Spelling.Fold(cells.Sex(row).Written)).ToHashSet(StringComparer.Ordinal);
        var both = (written.Contains("а") && written.Contains("э")) || written.Contains("аял") || written.Contains("эркек");
        return both && !written.Contains("ж") && !written.Contains("м");
    }

    private static int? Year(string text)
    {
        var years = Years().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToArray();
        return years.Length == 1 ? int.Parse(years[0], System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>"Суммы в рублях, если не указано другое": what the title says of all sums; thousands are not read from there, nor what one sum is of.</summary>
    private static string? CurrencyIn(string title) => title.Split('.').Where(SpeaksOfAllSums)
        .Select(SumUnit.Of).FirstOrDefault(unit => unit is { Multiplier: 1, Currency: not null }).Currency;

    /// <summary>"Все суммы в тысячах сомов", "Amounts in thousands": what the lines over the table say all sums are counted in; 1 for nothing.</summary>
    public static SumUnit CountedIn(TitleLines lines) => lines.Together.Split('.').Where(SpeaksOfAllSums).Select(SumUnit.Of).FirstOrDefault(unit => unit.Multiplier != 1, new SumUnit(1, null));

    /// <summary>"Сумма гранта 20000 долларов" is one sum, and "бюджет проекта" is nobody's claim.</summary>
    private static bool SpeaksOfAllSums(string sentence) => !Years().Replace(sentence, string.Empty).Any(char.IsDigit)
        && Spelling.Fold(sentence) is var folded && Words.Shipped.Mentions("ofSums", folded) && !Words.Shipped.Mentions("otherMoney", folded);

    /// <summary>A currency in the heading or the title holds for all sums; else one that is the only one ever written, and whether it follows the country.</summary>
    private static (string? Currency, bool Regardless) Currency(ColumnMapping columns, SourceRow[] body, string title)
    {
        var sums = columns.Of(RegisterField.Claimed).Concat(columns.Of(RegisterField.Recovered)).ToArray();
        var inHeadings = columns.Columns.Where(column => sums.Contains(column.Index))
            .Select(column => SumUnit.Of(column.Heading).Currency).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (inHeadings.Length == 1) return (inHeadings[0], true);
        if (inHeadings.Length == 0 && CurrencyIn(title) is { } titled) return (titled, true);

        var written = new HashSet<string>(StringComparer.Ordinal);
        var foreign = 0;
        foreach (var row in body)
            foreach (var sum in SumCells.Of(row, columns).Both)
            {
                if (sum.Kind == CellKind.Number && sum.Unit is null || SumReader.Read(sum).Value?.Currency is not { } currency) continue;
                written.Add(currency);
                var country = PlaceReader.Country(columns.Cell(row, RegisterField.Country)).Value.Country;
                if (country is not null && RowSums.OfCountry(country) != currency) foreign++;
            }

        return written.Count == 1 ? (written.First(), foreign >= FewestForeignSums) : (null, false);
    }

    [GeneratedRegex(@"(?<code>[0-9])\s*[-–—=:.]\s*(?<word>\p{L}+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Legend();

    [GeneratedRegex(@"(?<!\p{L})(возр|лет(?!\p{L})|жаш|курак|age(?!\p{L})|yosh|ёш)")]
    private static partial Regex AskedAge();

    [GeneratedRegex(@"(?<![0-9])19[3-9][0-9](?![0-9])")]
    private static partial Regex BornLongAgo();

    [GeneratedRegex(@"(?<![0-9])(199[0-9]|20[0-4][0-9])(?![0-9])")]
    private static partial Regex Years();
}
