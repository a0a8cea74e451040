namespace Turna.Statistics.Disclosure;

/// <summary>
/// The cells whose fate is open, each as a sparse row over what is not yet known, reduced by everything that has been
/// published. Publishing a cell takes one unknown away from all others; a row that becomes empty has been given away.
/// </summary>
/// <remarks>
/// Gaussian elimination over sparse rows, the pivot being the unknown that the fewest rows still hold (Markowitz). See
/// Langsrud, "Secondary cell suppression by Gaussian elimination", PSD 2024, LNCS 14915, for the use in disclosure control.
/// </remarks>
internal sealed class RowSpace
{
    private readonly int[][] columns;
    private readonly ulong[][] factors;
    private readonly int[] lengths;
    private readonly List<int>[] rowsOf;
    private readonly int[] holders;
    private readonly bool[] active;
    private readonly int[] seen;
    private int[] columnBuffer = new int[64];
    private ulong[] factorBuffer = new ulong[64];
    private int turn;

    /// <param name="universe">The model.</param>
    /// <param name="cells">The cells that will be asked about; all others are left out.</param>
    public RowSpace(Universe universe, IEnumerable<int> cells)
    {
        columns = new int[universe.Count][];
        factors = new ulong[universe.Count][];
        lengths = new int[universe.Count];
        active = new bool[universe.Count];
        seen = new int[universe.Count];
        var places = new Dictionary<ulong, int>();
        var form = new List<(ulong Coordinate, int Factor)>();
        var lists = new List<List<int>>();
        foreach (var cell in cells)
        {
            universe.FormOf(cell, form);
            var terms = new (int Column, int Factor)[form.Count];
            for (var i = 0; i < terms.Length; i++)
            {
                if (!places.TryGetValue(form[i].Coordinate, out var column))
                {
                    places.Add(form[i].Coordinate, column = places.Count);
                    lists.Add([]);
                }

                terms[i] = (column, form[i].Factor);
                lists[column].Add(cell);
            }

            Array.Sort(terms, static (a, b) => a.Column.CompareTo(b.Column));
            columns[cell] = Array.ConvertAll(terms, static term => term.Column);
            factors[cell] = Array.ConvertAll(terms, static term => Field61.Of(term.Factor));
            lengths[cell] = terms.Length;
            active[cell] = true;
        }

        rowsOf = [.. lists];
        holders = Array.ConvertAll(rowsOf, static rows => rows.Count);
    }

    /// <summary>Does the cell follow from what has been published?</summary>
    public bool IsKnown(int cell) => lengths[cell] == 0;

    /// <summary>Takes a row out of the system without publishing it.</summary>
    public void Drop(int cell)
    {
        active[cell] = false;
        for (var i = 0; i < lengths[cell]; i++) holders[columns[cell][i]]--;
    }

    /// <summary>A protected cell that publishing this one would give away, or −1: the two rows are multiples of one another.</summary>
    public int Betrays(int cell, ReadOnlySpan<bool> isProtected)
    {
        var length = lengths[cell];
        if (length == 0) return -1;
        foreach (var other in rowsOf[columns[cell][FewestHolders(cell)]])
        {
            if (other == cell || !active[other] || !isProtected[other] || lengths[other] != length) continue;
            if (AreMultiples(cell, other)) return other;
        }

        return -1;
    }

    /// <summary>Publishes a cell: every other row loses the unknown that this one now tells.</summary>
    public void Publish(int cell)
    {
        if (lengths[cell] == 0)
        {
            active[cell] = false;
            return;
        }

        Drop(cell);
        var at = FewestHolders(cell);
        var pivot = columns[cell][at];
        var inverse = Field61.Inverse(factors[cell][at]);
        turn++;
        foreach (var row in rowsOf[pivot])
        {
            if (!active[row] || seen[row] == turn) continue;
            seen[row] = turn;
            var place = Array.BinarySearch(columns[row], 0, lengths[row], pivot);
            if (place >= 0) Subtract(row, cell, Field61.Multiply(factors[row][place], inverse));
        }

        rowsOf[pivot] = [];
        columns[cell] = [];
        factors[cell] = [];
    }

    /// <summary>Publishes cells whose order does not matter, the shortest rows first, which keeps the others short.</summary>
    public void PublishAll(IEnumerable<int> cells)
    {
        var queue = new PriorityQueue<int, (int, int)>();
        foreach (var cell in cells) queue.Enqueue(cell, (lengths[cell], cell));
        while (queue.TryDequeue(out var cell, out var key))
        {
            if (lengths[cell] > key.Item1) queue.Enqueue(cell, (lengths[cell], cell));
            else Publish(cell);
        }
    }

    private int FewestHolders(int cell)
    {
        var best = 0;
        for (var i = 1; i < lengths[cell]; i++) if (holders[columns[cell][i]] < holders[columns[cell][best]]) best = i;
        return best;
    }

    private bool AreMultiples(int a, int b)
    {
        var length = lengths[a];
        if (!columns[a].AsSpan(0, length).SequenceEqual(columns[b].AsSpan(0, length))) return false;
        var (firstA, firstB) = (factors[a][0], factors[b][0]);
        for (var i = 1; i < length; i++)
        {
            if (Field61.Multiply(factors[a][i], firstB) != Field61.Multiply(factors[b][i], firstA)) return false;
        }

        return true;
    }

    /// <summary>row −= multiple × by, merging two sorted sparse rows.</summary>
    private void Subtract(int row, int by, ulong multiple)
    {
        var (countA, countB) = (lengths[row], lengths[by]);
        if (columnBuffer.Length < countA + countB)
        {
            columnBuffer = new int[2 * (countA + countB)];
            factorBuffer = new ulong[columnBuffer.Length];
        }

        var (columnsA, factorsA, columnsB, factorsB) = (columns[row], factors[row], columns[by], factors[by]);
        var minus = Field61.Negate(multiple);
        var (i, j, n) = (0, 0, 0);
        while (i < countA || j < countB)
        {
            if (j == countB || (i < countA && columnsA[i] < columnsB[j]))
            {
                columnBuffer[n] = columnsA[i];
                factorBuffer[n++] = factorsA[i++];
            }
            else if (i == countA || columnsB[j] < columnsA[i])
            {
                columnBuffer[n] = columnsB[j];
                factorBuffer[n++] = Field61.Multiply(minus, factorsB[j]);
                rowsOf[columnsB[j]].Add(row);
                holders[columnsB[j++]]++;
            }
            else
            {
                var sum = Field61.Add(factorsA[i], Field61.Multiply(minus, factorsB[j]));
                columnBuffer[n] = columnsA[i];
                factorBuffer[n] = sum;
                if (sum != 0) n++;
                else holders[columnsA[i]]--;
                i++;
                j++;
            }
        }

        if (columnsA.Length < n)
        {
            columns[row] = new int[n + (n / 4)];
            factors[row] = new ulong[n + (n / 4)];
        }

        Array.Copy(columnBuffer, columns[row], n);
        Array.Copy(factorBuffer, factors[row], n);
        lengths[row] = n;
    }
}
