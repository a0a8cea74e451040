using System.Globalization;
using System.Text;

namespace Turna.Cases.Keeping;

/// <summary>Texts as typed, without what a keyboard does not write: control characters and marks that turn the direction of reading.</summary>
internal static class Plain
{
    /// <summary>The text with line ends as <c>\n</c>, without control and direction characters, trimmed.</summary>
    public static string Text(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return string.Empty;
        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsUnseen(rune)) kept.Append(rune);
        }

        return kept.ToString().Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string? typed) => Text(typed).Replace('\n', ' ').Replace('\t', ' ');

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or 0xFEFF;
}
