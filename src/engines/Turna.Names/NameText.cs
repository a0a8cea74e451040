using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Turna.Names;

/// <summary>Brings what people type into one written form before anything else looks at it.</summary>
/// <remarks>
/// The form keeps the script: it does not transliterate. It is meant for comparison, never for display or for a document.
/// Look-alikes follow <c>content/names/look-alikes.csv</c> (Unicode Technical Standard 39).
/// </remarks>
public static class NameText
{
    /// <summary>The longest text that is read, in UTF-16 units; what follows is cut off.</summary>
    public const int MaximumLength = 256;

    private const char Apostrophe = '\'';

    private static readonly FrozenDictionary<char, char> LatinToCyrillic = Pairs(fromLatin: true);
    private static readonly FrozenDictionary<char, char> CyrillicToLatin = Pairs(fromLatin: false);

    /// <summary>
    /// Lower case, NFKC, one apostrophe, one hyphen, single spaces; invisible, direction and combining marks dropped;
    /// a letter of the wrong script inside a word replaced by its look-alike; digits inside a word read as the letter they resemble.
    /// </summary>
    /// <param name="text">Any text, ill-formed UTF-16 included.</param>
    /// <returns>Letters, digits, <c>' - . , ( )</c> and single spaces; empty when nothing of the kind was there. Idempotent.</returns>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        if (text.Length > MaximumLength) text = text[..MaximumLength];
        if (IsPlain(text)) return text;

        var composed = Compose(text);
        var buffer = ArrayPool<char>.Shared.Rent(composed.Length + 1);
        try
        {
            var length = Tidy(composed, buffer);
            if (length < composed.Length) length = Rejoin(buffer, length);
            MendWords(buffer.AsSpan(0, length));
            length = Tighten(buffer, length);
            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether the text is already in the written form, by the cheapest sure sign: small ASCII or Cyrillic letters and single inner spaces.</summary>
    private static bool IsPlain(string text)
    {
        var previous = ' ';
        foreach (var c in text)
        {
            var letter = c is (>= 'a' and <= 'z') or (>= 'а' and <= 'я') or 'ң' or 'ө' or 'ү';
            if (!letter && (c != ' ' || previous == ' ')) return false;
            if (letter && char.IsAsciiLetter(c) != char.IsAsciiLetter(previous) && previous != ' ') return false;
            previous = c;
        }

        return previous != ' ';
    }

    private static string Compose(string text)
    {
        if (Ascii.IsValid(text)) return text;

        // U+00B4 and its like decompose to a space and a mark under NFKC, so apostrophes are settled first.
        var settled = string.Create(text.Length, text, static (into, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                var c = from[i];
                into[i] = IsApostrophe(c) ? Apostrophe : char.IsSurrogate(c) ? Paired(from, i) : IsNoCharacter(c) ? ' ' : c;
            }
        });
        return settled.IsNormalized(NormalizationForm.FormKC) ? settled : Shorten(settled.Normalize(NormalizationForm.FormKC));
    }

    // Some compatibility characters unfold to many letters; no name is made of them.
    private static string Shorten(string text) => text.Length > MaximumLength ? Mend(text[..MaximumLength]) : text;

    private static string Mend(string text) => char.IsHighSurrogate(text[^1]) ? text[..^1] : text;

    // Half a pair and noncharacters are no text, and normalising refuses them.
    private static char Paired(string text, int at)
    {
        var first = char.IsHighSurrogate(text[at]) ? at : at - 1;
        var paired = first >= 0 && first + 1 < text.Length && char.IsSurrogatePair(text[first], text[first + 1]);
        return paired && !IsNoCharacter(char.ConvertToUtf32(text[first], text[first + 1])) ? text[at] : ' ';
    }

    private static bool IsNoCharacter(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Keeps letters, digits and the few signs that mean something in a name. Letter case is still as typed.</summary>
    private static int Tidy(string text, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var kept = Keep(text, i);
            if (kept != '\0') into[length++] = kept;
        }

        return length;
    }

    private static char Keep(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiLetterOrDigit(c)) return c;
        if (IsApostrophe(c)) return Apostrophe;
        if (c is '.' or ',' or '(' or ')') return c;
        if (c is ';') return ',';
        // Case is looked at for the letters of names only; others are small from the start, so that a second reading sees the same.
        if (c >= '\u0180' && !IsCyrillic(c)) c = char.ToLowerInvariant(c);
        if (c is 'İ') return 'I';
        if (c is '\u04CA' or '\u04C8') return 'ң';
        if (c is '\u04C9' or '\u04C7') return 'Ң';
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => c,
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ModifierSymbol => '\0',
            UnicodeCategory.MathSymbol when c == '\u2212' => '-',
            _ => ' ',
        };
    }

    /// <summary>Where something was dropped between them, parts of a letter of a far script now stand side by side and are composed.</summary>
    private static int Rejoin(Span<char> text, int length)
    {
        if (!text[..length].ContainsAnyInRange('\u0530', '\uFFFF')) return length;
        var kept = new string(text[..length]);
        if (kept.IsNormalized(NormalizationForm.FormKC)) return length;
        var joined = kept.Normalize(NormalizationForm.FormKC);
        joined.AsSpan(0, Math.Min(joined.Length, length)).CopyTo(text);
        return Math.Min(joined.Length, length);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '`' or '"' or '\u00B4' or '\u02B9' or '\u02BA' or '\u02BB' or '\u02BC' or '\u02BD'
        or '\u02BE' or '\u02BF' or '\u02C8' or '\u02CA' or '\u02CB' or '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u201C' or '\u201D'
        or '\u2032' or '\u2033' or '\u2035' or '\u055A' or '\u05F3' or '\uFF07' or '\uFF40' or '\uA78B' or '\uA78C';

    /// <summary>Settles the script of each word, then its case.</summary>
    private static void MendWords(Span<char> text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && text[end] is not (' ' or '-' or '.' or ',' or '(' or ')')) end++;
            if (end > start) MendWord(text[start..end]);
            start = end + 1;
        }
    }

    private static void MendWord(Span<char> word)
    {
        int latin = 0, cyrillic = 0, latinOnly = 0, cyrillicOnly = 0, digits = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (IsLatin(c)) { latin++; if (!LatinToCyrillic.ContainsKey(c)) latinOnly++; }
            else if (IsCyrillic(c)) { cyrillic++; if (!CyrillicToLatin.ContainsKey(c)) cyrillicOnly++; }
        }

        var toCyrillic = cyrillicOnly != latinOnly ? cyrillicOnly > latinOnly : cyrillic >= latin;
        if (latin > 0 && cyrillic > 0) Replace(word, toCyrillic ? LatinToCyrillic : CyrillicToLatin);
        if (digits > 0 && digits * 2 < word.Length) ReplaceDigits(word, cyrillic > 0 && (latin == 0 || toCyrillic));
        for (var i = 0; i < word.Length; i++) word[i] = char.ToLowerInvariant(word[i]);
    }

    private static void Replace(Span<char> word, FrozenDictionary<char, char> pairs)
    {
        foreach (ref var c in word)
        {
            if (pairs.TryGetValue(c, out var other)) c = other;
        }
    }

    private static void ReplaceDigits(Span<char> word, bool cyrillic)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiDigit(word[i])) continue;
            // Between two consonants stands a vowel.
            var vowel = i > 0 && i + 1 < word.Length && IsConsonant(word[i - 1]) && IsConsonant(word[i + 1]);
            word[i] = word[i] switch
            {
                '0' => cyrillic ? 'о' : 'o',
                '1' => cyrillic ? 'і' : 'i',
                '3' => cyrillic ? (vowel ? 'э' : 'з') : 'e',
                '4' => cyrillic ? (vowel ? 'а' : 'ч') : 'a',
                // Б at the beginning, where it is a capital; within a word the Latin s that looks like it.
                '5' => cyrillic ? (i == 0 ? 'б' : 'с') : 's',
                '6' => cyrillic ? 'б' : 'b',
                '8' => cyrillic ? 'в' : 'b',
                var other => other,
            };
        }
    }

    private static bool IsConsonant(char c) => char.IsLetter(c) && !IsVowel(char.ToLowerInvariant(c));

    internal static bool IsVowel(char small) => "аеёиоуыэюяөүіaeiouy".Contains(small, StringComparison.Ordinal);

    /// <summary>Single spaces, none at the ends or around a hyphen; an apostrophe only after a letter.</summary>
    private static int Tighten(Span<char> text, int length)
    {
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            var c = text[i];
            var previous = kept == 0 ? '-' : text[kept - 1];
            if (c is ' ' or '-' && previous is '-') continue;
            if (c is ' ' && previous is ' ') continue;
            if (c is '-' && previous is ' ') kept--;
            if (c is Apostrophe && !char.IsLetter(previous)) continue;
            text[kept++] = c;
        }

        while (kept > 0 && text[kept - 1] is ' ' or '-') kept--;
        return kept;
    }

    internal static bool IsLatin(char c) => char.IsAsciiLetter(c)
        || c is (>= '\u00C0' and <= '\u02AF' and not ('\u00D7' or '\u00F7')) or (>= '\u1E00' and <= '\u1EFF') or (>= '\u2C60' and <= '\u2C7F') or (>= '\uA722' and <= '\uA7FF');

    internal static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    private static FrozenDictionary<char, char> Pairs(bool fromLatin)
    {
        var pairs = new Dictionary<char, char>();
        foreach (var row in NameTables.Rows("look-alikes.csv"))
        {
            pairs.TryAdd(row[fromLatin ? 0 : 1][0], row[fromLatin ? 1 : 0][0]);
        }

        return pairs.ToFrozenDictionary();
    }
}
