namespace Turna.Evidence.Reporting;

/// <summary>A place in the tables of a report, whatever its period. The line of the whole is one place in all breakdowns.</summary>
internal readonly record struct Position(Measure Measure, string By, string Row, string Sex)
{
    public static Position Of(Measure measure, string by, string row, string sex) => new(measure, row == ReportTable.All ? ReportTable.All : by, row, sex);
}

/// <summary>
/// Which places protected reports of a year leave empty. Periods that can be subtracted from one another share it: the three months of a quarter
/// leave the same places empty, so do the four quarters, and what the year leaves empty its quarters do, and what they do their months. Then no
/// sum or difference of periods fills a place: whatever a reader adds to one month she must take from its sister.
/// </summary>
internal sealed class Pattern
{
    private readonly IReadOnlySet<Position> year;
    private readonly IReadOnlySet<Position> quarters;
    private readonly IReadOnlyList<IReadOnlySet<Position>> months;

    private Pattern(IReadOnlySet<Position> year, IReadOnlySet<Position> quarters, IReadOnlyList<IReadOnlySet<Position>> months) =>
        (this.year, this.quarters, this.months) = (year, quarters, months);

    /// <summary>The places left empty in a period of the year.</summary>
    public IReadOnlySet<Position> Of(Period period) => period.Months switch
    {
        1 => OfMonth(period.From.Month),
        3 => quarters,
        _ => year,
    };

    /// <summary>The places left empty in a month, 1–12.</summary>
    public IReadOnlySet<Position> OfMonth(int month) => months[(month - 1) / 3];

    /// <summary>Draws the pattern of a year.</summary>
    /// <param name="seen">What the facts of the year show, and to whom.</param>
    /// <param name="view">For whom.</param>
    public static Pattern Of(Sightings seen, View view)
    {
        // What is hidden inside stays hidden when it is published: a reader may hold both.
        if (view == View.Publishable) return Of(seen, view, Of(seen, View.Inside, None));
        return Of(seen, view, None);
    }

    private static Pattern None { get; } = new(new HashSet<Position>(), new HashSet<Position>(), [.. Enumerable.Repeat(new HashSet<Position>(), 4)]);

    private static Pattern Of(Sightings seen, View view, Pattern already)
    {
        var threshold = Protecting.Threshold(view);
        var ofYear = Masking.Hide(seen.Year(), threshold, already.year);
        var ofQuarters = Masking.Hide(seen.Quarters(), threshold, new HashSet<Position>([.. ofYear, .. already.quarters]));
        return new Pattern(ofYear, ofQuarters, [.. Enumerable.Range(0, 4).Select(q =>
            (IReadOnlySet<Position>)Masking.Hide(seen.MonthsOf(q), threshold, new HashSet<Position>([.. ofQuarters, .. already.months[q]])))]);
    }
}
