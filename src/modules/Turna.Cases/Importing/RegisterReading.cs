using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>
/// One reading of one file. The first rows of a sheet are looked at together, to find headings and habits; then every row is read once,
/// in order, so that memory holds what was read and not the file.
/// </summary>
internal sealed partial class RegisterReading(string fileName, RegisterOptions options, IProgress<RegisterProgress>? progress, CancellationToken cancel)
{
    private const int RowsStudied = 20_000;
    private const int ProgressEvery = 1_000;
    private const int FewestForeignSums = 3;
    private const int FewestFound = 3;
    private const int FewestAges = 5;

    private readonly List<RegisterSheet> sheets = [];
    private readonly List<RegisterRow> rows = [];
    private readonly List<string> notices = [];
    private int unread;

    public Register Read(IEnumerable<SourceSheet> source)
    {
        foreach (var sheet in source) Read(sheet);
        if (sheets.Count == 0)
            throw new UnreadableFileException(notices.Count > 0 ? notices[0] : "the file has no rows");
        if (!rows.Exists(row => row.Status != RegisterRowStatus.Skipped)) throw new UnreadableFileException("the register has headings but no rows");
        return new Register(fileName, sheets, rows, notices);
    }

    private void Read(SourceSheet sheet)
    {
        using var all = sheet.Rows.GetEnumerator();
        var studied = new List<SourceRow>();
        while (studied.Count < RowsStudied && all.MoveNext()) studied.Add(Counted(all.Current, studied.Count));
        if (!studied.Exists(row => !row.IsBlank)) return;

        var named = HeadingRow.Find(studied, options.Mapping);
        var headings = named ?? HeadingRow.AboveDays(studied);
        if (headings is null)
        {
            LeaveOut(sheet);
            return;
        }

        var body = studied.Where(row => row.Number > headings.LastRow && !row.IsBlank).Select(row => row.Shortened(SourceCell.LongestValue)).ToArray();
        var columns = ColumnMapping.Propose(headings, body.Length > 2_000 ? body[..2_000] : body, options.Mapping, options.Today);
        if (named is null && !IsRegister(columns))
        {
            LeaveOut(sheet);
            return;
        }

        if (Missing(columns) is { } missing)
        {
            notices.Add($"{Name(sheet)} has no column for {missing}; it was left out");
            return;
        }

        notices.AddRange(columns.Notices);
        var habits = Habits(sheet, studied, headings, columns, body);
        var reader = new RowReader(sheets.Count, headings, columns, habits);
        var width = headings.Headings.Length;
        var (before, hasEntry) = (rows.Count, false);
        foreach (var row in studied.Concat(Rest(all)))
        {
            if (hasEntry && rows.Count - before >= options.RowsRead)
            {
                unread++;
                continue;
            }

            var (mended, doubt) = sheet.FixedColumns || row.Number <= headings.LastRow ? (row, null) : RowMending.Mend(row, width, columns);
            rows.Add(reader.Read(mended, doubt));
            hasEntry |= rows[^1].Status != RegisterRowStatus.Skipped;
            if (rows.Count % ProgressEvery == 0) progress?.Report(new RegisterProgress(sheet.Name, rows.Count));
        }

        sheets.Add(new RegisterSheet(sheet.Name, headings.LastRow, columns.Columns, habits.Year));
        progress?.Report(new RegisterProgress(sheet.Name, rows.Count));
    }

    private void LeaveOut(SourceSheet sheet) => notices.Add($"{Name(sheet)} has no row of headings that names a day, a person or a question; it was left out");

    /// <summary>Where the headings say nothing the values must say more: a day, and two fields besides.</summary>
    private static bool IsRegister(ColumnMapping columns) => columns.Has(RegisterField.Date)
        && columns.Columns.Select(column => column.Field).OfType<RegisterField>().Distinct().Count(field => field != RegisterField.Number) >= FewestFound;

    private IEnumerable<SourceRow> Rest(IEnumerator<SourceRow> all)
    {
        while (all.MoveNext()) yield return Counted(all.Current, 0);
    }

    private SourceRow Counted(SourceRow row, int waiting)
    {
        cancel.ThrowIfCancellationRequested();
        return rows.Count + unread + waiting < options.MaximumRows
            ? row.Shortened(SourceCell.LongestRead)
            : throw new UnreadableFileException($"the file has more than {options.MaximumRows} rows; split it by year or month");
    }

    private static string Name(SourceSheet sheet) => sheet.Name.Length > 0 ? $"the sheet '{sheet.Name}'" : "the file";

    private static string? Missing(ColumnMapping columns)
    {
        if (!columns.Has(RegisterField.Date)) return "the day of the consultation";
        return columns.Has(RegisterField.Topic) || columns.Has(RegisterField.Name) || columns.Has(RegisterField.FamilyName) || columns.Has(RegisterField.Phone) ? null : "the person or the question";
    }

    private Habits Habits(SourceSheet sheet, List<SourceRow> studied, HeadingRow headings, ColumnMapping columns, SourceRow[] body)
    {
        var lines = studied.TakeWhile(row => row.Number < headings.LastRow)
            .Select(row => string.Join(' ', row.Cells.Select(cell => cell.Written).Distinct(StringComparer.Ordinal))).ToArray();
        var title = string.Join(' ', lines);
        var stated = Stated([.. lines, sheet.Name]);
        var year = Year(title) ?? Year(sheet.Name) ?? Year(fileName);
        var habits = Values.Habits.OfDates(options.Today, body.Select(row => columns.Cell(row, RegisterField.Date)), year);
        var (currency, regardless) = Currency(columns, body, title);
        // "2 фев." on a tab without a year: the other tabs of the file have one.
        var others = sheets.Select(read => read.Year).OfType<int>().Distinct().ToArray();
        return (habits with
        {
            Year = habits.Year ?? (others.Length == 1 ? others[0] : null),
            Currency = currency, CurrencyRegardlessOfCountry = regardless, BirthsAreAges = BirthsAreAges(columns, body), AgesArePlain = AgesArePlain(columns, body), AgesAmongBirths = AgesAmongBirths(columns),
            KyrgyzSexLetters = KyrgyzSexLetters(columns, body),
            SexCodes = SexCodes(columns),
            AfterSeven = body.SelectMany(row => columns.Of(RegisterField.Phone).SelectMany(column => PhoneReader.AfterSeven(row[column]))).ToHashSet(StringComparer.Ordinal),
            LooseNumbers = PhoneLengths.AreLoose(body.SelectMany(row => columns.Of(RegisterField.Phone).SelectMany(column => PhoneReader.Numbers(row[column])))),
            Month = MonthOver(sheet, title, stated),
            NumbersPeople = NumberedPeople.Are(columns, body),
            DaysFirst = SlashedDays.DayFirst(body.Select(row => columns.Cell(row, RegisterField.Date))),
        }).WithStated(stated, body.Select(row => columns.Cell(row, RegisterField.Date)));
    }

    /// <summary>The time that the register writes over its rows, unless the name of the file says another year.</summary>
    private StatedPeriod? Stated(IEnumerable<string> lines) =>
        StatedPeriod.In(lines) is { } said && (Year(fileName) ?? said.Year) == said.Year ? said : null;

    /// <summary>The month of a sheet that is named after one, or whose title names one and no more.</summary>
    private static int? MonthOver(SourceSheet sheet, string title, StatedPeriod? stated) =>
        Words.Shipped.Month(Spelling.Fold(sheet.Name)) ?? (stated is null ? Words.Shipped.Month(Spelling.Fold(title)) : stated.Value.Month);

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
