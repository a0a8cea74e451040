using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Hours and days written in words: "после девяти", "саат тогуздан кийин", "по средам". Such an hour may be one of the morning or of the
/// evening, and no rule holds for a day of the week: a person has to see them.
/// </summary>
internal static class TimesOfDay
{
    public static bool IsUnclear(string clause)
    {
        var words = Spelling.Fold(clause).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length).Any(at => IsHour(words, at)) || (Array.Exists(words, word => Words.Shipped.Says("weekday", word)) && AsksForContact(words));
    }

    /// <summary>"после двух недель" names no hour.</summary>
    private static bool IsHour(string[] words, int at) => Words.Shipped.Says("hour", words[at]) && !IsBeside(words, at + 1, "span")
        && (IsBeside(words, at - 1, "besideHour") || IsBeside(words, at + 1, "besideHour"));

    private static bool IsBeside(string[] words, int at, string kind) => at >= 0 && at < words.Length && Words.Shipped.Says(kind, words[at]);

    /// <summary>"звонить по средам"; "обещал позвонить в среду" tells what somebody will do.</summary>
    private static bool AsksForContact(string[] words) => Array.Exists(words, word => MeansWords.Of(word) != Means.None) && !Array.Exists(words, word => Words.Shipped.Says("promise", word));
}
