namespace Turna.Names;

/// <summary>The alphabet of a word.</summary>
internal enum Alphabet
{
    /// <summary>Cyrillic, and what is in no table.</summary>
    Cyrillic,

    /// <summary>Latin without marks: a digraph may stand for one letter, and a mark may have been dropped.</summary>
    PlainLatin,

    /// <summary>Latin with letters of its own: ş, ž, ö.</summary>
    MarkedLatin,
}

/// <summary>Between which writings two words are compared: what differs by tradition and what by a slip depends on it.</summary>
internal enum Writing
{
    /// <summary>Both in Cyrillic.</summary>
    Cyrillic,

    /// <summary>Both in Latin, with marks or both without.</summary>
    Latin,

    /// <summary>One in Cyrillic and one in Latin, or only one with marks.</summary>
    Across,
}

/// <summary>Tells alphabets apart.</summary>
internal static class Alphabets
{
    private const char LastAscii = '\u007F';

    /// <summary>The alphabet of a normalised word.</summary>
    public static Alphabet Of(ReadOnlySpan<char> text)
    {
        var latin = false;
        var marked = false;
        foreach (var c in text)
        {
            if (!NameText.IsLatin(c)) continue;
            latin = true;
            marked |= c > LastAscii;
        }

        return marked ? Alphabet.MarkedLatin : latin ? Alphabet.PlainLatin : Alphabet.Cyrillic;
    }

    /// <summary>The writings two words are compared between.</summary>
    public static Writing Between(Alphabet a, Alphabet b) => a != b ? Writing.Across : a == Alphabet.Cyrillic ? Writing.Cyrillic : Writing.Latin;
}
