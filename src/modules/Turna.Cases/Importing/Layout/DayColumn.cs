using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel;

namespace Turna.Cases.Importing.Layout;

/// <summary>A column most of whose filled cells are days, whatever its heading says.</summary>
/// <param name="Filled">Share of the rows in which something stands in it.</param>
/// <param name="Ordered">Share of the days that do not go back (or, in a register kept from its end, forward) from one row to the next.</param>
/// <param name="IsBirth">The days lie so far back, and so far apart, that people were born on them.</param>
internal sealed record DayColumn(int Index, double Filled, double Ordered, bool IsBirth, IReadOnlyList<DateOnly?> Days)
{
    private const double FewestDays = 0.6;
    private const double ClearlyOrdered = 0.1;
    private const int FirstYear = 1990;
    private const int YearsOfBirthsApart = 6;
    private const int YoungestPerson = 14;
    private const int OldestPerson = 90;
    private const double LongestSpanOfSerials = 1_500;

    /// <summary>Null when the cells are not mostly days of plausible years.</summary>
    public static DayColumn? Of(int column, IReadOnlyList<SourceRow> sample, DateOnly today)
    {
        var filled = 0;
        foreach (var row in sample)
            if (!row[column].IsBlank) filled++;
        if (filled == 0) return null;
        var serials = AreSerials(column, sample, today);
        var days = new DateOnly?[sample.Count];
        for (var i = 0; i < days.Length; i++) days[i] = DayIn(sample[i][column], serials, today);
        var read = days.OfType<DateOnly>().ToArray();
        if (read.Length < FewestDays * filled) return null;

        var years = read.Select(day => day.Year).Order().ToArray();
        var median = years[years.Length / 2];
        var apart = years[years.Length * 9 / 10] - years[years.Length / 10];
        var old = today.Year - median is >= YoungestPerson and <= OldestPerson;
        var birth = old && (median < FirstYear || apart >= YearsOfBirthsApart);
        return birth || median >= FirstYear ? new DayColumn(column, (double)filled / sample.Count, Order(read), birth, days) : null;
    }

    /// <summary>More likely the day of the contact: filled, in order, and before the other where both are in order.</summary>
    public bool IsLikelierThan(DayColumn other)
    {
        if (Filled > other.Filled * 2 || other.Filled > Filled * 2) return Filled > other.Filled;
        if (Math.Abs(Ordered - other.Ordered) > ClearlyOrdered) return Ordered > other.Ordered;
        int before = 0, after = 0;
        for (var i = 0; i < Days.Count; i++)
        {
            if (Days[i] < other.Days[i]) before++;
            if (Days[i] > other.Days[i]) after++;
        }

        return before == after ? Filled > other.Filled : before > after;
    }

    private static double Order(DateOnly[] days)
    {
        if (days.Length < 2) return 1;
        int rising = 0, falling = 0;
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] >= days[i - 1]) rising++;
            if (days[i] <= days[i - 1]) falling++;
        }

        return (double)Math.Max(rising, falling) / (days.Length - 1);
    }

    /// <summary>Two digits of a year that is still to come are of the century before.</summary>
    private static DateOnly? DayIn(SourceCell cell, bool serials, DateOnly today)
    {
        if (cell.Kind == CellKind.Number) return serials ? cell.Day : null;
        if (cell.IsBlank || cell.Written.Length <= 4 || cell.Written.All(char.IsAsciiDigit)) return null;
        if (DateReader.Read(cell, Habits.None(DateOnly.MaxValue) with { Year = today.Year }).Value is not { IsExact: true } read) return null;
        var day = read.Earliest;
        return day.Year > today.Year + 1 && day.Year - 100 >= today.Year - OldestPerson && day.Year < 2100 ? day.AddYears(-100) : day;
    }

    /// <summary>Bare numbers are days of the spreadsheet when they lie close together and are not as round as sums.</summary>
    private static bool AreSerials(int column, IReadOnlyList<SourceRow> sample, DateOnly today)
    {
        double least = double.MaxValue, most = 0;
        int numbers = 0, round = 0;
        foreach (var row in sample)
        {
            if (row[column] is not { Kind: CellKind.Number, Unit: null } cell) continue;
            if (cell.Number != Math.Floor(cell.Number) && cell.Number < 30_000) return false;
            numbers++;
            if (cell.Number % 10 == 0) round++;
            (least, most) = (Math.Min(least, cell.Number), Math.Max(most, cell.Number));
        }

        return numbers > 0 && least >= 32_874 && most <= today.ToDateTime(TimeOnly.MinValue).ToOADate() + 1 && most - least <= LongestSpanOfSerials && round * 2 <= numbers;
    }
}
