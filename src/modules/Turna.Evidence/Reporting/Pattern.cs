namespace Turna.Evidence.Reporting;

/// <summary>A place in the tables of a report, whatever its period. The line of the whole is one place in all breakdowns.</summary>
internal readonly record struct Position(Measure Measure, string By, string Row, string Sex)
{
    public static Position Of(Measure measure, string by, string row, string sex) => new(measure, row == ReportTable.All ? ReportTable.All : by, row, sex);
}

/// <summary>
/// Which places protected reports of a year leave empty. It is drawn in the order of time, each quarter with its months and the year last, from
/// nothing that happens afterwards: what is shown of a quarter that is over is never hidden later, nor the other way round. What still runs is
/// drawn from what there is.
/// </summary>
/// <remarks>
/// The three months of a quarter leave the same places empty, with all that the quarter does: whatever a reader adds to one month she must take
/// from its sister. Each quarter leaves empty what the one before does, for the sake of the year.
/// </remarks>
internal sealed class Pattern
{
    private static readonly IReadOnlySet<Position> Nothing = new HashSet<Position>();

    private readonly Sightings seen;
    private readonly int threshold;
    private readonly Pattern? already;
    private readonly Lazy<Quarter>[] quarters;
    private readonly Lazy<HashSet<Position>> year;

    /// <param name="seen">What the facts of the year show, and to whom.</param>
    /// <param name="view">For whom.</param>
    /// <param name="already">What is left empty for others whose reports a reader may hold as well.</param>
    private Pattern(Sightings seen, View view, Pattern? already)
    {
        (this.seen, this.already) = (seen, already);
        threshold = Protecting.Threshold(view);
        quarters = [.. Enumerable.Range(0, 4).Select(quarter => new Lazy<Quarter>(() => DrawQuarter(quarter)))];
        year = new(DrawYear);
    }

    /// <summary>The places left empty in a period of the year.</summary>
    public IReadOnlySet<Position> Of(Period period) => period.Months switch
    {
        1 => OfMonth(period.From.Month),
        3 => OfQuarter((period.From.Month - 1) / 3).Whole,
        _ => year.Value,
    };

    /// <summary>The places left empty in a month, 1–12.</summary>
    public IReadOnlySet<Position> OfMonth(int month) => OfQuarter((month - 1) / 3).Months;

    /// <summary>Draws the pattern of a year.</summary>
    /// <param name="seen">What the facts of the year show, and to whom.</param>
    /// <param name="view">For whom.</param>
    // What is hidden inside stays hidden when it is published: a reader may hold both.
    public static Pattern Of(Sightings seen, View view) => new(seen, view, view == View.Publishable ? new Pattern(seen, View.Inside, already: null) : null);

    // The last quarter becomes final on the same day as the year, which may hide more in it rather than its own whole.
    private Quarter OfQuarter(int number)
    {
        if (number == 3) _ = year.Value;
        return quarters[number].Value;
    }

    private Quarter DrawQuarter(int number)
    {
        var (quarter, months) = (seen.Of(seen.Quarter(number)), seen.MonthsOf(number).Select(seen.Of).ToArray());
        var whole = Masking.Hide(quarter, threshold, Both(number > 0 ? quarters[number - 1].Value.Whole : Nothing, already?.OfQuarter(number).Whole), Nothing);
        var parts = Masking.Hide(Masking.Together(months), threshold, Both(whole, already?.OfQuarter(number).Months), Nothing);
        var ties = new Ties([.. months, quarter], [(3, [0, 1, 2])]);
        Widening.Widen(ties, threshold, figure => figure.Period == 3 ? [whole, parts] : [parts], _ => true);
        return new Quarter(whole, parts);
    }

    private HashSet<Position> DrawYear()
    {
        var drawn = quarters.Select(q => q.Value).ToArray();
        var months = Enumerable.Range(0, 4).SelectMany(q => seen.MonthsOf(q)).Select(seen.Of);
        var whole = seen.Of(seen.Year);
        // What all four quarters tell of a place that adds up, they tell of the year.
        var known = whole.Select(h => h.Place).Where(place => IsSum(place) && drawn.All(q => !q.Whole.Contains(place))).ToHashSet();
        var hidden = Masking.Hide(whole, threshold, already?.year.Value ?? Nothing, known);
        var ties = new Ties(
            [.. months, .. Enumerable.Range(0, 4).Select(q => seen.Of(seen.Quarter(q))), whole],
            [.. Enumerable.Range(0, 4).Select(q => (12 + q, new[] { 3 * q, (3 * q) + 1, (3 * q) + 2 })), (16, [12, 13, 14, 15])]);
        Widening.Widen(ties, threshold, PlacesOf, period => period is 9 or 10 or 11 or 15 or 16);
        return hidden;

        HashSet<Position>[] PlacesOf(HeldFigure figure) => figure.Period switch
        {
            16 => [hidden],
            >= 12 => [drawn[figure.Period - 12].Whole, drawn[figure.Period - 12].Months],
            _ => [drawn[figure.Period / 3].Months],
        };
    }

    private static bool IsSum(Position place) => place.Measure is not (Measure.Clients or Measure.NewClients or Measure.ReturningClients);

    private static HashSet<Position> Both(IReadOnlySet<Position> larger, IReadOnlySet<Position>? also) => [.. larger, .. also ?? Nothing];

    private sealed record Quarter(HashSet<Position> Whole, HashSet<Position> Months);
}
