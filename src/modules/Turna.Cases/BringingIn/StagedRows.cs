using Turna.Cases.Contracts;
using Turna.Ledger;

namespace Turna.Cases.BringingIn;

/// <summary>The rows of a register as they stand before it comes in: read, and corrected by hand.</summary>
internal sealed class StagedRows(ImportShelf shelf)
{
    public async Task<Corrections> CorrectionsAsync(OpenableImport open, OpeningReceipt receipt, CancellationToken cancel) =>
        await shelf.ReadAsync<Corrections>(open, receipt, PartKind.Corrections, 0, cancel) ?? new Corrections();

    /// <summary>Where the rows of each kind stand, corrections included.</summary>
    public async Task<RowIndex> IndexAsync(OpenableImport open, OpeningReceipt receipt, Corrections corrections, CancellationToken cancel)
    {
        // A register that was read before there was an index is indexed as often as it is looked at.
        var read = await shelf.ReadAsync<RowIndex>(open, receipt, PartKind.Index, 0, cancel) ?? RowIndex.Of(await AllAsync(open, receipt, cancel));
        if (corrections.Count == 0) return read;
        var rows = read.Rows.ToArray();
        foreach (var (position, row) in await SomeAsync(open, receipt, corrections, [.. corrections.Rows.Keys], cancel)) rows[position] = IndexedRow.Of(row);
        return new RowIndex(rows);
    }

    /// <summary>The rows at these positions, in their order; what has no row is left out.</summary>
    public async Task<IReadOnlyList<(int Position, StagedRow Row)>> SomeAsync(
        OpenableImport open, OpeningReceipt receipt, Corrections corrections, IReadOnlyList<int> positions, CancellationToken cancel)
    {
        var parts = new Dictionary<int, List<StagedRow>?>();
        var rows = new List<(int, StagedRow)>(positions.Count);
        foreach (var position in positions.Where(p => p >= 0))
        {
            var (part, at) = (position / ReadRegister.RowsInPart, position % ReadRegister.RowsInPart);
            if (!parts.TryGetValue(part, out var some)) parts[part] = some = await shelf.ReadAsync<List<StagedRow>>(open, receipt, PartKind.Rows, part, cancel);
            if (some is not null && at < some.Count) rows.Add((position, corrections.Of(position, some[at])));
        }

        return rows;
    }

    /// <summary>How many of the rows that were read as doubtful are so no more, and how many there were.</summary>
    public async Task<(int Looked, int Doubtful)> LookedAtAsync(OpenableImport open, OpeningReceipt receipt, CancellationToken cancel)
    {
        var corrections = await CorrectionsAsync(open, receipt, cancel);
        if (corrections.Count == 0) return (0, open.Import.Doubtful);
        var read = (await IndexAsync(open, receipt, new Corrections(), cancel)).Positions(RegisterRowStatus.Doubtful, about: null);
        var now = (await IndexAsync(open, receipt, corrections, cancel)).Rows;
        return (read.Count(position => now[position].Status != RegisterRowStatus.Doubtful), read.Count);
    }

    private async Task<List<StagedRow>> AllAsync(OpenableImport open, OpeningReceipt receipt, CancellationToken cancel)
    {
        var rows = new List<StagedRow>(open.Import.Rows);
        for (var part = 0; await shelf.ReadAsync<List<StagedRow>>(open, receipt, PartKind.Rows, part, cancel) is { } some; part++) rows.AddRange(some);
        return rows;
    }
}
