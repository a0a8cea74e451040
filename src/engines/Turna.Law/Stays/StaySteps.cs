namespace Turna.Law.Stays;

/// <summary>Says for every day of presence whether it counts on the day of the question, and why.</summary>
internal static class StaySteps
{
    public static List<StayStep> Of(StayRecord stay, StayLaw law)
    {
        var steps = new List<StayStep>();
        var limit = law.On(stay.AsOf);
        var counts = limit.CountsFrom(stay.Presence, stay.AsOf);
        var (earlier, within, planned) = (Earlier(limit, counts), Counts(limit, counts), Notice.Of("step.planned", limit.Sign));
        foreach (var run in stay.Presence.Runs)
        {
            Add(steps, run.From, Math.Min(run.To, counts - 1), counted: false, earlier);
            Add(steps, Math.Max(run.From, counts), Math.Min(run.To, stay.AsOf), counted: true, within);
            Add(steps, Math.Max(run.From, stay.AsOf + 1), run.To, counted: false, planned);
        }

        return steps;
    }

    public static void Add(List<StayStep> steps, int from, int to, bool counted, Notice reason)
    {
        if (from <= to) steps.Add(new StayStep(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to), counted, reason));
    }

    private static Notice Counts(StayLimit limit, int counts) => limit switch
    {
        RollingLimit rolling => Notice.Of("step.in-window", limit.Sign, ("window", rolling.Window), ("from", DateOnly.FromDayNumber(counts))),
        CalendarYearLimit => Notice.Of("step.in-year", limit.Sign, ("year", DateOnly.FromDayNumber(counts).Year)),
        _ => Notice.Of("step.since-entry", limit.Sign, ("from", DateOnly.FromDayNumber(counts))),
    };

    private static Notice Earlier(StayLimit limit, int counts) => limit switch
    {
        RollingLimit rolling => Notice.Of("step.before-window", limit.Sign, ("window", rolling.Window), ("from", DateOnly.FromDayNumber(counts))),
        CalendarYearLimit => Notice.Of("step.before-year", limit.Sign, ("year", DateOnly.FromDayNumber(counts).Year)),
        _ => Notice.Of("step.earlier-entry", limit.Sign),
    };
}
