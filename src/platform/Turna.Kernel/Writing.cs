using System.Globalization;
using System.Text;

namespace Turna.Kernel;

/// <summary>What people type, made fit to be kept: no control or direction marks, NFC, single spaces; too long is an error and never cut.</summary>
public static class Writing
{
    public const int Short = 100;
    public const int Wide = 300;
    public const int Long = 4000;

    /// <summary>Text of several lines, whatever its length; empty when nothing was written.</summary>
    public static string Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? string.Empty : Tidy(typed.ReplaceLineEndings("\n"), lines: true);

    /// <summary>The same on one line.</summary>
    public static string Line(string? typed) => string.IsNullOrWhiteSpace(typed) ? string.Empty : Tidy(typed, lines: false);

    /// <summary>A text in a normal form. Half a pair and noncharacters, which normalising refuses, become U+FFFD.</summary>
    public static string Normal(string text, NormalizationForm form) =>
        (text.AsSpan().ContainsAnyInRange('\ud800', '\uffff') ? WithoutNonCharacters(text) : text).Normalize(form);

    /// <summary>One line of text, or null when nothing was written.</summary>
    public static string? OneLine(string? text, string field, FieldErrors errors, int most = Short) => Keep(text, field, errors, most, lines: false);

    /// <summary>Text of several lines, or null when nothing was written.</summary>
    public static string? Lines(string? text, string field, FieldErrors errors, int most = Long) => Keep(text, field, errors, most, lines: true);

    private static string? Keep(string? text, string field, FieldErrors errors, int most, bool lines)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        // Far too long is refused before any work is spent on it.
        if (text.Length > 4 * most)
        {
            RefuseLength(field, errors, most);
            return null;
        }

        var kept = Tidy(text, lines);
        if (kept.Length > most) RefuseLength(field, errors, most);
        return kept.Length == 0 ? null : kept;
    }

    private static void RefuseLength(string field, FieldErrors errors, int most) => errors.Add(field, "Write at most {0} characters.", most);

    // Half a pair is read as U+FFFD already.
    private static string WithoutNonCharacters(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) kept.Append(IsNonCharacter(rune.Value) ? Rune.ReplacementChar : rune);
        return kept.ToString();
    }

    private static bool IsNonCharacter(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;

    private static string Tidy(string text, bool lines)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (lines && rune.Value == '\n')
            {
                while (kept.Length > 0 && kept[^1] == ' ') kept.Length--;
                kept.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune)) AppendSpace(kept);
            else if (MayStand(rune)) kept.Append(rune);
        }

        return kept.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static void AppendSpace(StringBuilder kept)
    {
        if (kept.Length > 0 && kept[^1] is not (' ' or '\n')) kept.Append(' ');
    }

    private static bool MayStand(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
        && rune != Rune.ReplacementChar;
}
