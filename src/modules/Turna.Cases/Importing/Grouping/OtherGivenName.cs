using System.Text.RegularExpressions;
using Turna.Names;

namespace Turna.Cases.Importing.Grouping;

/// <summary>A second given name in brackets: "Кадырова Света (Салтанат)" is known by both. A family name there is left to the reader of names.</summary>
internal static partial class OtherGivenName
{
    /// <summary>The name under each of the two given names; null where there are no two.</summary>
    public static (PersonName Plain, PersonName Other)? Of(string text)
    {
        var bracket = Bracket().Match(text);
        if (!bracket.Success || PersonName.Read(bracket.Groups["other"].Value) is not { Family: null, Father: null, Given: { IsInitial: false } other }) return null;
        var words = $"{bracket.Groups["before"].Value} {bracket.Groups["after"].Value}".Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var plain = PersonName.Read(string.Join(' ', words));
        if (plain.Given is not { IsInitial: false } given || given.Sound == other.Sound) return null;
        for (var i = 0; i < words.Length; i++)
        {
            var renamed = PersonName.Read(string.Join(' ', words.Select((word, at) => at == i ? bracket.Groups["other"].Value : word)));
            if (renamed.Given?.Sound == other.Sound && renamed.Family?.Sound == plain.Family?.Sound && renamed.Father?.Sound == plain.Father?.Sound) return (plain, renamed);
        }

        return null;
    }

    [GeneratedRegex(@"^(?<before>[^()]*\p{L}\.?)[\s,]*\(\s*(?<other>\p{Lu}\p{L}{2,})\s*\)(?<after>[^()]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();
}
