using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;
using Turna.Names;

namespace Turna.Cases.Importing.Grouping;

/// <summary>Given names as people are called: "Илхомжон" is Илхом, "Зуурахан" is Зуура. Which of two people on one telephone it is, they don't tell.</summary>
internal static class FondNames
{
    private const int ShortestStem = 4;

    private static readonly string[] Endings =
    [
        "жан", "жон", "джан", "джон", "jan", "jon", "бек", "бег", "bek", "beg", "бай", "бой", "bay", "boy", "хан", "хон", "кан", "лан", "lan", "султан", "sultan", "мырза", "myrza", "khan", "xon", "xan", "hon", "kan",
        "бүбү", "бубу", "бүби", "биби", "bibi", "бүү", "ой", "ай", "oy", "ay",
    ];

    /// <summary>True when the one is the other with such an ending, or both are one name with different endings.</summary>
    public static bool Are(NameWord? one, NameWord? other)
    {
        if (one is not { IsInitial: false } || other is not { IsInitial: false } || one.Sound == other.Sound) return false;
        return Stems(one.Text).Any(stem => Same(stem, other.Text)) || Stems(other.Text).Any(stem => Same(stem, one.Text));
    }

    /// <summary>"Эрнист" and "Эрнис", "Гүлнур" and "Гүлнура". A vowel more may be of the other sex: "Азиз" and "Азиза".</summary>
    public static bool LacksLastLetter(NameWord one, NameWord other)
    {
        var (longer, shorter) = one.Sound.Length > other.Sound.Length ? (one.Sound, other.Sound) : (other.Sound, one.Sound);
        return longer.Length == shorter.Length + 1 && shorter.Length > ShortestStem && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    /// <summary>"Зуурахан апа", "Шерали ака": how one speaks to somebody is no part of the name.</summary>
    public static string WithoutAddress(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && IsAddress(words[^1]) ? string.Join(' ', words[..^1]) : words.Length > 1 && IsAddress(words[0]) ? string.Join(' ', words[1..]) : text;
    }

    private static bool IsAddress(string word) => Words.Shipped.Says("address", Spelling.Fold(word));

    private static IEnumerable<string> Stems(string name) => Endings
        .Where(ending => name.Length >= ending.Length + ShortestStem && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Select(ending => name[..^ending.Length]);

    private static bool Same(string stem, string name)
    {
        var (one, other) = (PersonName.Of(null, stem), PersonName.Of(null, name));
        return NameComparison.Compare(new NameRecord(one), new NameRecord(other)).Seen.Given is Agreement.Same or Agreement.Form or Agreement.Close;
    }
}
