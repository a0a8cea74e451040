using System.Globalization;

namespace Turna.Evidence.Reporting;

/// <summary>
/// A period of a report: a whole month (<c>2026-07</c>), quarter (<c>2026-Q3</c>) or year (<c>2026</c>), or, for those who see exact figures,
/// any days (<c>2026-07-01..2026-07-15</c>).
/// </summary>
internal sealed record Period(string Name, DateOnly From, DateOnly To)
{
    private const int MostYears = 30;

    /// <summary>Nobody's records are older, and no day of a report is later: what lies outside is a slip.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <summary>Whole months, quarters and years only: what protected figures may be asked for, so that they cannot be subtracted.</summary>
    public bool IsFixed => !Name.Contains("..", StringComparison.Ordinal);

    /// <summary>How many months a fixed period has: 1, 3 or 12.</summary>
    public int Months => ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;

    /// <summary>
    /// The first day on which protected figures of it stay as they are: a quarter and its months are drawn together, from that quarter alone and what
    /// earlier ones left empty. Before, each day may hide other places.
    /// </summary>
    public DateOnly FinalFrom => Months < 3 ? new DateOnly(From.Year, (((From.Month - 1) / 3) * 3) + 1, 1).AddMonths(3) : To.AddDays(1);

    /// <summary>The quarter of a month, the year of a quarter; null for a year and for days.</summary>
    public Period? Longer => !IsFixed ? null : Months switch { 1 => Quarter(From.Year, ((From.Month - 1) / 3) + 1), 3 => Year(From.Year), _ => null };

    /// <summary>The quarters of a year, the months of a quarter; none of a month or of days.</summary>
    public IReadOnlyList<Period> Parts => !IsFixed ? [] : Months switch
    {
        12 => [.. Enumerable.Range(1, 4).Select(quarter => Quarter(From.Year, quarter))],
        3 => [.. Enumerable.Range(From.Month, 3).Select(month => Month(From.Year, month))],
        _ => [],
    };

    public static Period Month(int year, int month) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"), new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));

    public static Period Quarter(int year, int quarter) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-Q{quarter}"), new(year, (quarter * 3) - 2, 1), new DateOnly(year, (quarter * 3) - 2, 1).AddMonths(3).AddDays(-1));

    public static Period Year(int year) => new(year.ToString("0000", CultureInfo.InvariantCulture), new(year, 1, 1), new(year, 12, 31));

    public static Period Days(DateOnly from, DateOnly to) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}"), from, to);

    /// <summary>Reads a name; null when it is none, or the days are in the wrong order or more than ten years apart.</summary>
    public static Period? Read(string? name)
    {
        if (name is null) return null;
        if (name.Split("..") is [var from, var to]) return ReadDays(from, to);
        if (name.Length < 4 || !int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2200) return null;
        return name[4..] switch
        {
            "" => Year(year),
            ['-', 'Q', >= '1' and <= '4' and var quarter] => Quarter(year, quarter - '0'),
            ['-', _, _] rest when int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 => Month(year, month),
            _ => null,
        };
    }

    /// <summary>The periods offered for choice: the months of a year back, the quarters of two, and every year since the first fact, but three at least.</summary>
    public static IReadOnlyList<Period> Offered(DateOnly today, int firstYear = int.MaxValue)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1);
        return
        [
            .. Enumerable.Range(0, 8).Select(i => quarter.AddMonths(-3 * i)).Select(d => Quarter(d.Year, ((d.Month - 1) / 3) + 1)),
            .. Enumerable.Range(0, 13).Select(i => month.AddMonths(-i)).Select(d => Month(d.Year, d.Month)),
            .. YearsSince(firstYear, today),
        ];
    }

    /// <summary>The years from the first one on, the newest first; three at least and thirty at most.</summary>
    public static IReadOnlyList<Period> YearsSince(int firstYear, DateOnly today) =>
        [.. Enumerable.Range(0, (int)Math.Clamp((long)today.Year - firstYear + 1, 3, MostYears)).Select(i => Year(today.Year - i))];

    private static Period? ReadDays(string from, string to)
    {
        var read = DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        read &= DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last);
        return read && first.Year >= FirstYear && last.Year <= LastYear && first <= last && last <= first.AddYears(10) ? Days(first, last) : null;
    }
}
