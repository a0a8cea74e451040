namespace Turna.Law.Stays;

/// <summary>A limit with the last day on which it is the law.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="To">Its last day, as a day number.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct DatedLimit(StayLimit Limit, int To);

/// <summary>Limits that follow each other; every day is judged by the one in force on it.</summary>
/// <param name="limits">Oldest first; the first also judges the days before it, the last all days after.</param>
public sealed class StayLaw(IReadOnlyList<DatedLimit> limits)
{
    /// <summary>No search looks further ahead than this: longer than any year or window, so that "never" is an answer.</summary>
    private const int Horizon = 366 * 4;

    /// <summary>The limit in force on a day.</summary>
    public StayLimit On(int day) => At(day).Limit;

    /// <summary>The first day in a span of presence on which she was there one day too many; null when there is none.</summary>
    /// <param name="presence">Who was where. Every day of the span must be a day of presence.</param>
    /// <param name="from">First day of the span.</param>
    /// <param name="to">Last day of the span.</param>
    public int? FirstBreach(Presence presence, int from, int to)
    {
        var day = from;
        while (day <= to)
        {
            var (limit, last) = At(day);
            var left = limit.Left(presence, day);
            if (left < 0) return day;
            // A day more costs one day at most, so nothing can break before left + 1 days, unless the law changes first.
            day = (int)Math.Min((long)day + left, last) + 1;
        }

        return null;
    }

    /// <summary>The first breach in all runs; null when there is none.</summary>
    public int? FirstBreach(Presence presence)
    {
        foreach (var run in presence.Runs)
            if (FirstBreach(presence, run.From, run.To) is { } day) return day;
        return null;
    }

    /// <summary>The last lawful day of a stay on end that begins (or began) on a day; null when not even that day is lawful.</summary>
    /// <param name="presence">A presence that stays on from some day of that stay.</param>
    /// <param name="from">First day of the stay.</param>
    /// <param name="unlimited">True when no end is in sight.</param>
    public int? LastLawful(Presence presence, int from, out bool unlimited)
    {
        var breach = FirstBreach(presence, from, from + Horizon);
        unlimited = breach is null;
        return breach is { } day && day > from ? day - 1 : null;
    }

    /// <summary>The earliest day from which a stay of so many days on end is lawful; null when none is in sight.</summary>
    public int? EarliestEntry(Presence past, int notBefore, int days)
    {
        for (var entry = notBefore; entry <= notBefore + Horizon; entry++)
            if (FirstBreach(past.Staying(entry), entry, entry + days - 1) is null) return entry;
        return null;
    }

    private DatedLimit At(int day)
    {
        foreach (var dated in limits)
            if (day <= dated.To) return dated;
        return limits[^1] with { To = int.MaxValue - 1 };
    }
}
