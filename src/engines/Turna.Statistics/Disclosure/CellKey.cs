namespace Turna.Statistics.Disclosure;

/// <summary>
/// The cell-key method: the same people in a cell always get the same small random change, in whatever table the cell
/// stands, so that asking twice teaches nothing. Margins are changed on their own and do not add up.
/// </summary>
/// <remarks>
/// Fraser and Wooton 2005; Thompson, Broadfoot and Elazar 2013. An alternative to suppression where many tables are asked for;
/// never to be mixed with it in one release.
/// </remarks>
public sealed class CellKey
{
    private const ulong Range = 1UL << 32;
    private readonly int maximum;
    private readonly int floor;

    /// <param name="maximum">The largest change, 1–20.</param>
    /// <param name="floor">Counts from 1 to below this are never shown; 0 for none.</param>
    /// <exception cref="DisclosureException">Values out of range.</exception>
    public CellKey(int maximum, int floor = 0)
    {
        if (maximum is < 1 or > 20) throw new DisclosureException("the largest change lies between 1 and 20");
        if (floor < 0 || floor > maximum) throw new DisclosureException("the floor lies between 0 and the largest change");
        (this.maximum, this.floor) = (maximum, floor);
    }

    /// <summary>The key of a cell: the sum of its people's record keys, modulo 2^32. Record keys are drawn once for each person and kept.</summary>
    /// <param name="recordKeys">The keys of the people in the cell.</param>
    public static uint KeyOf(IEnumerable<uint> recordKeys)
    {
        var sum = 0UL;
        foreach (var key in recordKeys) sum += key;
        return (uint)(sum % Range);
    }

    /// <summary>The count that may be shown. Zero stays zero, nothing becomes negative, and counts above the reach stay unbiased.</summary>
    /// <param name="count">The true count.</param>
    /// <param name="key">The cell's key.</param>
    /// <exception cref="DisclosureException">The count is negative.</exception>
    public int Perturb(int count, uint key)
    {
        if (count < 0) throw new DisclosureException($"a count of {count}");
        if (count == 0) return 0;
        var step = (int)((ulong)key * (ulong)((2 * maximum) + 1) / Range) - maximum;
        var shown = Math.Max(0, count + step);
        return shown > 0 && shown < floor ? (key & 1) == 0 ? 0 : floor : shown;
    }
}
