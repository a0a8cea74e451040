using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>A cell that holds a sex beside an age or a year of birth ("ж, 34", "м/1985 г.р.", "1990, жен"), taken apart.</summary>
internal static partial class SexAndBirth
{
    /// <summary>The two parts; a part that is not written, or cannot be told from the other, is blank.</summary>
    public static (SourceCell Sex, SourceCell Birth) Apart(SourceCell cell)
    {
        if (cell.Kind != CellKind.Text) return (SourceCell.Blank, cell);
        if (IsSex(cell.Words!)) return (cell, SourceCell.Blank);
        foreach (var shape in new[] { SexFirst(), SexLast() })
            if (shape.Match(cell.Words!) is { Success: true } parts && IsSex(parts.Groups["sex"].Value))
                return (SourceCell.Of(parts.Groups["sex"].Value), SourceCell.Of(parts.Groups["birth"].Value));
        return (SourceCell.Blank, cell);
    }

    private static bool IsSex(string word) => SexReader.Read(SourceCell.Of(word)).Value is not null;

    [GeneratedRegex(@"^\s*(?<sex>\p{L}+)\.?(\s*[,/;:\-–(]\s*|\s+|(?=[0-9]))(?<birth>[^0-9]{0,12}[0-9][^()]*)\)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex SexFirst();

    // Without a sign between them "1985 ж." and "34 ж." are Kyrgyz for a year and an age, and tell no sex.
    [GeneratedRegex(@"^\s*(?<birth>[^()]*[0-9][^()0-9]{0,12}?)(\s*[,/;(]\s*|\s+(?=\p{L}{2}))(?<sex>\p{L}+)\.?\)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex SexLast();
}
