using Turna.Law.Packs;

namespace Turna.Law.Claims;

/// <summary>
/// Until when each due can be claimed: years from the due day (29 February ends on 28 February),
/// and, where the rule says so, on the next working day when the last one is a day off.
/// </summary>
internal static class Limitation
{
    private const string NextWorkingDay = "next-working-day";

    public static List<LimitationDay> Days(Claim claim, List<Due> dues, Lawbook law, Reliance reliance, List<Notice> warnings)
    {
        var days = new List<LimitationDay>();
        var versions = law.Rules(claim.Jurisdiction, "limitation");
        if (versions.Count == 0)
        {
            warnings.Add(Notice.Of("claim.no-limitation", claim.Jurisdiction));
            return days;
        }

        var calendar = law.Of(claim.Jurisdiction)?.Calendar;
        foreach (var due in dues) days.Add(Day(due, Versions.Governing(versions, due.Day)!, calendar, claim.AsOf, reliance));
        Describe(days, calendar, warnings);
        return days;
    }

    private static LimitationDay Day(Due due, Rule rule, WorkCalendar? calendar, DateOnly asOf, Reliance reliance)
    {
        reliance.On(rule, due.Day, due.Day);
        var day = due.Day.AddYears(rule.Whole("years"));
        var last = calendar is not null && rule.Word("if-day-off") == NextWorkingDay ? calendar.OnOrAfter(day) : day;
        return new LimitationDay(due.Id, last, day, rule, last.DayNumber - asOf.DayNumber);
    }

    private static void Describe(List<LimitationDay> days, WorkCalendar? calendar, List<Notice> warnings)
    {
        foreach (var day in days)
        {
            if (day.IsLate) warnings.Add(Notice.Of("claim.limitation-passed", day.Rule.Id, ("due", day.Due), ("day", day.LastDay)));
            if (calendar is not null && (calendar.IsNearHoliday(day.LastDay) || calendar.IsNearHoliday(day.CalendarDay)))
                warnings.Add(Notice.Of("claim.near-holiday", calendar.Id, ("due", day.Due), ("day", day.LastDay)));
        }
    }
}
