namespace Turna.Statistics.Disclosure;

/// <summary>Which trade shows that a cell is uncertain, and which cells a trade needs hidden.</summary>
internal sealed class Proofs
{
    private readonly Trade?[] proofs;
    private readonly List<(int Cell, Trade Trade)>[] users;

    public Proofs(int cells)
    {
        proofs = new Trade?[cells];
        users = new List<(int, Trade)>[cells];
    }

    public bool Has(int cell) => proofs[cell] is not null;

    public IEnumerable<Trade> All => proofs.OfType<Trade>();

    /// <summary>From now on the cell's uncertainty rests on this trade.</summary>
    public void Set(int cell, Trade trade)
    {
        proofs[cell] = trade;
        foreach (var corner in trade.Cells) (users[corner] ??= []).Add((cell, trade));
    }

    /// <summary>The cell is shown and needs no proof.</summary>
    public void Clear(int cell) => proofs[cell] = null;

    /// <summary>The cells whose proof needs this one hidden, itself excluded.</summary>
    public int[] Resting(int cell)
    {
        if (users[cell] is not { } all) return [];
        all.RemoveAll(user => !ReferenceEquals(proofs[user.Cell], user.Trade));
        return [.. all.Select(user => user.Cell).Where(user => user != cell)];
    }
}
