namespace Turna.Law.Wages;

/// <summary>What the agreed rate pays for.</summary>
public enum PayUnit
{
    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A shift of the agreed hours.</summary>
    Shift,

    /// <summary>A day of the agreed hours.</summary>
    Day,

    /// <summary>A calendar month of full work.</summary>
    Month,

    /// <summary>A piece.</summary>
    Piece,
}

/// <summary>What was promised. Where it is better than the law it holds; where it is worse the law does.</summary>
/// <param name="Unit">What the rate pays for.</param>
/// <param name="Rate">Money for one unit; greater than zero.</param>
/// <param name="HoursPerDay">Agreed ordinary hours of a day or shift; null takes those of the law.</param>
/// <param name="PayDays">Days of the month on which wages are paid; empty takes the latest the law allows.</param>
/// <param name="RestDays">Agreed rest days of the week; empty takes the weekend of the country.</param>
/// <param name="Ended">Day of dismissal; null while the work goes on.</param>
/// <param name="OvertimeFactor">Agreed factor for overtime; null when none was agreed.</param>
/// <param name="RestDayFactor">Agreed factor for rest days and holidays; null when none was agreed.</param>
/// <param name="NightPercent">Agreed supplement for night hours; null when none was agreed.</param>
public sealed record Agreement(
    PayUnit Unit,
    decimal Rate,
    decimal? HoursPerDay,
    IReadOnlyList<int> PayDays,
    IReadOnlyList<DayOfWeek> RestDays,
    DateOnly? Ended,
    decimal? OvertimeFactor,
    decimal? RestDayFactor,
    decimal? NightPercent);

/// <summary>An entry of the diary. Work past midnight belongs to the day it began.</summary>
/// <param name="Day">The day on which it began.</param>
/// <param name="Start">Beginning; null when only the day is known, which then counts as a day of ordinary hours.</param>
/// <param name="End">End; not after the beginning means the next day.</param>
/// <param name="BreakMinutes">Unpaid breaks, taken as lying outside the night hours.</param>
/// <param name="RestDay">True or false where she says whether it was her rest day; null takes the days of the week.</param>
/// <param name="Holiday">True or false where she says whether it was a holiday; null takes the fixed holidays.</param>
/// <param name="Pieces">Pieces made, for piece work.</param>
public sealed record WorkEntry(DateOnly Day, TimeOnly? Start, TimeOnly? End, int BreakMinutes, bool? RestDay, bool? Holiday, decimal? Pieces);

/// <summary>Wages to be computed.</summary>
/// <param name="Jurisdiction">RU, KZ or KG.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Agreement">What was promised.</param>
/// <param name="Diary">What was worked, in any order; entries of one day must not overlap.</param>
public sealed record WageQuestion(string Jurisdiction, string Currency, Agreement Agreement, IReadOnlyList<WorkEntry> Diary);
