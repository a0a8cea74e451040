using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>What the whole register shows about the way its office writes, so that one row can be read by the others.</summary>
/// <param name="Today">The day of reading.</param>
/// <param name="Year">The year the register is about, from its dates, else from title, tab or file name.</param>
/// <param name="UsualYears">Years that a fair share of the dates carries.</param>
/// <param name="MonthFirst">Slashed dates put the month first: some can't be read otherwise, and none can't be read so.</param>
/// <param name="Currency">The one currency written beside sums, or in their heading; null when several or none.</param>
/// <param name="CurrencyRegardlessOfCountry">That currency also stands beside sums from countries that use another.</param>
/// <remarks>Further habits are properties with a safe default: what was not looked at is not assumed.</remarks>
internal sealed record Habits(
    DateOnly Today, int? Year, IReadOnlySet<int> UsualYears, bool MonthFirst, string? Currency, bool CurrencyRegardlessOfCountry)
{
    /// <summary>Bare numbers of two digits in the column of birth years are mostly such as only ages are.</summary>
    public bool BirthsAreAges { get; init; }

    /// <summary>Ages stand in the column of birth years as well: 67 may be one.</summary>
    public bool AgesAmongBirths { get; init; }

    /// <summary>The column of ages holds ages and nothing else, so that an odd one is an age as well.</summary>
    public bool AgesArePlain { get; init; }

    /// <summary>The time the register says it is about, where no day in it speaks of another year and the rows don't run over the end of one.</summary>
    public StatedPeriod? Stated { get; init; }

    /// <summary>Slashed days, as written, that have the day first by all the others of their column.</summary>
    public IReadOnlySet<string> DaysFirst { get; init; } = new HashSet<string>();

    /// <summary>Some days with dots or hyphens can't be read but with the month first.</summary>
    public bool SomeMonthFirst { get; init; }

    /// <summary>
    /// The spreadsheet took those typed days for dates that its own order of day and month allows, and left the others as text: what it
    /// took is turned round.
    /// </summary>
    public bool DaysLookSwapped { get; init; }

    /// <summary>What the heading of the column of sexes says its numbers mean ("1 – муж., 2 – жен.").</summary>
    public IReadOnlyDictionary<string, char> SexCodes { get; init; } = new Dictionary<string, char>();

    /// <summary>The month of a sheet that is named after one ("Май"), for days written as bare numbers.</summary>
    public int? Month { get; init; }

    /// <summary>The column of sexes uses the Kyrgyz letters а (аял) and э (эркек).</summary>
    public bool KyrgyzSexLetters { get; init; }

    /// <summary>The digits of numbers that the register writes with +7 somewhere: there "8 555 …" is the same number, and not one of home.</summary>
    public IReadOnlySet<string> AfterSeven { get; init; } = new HashSet<string>();

    /// <summary>What the codes in the columns of topics mean; null where topics are written in words.</summary>
    public TopicLegend? Legend { get; init; }

    /// <summary>The running number counts people: rows without one go on with the person above.</summary>
    public bool NumbersPeople { get; init; }

    /// <summary>Telephones often have a digit too few or too many.</summary>
    public bool LooseNumbers { get; init; }

    /// <summary>Years are compared only when the register has a year of its own.</summary>
    public bool IsUsualYear(int year) => UsualYears.Count == 0 || UsualYears.Contains(year);

    private const int FewestTelling = 8;
    private const int HalfAYear = 6;

    /// <summary>True when a day without a year is in the year it was read in by what the register says of itself, and in the month of the line over it.</summary>
    public bool Says(DateOnly day) => Stated is { } stated && stated.Holds(day) && (Month is null || Month == day.Month);

    /// <summary>Keeps what the register says of its time only where its days, read with that year, don't speak against it.</summary>
    public Habits WithStated(StatedPeriod? stated, IEnumerable<SourceCell> days)
    {
        if (stated is not { } said || said.Year != Year || UsualYears.Any(year => year != said.Year)) return this;
        if (!said.IsWhole) return this with { Stated = stated };
        int? before = null;
        foreach (var day in days)
        {
            if (day.Kind == CellKind.Number || DateReader.Read(day, this).Value is not { Month: { } month }) continue;
            // December beside January: the one or the other is of another year.
            if (before is { } last && Math.Abs(month - last) >= HalfAYear) return this;
            before = month;
        }

        return this with { Stated = stated };
    }

    public static Habits None(DateOnly today) => new(today, null, new HashSet<int>(), false, null, false);

    /// <summary>Learns about dates from a date column.</summary>
    public static Habits OfDates(DateOnly today, IEnumerable<SourceCell> dates, int? titleYear)
    {
        var years = new Dictionary<int, int>();
        int dayFirst = 0, monthFirst = 0, othersMonthFirst = 0, days = 0, earlyDays = 0, lateTexts = 0, earlyTexts = 0, all = 0;
        foreach (var cell in dates)
        {
            if (!cell.IsBlank) all++;
            if (cell.Kind == CellKind.Day && cell.Day is { } day)
            {
                Count(day.Year);
                days++;
                if (day.Day <= 12) earlyDays++;
            }

            if (cell.Kind != CellKind.Text) continue;
            if (DateReader.TryTriple(cell.Words!, out var triple))
            {
                Count(triple.Year);
                if (triple is { Slash: true, First: > 12 }) dayFirst++;
                if (triple is { Slash: true, Second: > 12 }) monthFirst++;
                if (triple is { Slash: false, First: <= 12, Second: > 12 }) othersMonthFirst++;
                if (triple.First > 12) lateTexts++;
                else earlyTexts++;
            }
            else if (cell.Words!.Length >= 10 && int.TryParse(cell.Words.AsSpan(0, 4), out var year) && cell.Words[4] == '-') Count(year);
        }

        var total = years.Values.Sum();
        var usual = years.Where(pair => pair.Value * 20 >= total && !IsSlip(pair.Key, pair.Value)).Select(pair => pair.Key).ToHashSet();
        var commonest = total == 0 ? (int?)null : years.MaxBy(pair => pair.Value).Key;
        if (titleYear is { } title && (usual.Count == 0 || usual.Contains(title))) commonest = title;
        if (titleYear is { } named) usual.Add(named);
        return None(today) with
        {
            Year = commonest, UsualYears = usual, MonthFirst = monthFirst > 0 && dayFirst == 0, SomeMonthFirst = othersMonthFirst > 1 && othersMonthFirst * 20 >= total,
            DaysLookSwapped = days >= FewestTelling && earlyDays == days && lateTexts >= FewestTelling && earlyTexts * 10 <= lateTexts,
        };

        // A year that stands once among many days, and is not that of the title, is a slip of the pen.
        bool IsSlip(int year, int times) => times == 1 && all >= FewestTelling && titleYear is { } other && year != other;

        void Count(int year) => years[year] = years.GetValueOrDefault(year) + 1;
    }
}
