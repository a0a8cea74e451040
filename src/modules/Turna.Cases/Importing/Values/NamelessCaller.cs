using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What a cell of names without a name still tells: "аноним, женщина", "аноним аял", "анонимно (муж.)".</summary>
internal static partial class NamelessCaller
{
    /// <summary>The word for the sex; blank where none stands there, or several that differ.</summary>
    public static SourceCell Sex(string written)
    {
        var told = Word().Matches(written).Where(IsSex).Select(word => word.Groups["word"].Value).DistinctBy(word => SexReader.Read(SourceCell.Of(word)).Value).ToArray();
        return told is [var one] ? SourceCell.Of(one) : SourceCell.Blank;
    }

    /// <summary>"Женщина", "аял киши": nothing but the sex stands in the place of a name.</summary>
    public static bool IsOnlySex(string written) => Word().Matches(written) is { Count: > 0 } words && words.All(IsSex);

    /// <summary>"Муж" is her husband who called, "муж." a man; "бала" is a boy and a child; a capital letter is an initial.</summary>
    private static bool IsSex(Match match)
    {
        var word = match.Groups["word"].Value;
        if (SexReader.Read(SourceCell.Of(word)) is not { IsCertain: true, Value: not null }) return false;
        if (word.Length == 1) return char.IsLower(word[0]);
        return match.Groups["short"].Success || (Spelling.Fold(word) is var folded && folded != "бала" && !Words.Shipped.Says("other", folded));
    }

    [GeneratedRegex(@"(?<!\p{L})(?<word>\p{L}+)(?<short>\.)?(?!\p{L})")]
    private static partial Regex Word();
}
