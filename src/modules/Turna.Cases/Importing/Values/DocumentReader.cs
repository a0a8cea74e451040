using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>Reads the number of a passport, an identity card or a personal number as it is compared: "АН 331-08-42" is AN3310842.</summary>
internal static partial class DocumentReader
{
    private const string Cyrillic = "АВСЕНКМОРТХУІ";
    private const string Latin = "ABCEHKMOPTXYI";

    /// <summary>The one number of the cell; null where it holds none, more than one, or something else beside it.</summary>
    public static string? Read(SourceCell cell)
    {
        var letters = string.Concat(cell.Written.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var number = string.Concat(letters.Select(letter => Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Latin[at] : letter));
        return One().IsMatch(number) ? number : null;
    }

    // Series of one to three letters, or none; a personal number has fourteen figures.
    [GeneratedRegex("^([A-Z]{1,3}[0-9]{6,9}|[0-9]{8,10}|[0-9]{12}|[0-9]{14})$", RegexOptions.ExplicitCapture)]
    private static partial Regex One();
}
