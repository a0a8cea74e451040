namespace Turna.Law.Stays;

/// <summary>A way of counting days of stay against a maximum.</summary>
public abstract record StayLimit
{
    /// <summary>The rule in a few signs, for instance <c>rolling 90/180</c>.</summary>
    public abstract string Sign { get; }

    /// <summary>Days that count against the maximum by the end of a day.</summary>
    public abstract int Used(Presence presence, int day);

    /// <summary>
    /// How many days more she may stay without a break by this count; below zero when the day itself is one too many.
    /// One more day of stay lowers it by one at most, which <see cref="StayLaw"/> relies on.
    /// </summary>
    public abstract int Left(Presence presence, int day);

    /// <summary>The first day that counts by the end of a day.</summary>
    public abstract int CountsFrom(Presence presence, int day);
}

/// <summary>At most so many days in any window that ends on a day of stay (Schengen, Türkiye).</summary>
/// <param name="Max">Days allowed.</param>
/// <param name="Window">Length of the window in days, the day itself included.</param>
public sealed record RollingLimit(int Max, int Window) : StayLimit
{
    /// <inheritdoc/>
    public override string Sign => FormattableString.Invariant($"rolling {Max}/{Window}");

    /// <inheritdoc/>
    public override int Used(Presence presence, int day) => presence.Count(CountsFrom(presence, day), day);

    /// <inheritdoc/>
    public override int Left(Presence presence, int day) => Max - Used(presence, day);

    /// <inheritdoc/>
    public override int CountsFrom(Presence presence, int day) => day - Window + 1;
}

/// <summary>At most so many days in a calendar year and so many on end; a stay on end does not start anew on 1 January (Russia from 2025).</summary>
/// <param name="Max">Days allowed in a year.</param>
/// <param name="Continuous">Days allowed on end.</param>
/// <param name="OnEndFrom">The day number from which days on end count, in the reading that forgets the days under an earlier law; null counts from entry.</param>
public sealed record CalendarYearLimit(int Max, int Continuous, int? OnEndFrom = null) : StayLimit
{
    /// <inheritdoc/>
    public override string Sign => FormattableString.Invariant($"calendar-year {Max}, {Continuous} on end");

    /// <inheritdoc/>
    public override int Used(Presence presence, int day) => presence.Count(CountsFrom(presence, day), day);

    /// <inheritdoc/>
    public override int Left(Presence presence, int day) => Math.Min(Max - Used(presence, day), Continuous - OnEnd(presence, day));

    /// <inheritdoc/>
    public override int CountsFrom(Presence presence, int day) => new DateOnly(DateOnly.FromDayNumber(day).Year, 1, 1).DayNumber;

    private int OnEnd(Presence presence, int day)
    {
        var days = presence.OnEnd(day);
        return OnEndFrom is { } first ? Math.Min(days, day - first + 1) : days;
    }
}

/// <summary>At most so many days from entry, the day of entry being day 1 (Kazakhstan).</summary>
/// <param name="Max">Days allowed.</param>
public sealed record SinceEntryLimit(int Max) : StayLimit
{
    /// <inheritdoc/>
    public override string Sign => FormattableString.Invariant($"since-entry {Max}");

    /// <inheritdoc/>
    public override int Used(Presence presence, int day) => presence.OnEnd(day);

    /// <inheritdoc/>
    public override int Left(Presence presence, int day) => Max - presence.OnEnd(day);

    /// <inheritdoc/>
    public override int CountsFrom(Presence presence, int day) => day - presence.OnEnd(day) + 1;
}
