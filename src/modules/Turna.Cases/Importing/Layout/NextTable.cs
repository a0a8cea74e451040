using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>
/// Headings between the rows that ask for other things than those above, or for the same in another order: a further table begins there, with
/// columns of its own. Headings printed again on a new page, or said again in another language, begin none.
/// </summary>
internal static class NextTable
{
    private const int LinesUnder = 2;

    private static readonly string[] WhoOrWhat =
    [
        nameof(RegisterField.Name), nameof(RegisterField.FamilyName), nameof(RegisterField.GivenName), nameof(RegisterField.Phone), nameof(RegisterField.Topic), nameof(RegisterField.Caller),
    ];

    /// <param name="behind">The row behind it, which may be the second line of its headings.</param>
    /// <param name="current">The headings that the rows before are read with.</param>
    /// <returns>The headings of the further table; null where none begins.</returns>
    public static HeadingRow? At(SourceRow row, SourceRow? behind, HeadingRow current, IReadOnlyDictionary<string, RegisterField> remembered)
    {
        if (!HeadingRow.LooksLikeHeadings(row) || current.IsLine(row)) return null;
        var (headings, _) = HeadingRow.At(row, behind, remembered);
        var asked = Asked(headings, remembered);
        // Right under the headings stands a further line of them, unless it asks for the day anew.
        if (row.Number <= current.LastRow + LinesUnder && !asked.Contains(nameof(RegisterField.Date))) return null;
        return AsksLikeHeadings(asked, row) && !IsSame(headings, asked, current, remembered) ? headings : null;
    }

    /// <summary>An entry may hold a word that could be a heading ("адрес"), but not the word for the day beside the words for who and what.</summary>
    private static bool AsksLikeHeadings(string?[] asked, SourceRow row)
    {
        var named = asked.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (named.Length < HeadingRow.FewestFields || !WhoOrWhat.Any(named.Contains)) return false;
        return named.Contains(nameof(RegisterField.Date)) || asked.Count(field => field is not null) * 2 > row.Cells.Count(cell => !cell.IsBlank);
    }

    /// <summary>What each heading that is understood to its last word asks for.</summary>
    private static string?[] Asked(HeadingRow headings, IReadOnlyDictionary<string, RegisterField> remembered) =>
        Array.ConvertAll(headings.Headings, heading => HeadingRow.Field(heading, remembered) is { } field && (HeadingRow.IsWhole(heading) || IsRemembered(heading, remembered)) ? field : null);

    /// <summary>No column asks for another thing than above, and none that was not asked for is.</summary>
    private static bool IsSame(HeadingRow headings, string?[] asked, HeadingRow current, IReadOnlyDictionary<string, RegisterField> remembered)
    {
        var same = 0;
        for (var column = 0; column < headings.Headings.Length; column++)
        {
            var heading = headings.Headings[column];
            if (heading.Length == 0) continue;
            var above = column < current.Headings.Length ? current.Headings[column] : string.Empty;
            if (Spelling.Fold(above) == Spelling.Fold(heading)) same++;
            else if (HeadingRow.Field(heading, remembered) is { } field)
            {
                if (field != HeadingRow.Field(above, remembered)) return false;
                same++;
            }
            else if (asked[column] is not null || above.Length == 0) return false;
        }

        return same >= HeadingRow.FewestFields;
    }

    private static bool IsRemembered(string heading, IReadOnlyDictionary<string, RegisterField> remembered) => HeadingRow.Remembered(heading, remembered) is not null;
}
