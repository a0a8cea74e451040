using Turna.Kernel;

namespace Turna.Members.Administering;

/// <summary>The name of an organisation, a team or a member as it is kept: one line without control and direction marks.</summary>
internal static class WrittenName
{
    public const int Longest = 200;

    /// <summary>The name, or null when nothing or too much was written.</summary>
    public static string? Of(string? typed) =>
        typed is { Length: <= Longest } && Writing.Line(typed) is { Length: > 0 and <= Longest } name ? name : null;
}
