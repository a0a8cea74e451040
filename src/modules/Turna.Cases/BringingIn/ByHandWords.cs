using Turna.Design;

namespace Turna.Cases.BringingIn;

/// <summary>What was made of a row by hand, in the words of the screen.</summary>
internal static class ByHandWords
{
    /// <summary>"Corrected by hand: Day (was read as 6 May 2021)".</summary>
    public static string Of(Texts texts, ByHand byHand) =>
        byHand.Read.Count == 0 ? texts["Confirmed by hand"] : $"{texts["Corrected by hand"]}: {Fields(texts, byHand)}";

    /// <summary>The fields that were changed, with how they were read.</summary>
    public static string Fields(Texts texts, ByHand byHand) => string.Join("; ", byHand.Read.Select(changed => $"{texts[DoubtField.Key(changed.Key)]} ({Read(texts, changed.Key, changed.Value)})"));

    private static string Read(Texts texts, string field, string? value) => value is null ? texts["was not read"] : texts["was read as {0}", Named(texts, field, value)];

    private static string Named(Texts texts, string field, string value) => field switch
    {
        "sex" => texts[value == "F" ? "female" : "male"],
        "date" or "country" or "topics" or "currency" => DoubtWords.Named(texts, value),
        _ => value,
    };
}
