namespace Turna.Law.Packs;

/// <summary>A public holiday on a fixed day of the year.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Day">Day of the month.</param>
/// <param name="Name">Its name.</param>
public sealed record Holiday(int Month, int Day, LegalText Name);

/// <summary>
/// Working days of a country: the weekend and the fixed public holidays.
/// The yearly decrees that move days off are <b>not</b> included; see <see cref="IsNearHoliday"/>.
/// </summary>
/// <param name="Id">Stable id.</param>
/// <param name="Weekend">Days of the week that are off.</param>
/// <param name="Holidays">Fixed public holidays.</param>
/// <param name="Origin">Where we have it from.</param>
public sealed record WorkCalendar(string Id, IReadOnlyList<DayOfWeek> Weekend, IReadOnlyList<Holiday> Holidays, Origin Origin)
{
    private const int MovedDaysReach = 7;
    private readonly HashSet<(int Month, int Day)> _holidays = [.. Holidays.Select(holiday => (holiday.Month, holiday.Day))];

    /// <summary>Whether a day is a fixed public holiday.</summary>
    public bool IsHoliday(DateOnly day) => _holidays.Contains((day.Month, day.Day));

    /// <summary>Whether a day is a day off: weekend or fixed public holiday.</summary>
    public bool IsDayOff(DateOnly day) => Weekend.Contains(day.DayOfWeek) || IsHoliday(day);

    /// <summary>The day itself if it is a working day, else the next one that is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (IsDayOff(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself if it is a working day, else the last one before it that is.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (IsDayOff(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>Whether a holiday lies within a week of the day, so that a decree may have moved days off around it.</summary>
    public bool IsNearHoliday(DateOnly day)
    {
        for (var offset = -MovedDaysReach; offset <= MovedDaysReach; offset++)
            if (IsHoliday(day.AddDays(offset))) return true;
        return false;
    }
}
