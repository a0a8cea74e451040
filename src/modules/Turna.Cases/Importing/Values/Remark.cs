using Turna.Cases.Contracts;

namespace Turna.Cases.Importing.Values;

/// <summary>What the free words of a row mean for her safety.</summary>
/// <param name="Rules">How she may be reached.</param>
/// <param name="OwnerOfPhone">The words that give the row's phone to somebody else, or null.</param>
/// <param name="Restricted">Violence, trafficking or forced labour is mentioned, though perhaps not as a topic.</param>
internal sealed record Remark(IReadOnlyList<SafeContactRule> Rules, string? OwnerOfPhone, bool Restricted)
{
    public static Remark Read(string text) => text.Length == 0
        ? new Remark([], null, false)
        : new Remark(SafetyReader.Read(text), PhoneOwnerWords.Of(text), TopicReader.MentionedIn(text).Any(IsRestricted));

    public static bool IsRestricted(string topic) =>
        Words.Shipped.Lists.Topics.TryFind(topic, out var code) && code.Column("sensitivity") == "restricted";
}
