using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Mobile numbers of Korea, Turkey, Britain, Japan, Germany and Kazakhstan written as they are dialled there, "010-2345-6789" and "0533 111 22 33", in Turkey and
/// Kazakhstan without the first figure too: with a figure more than a number of home, and in the row of somebody who is there.
/// </summary>
internal static partial class HostNumber
{
    private const int National = 10;

    /// <param name="number">As the telephone was read without knowing the country.</param>
    /// <param name="country">Where she is.</param>
    public static string Of(string number, string? country) => country switch
    {
        "KR" when Korean().IsMatch(number) => "+82" + number[^National..],
        "TR" when Turkish().IsMatch(number) => "+90" + number[^National..],
        // Written without the eight or the zero that is dialled before it at home.
        "KZ" when Kazakh().IsMatch(number) => "+7" + number,
        "TR" when TurkishAlone().IsMatch(number) => "+90" + number,
        "GB" when British().IsMatch(number) => "+44" + number[^National..],
        "JP" when Japanese().IsMatch(number) => "+81" + number[^National..],
        "DE" when German().Match(number) is { Success: true } german => "+49" + german.Groups["rest"].Value,
        _ => number,
    };

    /// <summary>What two writings of one number have in common, with the code of the country or without it.</summary>
    public static string Key(string number) =>
        Read().Match(number) is { Success: true } read ? "0" + read.Groups["rest"].Value
        : Short().Match(number) is { Success: true } cut ? "8" + cut.Groups["rest"].Value : number;

    [GeneratedRegex(@"^\+99610[0-9]{8}$")]
    private static partial Regex Korean();

    [GeneratedRegex(@"^\+9967[0-9]{9}$")]
    private static partial Regex British();

    [GeneratedRegex(@"^\+996[789]0[0-9]{8}$")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"^(\+996|0)(?<rest>1[567][0-9]{8,9})$", RegexOptions.ExplicitCapture)]
    private static partial Regex German();

    [GeneratedRegex(@"^\+9965[0-9]{9}$")]
    private static partial Regex Turkish();

    [GeneratedRegex("^7(0[0-8]|47|71|7[5-8])[0-9]{7}$")]
    private static partial Regex Kazakh();

    [GeneratedRegex("^5[0345][0-9]{8}$")]
    private static partial Regex TurkishAlone();

    [GeneratedRegex(@"^(\+(996|82|90|44|81|49)|0)(?<rest>10[0-9]{8}|5[0-9]{9}|7[0-9]{9}|[89]0[0-9]{8}|1[567][0-9]{8,9})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Read();

    // A Russian number that lost a digit stays as it was written, with the seven or the eight.
    [GeneratedRegex(@"^(\+7|8)(?<rest>[0-9]{9})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Short();
}
