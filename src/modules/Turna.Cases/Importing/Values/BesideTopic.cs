using System.Collections.Frozen;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// What stands beside the words that told a topic: another topic, or a word nobody expects there ("насилия нет", "не платит за
/// квартиру", "авторский договор"). Then the reading is only a proposal.
/// </summary>
internal static class BesideTopic
{
    private const int FewestOfPhrase = 2;
    private const int MostUnknown = 2;
    private const int ShortestTelling = 3;
    // The verbs of what is owed are those of what was paid.
    private const string Paid = "wages";
    private const string Other = "other";

    /// <summary>How a doubt ends that says nothing but that the matter came to an end.</summary>
    public const string MayBeSettled = "may be settled";

    private static readonly string[] Turning = ["givesBack", "openMatter", "wouldBe", "otherThing"];

    private static readonly FrozenDictionary<string, PhrasePatterns> Belonging = CodeTable.Shipped("topics.beside").Rows
        .GroupBy(row => row["code"], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => PhrasePatterns.From(group), StringComparer.Ordinal);

    /// <summary>Why the reading is not certain; null when it is.</summary>
    /// <param name="beside">Receives the other topic that may be meant.</param>
    public static string? Strange(string folded, string meaning, List<string> beside) => Strange(folded, meaning, beside, []);

    /// <param name="both">Receives it too where words of its own tell it for certain.</param>
    public static string? Strange(string folded, string meaning, List<string> beside, List<string> both)
    {
        var topics = Words.Shipped.Topics;
        // "сабабайт" is told by the stem of "сабайт", and says the contrary.
        if (topics.Endings(folded).Any(Negation.IsEnding) || Words.Shipped.Mentions("nothingWrong", folded)) return "but may be denied";
        var rest = topics.UnexplainedBy(meaning, folded).Where(word => !Belongs(meaning, word)).ToList();
        if (SaysSettled(folded, meaning)) return $"but {MayBeSettled}";
        if (rest.Count == 0) return null;
        // "Boshqa ishga majburlashgan": another work is no matter of another kind.
        if (topics.Best(string.Join(' ', rest)) is { } other && other.Meaning != meaning && other.Meaning != Other)
        {
            beside.Add(other.Meaning);
            if (IsOfItsOwn(other, meaning, rest)) both.Add(other.Meaning);
            return $"may be {other.Meaning} as well";
        }

        var unknown = rest.FindAll(word => !IsNeutral(word) && !IsBehindVerb(folded, word));
        if (unknown.Count == 0 || (unknown.Count <= MostUnknown && IsPhrase(folded) && !unknown.Exists(IsTelling))) return null;
        return $"but '{unknown[0]}' was not understood";
    }

    /// <summary>A ticket or a newborn beside another topic is a circumstance of it. The whole adds nothing to its part, nor does one of two grave ones told by the same words.</summary>
    private static bool IsOfItsOwn(PhrasePatterns.Match other, string meaning, List<string> rest) => other.Sure && !other.Meaning.Contains('+', StringComparison.Ordinal)
        && !(Remark.IsRestricted(other.Meaning) && Remark.IsRestricted(meaning)) && !IsPartOf(meaning, other.Meaning)
        && rest.Except(Words.Shipped.Topics.Unexplained(string.Join(' ', rest)), StringComparer.Ordinal).Any(word => !Words.Shipped.Says("circumstance", word));

    private static bool IsPartOf(string code, string whole) => Words.Shipped.Lists.Topics.TryFind(code, out var part) && part.Parent == whole;

    /// <summary>"Зарплату задержали, но уже выплатили", "уволили, но восстановили": it came to an end, and no word denies it.</summary>
    private static bool SaysSettled(string folded, string meaning) => !folded.Split(' ').Any(Negation.Is)
        && (meaning == Paid ? folded.Split(' ') : Words.Shipped.Topics.Unexplained(folded))
            .Any(word => (Words.Shipped.Says("settling", word) || (meaning == Paid && Words.Shipped.Says("payCame", word))) && !IsBehindVerb(folded, word));

    /// <summary>A word that names nothing by itself, and turns nothing round.</summary>
    public static bool IsNeutral(string word) =>
        !Negation.Is(word) && (IsCounted(word) || Words.Shipped.Says("beside", word) || Words.Shipped.Says("other", word)
        || Words.Shipped.Month(word) is not null || Words.Shipped.Topics.Best(word) is not null
        || Words.Shipped.Lists.Countries.Recognise(word) is not null || Words.Shipped.Cities.ContainsKey(word));

    /// <summary>"5", "20к", "тыс", "долларов", "7/7".</summary>
    private static bool IsCounted(string word) => word.TrimEnd('к', 'k', '%').All(letter => char.IsAsciiDigit(letter) || letter == '/')
        || (word.Length > 1 && Words.Shipped.Lists.Currencies.Recognise(word) is not null) || Words.Shipped.Says("counting", word);

    /// <summary>The topic was told by two words that each say something: then a word nobody knows hardly makes it another one.</summary>
    private static bool IsPhrase(string folded)
    {
        var rest = Words.Shipped.Topics.Unexplained(folded);
        return folded.Split(' ').Count(word => !rest.Contains(word, StringComparer.Ordinal) && word.Length >= ShortestTelling && !Negation.Is(word) && !Words.Shipped.Says("beside", word)) >= FewestOfPhrase;
    }

    /// <summary>It denies, says that something is settled or only feared, or has a part in telling some topic.</summary>
    private static bool IsTelling(string word) => Negation.Is(word) || Array.Exists(Turning, kind => Words.Shipped.Says(kind, word)) || Words.Shipped.Topics.Knows(word);

    /// <summary>"штраф" beside a registration that ran out, "больничный" beside a dismissal: it belongs to the topic and adds none.</summary>
    private static bool Belongs(string meaning, string word) => !Negation.Is(word) && meaning.Split('+').Any(code => Belonging.TryGetValue(code, out var words) && words.Best(word) is not null);

    /// <summary>"сындырып алды", "тортиб олишган": behind such a form of a verb it only says that it is done, and alone that something was received.</summary>
    private static bool IsBehindVerb(string folded, string word)
    {
        if (!Words.Shipped.Says("behindVerbs", word)) return false;
        var words = folded.Split(' ');
        var at = Array.IndexOf(words, word);
        return at > 0 && words[at - 1].Length > 3 && (words[at - 1][^1] is 'п' or 'б' or 'b');
    }
}
