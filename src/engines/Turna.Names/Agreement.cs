using System.Buffers;

namespace Turna.Names;

/// <summary>How one part of two names agrees.</summary>
public enum Agreement
{
    /// <summary>At least one name lacks the part.</summary>
    Missing,

    /// <summary>The same name, whatever the script or tradition of writing.</summary>
    Same,

    /// <summary>Forms of one name: Жусуп and Юсуф.</summary>
    Form,

    /// <summary>A short or fond form: Екатерина and Катя.</summary>
    Short,

    /// <summary>Apart by no more than offices differ in writing one name.</summary>
    Close,

    /// <summary>One slip away from a known name.</summary>
    SlipOfKnown,

    /// <summary>One usual slip apart (a neighbouring key, a letter left out or exchanged); neither is a known name.</summary>
    Slip,

    /// <summary>One letter apart by no usual slip; neither is a known name.</summary>
    OddSlip,

    /// <summary>One is the beginning or a part of the other.</summary>
    Part,

    /// <summary>An initial that fits.</summary>
    Initial,

    /// <summary>An initial that does not fit.</summary>
    OtherInitial,

    /// <summary>Two or three slips apart.</summary>
    Near,

    /// <summary>Alike in writing but two known, different names: Асан and Асел.</summary>
    OtherName,

    /// <summary>Different names.</summary>
    Different,
}

/// <summary>Judges single words.</summary>
internal static class WordAgreement
{
    private const float SlipWithin = 1.06f;
    private const float NearWithin = 2.1f;
    private const float Neighbour = 0.95f;
    private const int EndingLength = 4;
    private const int ShortWord = 4;
    private const int ShortestSlip = 3;
    private const int ShortestPart = 4;
    private const string Servant = "abd";

    private static readonly SearchValues<char> OwnLetters = SearchValues.Create("өүңўқғҳӣӯҷәұһі");

    /// <summary>Compares two words of the same part. Symmetric.</summary>
    public static Agreement Of(NameWord? a, NameWord? b)
    {
        if (a is null || b is null) return Agreement.Missing;
        // Rules that begin at one of the words begin at the same one from both sides.
        return string.CompareOrdinal(a.Text, b.Text) <= 0 ? InOrder(a, b) : InOrder(b, a);
    }

    private static Agreement InOrder(NameWord a, NameWord b)
    {
        if (a.IsInitial || b.IsInitial) return Initials(a.Sound[0], b.Sound[0]) ? Agreement.Initial : Agreement.OtherInitial;
        if (a.Sound == b.Sound) return Agreement.Same;
        if ((a.IsCut && Begins(b, a)) || (b.IsCut && Begins(a, b))) return Agreement.Close;
        if ((a.IsCut && IsStump(b, a)) || (b.IsCut && IsStump(a, b))) return Agreement.Initial;
        if (a.Known is { } x && b.Known is { } y)
        {
            if (x.Group == y.Group) return ByTradition(a, b) ? Agreement.Close : Agreement.Form;
            if (x.ShortFor.Contains(y.Group) || y.ShortFor.Contains(x.Group)) return Agreement.Short;
        }

        return Apart(a, b);
    }

    /// <summary>Compares two family names: by their stems, and whole where a slip in the ending spoils the stem.</summary>
    public static Agreement OfFamilies(NameWord? a, NameWord? b)
    {
        var stems = Of(a, b);
        if (stems is Agreement.Missing or Agreement.SlipOfKnown or Agreement.Slip || stems.Agrees() || a!.IsInitial || b!.IsInitial || a.Known is not null && b.Known is not null) return stems;
        if (SlippedEnding(a, b)) return Agreement.Slip;
        return Math.Min(a.Sound.Length, b.Sound.Length) < ShortWord && AcrossWhole(a, b) ? Agreement.Close : stems;
    }

    /// <summary>Whether a single vowel tells two family names apart that were written in one script and, as far as its letters show, one tradition.</summary>
    public static bool IsVowelApart(NameWord? a, NameWord? b)
    {
        if (a is null || b is null || a.Alphabet != b.Alphabet || a.Sound.Length != b.Sound.Length || HasOwnLetters(a.Text) != HasOwnLetters(b.Text)) return false;
        if (a.Known is { } x && b.Known is { } y && x.Group == y.Group) return false;
        var at = a.Sound.AsSpan().CommonPrefixLength(b.Sound);
        // Абдыкадыр, Абдукадыр: what joins an Arabic name is heard in many ways.
        return !(at == Servant.Length && a.Sound.StartsWith(Servant, StringComparison.Ordinal)) && at < a.Sound.Length && Sounds.IsVowel(a.Sound[at]) && Sounds.IsVowel(b.Sound[at]) && a.Sound.AsSpan(at + 1).SequenceEqual(b.Sound.AsSpan(at + 1));
    }

    /// <summary>Whether a single change makes one of the other.</summary>
    public static bool IsLetterApart(NameWord? a, NameWord? b) =>
        a is { IsInitial: false } && b is { IsInitial: false } && Math.Max(a.Whole.Length, b.Whole.Length) > ShortWord && WordEdit.Of(a.Whole, b.Whole, Alphabets.Between(a.Alphabet, b.Alphabet), oneKnown: false) != EditKind.Several;

    /// <summary>Whether the level speaks for one person.</summary>
    public static bool Agrees(this Agreement level) => level is Agreement.Same or Agreement.Form or Agreement.Close;

    /// <summary>Whether the level speaks for one person weakly.</summary>
    public static bool HalfAgrees(this Agreement level) => level is Agreement.Short or Agreement.SlipOfKnown or Agreement.Slip or Agreement.OddSlip or Agreement.Part;

    /// <summary>Whether the level speaks for one person at all.</summary>
    public static bool Supports(this Agreement level) => level.Agrees() || level.HalfAgrees();

    /// <summary>0 missing, 1 agrees, 2 half agrees, 3 initial, 4 against.</summary>
    public static int Coarse(this Agreement level) => level switch
    {
        Agreement.Missing => 0,
        Agreement.Same or Agreement.Form or Agreement.Close => 1,
        Agreement.Short or Agreement.SlipOfKnown or Agreement.Slip or Agreement.OddSlip or Agreement.Part => 2,
        Agreement.Initial => 3,
        _ => 4,
    };

    private static Agreement Apart(NameWord a, NameWord b)
    {
        var writing = Alphabets.Between(a.Alphabet, b.Alphabet);
        var known = (a.Known is null ? 0 : 1) + (b.Known is null ? 0 : 1);
        var edit = WordEdit.Of(a.Sound, b.Sound, writing, known == 1);
        // What is one slip of the fingers may change several sounds: й or я beside another vowel, ю for б, a soft sign for a letter.
        var uneven = edit == EditKind.Several || a.Sound.Length != b.Sound.Length;
        if (uneven && edit is not (EditKind.Tradition or EditKind.Usual) && WordEdit.IsSlipOfKeys(a.Text, b.Text)) return known == 0 ? Agreement.Slip : Agreement.SlipOfKnown;
        if (known < 2 && edit != EditKind.Several) return Edited(a, b, edit, known);

        // Each slip changes at most two of the sounds that occur, so most different words never reach the distance.
        var far = System.Numerics.BitOperations.PopCount(a.Letters ^ b.Letters) > 6;
        var distance = far ? WordSimilarity.TooFar : WordSimilarity.Between(a.Sound, b.Sound, writing);
        if (known == 2) return distance <= NearWithin || Holds(a, b) ? Agreement.OtherName : Agreement.Different;

        if (ByTradition(a, b) || FemaleEnd(a, b)) return Agreement.Close;
        var shortest = Math.Min(a.Sound.Length, b.Sound.Length);
        if (distance <= SlipWithin && shortest >= ShortWord) return Agreement.OddSlip;
        if (Holds(a, b)) return Agreement.Part;
        return distance <= NearWithin && shortest > ShortWord ? Agreement.Near : Agreement.Different;
    }

    private static Agreement Edited(NameWord a, NameWord b, EditKind edit, int known)
    {
        var vowel = edit == EditKind.Tradition && a.Sound.Length == b.Sound.Length && a.Sound.Length == ShortestSlip && Sounds.IsVowel(a.Sound[1]) && a.Sound[1] != b.Sound[1];
        if (vowel) return Agreement.Close;
        if (Math.Max(a.Sound.Length, b.Sound.Length) < ShortWord || Math.Min(a.Sound.Length, b.Sound.Length) < ShortestSlip) return Agreement.Different;
        return edit switch
        {
            EditKind.Tradition => Agreement.Close,
            EditKind.Odd => Agreement.OddSlip,
            _ => known == 1 ? Agreement.SlipOfKnown : Agreement.Slip,
        };
    }

    /// <summary>Several differences of tradition, each of them usual, are one name still: the longer it is, the more fit in.</summary>
    private static bool ByTradition(NameWord a, NameWord b)
    {
        var writing = Alphabets.Between(a.Alphabet, b.Alphabet);
        var across = writing == Writing.Across || HasOwnLetters(a.Text) != HasOwnLetters(b.Text) ? 0.2f : 0;
        var within = across + Math.Min(a.Sound.Length, b.Sound.Length) switch { < 4 => 0.4f, < 6 => 0.65f, < 8 => 0.9f, _ => 1.1f };
        var distance = WordSimilarity.ByTradition(a.Sound, b.Sound, writing);
        return distance <= within || (distance <= 2 * within && a.Sound.Length == b.Sound.Length && Repeated(a.Sound, b.Sound));
    }

    // Бозоров and Базаров: one difference, met twice.
    private static bool Repeated(string a, string b)
    {
        var first = a.AsSpan().CommonPrefixLength(b);
        for (var i = first + 1; i < a.Length; i++)
        {
            if (a[i] != b[i] && (a[i] != a[first] || b[i] != b[first])) return false;
        }

        return first < a.Length;
    }

    // Айгуля, Аселя: Russian gives a woman's name that ends in -ль a vowel.
    private static bool FemaleEnd(NameWord a, NameWord b)
    {
        var (longer, shorter) = a.Sound.Length > b.Sound.Length ? (a.Sound, b.Sound) : (b.Sound, a.Sound);
        return longer.Length == shorter.Length + 2 && shorter.Length >= ShortWord && shorter[^1] == 'l' && longer.EndsWith("ia", StringComparison.Ordinal) && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    // Isakovaa, Исакоав: the stem is cut elsewhere, yet only the ending was mistyped.
    private static bool SlippedEnding(NameWord a, NameWord b)
    {
        var writing = Alphabets.Between(a.Alphabet, b.Alphabet);
        if (Math.Min(a.Whole.Length, b.Whole.Length) <= ShortWord + 1 || a.Whole.AsSpan().CommonPrefixLength(b.Whole) < Math.Max(Math.Max(a.Whole.Length, b.Whole.Length) - EndingLength, Math.Min(a.Sound.Length, b.Sound.Length))) return false;
        return WordEdit.Of(a.Whole, b.Whole, writing, oneKnown: false) is EditKind.Usual or EditKind.Tradition || WordSimilarity.Between(a.Whole, b.Whole, writing) <= Neighbour;
    }

    // Hacıyev, Гаджиев: of so short a stem the ending tells more than of others.
    private static bool AcrossWhole(NameWord a, NameWord b) =>
        Alphabets.Between(a.Alphabet, b.Alphabet) == Writing.Across && WordSimilarity.ByTradition(a.Whole, b.Whole, Writing.Across) <= 0.5f;

    private static bool Holds(NameWord a, NameWord b)
    {
        var (whole, part) = a.Sound.Length >= b.Sound.Length ? (a.Sound, b.Sound) : (b.Sound, a.Sound);
        return part.Length >= ShortestPart && whole.Length > part.Length
            && (whole.StartsWith(part, StringComparison.Ordinal) || whole.EndsWith(part, StringComparison.Ordinal));
    }

    // A zone may be cut between the two letters of one sound: GULBARC for GULBARCHYN.
    private static bool Begins(NameWord whole, NameWord cut) =>
        cut.Sound.Length >= ShortestPart && (whole.Sound.StartsWith(cut.Sound, StringComparison.Ordinal)
            || (cut.Sound.Length > ShortestPart && whole.Sound.StartsWith(cut.Sound.AsSpan(0, cut.Sound.Length - 1), StringComparison.Ordinal)));

    // Letters that Russian lacks.
    private static bool HasOwnLetters(string text) => text.AsSpan().ContainsAny(OwnLetters);

    private static bool IsStump(NameWord whole, NameWord cut) => cut.Sound.Length < ShortestPart && whole.Sound.StartsWith(cut.Sound, StringComparison.Ordinal);

    private static bool Initials(char a, char b) =>
        InitialClass(a) == InitialClass(b) || (a, b) is ('i', 'j') or ('j', 'i') or ('t', 'q') or ('q', 't') or ('d', 'j') or ('j', 'd') or ('u', 'i') or ('i', 'u');

    /// <summary>One sign for initials that one letter may stand for: S for Sh and Ts, Z for Zh, K for Kh, any vowel for another.</summary>
    public static char InitialClass(char sound) => sound switch
    {
        'a' or 'o' => 'a',
        'e' or 'i' => 'i',
        'x' or 'c' or 'q' => 's',
        'j' => 'z',
        'h' => 'k',
        'f' => 'p',
        _ => sound,
    };
}
