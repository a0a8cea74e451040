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
    private static readonly IReadOnlySet<Position> Nothing = new HashSet<Position>();

    // Each is drawn when a period asks for it: a year needs neither its quarters nor its months, and drawing one is counting everybody once more.
    private readonly Lazy<IReadOnlySet<Position>> year;
    private readonly Lazy<IReadOnlySet<Position>> quarters;
    private readonly IReadOnlyList<Lazy<IReadOnlySet<Position>>> months;

    /// <param name="seen">What the facts of the year show, and to whom.</param>
    /// <param name="view">For whom.</param>
    /// <param name="already">What is left empty for others whose reports a reader may hold as well.</param>
    private Pattern(Sightings seen, View view, Pattern? already)
    {
        var threshold = Protecting.Threshold(view);
        year = new(() => Masking.Hide(seen.Year(), threshold, already?.year.Value ?? Nothing));
        quarters = new(() => Masking.Hide(seen.Quarters(), threshold, Both(year.Value, already?.quarters.Value)));
        months = [.. Enumerable.Range(0, 4).Select(quarter => new Lazy<IReadOnlySet<Position>>(
            () => Masking.Hide(seen.MonthsOf(quarter), threshold, Both(quarters.Value, already?.months[quarter].Value))))];
    }

    /// <summary>The places left empty in a period of the year.</summary>
    public IReadOnlySet<Position> Of(Period period) => period.Months switch
    {
        1 => OfMonth(period.From.Month),
        3 => quarters.Value,
        _ => year.Value,
    };

    /// <summary>The places left empty in a month, 1–12.</summary>
    public IReadOnlySet<Position> OfMonth(int month) => months[(month - 1) / 3].Value;

    /// <summary>Draws the pattern of a year.</summary>
    /// <param name="seen">What the facts of the year show, and to whom.</param>
    /// <param name="view">For whom.</param>
    // What is hidden inside stays hidden when it is published: a reader may hold both.
    public static Pattern Of(Sightings seen, View view) => new(seen, view, view == View.Publishable ? new Pattern(seen, View.Inside, already: null) : null);

    private static HashSet<Position> Both(IReadOnlySet<Position> larger, IReadOnlySet<Position>? already) => [.. larger, .. already ?? Nothing];
}
