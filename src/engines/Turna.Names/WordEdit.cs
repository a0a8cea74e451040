namespace Turna.Names;

/// <summary>How two words differ that are one change apart.</summary>
internal enum EditKind
{
    /// <summary>More than one change.</summary>
    Several,

    /// <summary>As offices of different traditions write one name.</summary>
    Tradition,

    /// <summary>As fingers slip: neighbours exchanged, a neighbouring key, a vowel swallowed. Other names are seldom made this way.</summary>
    Usual,

    /// <summary>As other names differ: the first or last letter, an unrelated letter, a letter more.</summary>
    Odd,
}

/// <summary>Judges a single change in a word by what it is and where it stands.</summary>
internal static class WordEdit
{
    private const float Neighbour = 0.9f;
    private const float Confused = 0.81f;
    private const int LongEnough = 7;
    private const int ShortestForSlip = 5;

    /// <summary>The kind of the change that makes one sound of the other. Symmetric.</summary>
    /// <param name="a">A sound.</param>
    /// <param name="b">Another.</param>
    /// <param name="writing">Between which writings.</param>
    /// <param name="oneKnown">Whether one, and only one, is a name of the tables: then the other is seldom a name too.</param>
    public static EditKind Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, Writing writing, bool oneKnown)
    {
        if (a.Length < b.Length)
        {
            var shorter = a;
            a = b;
            b = shorter;
        }

        if (a.Length - b.Length > 1) return EditKind.Several;
        var start = a.CommonPrefixLength(b);
        var end = 0;
        while (end < b.Length - start && a[^(end + 1)] == b[^(end + 1)]) end++;

        if (a.Length != b.Length) return start + end == b.Length ? Omitted(a, start, end, writing) : EditKind.Several;
        return (a.Length - start - end) switch
        {
            1 => Replaced(a, b, start, writing, oneKnown ? LongEnough - 1 : LongEnough),
            2 when a[start] == b[start + 1] && a[start + 1] == b[start] => a.Length < ShortestForSlip ? EditKind.Odd : EditKind.Usual,
            _ => EditKind.Several,
        };
    }

    /// <summary>Whether the letters as typed are one slip apart: two neighbours exchanged, or within the word a key beside the right one.</summary>
    public static bool IsSlipOfKeys(string a, string b)
    {
        if (a.Length != b.Length) return IsVowelSwallowed(a, b);
        if (a.Length < ShortestForSlip) return false;
        var at = a.AsSpan().CommonPrefixLength(b);
        if (at >= a.Length - 1) return false;
        var exchanged = a[at] == b[at + 1] && a[at + 1] == b[at];
        if (!a.AsSpan(at + (exchanged ? 2 : 1)).SequenceEqual(b.AsSpan(at + (exchanged ? 2 : 1)))) return false;
        return exchanged || (at > 0 && Layouts.AreNeighbours(a[at], b[at]));
    }

    // Чыныбаев, Чынбаев: the sounds beside the vowel change with it.
    private static bool IsVowelSwallowed(string a, string b)
    {
        var (longer, shorter) = a.Length > b.Length ? (a, b) : (b, a);
        if (longer.Length != shorter.Length + 1 || shorter.Length < LongEnough) return false;
        var at = longer.AsSpan().CommonPrefixLength(shorter);
        return at > 1 && at < shorter.Length - 1 && longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at))
            && NameText.IsVowel(longer[at]) && !NameText.IsVowel(longer[at - 1]) && !NameText.IsVowel(longer[at + 1]);
    }

    private static EditKind Replaced(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int at, Writing writing, int longEnough)
    {
        var cost = WordSimilarity.Replacing(a[at], b[at], at == 0, writing);
        if (cost <= WordSimilarity.Tradition) return EditKind.Tradition;
        if (at == 0 || at == a.Length - 1 || cost > Neighbour || cost < Confused || a.Length < ShortestForSlip) return EditKind.Odd;

        // Names differ by a consonant for a consonant and a vowel for a vowel; a key missed knows no such rule.
        var alike = Sounds.IsVowel(a[at]) == Sounds.IsVowel(b[at]);
        return alike && a.Length < longEnough ? EditKind.Odd : EditKind.Usual;
    }

    /// <summary>One sound of the longer word is missing; where it stood beside its like, anywhere between the two ends may be meant.</summary>
    private static EditKind Omitted(ReadOnlySpan<char> longer, int at, int after, Writing writing)
    {
        var c = longer[at];
        var first = at == 0;
        var last = after == 0;
        var besideVowel = (!first && Sounds.IsVowel(longer[at - 1])) || (!last && Sounds.IsVowel(longer[at + 1]));
        var tradition = WordSimilarity.Omitting(c, first, writing) <= WordSimilarity.Tradition;
        // Гулям and Гулам: a soft consonant is written я or а.
        var soft = c == 'i' && !first && !last && (longer[at - 1] is 'l' or 'g' or 'k' or 't') && Sounds.IsVowel(longer[at + 1]);
        if (tradition && (c == 'h' || soft || !besideVowel || writing == Writing.Across) && (!last || writing == Writing.Across)) return EditKind.Tradition;
        if (first || last || longer.Length <= ShortestForSlip) return EditKind.Odd;
        return Sounds.IsVowel(c) ? (besideVowel ? EditKind.Odd : EditKind.Usual) : longer.Length > LongEnough ? EditKind.Usual : EditKind.Odd;
    }
}
