namespace Turna.Names;

/// <summary>The kinds of compound key a blind index is built from. Never one name alone.</summary>
public enum NameKeyKind
{
    /// <summary>Two names, in whichever order: given and family name, given and father's name.</summary>
    TwoNames,

    /// <summary>One name and the first three sounds of another, for typing.</summary>
    NameAndStart,

    /// <summary>The initial of the given name and the family name.</summary>
    InitialAndName,

    /// <summary>One name and the year of birth.</summary>
    NameAndYear,
}

/// <summary>One key. Equal keys are to be found; the text means nothing else and must be hashed with a secret before it is stored.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">ASCII for the scripts the tables know.</param>
public readonly record struct NameKey(NameKeyKind Kind, string Text);

/// <summary>What a query can be looked up by.</summary>
/// <param name="Name">The query as read, to rank candidates with.</param>
/// <param name="Keys">The keys to look up; empty when <paramref name="TooLittle"/>.</param>
/// <param name="TooLittle">One name without a year, or nothing: ask for more.</param>
public sealed record NameQuery(NameRecord Name, IReadOnlyList<NameKey> Keys, bool TooLittle);

/// <summary>
/// Keys for finding a person however the name is written. Few (at most nine for a name with family and father's name), stable
/// within <see cref="Version"/>, and compound.
/// </summary>
/// <remarks>
/// A key keeps the consonants of a sound and the fact that it begins with a vowel; forms of one name share a key. Sounds that
/// traditions confuse (х к, ф п, ц с) are one. Roles do not enter a key, so exchanged columns are found as well.
/// </remarks>
public static class NameKeys
{
    /// <summary>Rises whenever a rule or table changes so that stored keys must be made anew.</summary>
    public const int Version = 5;

    private const int StartLength = 3;
    private const string StartSounds = "abcdgijklmnoprstuvxz";

    /// <summary>The keys to store for a person.</summary>
    /// <param name="person">The name, and the year of birth when known.</param>
    /// <returns>Distinct keys; none when the name holds fewer than two names and no year.</returns>
    public static IReadOnlyList<NameKey> For(NameRecord person)
    {
        var keys = new List<NameKey>(10);
        var name = person.Name;
        if (name.Given is { IsInitial: false } given)
        {
            var full = Skeleton(given);
            Pair(keys, given, full, name.Family);
            Pair(keys, given, full, name.Father);
            Pair(keys, given, full, name.OtherFamily);
            if (person.BirthYear is { } year) Add(keys, NameKeyKind.NameAndYear, full, Year(year));
        }

        var line = name.Family ?? name.Father;
        if (line is { IsInitial: false })
        {
            if (name.Given is { } first) Add(keys, NameKeyKind.InitialAndName, Initial(first), Skeleton(line));
            if (person.BirthYear is { } year) Add(keys, NameKeyKind.NameAndYear, Skeleton(line), Year(year));
        }
        else if (line is not null && name.Given is { IsInitial: false } known) Add(keys, NameKeyKind.InitialAndName, Initial(line), Skeleton(known));

        return keys;
    }

    /// <summary>The keys to look up for what somebody typed; the last word may be unfinished from its third letter on.</summary>
    /// <param name="text">The query.</param>
    /// <param name="birthYear">A year of birth, looked up with the year before and after.</param>
    public static NameQuery ForQuery(string? text, int? birthYear = null)
    {
        var record = NameRecord.Read(text, birthYear: birthYear);
        var keys = new List<NameKey>(12);
        var words = Words(record.Name);
        for (var i = 0; i < words.Count; i++)
        {
            for (var j = 0; j < words.Count; j++)
            {
                if (i != j) Lookup(keys, words[i], words[j], record.Name);
            }

            if (birthYear is not { } year || words[i].IsInitial) continue;
            var full = Skeleton(words[i]);
            for (var y = year - 1; y <= year + 1; y++) Add(keys, NameKeyKind.NameAndYear, full, Year(y));
        }

        return new NameQuery(record, keys, keys.Count == 0);
    }

    /// <summary>
    /// Further keys for a query whose own keys brought nobody convincing: each full name in turn is taken for a slip of a known name,
    /// each for its initial only, and letters that may stand for others are read so. Costs more lookups, so ask second.
    /// </summary>
    public static IReadOnlyList<NameKey> ForSlips(NameQuery query)
    {
        var keys = new List<NameKey>(24);
        var name = query.Name.Name;
        var words = Words(name);
        foreach (var slipped in words)
        {
            if (slipped.IsInitial) continue;
            foreach (var meant in GivenNames.Near(new string(NameEndings.Stem(slipped.Sound))))
            {
                var skeleton = Skeleton(NameWord.Stem(slipped.Text, meant, meant));
                foreach (var other in words)
                {
                    if (!ReferenceEquals(other, slipped) && !other.IsInitial && !BothFathers(name, slipped, other)) AddTwo(keys, skeleton, Skeleton(other));
                }

                if (query.Name.BirthYear is { } year) Add(keys, NameKeyKind.NameAndYear, skeleton, Year(year));
            }

            foreach (var other in words)
            {
                if (!ReferenceEquals(other, slipped) && !other.IsInitial && !BothFathers(name, slipped, other)) Add(keys, NameKeyKind.InitialAndName, Initial(slipped), Skeleton(other));
            }
        }

        AddOtherWritings(keys, name, words);
        AddJoined(keys, name, words);
        keys.RemoveAll(query.Keys.Contains);
        return keys;
    }

    /// <summary>Абу Бакир Юсупов may stand in the register as Абубакир: neighbours are joined, and looked up with each of the other words.</summary>
    private static void AddJoined(List<NameKey> keys, PersonName name, List<NameWord> words)
    {
        if (words.Count < 3) return;
        foreach (var one in words)
        {
            foreach (var next in words)
            {
                if (ReferenceEquals(one, next) || one.IsInitial || next.IsInitial || !name.Text.Contains(one.Text + ' ' + next.Text, StringComparison.Ordinal)) continue;
                var joined = NameWord.Stem(one.Text + next.Text, NameEndings.StemOf(Sounds.Of(one.Text + next.Text)), Sounds.Of(one.Text + next.Text));
                foreach (var other in words)
                {
                    if (!ReferenceEquals(other, one) && !ReferenceEquals(other, next) && !other.IsInitial) AddTwo(keys, Skeleton(joined), Skeleton(other));
                }
            }
        }
    }

    private static void AddOtherWritings(List<NameKey> keys, PersonName name, List<NameWord> words)
    {
        foreach (var one in words)
        {
            foreach (var other in words)
            {
                if (ReferenceEquals(one, other) || one.IsInitial || other.IsInitial || BothFathers(name, one, other)) continue;
                var there = OtherWritings.Of(other);
                foreach (var writing in OtherWritings.Of(one))
                {
                    AddTwo(keys, Skeleton(writing), Skeleton(other));
                    foreach (var second in there) AddTwo(keys, Skeleton(writing), Skeleton(second));
                }
            }
        }
    }

    /// <summary>
    /// How many people of a population share a key with somebody taken at random, the person included: frequent names weigh by
    /// how frequent they are. Computed from the frequencies of the tables, so an estimate of order, not a count.
    /// </summary>
    public static double ExpectedBucket(NameKeyKind kind, int population)
    {
        var names = Concentration(static word => Skeleton(word));
        return 1 + Math.Max(0, population - 1) * kind switch
        {
            NameKeyKind.TwoNames => names * names,
            NameKeyKind.NameAndStart => names * Concentration(Start),
            NameKeyKind.InitialAndName => names * Concentration(Initial),
            _ => names / 45,
        };
    }

    private static void Pair(List<NameKey> keys, NameWord given, string givenSkeleton, NameWord? line)
    {
        if (line is null || line.IsInitial) return;
        var skeleton = Skeleton(line);
        AddTwo(keys, givenSkeleton, skeleton);
        Add(keys, NameKeyKind.NameAndStart, givenSkeleton, Start(line));
        Add(keys, NameKeyKind.NameAndStart, skeleton, Start(given));
    }

    private static void Lookup(List<NameKey> keys, NameWord whole, NameWord other, PersonName name)
    {
        if (whole.IsInitial || (!other.IsInitial && BothFathers(name, whole, other))) return;
        var skeleton = Skeleton(whole);
        if (other.IsInitial)
        {
            Add(keys, NameKeyKind.InitialAndName, Initial(other), skeleton);
            return;
        }

        AddTwo(keys, skeleton, Skeleton(other));
        if (other.Whole.Length >= StartLength) Add(keys, NameKeyKind.NameAndStart, skeleton, Start(other));
        else if (other.Text.Length >= StartLength)
        {
            foreach (var next in StartSounds) Add(keys, NameKeyKind.NameAndStart, skeleton, Start(other) + Class(next));
        }
    }

    // Family and father's name together are not indexed: a brother has both.
    private static bool BothFathers(PersonName name, NameWord a, NameWord b) =>
        name.RolesCertain && name.Given is not null && !ReferenceEquals(a, name.Given) && !ReferenceEquals(b, name.Given);

    private static List<NameWord> Words(PersonName name)
    {
        var words = new List<NameWord>(4);
        if (name.Given is { } given) words.Add(given);
        if (name.Family is { } family) words.Add(family);
        if (name.Father is { } father) words.Add(father);
        if (name.OtherFamily is { } other) words.Add(other);
        return words;
    }

    private static void AddTwo(List<NameKey> keys, string a, string b)
    {
        if (string.CompareOrdinal(a, b) > 0) (a, b) = (b, a);
        Add(keys, NameKeyKind.TwoNames, a, b);
    }

    private static void Add(List<NameKey> keys, NameKeyKind kind, string a, string b)
    {
        var key = new NameKey(kind, string.Concat(a, " ", b));
        if (!keys.Contains(key)) keys.Add(key);
    }

    /// <summary>The consonants of a name, or of the name that stands for its forms.</summary>
    internal static string Skeleton(NameWord word)
    {
        ReadOnlySpan<char> sound = word.Known?.Head ?? word.Sound;
        Span<char> kept = stackalloc char[Sounds.MaximumLength + 1];
        var length = 0;
        foreach (var c in sound)
        {
            if (length > 0 && Sounds.IsVowel(c)) continue;
            var folded = Class(c);
            if (length > 0 && kept[length - 1] == folded) continue;
            // Чыныбай and Чынбай: n sounds as m before b and p.
            if (folded is 'b' or 'p' && length > 1 && kept[length - 1] == 'n') kept[length - 1] = 'm';
            kept[length++] = folded;
        }

        if (length == 1) kept[length++] = 'a';
        return new string(kept[..length]);
    }

    private static string Start(NameWord word)
    {
        Span<char> start = stackalloc char[StartLength];
        var length = Math.Min(StartLength, word.Whole.Length);
        for (var i = 0; i < length; i++) start[i] = Class(word.Whole[i]);
        return new string(start[..length]);
    }

    private static string Initial(NameWord word) => Class(WordAgreement.InitialClass(word.Sound[0])).ToString();

    private static char Class(char sound) => sound switch
    {
        'e' or 'i' or 'o' or 'u' => 'a',
        'h' => 'k',
        'f' => 'p',
        'q' => 's',
        _ => sound,
    };

    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static double Concentration(Func<NameWord, string> key)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var total = 0.0;
        foreach (var (sound, name) in GivenNames.All)
        {
            var weight = name.Frequency switch { 1 => 0.01, 2 => 0.002, _ => 0.0005 };
            var text = key(NameWord.Given(sound, sound, initial: false));
            weights[text] = weights.GetValueOrDefault(text) + weight;
            total += weight;
        }

        return weights.Values.Sum(w => w / total * (w / total));
    }
}
