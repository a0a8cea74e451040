namespace Turna.Members.Contracts;

/// <summary>Stored moments are UTC; people live by the clock of their office. What is shown goes through here.</summary>
public static class OfficeTime
{
    /// <summary>A stored moment by the office's clock.</summary>
    public static DateTime Local(this TimeZoneInfo zone, DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    /// <summary>The day on which a stored moment lies in the office.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTime utc) => DateOnly.FromDateTime(zone.Local(utc));
}
