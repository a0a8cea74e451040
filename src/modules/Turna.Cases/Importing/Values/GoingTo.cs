using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>"Хочет в Германию", "собирается в Японию": the country somebody who is still at home asks about.</summary>
internal static partial class GoingTo
{
    /// <summary>The country meant, and the words that say so; null where none is, or several.</summary>
    public static (string Country, string Words)? In(string text)
    {
        var found = Wish().Matches(text).Where(wish => Words.Shipped.Mentions("goingTo", Spelling.Fold(wish.Groups["wish"].Value)))
            .Select(wish => (Country: PlaceReader.Country(SourceCell.Of(wish.Groups["where"].Value)).Value.Country ?? Accusative(wish.Groups["where"].Value), wish.Value))
            .Where(wish => wish.Country is not null and not "KG").ToArray();
        return found.Select(wish => wish.Country).Distinct(StringComparer.Ordinal).Count() == 1 ? (found[0].Country!, found[0].Value.Trim()) : null;
    }

    /// <summary>"Германию" is the case in which one goes there.</summary>
    private static string? Accusative(string where) => where.EndsWith('ю') || where.EndsWith('у')
        ? PlaceReader.Country(SourceCell.Of(where[..^1] + (where[^1] == 'ю' ? 'я' : 'а'))).Value.Country
        : null;

    [GeneratedRegex(@"(?<wish>\p{L}+)(\s+\p{Ll}+){0,3}?\s+(в|во|на|to)\s+(?<where>(\p{Lu}[\p{L}.\-]+)(\s\p{Lu}\p{L}+)?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Wish();
}
