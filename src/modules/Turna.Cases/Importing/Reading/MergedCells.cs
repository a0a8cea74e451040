using ExcelDataReader;

namespace Turna.Cases.Importing.Reading;

/// <summary>
/// A cell merged over several rows says the same of each of them ("one woman, three visits"). Cells merged to the side, as titles are,
/// stay as they stand.
/// </summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, List<CellRange>> byFirstRow = [];
    private readonly List<(CellRange Range, SourceCell Value)> open = [];

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
        open.RemoveAll(merge => merge.Range.ToRow < row);
        foreach (var (range, value) in open)
            if (range.FromColumn < cells.Length && cells[range.FromColumn].IsBlank) cells[range.FromColumn] = value;

        foreach (var range in byFirstRow.GetValueOrDefault(row, []))
            if (range.FromColumn < cells.Length && !cells[range.FromColumn].IsBlank) open.Add((range, cells[range.FromColumn]));
    }
}
