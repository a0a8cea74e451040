using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>Reads the number of a passport, an identity card or a personal number as it is compared: "АН 331-08-42" is AN3310842.</summary>
internal static partial class DocumentReader
{
    /// <summary>
    /// The one number of the cell; null where it holds none, more than one, or something else beside it. Figures alone are a personal number of Kyrgyzstan, which tells
    /// the day of birth, or may be anything: a telephone, the number of a firm, a day.
    /// </summary>
    public static string? Read(SourceCell cell)
    {
        var number = LookalikeLetters.ToLatin(string.Concat(cell.Written.Where(char.IsLetterOrDigit)).ToUpperInvariant());
        return (OfSeries().IsMatch(number) && number.Where(char.IsAsciiDigit).Distinct().Skip(1).Any()) || IsPersonal(number) ? number : null;
    }

    /// <summary>Fourteen figures: 1 for women or 2 for men, the day of birth, and a number.</summary>
    public static bool IsPersonal(string number) => Personal().Match(number) is { Success: true } personal
        && DateOnly.TryParseExact(personal.Groups["born"].ValueSpan, "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex("^[A-Z]{1,3}[0-9]{6,9}$")]
    private static partial Regex OfSeries();

    [GeneratedRegex("^[12](?<born>[0-9]{8})[0-9]{5}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Personal();
}
