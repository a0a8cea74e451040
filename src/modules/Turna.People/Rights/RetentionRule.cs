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
}
