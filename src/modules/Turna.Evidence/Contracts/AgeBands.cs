namespace Turna.Evidence.Contracts;

/// <summary>The age bands that reports must use: gapless, in whole years.</summary>
public static class AgeBands
{
    /// <summary>Stands for an age that is not known.</summary>
    public const string Unknown = "unknown";

    private static readonly (int From, string Band)[] Fine =
        [(0, "0-11"), (12, "12-14"), (15, "15-17"), (18, "18-24"), (25, "25-29"), (30, "30-39"), (40, "40-49"), (50, "50-59"), (60, "60+")];

    /// <summary>All bands in order, the unknown last.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Fine.Select(b => b.Band), Unknown];

    /// <summary>The band of an age in whole years; <see cref="Unknown"/> for none, or one outside 0–130.</summary>
    public static string Of(int? age) => age is >= 0 and <= 130 ? Fine.Last(b => b.From <= age).Band : Unknown;
}
