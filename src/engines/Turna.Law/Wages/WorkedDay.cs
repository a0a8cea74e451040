namespace Turna.Law.Wages;

/// <summary>All the work of one day, from its entries in the diary.</summary>
/// <param name="Day">The day.</param>
/// <param name="Hours">Paid hours; null when no entry states its times.</param>
/// <param name="NightHours">Of them at night.</param>
/// <param name="OnRestDay">Whether it was a rest day or public holiday.</param>
/// <param name="Pieces">Pieces made.</param>
internal sealed record WorkedDay(DateOnly Day, decimal? Hours, decimal NightHours, bool OnRestDay, decimal Pieces)
{
    private const int MinutesOfDay = 24 * 60;

    public static WorkedDay Of(DateOnly day, IEnumerable<WorkEntry> entries, bool restDay, bool holiday, (int From, int To)? night)
    {
        decimal? minutes = null;
        var (dark, pieces) = (0m, 0m);
        foreach (var entry in entries)
        {
            pieces += entry.Pieces ?? 0m;
            restDay = entry.RestDay ?? restDay;
            holiday = entry.Holiday ?? holiday;
            if (entry is not { Start: not null, End: not null }) continue;
            var (start, end) = Span(entry);
            minutes = (minutes ?? 0m) + end - start - entry.BreakMinutes;
            if (night is { } hours) dark += NightMinutes(start, end, hours);
        }

        return new WorkedDay(day, minutes / 60m, Math.Min(dark, minutes ?? 0m) / 60m, restDay || holiday, pieces);
    }

    /// <summary>Minutes since midnight of the day on which the entry began; the end may lie past 24 hours.</summary>
    public static (int Start, int End) Span(WorkEntry entry)
    {
        var (start, end) = (Minute(entry.Start!.Value), Minute(entry.End!.Value));
        return end > start ? (start, end) : (start, end + MinutesOfDay);
    }

    private static int Minute(TimeOnly time) => time.Hour * 60 + time.Minute;

    /// <summary>Minutes in the night hours of the day before, the day itself and the day after.</summary>
    private static int NightMinutes(int start, int end, (int From, int To) night)
    {
        var sum = 0;
        for (var day = -1; day <= 1; day++)
        {
            var from = day * MinutesOfDay + night.From * 60;
            var to = from + (night.To - night.From + 24) % 24 * 60;
            sum += Math.Max(0, Math.Min(end, to) - Math.Max(start, from));
        }

        return sum;
    }
}
