namespace Turna.Members.SigningIn;

/// <summary>What somebody signs in on, as coarsely as it helps her to know her own again: the family of the browser and the system, no version and no model.</summary>
internal static class Device
{
    // Each browser names those before it too, so the order tells.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("SamsungBrowser", "Samsung Internet"), ("YaBrowser", "Yandex"), ("Edg", "Edge"), ("OPR", "Opera"), ("Opera", "Opera"), ("FxiOS", "Firefox"), ("Firefox", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>"Chrome, Android"; null where neither is known.</summary>
    /// <param name="userAgent">What the browser says of itself; it is not kept.</param>
    public static string? Of(string? userAgent)
    {
        if (string.IsNullOrEmpty(userAgent)) return null;
        string?[] known = [Named(Browsers, userAgent), Named(Systems, userAgent)];
        return known is [null, null] ? null : string.Join(", ", known.OfType<string>());
    }

    private static string? Named((string Mark, string Name)[] among, string userAgent) =>
        Array.Find(among, a => userAgent.Contains(a.Mark, StringComparison.Ordinal)).Name;
}
