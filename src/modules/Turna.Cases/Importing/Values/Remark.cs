using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>What the free words of a row mean for her safety.</summary>
/// <param name="Rules">How she may be reached.</param>
/// <param name="OwnerOfPhone">The words that give the row's phone to somebody else, or null.</param>
/// <param name="Restricted">Violence, trafficking or forced labour is mentioned, though perhaps not as a topic.</param>
internal sealed record Remark(IReadOnlyList<SafeContactRule> Rules, string? OwnerOfPhone, bool Restricted)
{
    /// <summary>What stands between the words of two cells: they are read one after the other, and never as one sentence.</summary>
    public const string BetweenCells = "¶";

    /// <summary>However long it is: what endangers her may stand at the end of a story.</summary>
    public static Remark Read(string text) => text.Length == 0
        ? new Remark([], null, false)
        : new Remark(RulesIn(text), SourceCell.Pieces(text).Select(PhoneOwnerWords.Of).FirstOrDefault(owner => owner is not null), TellsOfViolence(text));

    public static IReadOnlyList<SafeContactRule> RulesIn(string text) => text.Length <= SourceCell.LongestRead
        ? SafetyReader.Read(text)
        : [.. SourceCell.Pieces(text).SelectMany(SafetyReader.Read).DistinctBy(rule => (rule.Kind, rule.Wording))];

    public static bool TellsOfViolence(string text) => SourceCell.Pieces(text).SelectMany(TopicReader.MentionedIn).Any(IsRestricted);

    public static bool IsRestricted(string topic) =>
        Words.Shipped.Lists.Topics.TryFind(topic, out var code) && code.Column("sensitivity") == "restricted";
}
