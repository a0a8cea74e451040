namespace Turna.Names.Documents;

/// <summary>
/// Where a checked field must hold a letter and where a digit, and what an optical slip in such a place was. A character that may stand
/// where it stands is never touched, however well another would fit the check digit.
/// </summary>
internal static class MrzShapes
{
    private const string LettersForDigits = "OIZSBGQDLA";
    private const string DigitsForLetters = "0125860014";
    private const int PersonalNumberLength = 14;

    /// <summary>The character that optical reading takes for this one and the other way round; NUL when there is none.</summary>
    public static char Other(char c)
    {
        var letter = LettersForDigits.IndexOf(c, StringComparison.Ordinal);
        if (letter >= 0) return DigitsForLetters[letter];
        var digit = DigitsForLetters.IndexOf(c, StringComparison.Ordinal);
        return digit >= 0 ? LettersForDigits[digit] : '\0';
    }

    /// <summary>The readings of a field in which characters out of place are exchanged; none when every character may stand where it does.</summary>
    public static IEnumerable<string> Mended(string content, MrzKind kind, string issuer)
    {
        var text = content.TrimEnd('<');
        if (text.Length == 0 || text.Contains('<', StringComparison.Ordinal)) return [];
        if (kind == MrzKind.Digits) return As(content, letters: 0, text.Length);
        if (issuer == "KGZ" && text.Length == PersonalNumberLength) return As(content, letters: 0, text.Length);
        return LettersOf(issuer, text.Length) is { } letters ? As(content, letters, text.Length) : OutOfPlace(content, text.Length);
    }

    /// <summary>With how many letters document numbers of this length begin, for states that always write them so; null for others.</summary>
    private static int? LettersOf(string issuer, int length) => (issuer, length) switch
    {
        ("KGZ", 9) or ("UZB", 9) => 2,
        ("KGZ", 8) or ("TUR", 9) or ("KAZ", 9) => 1,
        ("TJK", 9) or ("RUS", 9) => 0,
        _ => null,
    };

    private static IEnumerable<string> As(string content, int letters, int length)
    {
        var mended = content.ToCharArray();
        for (var i = 0; i < length; i++)
        {
            if (i < letters ? char.IsAsciiLetter(mended[i]) : char.IsAsciiDigit(mended[i])) continue;
            mended[i] = Other(mended[i]);
            if (mended[i] == '\0') yield break;
        }

        if (!mended.AsSpan().SequenceEqual(content)) yield return new string(mended);
    }

    // Of other states it is known only that a lone letter among digits, or a lone digit among letters, is more often a slip than not.
    private static IEnumerable<string> OutOfPlace(string content, int length)
    {
        for (var i = 1; i < length; i++)
        {
            var (before, after) = (content[i - 1], i + 1 < length ? content[i + 1] : content[i - 1]);
            var isLone = char.IsAsciiLetter(content[i]) ? char.IsAsciiDigit(before) && char.IsAsciiDigit(after) : char.IsAsciiLetter(before) && i + 1 < length && char.IsAsciiLetter(after);
            if (isLone && Other(content[i]) is var other && other != '\0') yield return string.Concat(content.AsSpan(0, i), [other], content.AsSpan(i + 1));
        }
    }
}
