namespace Turna.Law;

/// <summary>
/// How far a fact may be trusted. Only <see cref="Seen"/>, <see cref="OneSource"/> and <see cref="TwoSources"/> count as verified;
/// a result that rests on any other mark carries a warning that names the fact.
/// </summary>
public enum TrustMark
{
    /// <summary>"V": seen in a copy of the source itself, or quoted word for word.</summary>
    Seen,

    /// <summary>"V-sec": seen in one independent secondary source.</summary>
    OneSource,

    /// <summary>"V-sec2": seen in two or more independent secondary sources.</summary>
    TwoSources,

    /// <summary>"M-hi": general knowledge, not seen; high trust.</summary>
    HighTrust,

    /// <summary>"M-med": general knowledge, not seen; medium trust.</summary>
    MediumTrust,

    /// <summary>"M-lo": general knowledge, not seen; low trust.</summary>
    LowTrust,
}

/// <summary>Reads and writes trust marks as the content files spell them.</summary>
public static class TrustMarks
{
    private static readonly string[] Codes = ["V", "V-sec", "V-sec2", "M-hi", "M-med", "M-lo"];

    /// <summary>All marks as the content files spell them, most trusted first.</summary>
    public static IReadOnlyList<string> All => Codes;

    /// <summary>Whether the mark says that somebody has seen the fact in a source.</summary>
    public static bool IsVerified(this TrustMark mark) => mark <= TrustMark.TwoSources;

    /// <summary>The mark as the content files spell it, for instance <c>V-sec</c>.</summary>
    public static string Code(this TrustMark mark) => Codes[(int)mark];

    /// <summary>Reads a mark; false for any other text.</summary>
    public static bool TryParse(string text, out TrustMark mark)
    {
        var index = Array.IndexOf(Codes, text);
        mark = index < 0 ? default : (TrustMark)index;
        return index >= 0;
    }
}
