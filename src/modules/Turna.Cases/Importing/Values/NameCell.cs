using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What stands in a cell of names: a name, perhaps with the year or day of birth or a remark behind it, or more than one person.</summary>
/// <param name="Beside">What stands behind the name and is none: "со слов сестры".</param>
/// <param name="Damaged">A sign stands where a letter may be lost: "Айг?л".</param>
internal readonly partial record struct NameCell(string Name, SourceCell Birth, bool Several, string Beside, bool Damaged)
{
    /// <summary>The sex beside the name; blank where none is written.</summary>
    public SourceCell Sex { get; init; }

    /// <summary>The telephone beside the name; blank where none is written.</summary>
    public SourceCell Phone { get; private init; }

    /// <summary>The name is that of somebody whose relative came.</summary>
    public bool IsOfRelative { get; private init; }

    /// <summary>Takes the cell apart; nothing of it is lost or guessed.</summary>
    public static NameCell Of(string written, BesideName asked = default)
    {
        written = Particles.WrittenOut(written);
        var pieces = NamePieces.Of(written, asked);
        var cell = OfName(pieces.Name);
        if ((!cell.Birth.IsBlank || pieces.Birth.Length > 0) && RelativeNames.EndsWithOne(cell.Beside.Contains(' ', StringComparison.Ordinal) ? cell.Name : $"{cell.Name} {cell.Beside}".TrimEnd(), out var hers))
            // "Асанова Айгүл, сын 2012": the birth is his.
            return OfName(hers) with { Beside = written[hers.Length..].Trim(' ', ',', ';', '/', '(', ')') };
        return cell with
        {
            Birth = cell.Birth.IsBlank ? SourceCell.Of(pieces.Birth) : pieces.Birth.Length == 0 ? cell.Birth : SourceCell.Of($"{cell.Birth.Written}/{pieces.Birth}"),
            Sex = SourceCell.Of(pieces.Sex),
            Phone = SourceCell.Of(pieces.Phone),
            Beside = pieces.Rest.Length == 0 ? cell.Beside : $"{cell.Beside} {pieces.Rest}".Trim(),
            IsOfRelative = RelativeNames.Is(cell.Name),
        };
    }

    private static NameCell OfName(string written)
    {
        var (name, birth) = NameAndBirth().Match(written) is { Success: true } parts
            ? (parts.Groups["name"].Value, SourceCell.Of(parts.Groups["birth"].Value))
            : (written, SourceCell.Blank);
        // "(дев. Бобоева)" says in words what "(Бобоева)" says without.
        name = FormerFamily().Replace(name, "(${other})");
        var beside = string.Empty;
        if (WithRemark().Match(name) is { Success: true } remark)
            (name, beside) = (remark.Groups["name"].Value, remark.Groups["bracket"].Value + remark.Groups["words"].Value);
        var several = Words.Shipped.Mentions("group", Spelling.Fold(name)) || IsCounted(name) || FamilyOfMany().IsMatch(name) || NamesTwo(name) || NamesRelative(name);
        return new NameCell(name, birth, several, beside, Lost().IsMatch(name));
    }

    /// <summary>"Кадыров Нурбек, Кадыров Эрмек": each part would do as a whole name, and none says whose relative she is.</summary>
    private static bool NamesTwo(string name)
    {
        var parts = Between().Split(name);
        return parts.Length > 1 && Array.TrueForAll(parts, part => IsWhole(WithoutRelation(part)));
    }

    /// <summary>"жена Эшимова Динара": whose relative she is stands before her own name.</summary>
    private static string WithoutRelation(string part) => part.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at && char.IsLower(part[0]) && IsRelation(Spelling.Fold(part[..at]))
        ? part[(at + 1)..]
        : part;

    private static bool IsRelation(string folded) => PhoneOwnerWords.NamesAnother(folded) || Family().IsMatch(folded);

    /// <summary>"Омурбеков Эрлан и брат", "Айгүл балдары менен": two people in one cell, one of them without a name.</summary>
    private static bool NamesRelative(string name)
    {
        if (Together().Match(name) is not { Success: true } together) return false;
        var word = Spelling.Fold(together.Groups["after"].Value + together.Groups["before"].Value);
        return IsRelation(word);
    }

    /// <summary>"10 строителей", "5 киши", "двое из Ноокена": how many they are stands in the place of a name. An age counts years.</summary>
    private static bool IsCounted(string name) => Counted().Match(name) is { Success: true } counted && !Words.Shipped.Says("ageWord", Spelling.Fold(counted.Groups["what"].Value));

    private static bool IsWhole(string part)
    {
        var words = part.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && Array.TrueForAll(words, word => char.IsUpper(word[0]) && word.All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '’' or 'ʻ'))
            && Array.Exists(words, word => word.Length > 2) && !Array.Exists(words, word => Words.Shipped.Says("other", Spelling.Fold(word)));
    }

    [GeneratedRegex(@"^(?<name>.*?\p{L}\.?)[\s,;(/]+((г\.?\s?р\.?|год\w*\s+рожд\w*\.?|дата\s+рожд\w*\.?|т\.?\s?ж\.?|туулган)[\s:]*)?(?<birth>([0-9]{1,2}[./\-][0-9]{1,2}[./\-])?(19|20)[0-9]{2})\s?(г\.?\s?р?\.?|года?\s+рожд\w*\.?|-?ж\.?(\s?т\.?)?|-?жылы?(\s+туулган)?|-?жылкы)?\s*\)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndBirth();

    [GeneratedRegex(@"\s*[,;&+]\s*|\s+(?:и|жана|менен|va|and)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    // A bracket that begins with a small letter is a remark; "(Бекмуратова)" is a name she had before.
    [GeneratedRegex(@"^(?<name>\p{L}.*?)\s*(\(\s*(?<bracket>\p{Ll}[^)]*)\)?|[,;–—-]?\s+(?<words>(со слов|сөзү боюнча|айтымында|soʻziga koʻra)\b.*))\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex WithRemark();

    [GeneratedRegex(@"\(?(?<![\p{L}])(дев(ичья|ич)?\.?|до\s+брака|до\s+замужества|ранее|бывш(ая)?\.?|урожд(енная|ённая)?\.?|по\s+мужу|прежняя|кыз(дык)?\s+(фам(илиясы)?\.?|тек(ти|и)?)|мурунку|эски|qizlik|қизлик|née|nee|maiden|по\s+паспорту|по\s+док(ументам|\.)?|в\s+паспорте|она\s+же|он\s+же|паспорт(у|то)?\s+боюнча|документ(и|тери)?\s+боюнча|наст(оящее)?\.?\s+имя|pasport\s+boʻyicha)\s*(фам(илия(си|сы)?)?\.?|fam(iliyasi)?\.?|name)?\s*[:–—-]?\s*(?<other>\p{Lu}\p{L}{2,})\s*\)?", RegexOptions.ExplicitCapture)]
    private static partial Regex FormerFamily();

    [GeneratedRegex(@"\s(и|с|со|жана|va|and|with|\+|&)\s+((его|её|ее|своим|своей|мой|моя|her|his)\s+)?(?<after>\p{L}+)(\s+\p{L}+\.?){0,3}\s*$|\s(?<before>\p{L}+)\s+(менен|билан|bilan)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Together();

    [GeneratedRegex("^(дети|детьми|дет[еи]й|ребен|сын|доч|муж|жен|семь|бала|балдар|бола|братья|братом|сестр|родител|уйбуло|bola|children|child|kids|family|oila)")]
    private static partial Regex Family();

    [GeneratedRegex(@"(?<![\p{L}0-9])([2-9]|[1-9][0-9])\s*[-–]?\s*(?<what>\p{Ll}{3,})", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\p{Lu}\p{L}+(овы|евы|ёвы|ские|цкие)(?!\p{L})", RegexOptions.ExplicitCapture)]
    private static partial Regex FamilyOfMany();

    [GeneratedRegex(@"[?\uFFFD□¿<>{}=@#*_|\\]")]
    private static partial Regex Lost();
}
