namespace Turna.EndToEndTests.Office;

/// <summary>What a member sits at.</summary>
public enum Screen
{
    Desktop,
    Phone,
    DesktopWithoutScripts,
    PhoneWithoutScripts,
}

internal static class Screens
{
    public static bool HasScripts(this Screen screen) => screen is Screen.Desktop or Screen.Phone;

    public static bool IsPhone(this Screen screen) => screen is Screen.Phone or Screen.PhoneWithoutScripts;

    public static ViewportSize Size(this Screen screen) =>
        screen.IsPhone() ? new ViewportSize { Width = 360, Height = 740 } : new ViewportSize { Width = 1280, Height = 800 };
}

/// <summary>A journey is walked at desktop and phone width, with and without scripts.</summary>
public sealed class OnEveryScreenAttribute : Xunit.v3.DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Screen>().Select(screen => new TheoryDataRow<Screen>(screen))]);
}
