using System.Collections.Frozen;

namespace Turna.Names;

/// <summary>Sex as a name or a document shows it.</summary>
public enum Sex
{
    /// <summary>Not stated and not to be seen from the name.</summary>
    Unknown,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}

/// <summary>What the tables know of a word that is somebody's given name.</summary>
/// <param name="Group">Names of one group are forms of one name (Жусуп, Юсуф).</param>
/// <param name="Head">The sound that stands for the group in keys.</param>
/// <param name="Sex">Who bears it; unknown when both do.</param>
/// <param name="Frequency">1 common … 3 rare but known.</param>
/// <param name="ShortFor">Groups this is a short form of.</param>
internal sealed record GivenName(int Group, string Head, Sex Sex, int Frequency, int[] ShortFor);

/// <summary>The given names of the domain by sound (<c>content/names/given-names.csv</c>, <c>same-name.csv</c>, <c>name-parts.csv</c>).</summary>
internal static class GivenNames
{
    private static readonly FrozenDictionary<string, GivenName> BySound = Read();
    private static readonly FrozenDictionary<string, GivenName>.AlternateLookup<ReadOnlySpan<char>> Lookup = BySound.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, GivenName> ByStem = Stems();
    private static readonly (string Stem, uint Letters)[] StemLetters = [.. ByStem.Keys.Select(s => (s, WordSimilarity.LettersOf(s)))];
    private static readonly FrozenSet<string> Parts = NameTables.Rows("name-parts.csv").Select(r => Sounds.Of(r[0])).Where(s => s.Length > 1).ToFrozenSet();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PartLookup = Parts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The known name with this sound, or null.</summary>
    public static GivenName? Find(ReadOnlySpan<char> sound) => Lookup.TryGetValue(sound, out var name) ? name : null;

    /// <summary>The known name whose stem this is (муса in Мусаев), or null.</summary>
    public static GivenName? FindStem(string stem) => ByStem.GetValueOrDefault(stem);

    /// <summary>The stems of known names with which a sound begins, and those within one slip of it, nearest first, at most eight.</summary>
    public static IReadOnlyList<string> Near(string sound)
    {
        const int Most = 8;
        const float OneSlip = 1.06f;
        var letters = WordSimilarity.LettersOf(sound);
        return
        [
            .. Begun(sound),
            .. StemLetters
                .Where(s => Math.Abs(s.Stem.Length - sound.Length) <= 1 && System.Numerics.BitOperations.PopCount(s.Letters ^ letters) <= 2)
                .Select(s => (s.Stem, Distance: WordSimilarity.Between(s.Stem, sound, Writing.Across)))
                .Where(s => s.Distance is > 0 and <= OneSlip)
                .OrderBy(s => s.Distance).ThenBy(s => s.Stem, StringComparer.Ordinal).Take(Most).Select(s => s.Stem),
        ];
    }

    // A slip in the ending hides a family name's stem: нурсултандв.
    private static IEnumerable<string> Begun(string sound)
    {
        for (var cut = 1; cut <= 4 && sound.Length - cut >= 3; cut++)
        {
            var stem = sound[..^cut];
            if (ByStem.ContainsKey(stem)) yield return stem;
        }
    }

    /// <summary>All known names with their sounds.</summary>
    public static IEnumerable<KeyValuePair<string, GivenName>> All => BySound;

    /// <summary>Whether the word is a known part of names: гүл, бек.</summary>
    public static bool IsPart(string sound) => Parts.Contains(sound);

    /// <summary>Whether the word is a known name or made of two known parts of names.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<char> sound)
    {
        if (Lookup.ContainsKey(sound)) return true;
        for (var cut = 2; cut <= sound.Length - 2; cut++)
        {
            if (PartLookup.Contains(sound[..cut]) && PartLookup.Contains(sound[cut..])) return true;
        }

        return false;
    }

    private static FrozenDictionary<string, GivenName> Read()
    {
        var groups = Groups(out var shortFor);
        var names = new Dictionary<string, GivenName>(StringComparer.Ordinal);
        foreach (var row in NameTables.Rows("given-names.csv"))
        {
            var sound = Sound(row[0]);
            var sex = row[1] switch { "female" => Sex.Female, "male" => Sex.Male, _ => Sex.Unknown };
            var frequency = int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
            Add(names, groups, shortFor, sound, sex, frequency);
        }

        foreach (var sound in groups.Keys.Concat(shortFor.Keys).Where(s => !names.ContainsKey(s)).ToArray()) Add(names, groups, shortFor, sound, Sex.Unknown, 3);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, GivenName> Stems()
    {
        var stems = new Dictionary<string, GivenName>(StringComparer.Ordinal);
        foreach (var (sound, name) in BySound.OrderBy(n => n.Value.Frequency).ThenBy(n => n.Value.Sex == Sex.Female).ThenBy(n => n.Key, StringComparer.Ordinal))
        {
            stems.TryAdd(new string(NameEndings.Stem(sound)), name with { Head = new string(NameEndings.Stem(name.Head)) });
        }

        return stems.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(
        Dictionary<string, GivenName> names, Dictionary<string, (int Id, string Head)> groups, Dictionary<string, List<int>> shortFor,
        string sound, Sex sex, int frequency)
    {
        if (!groups.TryGetValue(sound, out var group)) groups.Add(sound, group = (groups.Count + 1_000_000, sound));
        var shorts = shortFor.TryGetValue(sound, out var ids) ? ids.ToArray() : [];
        if (!names.TryGetValue(sound, out var known)) names.Add(sound, new GivenName(group.Id, group.Head, sex, frequency, shorts));
        else names[sound] = known with { Sex = known.Sex == sex ? sex : Sex.Unknown, Frequency = Math.Min(known.Frequency, frequency) };
    }

    /// <summary>Joins the forms of one name; forms that share a sound with an earlier group join it.</summary>
    private static Dictionary<string, (int Id, string Head)> Groups(out Dictionary<string, List<int>> shortFor)
    {
        var groups = new Dictionary<string, (int Id, string Head)>(StringComparer.Ordinal);
        shortFor = new(StringComparer.Ordinal);
        var number = 0;
        foreach (var row in NameTables.Rows("same-name.csv"))
        {
            number++;
            var head = Sound(row[1]);
            if (!groups.TryGetValue(head, out var group)) groups.Add(head, group = (number, head));
            foreach (var also in row[2].Split(' '))
            {
                var sound = Sound(also);
                if (row[0] == "form") groups.TryAdd(sound, group);
                else if (shortFor.TryGetValue(sound, out var ids)) ids.Add(group.Id);
                else shortFor.Add(sound, [group.Id]);
            }
        }

        return groups;
    }

    private static string Sound(string name) => Sounds.Of(NameText.Normalise(name));
}
