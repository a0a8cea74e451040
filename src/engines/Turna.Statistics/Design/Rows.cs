namespace Turna.Statistics.Survey;

/// <summary>A set of rows of a table: a domain, or what is left of it when values are missing.</summary>
public sealed class Rows
{
    private readonly bool[]? mask;

    private Rows(bool[]? mask, int total, int count) => (this.mask, Total, Count) = (mask, total, count);

    /// <summary>How many rows the table has.</summary>
    public int Total { get; }

    /// <summary>How many of them are in the set.</summary>
    public int Count { get; }

    /// <summary>Whether every row is in the set.</summary>
    public bool IsAll => mask is null;

    /// <summary>All rows of a table.</summary>
    /// <param name="total">How many rows the table has.</param>
    public static Rows All(int total) => new(null, total, total);

    /// <summary>The rows marked.</summary>
    /// <param name="mask">A mark per row; the array is kept.</param>
    public static Rows Where(bool[] mask)
    {
        var count = 0;
        foreach (var marked in mask)
        {
            if (marked) count++;
        }

        return count == mask.Length ? All(count) : new Rows(mask, mask.Length, count);
    }

    /// <summary>Whether a row is in the set.</summary>
    /// <param name="row">Row from 0.</param>
    public bool Contains(int row) => mask is null || mask[row];

    /// <summary>The rows in both sets.</summary>
    /// <param name="other">Another set over the same table.</param>
    public Rows And(Rows other)
    {
        if (other.mask is null) return this;
        if (mask is null) return other;
        var both = new bool[Total];
        for (var row = 0; row < both.Length; row++) both[row] = mask[row] && other.mask[row];
        return Where(both);
    }

    /// <summary>The rows in which none of the columns is missing.</summary>
    /// <param name="columns">Columns of the same table.</param>
    public Rows Complete(params IReadOnlyList<Column> columns)
    {
        bool[]? complete = null;
        foreach (var column in columns)
        {
            for (var row = 0; row < Total; row++)
            {
                if (!column.IsMissing(row)) continue;
                if (complete is null)
                {
                    complete = new bool[Total];
                    for (var each = 0; each < complete.Length; each++) complete[each] = Contains(each);
                }

                complete[row] = false;
            }
        }

        return complete is null ? this : Where(complete);
    }

    /// <summary>The values where the row is in the set, zero elsewhere.</summary>
    /// <param name="values">A value per row; returned itself when every row is in the set.</param>
    internal double[] Masked(double[] values)
    {
        if (mask is null) return values;
        var masked = new double[values.Length];
        for (var row = 0; row < masked.Length; row++) masked[row] = mask[row] ? values[row] : 0;
        return masked;
    }

    /// <summary>The rows of the set in rising order.</summary>
    internal int[] Indices()
    {
        var indices = new int[Count];
        var next = 0;
        for (var row = 0; row < Total; row++)
        {
            if (Contains(row)) indices[next++] = row;
        }

        return indices;
    }
}
