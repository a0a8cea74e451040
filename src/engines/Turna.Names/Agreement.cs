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
    private const float CloseWithin = 0.65f;
    private const float UsualWithin = 0.95f;
    private const float SlipWithin = 1.06f;
    private const float NearWithin = 2.1f;
    private const int ShortWord = 4;
    private const int ShortestSlip = 3;
    private const int ShortestPart = 4;

    /// <summary>Compares two words of the same part. Symmetric.</summary>
    public static Agreement Of(NameWord? a, NameWord? b)
    {
        if (a is null || b is null) return Agreement.Missing;
        if (a.IsInitial || b.IsInitial) return Initials(a.Sound[0], b.Sound[0]) ? Agreement.Initial : Agreement.OtherInitial;
        if (a.Sound == b.Sound) return Agreement.Same;
        if ((a.IsCut && Begins(b, a)) || (b.IsCut && Begins(a, b))) return Agreement.Close;
        if (a.Known is { } x && b.Known is { } y)
        {
            if (x.Group == y.Group) return Agreement.Form;
            if (x.ShortFor.Contains(y.Group) || y.ShortFor.Contains(x.Group)) return Agreement.Short;
        }

        return Apart(a, b);
    }

    /// <summary>Compares two family names: by their stems, and whole where a slip in the ending spoils the stem.</summary>
    public static Agreement OfFamilies(NameWord? a, NameWord? b)
    {
        var stems = Of(a, b);
        if (stems.Coarse() != 4 || a!.IsInitial || b!.IsInitial || a.Known is not null && b.Known is not null) return stems;
        return a.Whole.Length > ShortWord && b.Whole.Length > ShortWord && WordSimilarity.Between(a.Whole, b.Whole) <= UsualWithin ? Agreement.Slip : stems;
    }

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
        // Each slip changes at most two of the sounds that occur, so most different words never reach the distance.
        var far = System.Numerics.BitOperations.PopCount(a.Letters ^ b.Letters) > 5;
        var distance = far ? WordSimilarity.TooFar : WordSimilarity.Between(a.Sound, b.Sound);
        var known = (a.Known is null ? 0 : 1) + (b.Known is null ? 0 : 1);
        if (known == 2) return distance <= NearWithin || Holds(a, b) ? Agreement.OtherName : Agreement.Different;
        if (distance <= CloseWithin) return Agreement.Close;

        var shortest = Math.Min(a.Sound.Length, b.Sound.Length);
        var usual = SameHead(a.Sound, b.Sound) ? UsualWithin : CloseWithin;
        if (distance <= (shortest < ShortWord ? UsualWithin : SlipWithin) && shortest >= ShortestSlip && Math.Max(a.Sound.Length, b.Sound.Length) >= ShortWord) return known == 1 && distance <= usual ? Agreement.SlipOfKnown : distance <= usual ? Agreement.Slip : Agreement.OddSlip;
        if (Holds(a, b)) return Agreement.Part;
        return distance <= NearWithin && shortest > ShortWord ? Agreement.Near : Agreement.Different;
    }

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

    // Fingers rarely slip on the first letter (Pollock and Zamora, CACM 27, 1984); different names often differ by it.
    private static bool SameHead(string a, string b) => InitialClass(a[0]) == InitialClass(b[0]) || (a[0] == 'i' && b[0] == a[1]) || (b[0] == 'i' && a[0] == b[1]);

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
