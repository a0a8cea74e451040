namespace Turna.ArchitectureTests.Offending;

// Deliberate offenders: each shows that a rule can fail.
#pragma warning disable CA1852, CA1812

public sealed class Exposed;

internal sealed class ThingManager;

internal sealed record PersonDto;

internal static class Reaching
{
    public static Type PastTheContracts => typeof(Members.MembersModule);
}
