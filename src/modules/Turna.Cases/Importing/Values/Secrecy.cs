using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Reads a clause for somebody who must not learn of it: "супругу ничего не сообщать", "бригадир не должен узнать", "инилери билбеши керек",
/// "эрига айтманг". What somebody did not tell is told of the past, and no such order.
/// </summary>
internal static partial class Secrecy
{
    /// <summary>Somebody is named who must not learn of it.</summary>
    public static bool IsDemanded(string folded) => NamesSomebody(folded)
        && (ForbidsTelling(folded) || Denies(folded, "learning") || (Words.Shipped.Mentions("soThat", folded) && Denies(folded, "learnt")) || Words.Shipped.Mentions("silence", folded) || Unaware().Matches(folded).Any(match => NamesSomebody(match.Groups["who"].Value)));

    /// <summary>"слово «фонд» не произносить": something is not to be said, whoever hears it.</summary>
    public static bool ForbidsTelling(string folded) => Denies(folded, "telling");

    /// <summary>"чтобы в салоне не прознали", "на складе не знают": nobody is named, but it is not to come about where people know her.</summary>
    public static bool IsMeant(string folded) => (Words.Shipped.Mentions("soThat", folded) && (Denies(folded, "learnt") || Denies(folded, "learning")))
        || (UnawarePlace().Match(folded) is { Success: true } place && Words.Shipped.Says("ownPlace", place.Groups["place"].Value));

    /// <summary>"айтпагыла", "билдирбөө", "не говорить": the word is about telling or learning.</summary>
    public static bool IsTelling(string word) => Words.Shipped.Says("telling", word) || Words.Shipped.Says("learning", word);

    private static bool Denies(string folded, string kind)
    {
        var words = folded.Split(' ');
        return Enumerable.Range(0, words.Length).Any(at => Words.Shipped.Says(kind, words[at]) && IsDenied(words, at));
    }

    private static bool NamesSomebody(string folded) =>
        PhoneOwnerWords.NamesAnother(folded) || Words.Shipped.Mentions("household", folded) || Words.Shipped.Mentions("anybody", folded);

    private static bool IsDenied(string[] words, int at) => Negation.IsWithin(words[at]) || Array.Exists(words, Negation.IsAnywhere) || IsDeniedBefore(words, at) || IsDeniedBehind(words, at);

    /// <summary>"не говорить", "не должен об этом узнать"; "не забыть сообщить" denies nothing.</summary>
    private static bool IsDeniedBefore(string[] words, int at)
    {
        while (--at >= 0)
        {
            if (Negation.IsBefore(words[at])) return true;
            if (!ContactClause.IsSmall(words[at]) && !Words.Shipped.Says("amidTelling", words[at]) && !NamesSomebody(words[at])) return false;
        }

        return false;
    }

    /// <summary>"знать не надо"</summary>
    private static bool IsDeniedBehind(string[] words, int at) =>
        at + 2 < words.Length && Negation.IsBefore(words[at + 1]) && Words.Shipped.Says("amidTelling", words[at + 2]);

    [GeneratedRegex(@"\b(на|в|во) (ее |его )?(?<place>\p{L}+) (пока |еще |ничего |об этом )?не (знают|знает|в курсе|догадываются|подозревают)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex UnawarePlace();

    [GeneratedRegex(@"(?<who>\p{L}+) (не (знает|знают|в курсе|догадывается|догадываются|подозревает|подозревают)|does not know|is not aware)(?= (о|об|про|что|ничего|about|that)\b|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Unaware();
}
