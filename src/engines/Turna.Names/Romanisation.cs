using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Turna.Names;

/// <summary>A standard of writing Cyrillic names in Latin letters.</summary>
public enum LatinStandard
{
    /// <summary>ICAO Doc 9303-3, section 6; for ң ө ү, which it lacks, the practice of passports.</summary>
    Icao,

    /// <summary>Order 310 of the Russian Ministry of the Interior, 1997: passports of that time.</summary>
    Passport,

    /// <summary>GOST R 52535.1-2006.</summary>
    Gost,

    /// <summary>BGN/PCGN.</summary>
    Bgn,

    /// <summary>The 2015 standard of the Office of the Director of National Intelligence.</summary>
    Odni,

    /// <summary>ISO 9:1995, letter for letter.</summary>
    Iso9,

    /// <summary>ALA-LC.</summary>
    AlaLc,

    /// <summary>The Uzbek Latin alphabet.</summary>
    Uzbek,

    /// <summary>As people type on a telephone.</summary>
    Informal,
}

/// <summary>Writes Cyrillic names in Latin letters and back, by the table <c>content/names/romanisation.csv</c>.</summary>
/// <remarks>
/// The machine-readable zone of a real passport beats any computed form. Latin to Cyrillic is a guess by nature: only ISO 9 can be
/// undone for certain.
/// </remarks>
public static class Romanisation
{
    private const int MostSpellings = 32;

    private static readonly FrozenDictionary<char, string[][]> Table = NameTables.Rows("romanisation.csv")
        .ToFrozenDictionary(r => r[0][0], r => r.Skip(1).Select(cell => cell.Split('|')).ToArray());

    private static readonly FrozenDictionary<LatinStandard, (string Latin, char Letter)[]> Back = Enum.GetValues<LatinStandard>()
        .ToFrozenDictionary(s => s, Reverse);

    /// <summary>The name by the rule of a standard. Capitals stay capitals; what is not in the table stays as it is.</summary>
    public static string ToLatin(string text, LatinStandard standard)
    {
        var latin = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++) Append(latin, text, i, Options(text, i, standard)?[0]);
        return latin.ToString();
    }

    /// <summary>The spellings to be met under a standard, the rule's own first; at most 32.</summary>
    public static IReadOnlyList<string> LikelyLatin(string text, LatinStandard standard)
    {
        var spellings = new List<StringBuilder> { new() };
        for (var i = 0; i < text.Length; i++)
        {
            var options = Options(text, i, standard) is { } all && spellings.Count * all.Length <= MostSpellings ? all : Options(text, i, standard)?[..1];
            var grown = new List<StringBuilder>();
            foreach (var option in options ?? [null!])
            {
                foreach (var begun in spellings)
                {
                    var copy = new StringBuilder(begun.ToString());
                    Append(copy, text, i, option);
                    grown.Add(copy);
                }
            }

            spellings = grown;
        }

        return [.. spellings.Select(s => s.ToString()).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Cyrillic letters for a Latin spelling, longest writing first. Where a standard writes two letters alike the commoner is taken.</summary>
    public static string ToCyrillic(string text, LatinStandard standard)
    {
        var cyrillic = new StringBuilder(text.Length);
        var lower = text.ToLowerInvariant();
        for (var i = 0; i < text.Length;)
        {
            var (latin, letter) = Array.Find(Back[standard], p => string.CompareOrdinal(lower, i, p.Latin, 0, p.Latin.Length) == 0);
            if (latin is null)
            {
                cyrillic.Append(text[i++]);
                continue;
            }

            cyrillic.Append(char.IsUpper(text[i]) ? char.ToUpperInvariant(letter) : letter);
            i += latin.Length;
        }

        return cyrillic.ToString();
    }

    /// <summary>What may be written for a letter; null when the table does not know it.</summary>
    private static string[]? Options(string text, int at, LatinStandard standard)
    {
        var letter = char.ToLowerInvariant(text[at]);
        if (!Table.TryGetValue(letter, out var row)) return null;
        if (letter != 'е' || standard is not (LatinStandard.Bgn or LatinStandard.Uzbek)) return row[(int)standard];

        // Both write ye for е at the beginning and after a vowel.
        var before = at == 0 ? ' ' : char.ToLowerInvariant(text[at - 1]);
        return !char.IsLetter(before) || "аеёиоуыэюяөүўъь".Contains(before, StringComparison.Ordinal) ? ["ye"] : row[(int)standard];
    }

    private static void Append(StringBuilder latin, string text, int at, string? option)
    {
        var c = text[at];
        if (option is null) latin.Append(c);
        else if (!char.IsUpper(c)) latin.Append(option);
        else if (IsCapitalWord(text, at)) latin.Append(option.ToUpperInvariant());
        else latin.Append(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(option));
    }

    private static bool IsCapitalWord(string text, int at) =>
        (at + 1 < text.Length && char.IsUpper(text[at + 1])) || (at > 0 && char.IsUpper(text[at - 1]));

    private static (string Latin, char Letter)[] Reverse(LatinStandard standard)
    {
        var pairs = new Dictionary<string, char>(StringComparer.Ordinal);
        // Russian letters stand before the others in the table, so that where two are written alike the commoner stays.
        foreach (var row in NameTables.Rows("romanisation.csv"))
        {
            var main = row[1 + (int)standard].Split('|')[0];
            if (main.Length > 0) pairs.TryAdd(main, row[0][0]);
        }

        return [.. pairs.Select(p => (p.Key, p.Value)).OrderByDescending(p => p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }
}
