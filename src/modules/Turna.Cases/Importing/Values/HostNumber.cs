using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Numbers of Korea and Turkey written as they are dialled there, "010-2345-6789" and "0533 111 22 33": with a figure more than a number of
/// home, and in the row of somebody who is there.
/// </summary>
internal static partial class HostNumber
{
    /// <param name="number">As the telephone was read without knowing the country.</param>
    /// <param name="country">Where she is.</param>
    public static string Of(string number, string? country) => country switch
    {
        "KR" when Korean().IsMatch(number) => "+82" + number[4..],
        "TR" when Turkish().IsMatch(number) => "+90" + number[4..],
        _ => number,
    };

    /// <summary>What two writings of one number have in common, with the code of the country or without it.</summary>
    public static string Key(string number) => Read().Match(number) is { Success: true } read ? "0" + read.Groups["rest"].Value : number;

    [GeneratedRegex(@"^\+99610[0-9]{8}$")]
    private static partial Regex Korean();

    [GeneratedRegex(@"^\+9965[0-9]{9}$")]
    private static partial Regex Turkish();

    [GeneratedRegex(@"^\+(996|82|90)(?<rest>10[0-9]{8}|5[0-9]{9})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Read();
}
