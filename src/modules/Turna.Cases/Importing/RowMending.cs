using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing;

/// <summary>
/// A text table row with more cells than there are headings: somebody typed the separator inside a cell ("Чуй, Сокулук" in a file of
/// commas). The cells are joined again where the rest then fits its columns best.
/// </summary>
internal static class RowMending
{
    private const int MostExtra = 6;

    private static readonly RegisterField[] Telling =
    [
        RegisterField.Date, RegisterField.Phone, RegisterField.Sex, RegisterField.BirthYear, RegisterField.BirthDate, RegisterField.Age, RegisterField.Country,
        RegisterField.City, RegisterField.Place, RegisterField.Topic, RegisterField.Claimed, RegisterField.Recovered, RegisterField.Number, RegisterField.Currency,
    ];

    /// <summary>The row as it stands when it fits, the mended row with what was done, or the row and why it can't be mended.</summary>
    public static (SourceRow Row, string? Doubt) Mend(SourceRow row, int width, ColumnMapping columns)
    {
        var used = row.Cells.Length;
        while (used > width && row.Cells[used - 1].IsBlank) used--;
        var extra = used - width;
        if (extra <= 0) return (row, null);
        var cells = row.Cells[..used];
        if (extra > MostExtra) return (row, $"{used} cells under {width} headings");

        var candidates = Enumerable.Range(0, width).Select(at => (At: at, Cells: Join(cells, at, extra)))
            .Select(candidate => (candidate.At, candidate.Cells, Fit: Fit(candidate.Cells, columns)))
            .OrderByDescending(candidate => candidate.Fit).ToArray();
        var best = candidates[0];
        var joined = best.Cells[best.At].Written;
        var rivals = candidates.Skip(1).Any(other => other.Fit == best.Fit && !other.Cells.SequenceEqual(best.Cells));
        return (row with { Cells = best.Cells }, rivals
            ? $"{used} cells under {width} headings; '{joined}' joined, but other places fit as well"
            : $"{used} cells under {width} headings; '{joined}' taken as one");
    }

    private static SourceCell[] Join(SourceCell[] cells, int at, int extra)
    {
        var joined = new SourceCell[cells.Length - extra];
        Array.Copy(cells, joined, at);
        joined[at] = SourceCell.Of(string.Join(", ", cells.Skip(at).Take(extra + 1).Select(cell => cell.Written).Where(text => text.Length > 0)));
        Array.Copy(cells, at + extra + 1, joined, at + 1, cells.Length - at - extra - 1);
        return joined;
    }

    private static int Fit(SourceCell[] cells, ColumnMapping columns)
    {
        var fit = 0;
        foreach (var field in Telling)
            foreach (var column in columns.Of(field))
                if (column < cells.Length && !cells[column].IsBlank) fit += ColumnMapping.Reads(cells[column], field) ? 2 : -2;
        return fit;
    }
}
