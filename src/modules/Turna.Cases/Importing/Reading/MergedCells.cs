using ExcelDataReader;

namespace Turna.Cases.Importing.Reading;

/// <summary>
/// A cell merged over several rows says the same of each of them ("one woman, three visits"). Cells merged to the side, as titles are,
/// stay as they stand.
/// </summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, List<CellRange>> byFirstRow = [];
    private readonly Dictionary<int, (CellRange Range, SourceCell Value)> openByColumn = [];

    private MergedCells()
    {
    }

    public static MergedCells Of(CellRange[]? ranges)
    {
        var merged = new MergedCells();
        foreach (var range in ranges ?? [])
        {
            if (range.ToRow <= range.FromRow) continue;
            if (!merged.byFirstRow.TryGetValue(range.FromRow, out var starting)) merged.byFirstRow[range.FromRow] = starting = [];
            starting.Add(range);
        }

        return merged;
    }

    /// <summary>Rows must come in order; <paramref name="row"/> counts from 0.</summary>
    public void Fill(int row, SourceCell[] cells)
    {
        foreach (var (column, (range, value)) in openByColumn)
        {
            if (range.ToRow < row) openByColumn.Remove(column);
            else if (column < cells.Length && cells[column].IsBlank) cells[column] = value;
        }

        // Ranges of one sheet do not overlap; where they are made to, the last one counts.
        foreach (var range in byFirstRow.GetValueOrDefault(row, []))
            if (range.FromColumn < cells.Length && !cells[range.FromColumn].IsBlank) openByColumn[range.FromColumn] = (range, cells[range.FromColumn]);
    }
}
