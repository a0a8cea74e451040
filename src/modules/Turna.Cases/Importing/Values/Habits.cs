using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>What the whole register shows about the way its office writes, so that one row can be read by the others.</summary>
/// <param name="Today">The day of reading.</param>
/// <param name="Year">The year the register is about, from its dates, else from title, tab or file name.</param>
/// <param name="UsualYears">Years that a fair share of the dates carries.</param>
/// <param name="MonthFirst">Slashed dates put the month first: some can't be read otherwise, and none can't be read so.</param>
/// <param name="Currency">The one currency written beside sums, or in their heading; null when several or none.</param>
/// <param name="CurrencyRegardlessOfCountry">That currency also stands beside sums from countries that use another.</param>
internal sealed record Habits(
    DateOnly Today, int? Year, IReadOnlySet<int> UsualYears, bool MonthFirst, string? Currency, bool CurrencyRegardlessOfCountry)
{
    /// <summary>Years are compared only when the register has a year of its own.</summary>
    public bool IsUsualYear(int year) => UsualYears.Count == 0 || UsualYears.Contains(year);

    public static Habits None(DateOnly today) => new(today, null, new HashSet<int>(), false, null, false);

    /// <summary>Learns about dates from a date column.</summary>
    public static Habits OfDates(DateOnly today, IEnumerable<SourceCell> dates, int? titleYear)
    {
        var years = new Dictionary<int, int>();
        int dayFirst = 0, monthFirst = 0;
        foreach (var cell in dates)
        {
            if (cell.Kind == CellKind.Day && cell.Day is { } day) Count(day.Year);
            if (cell.Kind != CellKind.Text) continue;
            if (DateReader.TryTriple(cell.Words!, out var triple))
            {
                Count(triple.Year);
                if (triple is { Slash: true, First: > 12 }) dayFirst++;
                if (triple is { Slash: true, Second: > 12 }) monthFirst++;
            }
            else if (cell.Words!.Length >= 10 && int.TryParse(cell.Words.AsSpan(0, 4), out var year) && cell.Words[4] == '-') Count(year);
        }

        var total = years.Values.Sum();
        var usual = years.Where(pair => pair.Value * 20 >= total).Select(pair => pair.Key).ToHashSet();
        var commonest = total == 0 ? (int?)null : years.MaxBy(pair => pair.Value).Key;
        if (titleYear is { } title && (total == 0 || usual.Contains(title))) commonest = title;
        if (titleYear is { } named) usual.Add(named);
        return None(today) with { Year = commonest, UsualYears = usual, MonthFirst = monthFirst > 0 && dayFirst == 0 };

        void Count(int year) => years[year] = years.GetValueOrDefault(year) + 1;
    }
}
