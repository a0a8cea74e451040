namespace Turna.Law.Stays;

/// <summary>What a question says about where she was, merged and ready to count.</summary>
internal sealed class StayRecord
{
    public StayRecord(StayQuestion question)
    {
        Question = question;
        AsOf = question.AsOf.DayNumber;
        Presence = Presence.Of(question.Stays.Select(Span));
        RunNow = Presence.RunAt(AsOf);
    }

    public StayQuestion Question { get; }

    /// <summary>The day of the question, as a day number.</summary>
    public int AsOf { get; }

    /// <summary>All days, planned ones included.</summary>
    public Presence Presence { get; }

    /// <summary>The run she is in on the day of the question; null when she is not there.</summary>
    public Run? RunNow { get; }

    /// <summary>The presence through a day; what is planned after it is left out.</summary>
    public Presence Through(int day) => Presence.Of(Presence.Runs.Select(run => run with { To = Math.Min(run.To, day) }));

    public IEnumerable<(DateOnly From, DateOnly To)> Spans() =>
        Presence.Runs.Select(run => (DateOnly.FromDayNumber(run.From), DateOnly.FromDayNumber(run.To)));

    public List<Notice> Warnings()
    {
        var warnings = new List<Notice>();
        var asOf = Question.AsOf;
        foreach (var stay in Question.Stays)
        {
            if (stay.Exit > asOf || stay.Entry > asOf)
                warnings.Add(Notice.Of("stay.planned", "stays", ("entry", stay.Entry), ("asOf", asOf)));
            if (stay.Exit is null && Question.Stays.Any(later => later.Entry > stay.Entry && later.Entry <= asOf))
                warnings.Add(Notice.Of("stay.exit-missing", "stays", ("entry", stay.Entry)));
        }

        return warnings;
    }

    public static DateOnly? Day(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;

    private Run Span(Stay stay) => new(stay.Entry.DayNumber, (stay.Exit ?? Question.AsOf).DayNumber);
}
