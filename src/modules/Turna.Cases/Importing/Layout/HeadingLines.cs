using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.Cases.Importing.Layout;

/// <summary>Headings of two lines: a wide one, and under it what each of its columns is.</summary>
internal static class HeadingLines
{
    private const int FewestUnderOne = 2;

    /// <summary>True when the second line stands only under headings that span several columns.</summary>
    public static bool Divides(SourceRow top, SourceRow bottom)
    {
        var under = Enumerable.Range(0, bottom.Cells.Length).Where(column => !bottom[column].IsBlank && bottom[column] != top[column]).ToArray();
        var alone = Enumerable.Range(0, top.Cells.Length).Count(column => !top[column].IsBlank && !under.Contains(column));
        return under.Length >= FewestUnderOne && alone >= FewestUnderOne && Array.TrueForAll(under, column => IsSpanned(top, column));
    }

    /// <summary>One text for each column: the upper line, a space and the lower one; the lower one alone where it needs no other.</summary>
    public static string[] Together(SourceRow top, SourceRow bottom)
    {
        var headings = new string[Math.Max(top.Cells.Length, bottom.Cells.Length)];
        var over = string.Empty;
        for (var column = 0; column < headings.Length; column++)
        {
            var (above, below) = (top[column].Written, bottom[column].Written);
            if (above.Length > 0) over = above;
            headings[column] = below.Length == 0 || below == above ? above : over.Length == 0 || StandsAlone(over, below) ? below : $"{over} {below}";
        }

        return headings;
    }

    /// <summary>Merged over this column and the next, or empty behind the heading it belongs to.</summary>
    private static bool IsSpanned(SourceRow top, int column) =>
        top[column].IsBlank || top[column + 1].IsBlank || top[column + 1] == top[column] || (column > 0 && top[column - 1] == top[column]);

    /// <summary>"Контакты" under "Сведения о заявителе" are no second name; "зарплата" under "Вид обращения" is one topic of those asked for.</summary>
    private static bool StandsAlone(string over, string below) => HeadingRow.Meaning(over)?.Meaning switch
    {
        nameof(RegisterField.Name) => HeadingRow.Meaning(below) is { Meaning: not nameof(RegisterField.Name) },
        nameof(RegisterField.Topic) => TopicReader.Read(SourceCell.Of(below)).Codes.Count > 0,
        _ => false,
    };
}
