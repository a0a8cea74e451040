using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What stands in a cell of names: a name, perhaps with the year or day of birth behind it, or more than one person.</summary>
internal readonly partial record struct NameCell(string Name, SourceCell Birth, bool Several)
{
    /// <summary>Takes the cell apart; nothing of it is lost or guessed.</summary>
    public static NameCell Of(string written)
    {
        var (name, birth) = NameAndBirth().Match(written) is { Success: true } parts
            ? (parts.Groups["name"].Value, SourceCell.Of(parts.Groups["birth"].Value))
            : (written, SourceCell.Blank);
        return new NameCell(name, birth, Words.Shipped.Mentions("group", Spelling.Fold(name)) || NamesTwo(name));
    }

    /// <summary>"Кадыров Нурбек, Кадыров Эрмек": each part would do as a whole name, and none says whose relative she is.</summary>
    private static bool NamesTwo(string name)
    {
        var parts = Between().Split(name);
        return parts.Length > 1 && Array.TrueForAll(parts, IsWhole);
    }

    private static bool IsWhole(string part)
    {
        var words = part.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && Array.TrueForAll(words, word => char.IsUpper(word[0]) && word.All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '’' or 'ʻ'))
            && Array.Exists(words, word => word.Length > 2) && !Array.Exists(words, word => Words.Shipped.Says("other", Spelling.Fold(word)));
    }

    [GeneratedRegex(@"^(?<name>.*?\p{L}\.?)[\s,;(/]+((г\.?\s?р\.?|год\w*\s+рожд\w*\.?|дата\s+рожд\w*\.?|т\.?\s?ж\.?|туулган)[\s:]*)?(?<birth>([0-9]{1,2}[./\-][0-9]{1,2}[./\-])?(19|20)[0-9]{2})\s?(г\.?\s?р?\.?|года?\s+рожд\w*\.?|-?ж\.?(\s?т\.?)?|-?жылы?|-?жылкы)?\s*\)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndBirth();

    [GeneratedRegex(@"\s*[,;&+]\s*|\s+(?:и|жана|менен|va|and)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
