using System.Buffers;
using System.Collections.Frozen;

namespace Turna.Names;

/// <summary>
/// Writes a word of any script the tables know in one small alphabet of sounds, so that Жумабек, Zhumabek, Jumabek and Djumabek meet.
/// </summary>
/// <remarks>
/// Letters come from <c>content/names/sounds.csv</c>. What the table cannot say is here: Latin j is й after a vowel before a
/// consonant (ISO 9) and ж elsewhere; Latin c is the Turkish c when the word shows Turkish letters; ng is ң; a glide between
/// vowels is not told apart from none; double letters are one. A sound is not a transliteration and must not be shown.
/// </remarks>
internal static class Sounds
{
    /// <summary>The longest sound kept, in letters.</summary>
    public const int MaximumLength = 32;

    private static readonly SearchValues<char> TurkishLetters = SearchValues.Create("ışğçö");
    private static readonly SearchValues<char> Iso9Letters = SearchValues.Create("šžčŝèâûëŭ");

    private static readonly Letters Table = Letters.Read();

    /// <summary>The sound of a normalised word; empty for a word without letters. Letters of unknown scripts are kept by their code point.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> sound = stackalloc char[MaximumLength * 3];
        var length = Write(word, sound);
        length = Merge(sound[..length]);
        return length == 0 ? string.Empty : new string(sound[..Math.Min(length, MaximumLength)]);
    }

    /// <summary>
    /// The other sound that Latin letters may stand for: x is х or кс (Alexey), sh is ш or сх (Iskhak written Ishak). Null when there is none.
    /// </summary>
    public static string? Other(string word)
    {
        var x = word.Contains('x', StringComparison.Ordinal);
        if (!x && !word.Contains("sh", StringComparison.Ordinal)) return null;
        return Of(x ? word.Replace("x", "ks", StringComparison.Ordinal) : word.Replace("sh", "s'h", StringComparison.Ordinal));
    }

    /// <summary>Whether the sound is a vowel.</summary>
    public static bool IsVowel(char sound) => sound is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Write(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < word.Length && length < into.Length - 4;)
        {
            var (sound, used) = Special(word, i) ?? Table.Longest(word[i..]);
            if (used == 0)
            {
                if (char.IsLetter(word[i])) into[length++] = word[i];
                i++;
                continue;
            }

            foreach (var c in sound) into[length++] = c;
            i += used;
        }

        return length;
    }

    private static (string Sound, int Used)? Special(ReadOnlySpan<char> word, int at) => word[at] switch
    {
        's' when at == 0 && word.StartsWith("sch", StringComparison.Ordinal) => ("x", 3),
        // German ue for ü stands after a consonant; Uezbaev begins with two vowels.
        'u' when at == 0 && word.Length > 1 && word[1] == 'e' => ("u", 1),
        'j' when at > 0 && IsLatinVowel(word[at - 1]) && (at + 1 == word.Length || !IsLatinVowel(word[at + 1])) => ("i", 1),
        'j' when word.ContainsAny(Iso9Letters) => ("i", 1),
        'c' when (at + 1 == word.Length || word[at + 1] is not ('h' or 'k')) && word.ContainsAny(TurkishLetters) => ("j", 1),
        _ => null,
    };

    private static bool IsLatinVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ö' or 'ü' or 'ı' or 'ä';

    /// <summary>Drops a glide between vowels before e, joins n and g, writes nb as mb, and makes doubles single; in place.</summary>
    private static int Merge(Span<char> sound)
    {
        var kept = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var c = sound[i];
            var next = i + 1 < sound.Length ? sound[i + 1] : '\0';
            if (kept > 0 && sound[kept - 1] == c) continue;
            if (c == 'i' && next == 'e' && (kept == 0 || IsVowel(sound[kept - 1]))) continue;
            if (c == 'g' && kept > 0 && sound[kept - 1] == 'n') continue;
            if ((c is 'b' or 'p') && kept > 0 && sound[kept - 1] == 'n') sound[kept - 1] = 'm';
            sound[kept++] = c;
        }

        return kept;
    }

    /// <summary>The table, by first letter, longest writing first.</summary>
    private sealed class Letters
    {
        private readonly (string Writing, string Sound)[][] byFirst;
        private readonly FrozenDictionary<char, int> rowOf;

        private Letters(Dictionary<char, List<(string Writing, string Sound)>> rows)
        {
            byFirst = [.. rows.Values.Select(r => r.OrderByDescending(x => x.Writing.Length).ToArray())];
            rowOf = rows.Keys.Select((key, at) => KeyValuePair.Create(key, at)).ToFrozenDictionary();
        }

        public static Letters Read()
        {
            var rows = new Dictionary<char, List<(string, string)>>();
            foreach (var row in NameTables.Rows("sounds.csv"))
            {
                if (!rows.TryGetValue(row[1][0], out var sameFirst)) rows.Add(row[1][0], sameFirst = []);
                sameFirst.Add((row[1], row[2]));
            }

            return new Letters(rows);
        }

        public (string Sound, int Used) Longest(ReadOnlySpan<char> rest)
        {
            if (!rowOf.TryGetValue(rest[0], out var row)) return (string.Empty, 0);
            foreach (var (writing, sound) in byFirst[row])
            {
                if (writing.Length == 1 || rest.StartsWith(writing, StringComparison.Ordinal)) return (sound, writing.Length);
            }

            return (string.Empty, 0);
        }
    }
}
