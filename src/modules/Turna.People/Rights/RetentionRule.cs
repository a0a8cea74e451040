using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>How long a record is kept: as long as work goes on, and then so many years; never gone without a warning.</summary>
internal static class RetentionRule
{
    /// <summary>Years after the last contact. Claims for wages run out after at most three years in the corridors; appeals take longer.</summary>
    public const int Years = 5;

    /// <summary>Days between the warning and the day when a record may be deleted.</summary>
    public const int WarningDays = 60;

    /// <summary>The last day of keeping after a contact. A register of earlier years still gets the time of the warning.</summary>
    public static DateOnly KeepUntil(DateOnly contact, DateOnly today)
    {
        var due = contact.AddYears(Years);
        var earliest = today.AddDays(WarningDays);
        return due > earliest ? due : earliest;
    }

    /// <summary>Whether the time of a record is so short that it is warned of.</summary>
    public static bool RunsOut(DateOnly keepUntil, DateOnly today) => keepUntil <= today.AddDays(WarningDays);

    /// <summary>Whether a contact on this day keeps a record longer than until that one.</summary>
    public static bool IsLater(DateOnly contact, DateOnly keepUntil) => contact.AddYears(Years) > keepUntil;

    /// <summary>Counts the time of a record anew from a contact, and takes a warning back. Never shortens it.</summary>
    public static void Count(Person row, DateOnly contact, DateOnly today)
    {
        var until = KeepUntil(contact, today);
        if (until > row.KeepUntil) row.KeepUntil = until;
        row.WarnedAt = null;
    }

    /// <summary>
    /// Until when a record is kept if this one of her consents is withdrawn today; null when that changes nothing, because it is for something else,
    /// because another lets us help her, or because the time runs out before.
    /// </summary>
    public static DateOnly? ShortenedBy(Consent withdrawn, IEnumerable<Consent> all, DateOnly keepUntil, DateOnly today)
    {
        var until = today.AddDays(WarningDays);
        if (withdrawn.Purpose != ConsentPurpose.Service || until >= keepUntil) return null;
        return all.Any(c => c.Id != withdrawn.Id && LetsUsHelp(c, today)) ? null : until;
    }

    /// <summary>Whether it is her withdrawal that ends the time of her record, and not that nobody worked with her.</summary>
    public static bool EndsByWithdrawal(DateOnly keepUntil, IReadOnlyCollection<Consent> consents, DateOnly today) =>
        !consents.Any(c => LetsUsHelp(c, today))
        && consents.Any(c => c.Purpose == ConsentPurpose.Service && c.WithdrawnOn is { } day && day.AddDays(WarningDays) == keepUntil);

    private static bool LetsUsHelp(Consent consent, DateOnly today) => consent.Purpose == ConsentPurpose.Service && consent.HoldsOn(today);
}
