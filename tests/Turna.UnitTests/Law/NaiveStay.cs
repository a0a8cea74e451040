using Turna.Law.Stays;

namespace Turna.UnitTests.Law;

/// <summary>A second, deliberately naive count: a set of days and nothing else.</summary>
internal sealed class NaiveStay(IEnumerable<(DateOnly Entry, DateOnly Exit)> stays)
{
    private readonly HashSet<DateOnly> _days = [.. stays.SelectMany(stay => Days(stay.Entry, stay.Exit))];

    /// <summary>Days left by a rule, by the end of a day; below zero is one too many.</summary>
    public delegate int Left(NaiveStay stay, DateOnly day);

    public static Left Rolling(int max, int window) => (stay, day) => max - Enumerable.Range(0, window).Count(back => stay._days.Contains(day.AddDays(-back)));

    public static Left CalendarYear(int max, int continuous) => (stay, day) =>
        Math.Min(max - stay._days.Count(other => other.Year == day.Year && other <= day), continuous - stay.OnEnd(day));

    public static Left SinceEntry(int max) => (stay, day) => max - stay.OnEnd(day);

    /// <summary>Russia: rolling to the end of 2024, the calendar year after.</summary>
    public static Left Russia { get; } = (stay, day) => day.Year < 2025 ? Rolling(90, 180)(stay, day) : CalendarYear(90, 90)(stay, day);

    public DateOnly? FirstBreach(Left left)
    {
        foreach (var day in _days.Order())
            if (left(this, day) < 0) return day;
        return null;
    }

    /// <summary>The last lawful day of the present stay when it goes on from a day.</summary>
    public DateOnly? LastLawful(Left left, DateOnly asOf)
    {
        var first = asOf;
        if (_days.Contains(asOf)) while (_days.Contains(first.AddDays(-1))) first = first.AddDays(-1);
        var imagined = new NaiveStay(_days.Where(day => day < asOf).Select(day => (day, day)).Append((asOf, asOf.AddDays(600))));
        for (var day = first; day < asOf.AddDays(600); day = day.AddDays(1))
            if (left(imagined, day) < 0) return day == first ? null : day.AddDays(-1);
        return DateOnly.MaxValue;
    }

    private int OnEnd(DateOnly day)
    {
        var count = 0;
        while (_days.Contains(day.AddDays(-count))) count++;
        return count;
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1)) yield return day;
    }
}
