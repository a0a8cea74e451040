using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;
using Turna.Ledger;

namespace Turna.Cases.BringingIn;

/// <summary>A row as it stands in the file, cell by cell under its headings.</summary>
internal sealed class WrittenRow(ImportShelf shelf)
{
    /// <summary>What is filled in the row, in the order of its columns; what was kept of its lower lines stands at the end.</summary>
    public async Task<IReadOnlyList<(string Heading, string Written)>> OfAsync(OpenableImport open, OpeningReceipt receipt, RegisterRow row, CancellationToken cancel)
    {
        var layout = (await shelf.ReadAsync<FileLayout>(open, receipt, PartKind.Layout, 0, cancel))!;
        var cells = row.Sheet < layout.Sheets.Count ? CellsOf(await shelf.FileAsync(open, receipt, cancel), layout.Sheets[row.Sheet], row.Number) : [];
        var said = cells.Select(c => Spelling.Fold(c.Written)).ToHashSet(StringComparer.Ordinal);
        return [.. cells, .. row.Text.Where(t => !said.Contains(Spelling.Fold(t.Value))).Select(t => (t.Key, t.Value))];
    }

    private static List<(string Heading, string Written)> CellsOf(ReadOnlyMemory<byte> content, SheetLayout layout, int number)
    {
        using var file = RegisterFile.AsStream(content);
        foreach (var sheet in SourceFile.Open(file, RegisterFile.OptionsToOpen))
        {
            // A sheet is read where it is met: behind it lies the next one.
            if (sheet.Name == layout.Name) return CellsOf(sheet, layout.HeadingRow, number);
        }

        return [];
    }

    private static List<(string Heading, string Written)> CellsOf(SourceSheet sheet, int headingRow, int number)
    {
        var headings = new SourceRow(0, []);
        foreach (var row in sheet.Rows)
        {
            if (row.Number == headingRow) headings = row;
            if (row.Number == number) return [.. Enumerable.Range(0, row.Cells.Length).Where(i => !row[i].IsBlank).Select(i => (HeadingOf(headings, i), row[i].InFull))];
        }

        return [];
    }

    private static string HeadingOf(SourceRow headings, int column) => headings[column].IsBlank ? ColumnMapping.Letter(column) : headings[column].Written;
}
