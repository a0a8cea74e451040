namespace Turna.Names;

/// <summary>One word of a name: what was written and the sound by which it is compared.</summary>
public sealed class NameWord
{
    private NameWord(string text, string sound, string whole, bool initial, bool cut, GivenName? known)
    {
        IsCut = cut;
        Text = text;
        Sound = sound;
        Whole = whole;
        IsInitial = initial;
        Known = known;
        Letters = WordSimilarity.LettersOf(sound);
        Alphabet = Alphabets.Of(text);
    }

    /// <summary>The word as normalised, without its ending or particle where it was read as one.</summary>
    public string Text { get; }

    /// <summary>Whether only the first letter was given.</summary>
    public bool IsInitial { get; }

    /// <summary>The sound (see the remarks of the reference page): an inner form, stable within a version of the rules only.</summary>
    public string Sound { get; }

    /// <summary>The sound with its ending.</summary>
    internal string Whole { get; }

    /// <summary>What the tables know of it.</summary>
    internal GivenName? Known { get; }

    /// <summary>Whether a machine-readable zone may have cut it off here.</summary>
    internal bool IsCut { get; }

    /// <summary>The alphabet it was written in.</summary>
    internal Alphabet Alphabet { get; }

    /// <summary>One bit for each sound that occurs.</summary>
    internal uint Letters { get; }

    /// <summary>A given name, or an initial.</summary>
    internal static NameWord Given(string text, string sound, bool initial, bool cut = false)
    {
        if (initial) return new NameWord(text, sound, sound, initial, cut, null);
        if (GivenNames.Find(sound) is { } known) return new NameWord(text, sound, sound, initial, cut, known);
        return Sounds.Other(text) is { } other && GivenNames.Find(other) is { } meant ? new NameWord(text, other, other, initial, cut, meant) : new NameWord(text, sound, sound, initial, cut, null);
    }

    /// <summary>A family or father's name without its ending.</summary>
    internal static NameWord Stem(string text, string stem, string whole, bool cut = false)
    {
        if (GivenNames.FindStem(stem) is { } known) return new NameWord(text, stem, whole, initial: false, cut, known);
        if (Sounds.Other(text) is { Length: > 1 } other && NameEndings.StemOf(other) is var meant && GivenNames.FindStem(meant) is { } named) return new NameWord(text, meant, other, initial: false, cut, named);
        return new NameWord(text, stem, whole, initial: false, cut, null);
    }

    /// <inheritdoc/>
    public override string ToString() => IsInitial ? Text + "." : Text;
}

/// <summary>How the father's name was written.</summary>
public enum FatherForm
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>With a particle: Асан кызы, Bakyt uulu, Karim o‘g‘li.</summary>
    Particle,

    /// <summary>As a Russian patronymic: Асановна, Bakytovich.</summary>
    Patronymic,

    /// <summary>Bare, or as an initial.</summary>
    Bare,
}

/// <summary>A name read into its parts. Whatever is unclear stays unclear: see <see cref="RolesCertain"/>.</summary>
/// <remarks>Made by <see cref="Read(string?)"/> or <see cref="Of"/>. Immutable; safe to share between threads.</remarks>
public sealed class PersonName
{
    private string? unparted;

    internal PersonName(string text) => Text = text;

    /// <summary>The whole name, normalised.</summary>
    public string Text { get; }

    /// <summary>The family name without -ов, -ева, -зода …, or null. From a form like "Асан кызы Айгүл" there is none.</summary>
    public NameWord? Family { get; internal set; }

    /// <summary>The given name, or null.</summary>
    public NameWord? Given { get; internal set; }

    /// <summary>The father's name without particle and ending, or null.</summary>
    public NameWord? Father { get; internal set; }

    /// <summary>How the father's name was written.</summary>
    public FatherForm FatherForm { get; internal set; }

    /// <summary>A second family name (Асанова-Бекова, "Асанова (Бекова)"), or null.</summary>
    public NameWord? OtherFamily { get; internal set; }

    /// <summary>Whether the family name carries an ending that only family names carry.</summary>
    public bool FamilyEnding { get; internal set; }

    /// <summary>What the endings and particles say, before a given name that only one sex bears.</summary>
    public Sex Sex { get; internal set; }

    /// <summary>Whether family and given name could be told apart; if not, both readings are compared.</summary>
    public bool RolesCertain { get; internal set; } = true;

    /// <summary>Whether there is no word to compare at all.</summary>
    public bool IsEmpty => Family is null && Given is null && Father is null;

    /// <summary>Whether both hold the same letters in the same order, parted into other words.</summary>
    internal bool IsOtherwiseParted(PersonName other) =>
        (Count(' ') != other.Count(' ') || Count('-') != other.Count('-')) && Count('.') == other.Count('.')
        && Unparted() is { Length: > 0 and < Sounds.MaximumLength } whole && whole == other.Unparted();

    private int Count(char sign) => Text.AsSpan().Count(sign);

    private string Unparted() => unparted ??= Sounds.Of(string.Concat(Text.Where(char.IsLetter)));

    /// <summary>Reads a name in any order, script and convention.</summary>
    /// <param name="text">What was typed; an MRZ name field (<c>ASANOVA&lt;&lt;AIGUL</c>) is read as such. Null reads as empty.</param>
    /// <returns>The parts. Never fails: a text without letters gives an empty name.</returns>
    public static PersonName Read(string? text) => NameReader.Read(text);

    /// <summary>Reads a name kept in columns. A column is believed unless its words plainly say otherwise (a particle, -ович, swapped columns).</summary>
    /// <param name="family">The column of family names; may hold "Асан кызы".</param>
    /// <param name="given">The column of given names.</param>
    /// <param name="patronymic">The column of patronymics; may be null.</param>
    public static PersonName Of(string? family, string? given, string? patronymic = null) => NameReader.Read(family, given, patronymic);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A name with what else is known and counts in a comparison.</summary>
/// <param name="Name">The name.</param>
/// <param name="Sex">The recorded sex; <see cref="Sex.Unknown"/> lets the name speak.</param>
/// <param name="BirthYear">The year of birth, or null.</param>
public sealed record NameRecord(PersonName Name, Sex Sex = Sex.Unknown, int? BirthYear = null)
{
    /// <summary>Reads the name and joins the rest.</summary>
    public static NameRecord Read(string? text, Sex sex = Sex.Unknown, int? birthYear = null) => new(PersonName.Read(text), sex, birthYear);
}
