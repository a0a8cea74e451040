using System.Text;

namespace Turna.Cases.Importing.Values;

/// <summary>Russian and Kyrgyz typed on a Latin keyboard: "prorab propal", "aylyk berbey jatat". What is read so is to be shown as doubtful.</summary>
internal static class LatinLetters
{
    private const string Vowels = "aeiouy";

    private static readonly (string Latin, string Cyrillic)[] Letters =
    [
        ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "жу"), ("ya", "я"), ("yo", "е"), ("ye", "е"),
        ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"),
        ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("x", "х"), ("c", "ц"), ("j", "ж"), ("q", "к"),
    ];

    /// <summary>The folded text in Cyrillic letters; null where it holds some already, or no Latin ones.</summary>
    public static string? Cyrillic(string folded)
    {
        if (!folded.Any(char.IsAsciiLetter) || folded.Any(letter => letter is >= 'а' and <= 'я')) return null;
        var text = new StringBuilder(folded.Length);
        for (var at = 0; at < folded.Length;) at += Append(text, folded, at);
        return text.ToString();
    }

    private static int Append(StringBuilder text, string folded, int at)
    {
        foreach (var (latin, cyrillic) in Letters)
        {
            if (string.CompareOrdinal(folded, at, latin, 0, latin.Length) != 0) continue;
            text.Append(cyrillic);
            return latin.Length;
        }

        text.Append(folded[at] is 'i' or 'y' ? OfIAndY(folded, at) : folded[at]);
        return 1;
    }

    /// <summary>Behind a vowel both are й ("aylyk", "berbei"), else и and ы.</summary>
    private static char OfIAndY(string folded, int at) =>
        at > 0 && Vowels.Contains(folded[at - 1], StringComparison.Ordinal) ? 'й' : folded[at] == 'y' ? 'ы' : 'и';
}
