using System.Collections.Frozen;

namespace Turna.Names;

/// <summary>What a word says about its own part in a name.</summary>
internal enum WordRole
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>"Son of", "daughter of": the father's name stands beside it.</summary>
    Particle,

    /// <summary>A father's name with its ending or glued particle.</summary>
    Father,

    /// <summary>A family name by an ending only family names have.</summary>
    Family,

    /// <summary>A family name by an ending some given names have too (-ин, -ина).</summary>
    PerhapsFamily,

    /// <summary>One letter.</summary>
    Initial,
}

/// <summary>What an ending says: role, sex, and the stem that is left.</summary>
internal readonly record struct Ending(WordRole Role, Sex Sex, int StemLength, FatherForm Form);

/// <summary>Particles and endings of family and father's names, over sounds (<c>content/names/particles.csv</c>, <c>endings.csv</c>).</summary>
internal static class NameEndings
{
    private const int LongStem = 5;

    private static readonly FrozenDictionary<string, Sex> Particles = NameTables.Rows("particles.csv").ToFrozenDictionary(r => r[0], r => SexOf(r[1]));
    private static readonly FrozenDictionary<string, Sex>.AlternateLookup<ReadOnlySpan<char>> ParticleLookup = Particles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly (string Sound, Sex Sex)[] Glued =
        [.. NameTables.Rows("particles.csv").Where(r => r[2] == "yes").Select(r => (r[0], SexOf(r[1]))).OrderByDescending(r => r.Item1.Length)];

    private static readonly (string Sound, WordRole Role, Sex Sex, int Keep)[] Endings =
    [
        .. NameTables.Rows("endings.csv")
            .Select(r => (r[0], r[1] switch { "father" => WordRole.Father, "family" => WordRole.Family, _ => WordRole.PerhapsFamily }, SexOf(r[2]), int.Parse(r[3], System.Globalization.CultureInfo.InvariantCulture)))
            .OrderByDescending(r => r.Item1.Length),
    ];

    /// <summary>Whether the sound is a particle of its own.</summary>
    public static bool IsParticle(ReadOnlySpan<char> sound, out Sex sex) => ParticleLookup.TryGetValue(sound, out sex);

    /// <summary>Reads the ending of a word of at least two sounds.</summary>
    public static Ending Read(ReadOnlySpan<char> sound)
    {
        foreach (var (particle, sex) in Glued)
        {
            if (sound.Length < particle.Length + 2 || !sound.EndsWith(particle, StringComparison.Ordinal)) continue;
            var stem = sound[..^particle.Length];
            // Бекқызы: of two letters only with the k that was merged.
            if (stem.Length == 2 && (particle[0] != 'k' || GivenNames.Find(sound[..3]) is null)) continue;
            // Aibekkyzy: one k was merged with the other.
            if (particle[0] == 'k' && GivenNames.Find(stem) is null && GivenNames.Find(sound[..(stem.Length + 1)]) is not null) stem = sound[..(stem.Length + 1)];
            // No other name ends like this than those with -sulu (Айсулуу).
            var plain = particle is "ulu" or "uli" && stem.Length >= LongStem && stem[^1] != 's' && GivenNames.Find(sound) is null;
            if (particle.Length > 3 || plain || (GivenNames.LooksLikeOne(stem) && GivenNames.Find(sound) is null)) return new Ending(WordRole.Father, sex, stem.Length, FatherForm.Particle);
        }

        foreach (var (ending, role, sex, keep) in Endings)
        {
            if (sound.Length < ending.Length + 2 || !sound.EndsWith(ending, StringComparison.Ordinal)) continue;
            if (role != WordRole.Father && GivenNames.Find(sound) is not null) break;
            // Firuzzoda: one z was merged with the other.
            var merged = ending[0] == 'z' && GivenNames.Find(sound[..^ending.Length]) is null && GivenNames.Find(sound[..(sound.Length - ending.Length + 1)]) is not null ? 1 : 0;
            return new Ending(role, sex, sound.Length - ending.Length + keep + merged, role == WordRole.Father ? FatherForm.Patronymic : FatherForm.None);
        }

        return new Ending(WordRole.Plain, Sex.Unknown, sound.Length, FatherForm.None);
    }

    /// <summary>
    /// The stem by which family and father's names are compared: final vowels go, so that Турдубай, Турдубаев and Турдубайовна,
    /// Муса and Мусаев, meet.
    /// </summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> sound)
    {
        while (sound.Length > 2 && Sounds.IsVowel(sound[^1])) sound = sound[..^1];
        return sound;
    }

    /// <summary>The stem of a whole word, its ending taken off.</summary>
    public static string StemOf(string sound) => new(Stem(sound.AsSpan(0, Read(sound).StemLength)));

    private static Sex SexOf(string cell) => cell switch { "female" => Sex.Female, "male" => Sex.Male, _ => Sex.Unknown };
}
