using Turna.Cases.Contracts;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// What one clause forbids or demands about calling and writing, each means by its own negation: "не звонить, писать", "ватсап не использовать",
/// "чалбай жазгыла". Where two negations or two means can't be told apart, a person has to read it.
/// </summary>
internal sealed class ContactClause
{
    private readonly string[] words;
    private readonly bool[] negated;
    private readonly HashSet<int> spent = [];

    private ContactClause(string[] words)
    {
        this.words = words;
        negated = new bool[words.Length];
        OfPapers = Array.Exists(words, MeansWords.IsPaper);
        var everything = Array.Exists(words, Negation.IsAnywhere);
        for (var i = 0; i < words.Length; i++)
        {
            if (Negation.IsWithin(words[i])) everything |= TurnWithin(i);
            else if (Negation.IsBefore(words[i])) everything |= TurnBefore(i, everything);
        }

        if (everything) TurnEverything();
        NegatesNothingKnown = spent.Count == 0 && Array.Exists(words, Negation.Is);
    }

    /// <summary>The words beside what was forbidden, for rules of other kinds.</summary>
    public string Rest => string.Join(' ', words.Where((_, i) => !spent.Contains(i)));

    /// <summary>Two negations or two means that can't be told apart.</summary>
    public bool Unclear { get; private set; }

    /// <summary>A negation that belongs to none of the means: "не отвечает, писать".</summary>
    public bool NegatesNothingKnown { get; }

    /// <summary>What is written is a complaint or a statement, not a message to her.</summary>
    public bool OfPapers { get; }

    public bool Reaches => Allowed(Means.Call) || Allowed(Means.Contact);

    public static ContactClause Of(string folded) => new(Negation.WithoutIdioms(folded).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The rules, in a fixed order.</summary>
    public IEnumerable<SafeContactKind> Kinds()
    {
        if (Unclear) yield return SafeContactKind.ReadFirst;
        if (Forbidden(Means.Contact)) yield return SafeContactKind.NoContact;
        if (Forbidden(Means.Call)) yield return SafeContactKind.NoCalls;
        if (Forbidden(Means.Write) || (OnlyVoice() && !Unclear)) yield return SafeContactKind.NoMessages;
    }

    /// <summary>"писать заявление" is no message to her.</summary>
    private Means MeansOf(string word) => MeansWords.Of(word) is var kind && kind == Means.Write && OfPapers ? Means.None : kind;

    /// <summary>"чалбагыла" speaks for itself; "qoʻngʻiroq qilmang" for what stands before it; "айтпагыла" for what is not to be told.</summary>
    private bool TurnWithin(int at)
    {
        if (MeansOf(words[at]) is var kind && kind == Means.None) return !Secrecy.IsTelling(words[at]);
        Turn(at);
        for (var i = 0; i < words.Length; i++)
            if (MeansOf(words[i]) == kind && !MeansWords.IsVerb(words[i])) Turn(i);
        return false;
    }

    /// <summary>"не" turns the next word round and what belongs to it; true when that is the whole clause.</summary>
    private bool TurnBefore(int at, bool everything)
    {
        var next = at + 1;
        while (next < words.Length && IsSmall(words[next])) next++;
        if (next == words.Length) return false;
        if (words[next] is "только" or "лишь" or "only" || Negation.IsAnywhere(words[next])) Unclear = true;
        var kind = MeansOf(words[next]);
        if (kind == Means.None) return Negation.IsCarrier(words[next]);
        if (everything) Unclear = true;
        spent.Add(at);
        Turn(next);
        for (var i = next + 1; i < words.Length && !Negation.IsBefore(words[i]); i++) Follow(i, kind);
        return false;
    }

    private void Follow(int at, Means kind)
    {
        var other = MeansOf(words[at]);
        if (other == Means.None) return;
        var joined = words[at - 1];
        if (other == kind && !MeansWords.IsVerb(words[at])) Turn(at);
        else if (joined is "или" or "ни" or "либо" or "же" or "or" or "yoki") Turn(at);
        else if (joined is "и" or "да" or "жана" or "va" or "and" || other == kind || !MeansWords.IsVerb(words[at])) Unclear = true;
    }

    private void TurnEverything()
    {
        for (var i = 0; i < words.Length; i++)
            if (MeansOf(words[i]) != Means.None && !Negation.IsWithin(words[i])) Turn(i);
        for (var i = 0; i < words.Length; i++)
            if (negated.Contains(true) && (Negation.Is(words[i]) || Negation.IsCarrier(words[i]))) spent.Add(i);
    }

    private void Turn(int at)
    {
        negated[at] = true;
        spent.Add(at);
    }

    private bool Forbidden(Means kind) => words.Where((word, i) => negated[i] && MeansOf(word) == kind).Any();

    private bool Allowed(Means kind) => words.Where((word, i) => !negated[i] && MeansOf(word) == kind).Any();

    /// <summary>"только звонить", "чалуу гана": then nothing may be written.</summary>
    private bool OnlyVoice()
    {
        if (Allowed(Means.Write) || Forbidden(Means.Call)) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "только" or "лишь" or "исключительно" or "faqat" or "only")
            {
                var next = i + 1;
                while (next < words.Length && (IsSmall(words[next]) || words[next] is "по" or "через")) next++;
                if (next < words.Length ? IsVoice(next) : i > 0 && IsVoice(i - 1)) return true;
            }

            // "Түшкө чейин гана чалуу": only at that time.
            if (words[i] == "гана" && i > 0 && Words.Shipped.Says("besideHour", words[i - 1])) continue;
            if (words[i] == "гана" && i > 0 && IsVoice(i - 1)) return true;
            if (words[i] == "гана" && i + 1 < words.Length && IsVoice(i + 1)) return true;
        }

        return false;
    }

    private bool IsVoice(int at) => !negated[at] && (MeansOf(words[at]) == Means.Call || words[at] is "голосом" or "голос" or "телефону" or "звонком");

    /// <summary>A word that may stand between "не" and what is not to be done.</summary>
    public static bool IsSmall(string word) => word is "в" or "во" or "на" or "по" or "через" or "ей" or "ему" or "им" or "ее" or "его" or "больше" or "пока" or "вообще"
        or "никогда" or "просто" or "часто" or "сразу" or "же" or "пожалуйста" or "ever" or "any" or "a" or "лучше" or "самим" or "нам" or "сюда" or "туда" or "днем" or "please";
}
