using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;
using Turna.Names;

namespace Turna.Cases.Importing.Values;

/// <summary>Sex from its column, and from the form of a name where the column says nothing.</summary>
internal static partial class SexReader
{
    private static readonly string[] FemaleEndings = ["ова", "ева", "ёва", "ская", "цкая", "овна", "евна", "кызы", "ova", "eva", "ovna", "evna", "skaya", "kyzy", "kizi", "qizi"];
    private static readonly string[] MaleEndings = ["ович", "евич", "уулу", "оглу", "ovich", "evich", "uulu", "oglu", "ugli"];
    // A father's name is written out in papers, and carries the sex of its bearer as a family name often does not.
    private static readonly string[] Daughters = ["овна", "евна", "кызы", "кизи", "ovna", "evna", "kyzy", "kizi", "qizi"];
    private static readonly string[] Sons = ["ович", "евич", "уулу", "оглу", "угли", "ўғли", "ovich", "evich", "uulu", "oglu", "ugli", "ogli", "oʻgʻli"];
    private static readonly string[] MaleFamilyEndings = ["ов", "ев", "ский", "цкий", "ov", "ev", "skiy", "sky"];

    /// <param name="kyrgyzLetters">The column writes а and э for аял and эркек; otherwise such a letter may be anything.</param>
    public static Reading<char?> Read(SourceCell cell, bool kyrgyzLetters = false)
    {
        if (cell.IsBlank) return Reading<char?>.Nothing;
        var folded = Spelling.Fold(cell.Written);
        var words = Values.Words.Shipped;
        if (SourceCell.IsDash(cell.Written) || words.Says("empty", folded)) return Reading<char?>.Nothing;

        var female = words.Says("female", folded);
        var male = words.Says("male", folded);
        if (folded is "а" or "э")
            return kyrgyzLetters ? Reading<char?>.Sure(folded == "а" ? 'F' : 'M') : Reading<char?>.Doubtful(folded == "а" ? 'F' : 'M', $"'{cell.Written}' read as a Kyrgyz abbreviation");
        if (female != male)
            return cell.Written.Contains('?', StringComparison.Ordinal)
                ? Reading<char?>.Doubtful(female ? 'F' : 'M', $"'{cell.Written}' carries a question mark")
                : Reading<char?>.Sure(female ? 'F' : 'M');
        return Reading<char?>.NotUnderstood($"'{cell.Written}' was not understood as a sex");
    }

    /// <summary>What the endings of a name show; null where they show nothing or contradict each other.</summary>
    /// <param name="strong">False when only a man's family name speaks: in documents many women carry that form.</param>
    public static char? FromName(string? name, out bool strong)
    {
        strong = false;
        if (name is null) return null;
        var parts = name.ToLowerInvariant().Split([' ', '.', ',', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 3).ToArray();
        // "От имени Асанова Кубата": a man's name in another case carries the ending of a woman's.
        if (strong = IsOfHim(name)) return 'M';
        var female = parts.Any(part => Ends(part, FemaleEndings));
        var male = parts.Any(part => Ends(part, MaleEndings));
        strong = female != male;
        if (strong) return female ? 'F' : 'M';
        return !female && parts.Any(part => Ends(part, MaleFamilyEndings)) ? 'M' : null;
    }

    /// <summary>Joins column and name: a contradiction is doubtful, and what only the name shows is said.</summary>
    /// <param name="column">What its column says.</param>
    /// <param name="name">Her name.</param>
    /// <param name="asked">The register has a column for it: where it was left empty, somebody may have had a reason.</param>
    public static Reading<char?> Together(Reading<char?> column, string? name, bool asked = true)
    {
        var shown = FromName(name, out var strong);
        if (column.Value is { } written)
            // "Шарифа" is her own name as well as that of a man in another case.
            return shown is { } other && other != written && strong && !IsOfHim(name!)
                ? Reading<char?>.Doubtful(written, $"the column says {written}, the form of the name says {other}")
                : column;
        if (column.Doubt is null && shown is { } certain && OfFathersName(name!) == certain && (PersonName.Read(name).Given is not { } given || OfGivenName(given.Text) is not { } borne || borne == certain)) return Reading<char?>.Sure(certain);
        if (!asked && column.Doubt is null && shown is { } formed && IsOfGivenNameToo(name!, formed)) return Reading<char?>.Sure(formed);
        // Papers give many women the family name of a man: their own name speaks against it.
        if (!strong && shown is not null && OfGivenName(name!) is { } own && own != shown) return Reading<char?>.Doubtful(own, $"{column.Doubt ?? "not written"}, {own} by the given name");
        if (shown is not { } derived) return column;
        return Reading<char?>.Doubtful(derived, column.Doubt is null
            ? $"not written, {derived} by the form of the name"
            : $"{column.Doubt}, {derived} by the form of the name");
    }

    /// <summary>"Ибрагимова Назира", "Кулбаев Асан": the form of the family name and the given name, which only one sex bears, each tell the same.</summary>
    private static bool IsOfGivenNameToo(string name, char formed) => !IsOfHim(name) && !Quoted().IsMatch(name)
        && PersonName.Read(name).Given is { } given && OfWhole(given.Text) == formed
        && name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).All(word => OfWhole(word) is not { } sex || sex == formed);

    /// <summary>The sex of a given name that only one sex bears; null for any other. Where it can't be told which word is the given name, no word may speak for the other sex.</summary>
    public static char? OfGivenName(string name) => OfWhole(name) ?? (name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(OfWhole).OfType<char>().Distinct().ToArray() is [var one] ? one : null);

    private static char? OfWhole(string name) => PersonName.Read(name).Sex switch { Sex.Female => 'F', Sex.Male => 'M', _ => null };

    /// <summary>"Маратовна", "Асан кызы": null where no father's name is written out, or two contradict each other.</summary>
    private static char? OfFathersName(string name)
    {
        var words = name.ToLowerInvariant().Split([' ', '.', ',', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var (female, male) = (Array.Exists(words, word => Ends(word, Daughters)), Array.Exists(words, word => Ends(word, Sons)));
        return female == male ? null : female ? 'F' : 'M';
    }

    private static bool IsOfHim(string name)
    {
        var words = name.Split([' ', '.', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).ToArray();
        return !Array.Exists(words, word => Ends(word, Daughters)) && Array.Exists(words, word => word.EndsWith("ова", StringComparison.Ordinal) || word.EndsWith("ева", StringComparison.Ordinal))
            && Array.Exists(words, word => word[^1] == 'а' && OfGivenName(word) != 'F' && OfGivenName(word[..^1]) == 'M') && !Array.Exists(words, word => !Ends(word, FemaleEndings) && OfGivenName(word) == 'F');
    }

    // "от Ибраимова Мирлана", "звонил за Асанова Кубата": small words make it a sentence, in which a name stands in another case.
    [GeneratedRegex(@"(?<![\p{L}])(?!(кызы|уулу|кизи|угли|оглы|kyzy|uulu|qizi|oʻgʻli|ogli|kizi)(?!\p{L}))\p{Ll}{2,}")]
    private static partial Regex Quoted();

    private static bool Ends(string part, string[] endings) => Array.Exists(endings, ending => part.EndsWith(ending, StringComparison.Ordinal));
}
