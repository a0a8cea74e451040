namespace Turna.Names.Documents;

/// <summary>The formats of ICAO Doc 9303.</summary>
public enum MrzFormat
{
    /// <summary>Cards: three lines of 30 (part 5).</summary>
    TD1,

    /// <summary>Older cards: two lines of 36 (part 6).</summary>
    TD2,

    /// <summary>Passports: two lines of 44 (part 4).</summary>
    TD3,

    /// <summary>Visas of two lines of 44 (part 7).</summary>
    MrvA,

    /// <summary>Visas of two lines of 36 (part 7).</summary>
    MrvB,
}

/// <summary>What may stand in a field; decides which way a doubtful character is read.</summary>
internal enum MrzKind
{
    Letters,
    Digits,
    Any,
}

/// <summary>A field's place.</summary>
internal readonly record struct MrzPlace(int Line, int From, int Length, MrzKind Kind);

/// <summary>Where the fields of a format stand (Doc 9303 parts 4 to 7).</summary>
internal sealed record MrzLayout(
    MrzFormat Format, int Lines, int Width, MrzPlace Code, MrzPlace Issuer, MrzPlace Names, MrzPlace Number, MrzPlace Nationality,
    MrzPlace Birth, MrzPlace Sex, MrzPlace Expiry, MrzPlace Optional, MrzPlace? SecondOptional, int? PersonalCheck, int? CompositeCheck)
{
    private static readonly MrzLayout Passport = new(
        MrzFormat.TD3, 2, 44, Letters(0, 0, 2), Letters(0, 2, 3), Letters(0, 5, 39), Any(1, 0, 9), Letters(1, 10, 3),
        Digits(1, 13, 6), Letters(1, 20, 1), Digits(1, 21, 6), Any(1, 28, 14), null, 42, 43);

    private static readonly MrzLayout OldCard = new(
        MrzFormat.TD2, 2, 36, Letters(0, 0, 2), Letters(0, 2, 3), Letters(0, 5, 31), Any(1, 0, 9), Letters(1, 10, 3),
        Digits(1, 13, 6), Letters(1, 20, 1), Digits(1, 21, 6), Any(1, 28, 7), null, null, 35);

    private static readonly MrzLayout Card = new(
        MrzFormat.TD1, 3, 30, Letters(0, 0, 2), Letters(0, 2, 3), Letters(2, 0, 30), Any(0, 5, 9), Letters(1, 15, 3),
        Digits(1, 0, 6), Letters(1, 7, 1), Digits(1, 8, 6), Any(0, 15, 15), Any(1, 18, 11), null, 29);

    private static readonly MrzLayout Visa = Passport with { Format = MrzFormat.MrvA, Optional = Any(1, 28, 16), PersonalCheck = null, CompositeCheck = null };

    private static readonly MrzLayout SmallVisa = OldCard with { Format = MrzFormat.MrvB, Optional = Any(1, 28, 8), CompositeCheck = null };

    /// <summary>The layout of so many lines of about this width; a visa begins with V.</summary>
    public static MrzLayout? For(int lines, int width, char first) => (lines, width) switch
    {
        (3, >= 27 and <= 33) => Card,
        (2, >= 33 and <= 39) => first == 'V' ? SmallVisa : OldCard,
        (2, >= 40 and <= 47) => first == 'V' ? Visa : Passport,
        _ => null,
    };

    /// <summary>The parts of the lines that the composite check digit covers, in order.</summary>
    public IEnumerable<MrzPlace> Composite() => Format switch
    {
        MrzFormat.TD1 => [Any(0, 5, 25), Any(1, 0, 7), Any(1, 8, 7), Any(1, 18, 11)],
        MrzFormat.TD2 => [Any(1, 0, 10), Any(1, 13, 7), Any(1, 21, 14)],
        MrzFormat.TD3 => [Any(1, 0, 10), Any(1, 13, 7), Any(1, 21, 22)],
        _ => [],
    };

    private static MrzPlace Letters(int line, int from, int length) => new(line, from, length, MrzKind.Letters);

    private static MrzPlace Digits(int line, int from, int length) => new(line, from, length, MrzKind.Digits);

    private static MrzPlace Any(int line, int from, int length) => new(line, from, length, MrzKind.Any);
}
