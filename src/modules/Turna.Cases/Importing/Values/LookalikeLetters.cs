namespace Turna.Cases.Importing.Values;

/// <summary>Capitals that look the same in both alphabets: codes and numbers of papers are typed in either.</summary>
internal static class LookalikeLetters
{
    private const string Cyrillic = "АВСЕНКМОРТХУІ";
    private const string Latin = "ABCEHKMOPTXYI";

    public static string ToLatin(string capitals) => string.Concat(capitals.Select(letter => Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Latin[at] : letter));
}
