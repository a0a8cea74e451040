namespace Turna.Law.Wages;

/// <summary>Finds what is wrong with an agreement and a diary before anything is computed.</summary>
internal static class WageChecks
{
    private static readonly DateOnly FirstDay = new(1990, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);
    private const decimal LargestRate = 1_000_000_000m;
    private const int LongestDiary = 100_000;

    public static List<Notice> Problems(WageQuestion question)
    {
        var problems = new List<Notice>();
        var agreement = question.Agreement;
        if (agreement.Rate is <= 0m or > LargestRate) problems.Add(Notice.Of("input.rate", "agreement.rate"));
        if (agreement.HoursPerDay is <= 0m or > 24m) problems.Add(Notice.Of("input.hours", "agreement.hoursPerDay"));
        if (agreement.PayDays.Any(day => day is < 1 or > 31)) problems.Add(Notice.Of("input.pay-day", "agreement.payDays"));
        if (agreement.RestDays.Distinct().Count() >= 7) problems.Add(Notice.Of("input.no-working-day", "agreement.restDays"));
        if (agreement.OvertimeFactor is < 1m or > 100m) problems.Add(Notice.Of("input.factor", "agreement.overtimeFactor"));
        if (agreement.RestDayFactor is < 1m or > 100m) problems.Add(Notice.Of("input.factor", "agreement.restDayFactor"));
        if (agreement.NightPercent is < 0m or > 10_000m) problems.Add(Notice.Of("input.factor", "agreement.nightPercent"));
        if (question.Diary.Count > LongestDiary) problems.Add(Notice.Of("input.too-large", "diary", ("value", LongestDiary)));
        for (var index = 0; index < question.Diary.Count; index++) Entry(question, index, problems);
        if (problems.Count == 0) Overlaps(question, problems);
        return problems;
    }

    private static void Entry(WageQuestion question, int index, List<Notice> problems)
    {
        var (entry, path) = (question.Diary[index], $"diary[{index}]");
        if (entry.Day < FirstDay || entry.Day > LastDay)
            problems.Add(Notice.Of("input.day-range", path + ".day", ("first", FirstDay), ("last", LastDay)));
        if (entry.Day > question.Agreement.Ended) problems.Add(Notice.Of("input.after-end", path + ".day", ("ended", question.Agreement.Ended.Value)));
        if (entry.Start is null != entry.End is null) problems.Add(Notice.Of("input.start-and-end", path));
        if (entry.Pieces is < 0m or > LargestRate) problems.Add(Notice.Of("input.negative", path + ".pieces"));
        if (question.Agreement.Unit == PayUnit.Piece && entry.Pieces is null) problems.Add(Notice.Of("input.missing", path + ".pieces"));
        if (entry is not { Start: not null, End: not null }) return;
        var (start, end) = WorkedDay.Span(entry);
        if (entry.BreakMinutes >= end - start) problems.Add(Notice.Of("input.break-too-long", path + ".breakMinutes"));
    }

    private static void Overlaps(WageQuestion question, List<Notice> problems)
    {
        var timed = question.Diary
            .Select((entry, index) => (entry, index))
            .Where(one => one.entry is { Start: not null, End: not null })
            .Select(one => (one.index, From: At(one.entry, WorkedDay.Span(one.entry).Start), To: At(one.entry, WorkedDay.Span(one.entry).End)))
            .OrderBy(one => one.From)
            .ToList();
        for (var next = 1; next < timed.Count; next++)
            if (timed[next].From < timed[next - 1].To) problems.Add(Notice.Of("input.overlap", $"diary[{timed[next].index}]", ("other", $"diary[{timed[next - 1].index}]")));
    }

    private static long At(WorkEntry entry, int minute) => entry.Day.DayNumber * 24L * 60L + minute;
}
