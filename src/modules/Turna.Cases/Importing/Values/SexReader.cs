using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Sex from its column, and from the form of a name where the column says nothing.</summary>
internal static class SexReader
{
    private static readonly string[] FemaleEndings = ["ова", "ева", "ёва", "ская", "цкая", "овна", "евна", "кызы", "ova", "eva", "ovna", "evna", "skaya", "kyzy", "kizi", "qizi"];
    private static readonly string[] MaleEndings = ["ович", "евич", "уулу", "оглу", "ovich", "evich", "uulu", "oglu", "ugli"];
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
        var female = parts.Any(part => Ends(part, FemaleEndings));
        var male = parts.Any(part => Ends(part, MaleEndings));
        strong = female != male;
        if (strong) return female ? 'F' : 'M';
        return !female && parts.Any(part => Ends(part, MaleFamilyEndings)) ? 'M' : null;
    }

    /// <summary>Joins column and name: a contradiction is doubtful, and what only the name shows is said.</summary>
    public static Reading<char?> Together(Reading<char?> column, string? name)
    {
        var shown = FromName(name, out var strong);
        if (column.Value is { } written)
            return shown is { } other && other != written && strong
                ? Reading<char?>.Doubtful(written, $"the column says {written}, the form of the name says {other}")
                : column;
        if (shown is not { } derived) return column;
        return Reading<char?>.Doubtful(derived, column.Doubt is null
            ? $"not written, {derived} by the form of the name"
            : $"{column.Doubt}, {derived} by the form of the name");
    }

    private static bool Ends(string part, string[] endings) => Array.Exists(endings, ending => part.EndsWith(ending, StringComparison.Ordinal));
}
