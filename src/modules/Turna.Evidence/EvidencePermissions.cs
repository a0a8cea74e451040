using Turna.Kernel;

namespace Turna.Evidence;

internal static class EvidencePermissions
{
    public const string SeeName = "evidence.see";

    public static readonly Permission See = new(
        SeeName, "See reports; exact figures only of what she may open", [Role.FrontDesk, Role.Caseworker, Role.Protection, Role.Supervisor, Role.Analyst]);

    public static IReadOnlyList<Permission> All { get; } = [See];
}

internal static class EvidenceActs
{
    public static readonly Act ReportExported = new("report.exported", "A report left the system as a file");

    public static readonly Act NumberOpened = new("report.number-opened", "The list behind a number of a report was opened");

    public static IReadOnlyList<Act> All { get; } = [ReportExported, NumberOpened];
}
