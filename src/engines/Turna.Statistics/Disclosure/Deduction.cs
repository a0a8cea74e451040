namespace Turna.Statistics.Disclosure;

/// <summary>
/// What follows exactly: the sums of a release, reduced by one another until a hidden cell stands alone. It works on the
/// relations between cells, not on the coordinates that protection uses, so that the one checks the other.
/// </summary>
internal static class Deduction
{
    /// <summary>The cells of a component (hidden cells that stand in relations with one another) whose value is a combination of shown ones.</summary>
    public static IReadOnlySet<int> Known(Universe universe, bool[] hidden, int[] component)
    {
        var bonds = component.SelectMany(cell => universe.MembershipsOf(cell).Select(one => one.Bond)).Distinct().Order().Select(at => universe.Bonds[at]);
        var pivots = new Dictionary<int, SortedDictionary<int, ulong>>();
        var holders = new Dictionary<int, HashSet<int>>();
        foreach (var bond in bonds.Where(bond => bond.Relation == Relation.Sum)) Absorb(RowOf(bond, hidden), pivots, holders);
        return pivots.Where(row => row.Value.Count == 1).Select(row => row.Key).ToHashSet();
    }

    private static SortedDictionary<int, ulong> RowOf(Bond bond, bool[] hidden)
    {
        var row = new SortedDictionary<int, ulong>();
        if (hidden[bond.Whole]) row[bond.Whole] = Field61.Of(-1);
        foreach (var part in bond.Parts) if (hidden[part]) row[part] = 1;
        return row;
    }

    /// <summary>Keeps every row free of all other rows' pivots (reduced row echelon form).</summary>
    private static void Absorb(
        SortedDictionary<int, ulong> row, Dictionary<int, SortedDictionary<int, ulong>> pivots, Dictionary<int, HashSet<int>> holders)
    {
        foreach (var cell in row.Keys.Where(pivots.ContainsKey).ToArray()) Subtract(row, pivots[cell], row[cell]);
        if (row.Count == 0) return;
        var pivot = row.Keys.MinBy(cell => holders.TryGetValue(cell, out var rows) ? rows.Count : 0);
        var inverse = Field61.Inverse(row[pivot]);
        foreach (var cell in row.Keys.ToArray()) row[cell] = Field61.Multiply(row[cell], inverse);
        if (holders.Remove(pivot, out var affected))
        {
            foreach (var other in affected)
            {
                var target = pivots[other];
                if (!target.TryGetValue(pivot, out var factor)) continue;
                Subtract(target, row, factor);
                foreach (var cell in row.Keys) if (cell != pivot && target.ContainsKey(cell)) Hold(cell, other);
            }
        }

        pivots.Add(pivot, row);
        foreach (var cell in row.Keys) if (cell != pivot) Hold(cell, pivot);

        void Hold(int cell, int by)
        {
            if (!holders.TryGetValue(cell, out var rows)) holders.Add(cell, rows = []);
            rows.Add(by);
        }
    }

    private static void Subtract(SortedDictionary<int, ulong> from, SortedDictionary<int, ulong> row, ulong factor)
    {
        var minus = Field61.Negate(factor);
        foreach (var (cell, value) in row)
        {
            var sum = Field61.Add(from.GetValueOrDefault(cell), Field61.Multiply(minus, value));
            if (sum == 0) from.Remove(cell);
            else from[cell] = sum;
        }
    }
}
