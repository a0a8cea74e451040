using Turna.Members.Contracts;

namespace Turna.Cases.Keeping;

/// <summary>When something happened, for a timeline.</summary>
/// <param name="Utc">The minute it was logged, where it was logged on its day; else noon of its day, to stand in its place among others.</param>
/// <param name="IsDayAlone">Nobody knows more than the day: no time is to be shown.</param>
internal readonly record struct Moment(DateTime Utc, bool IsDayAlone)
{
    /// <param name="on">Its day, in the office.</param>
    /// <param name="loggedAt">UTC.</param>
    /// <param name="zone">The clock of the office.</param>
    public static Moment Of(DateOnly on, DateTime loggedAt, TimeZoneInfo zone) =>
        zone.DayOf(loggedAt) == on ? new(loggedAt, false) : new(TimeZoneInfo.ConvertTimeToUtc(on.ToDateTime(new TimeOnly(12, 0)), zone), true);
}
