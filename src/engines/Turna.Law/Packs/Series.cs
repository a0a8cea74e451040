namespace Turna.Law.Packs;

/// <summary>One value of a series.</summary>
/// <param name="From">First day in force (never the day of the decision).</param>
/// <param name="Value">The value in the unit of the series.</param>
/// <param name="Trust">How far it may be trusted.</param>
public sealed record SeriesValue(DateOnly From, decimal Value, TrustMark Trust);

/// <summary>A figure that the law refers to and that changes with time: key rate, base rate, minimum wage.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Unit"><c>percent</c> (a year) or a currency code (a month).</param>
/// <param name="Text">Its name.</param>
/// <param name="Values">Values by first day in force, ascending; each holds until the day before the next.</param>
/// <param name="To">Last day on which the series is in use; null while it is.</param>
/// <param name="KnownThrough">The last day for which the series is known not to have changed.</param>
/// <param name="Origin">Where we have it from.</param>
public sealed record Series(
    string Id,
    string Unit,
    LegalText Text,
    IReadOnlyList<SeriesValue> Values,
    DateOnly? To,
    DateOnly KnownThrough,
    Origin Origin)
{
    /// <summary>Index in <see cref="Values"/> of the value in force on a day; -1 when none is known.</summary>
    public int IndexOn(DateOnly day)
    {
        if (To is { } end && day > end) return -1;
        var (low, high) = (0, Values.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Values[middle].From <= day) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    /// <summary>The value in force on a day; null when none is known.</summary>
    public SeriesValue? On(DateOnly day) => IndexOn(day) is >= 0 and var index ? Values[index] : null;

    /// <summary>Last day of the value at an index.</summary>
    public DateOnly LastDay(int index) =>
        index + 1 < Values.Count ? Values[index + 1].From.AddDays(-1) : To ?? DateOnly.MaxValue;
}
