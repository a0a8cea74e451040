namespace Turna.Statistics.Survey;

/// <summary>Values coded 0, 1, … without gaps, and how many codes there are.</summary>
/// <param name="Code">The code of each row.</param>
/// <param name="Count">Codes run from 0 to Count − 1.</param>
internal readonly record struct Codes(int[] Code, int Count);

/// <summary>Turns identifiers and pairs of identifiers into dense codes, in rising order of the value.</summary>
internal static class Coding
{
    // A table of this many entries per row is cheaper than a dictionary.
    private const int TableEntriesPerRow = 4;
    private const int SmallTable = 1 << 20;

    /// <summary>Codes of a column in which nothing may be missing.</summary>
    public static Codes Of(Column column, string use)
    {
        if (column is CategoryColumn category)
        {
            var missing = Array.FindIndex(category.Codes, code => code < 0);
            if (missing >= 0) throw new SurveyInputException($"column {column.Name}, row {missing + 1}: {use} may not be missing");
            return Dense(category.Codes, category.Levels.Length);
        }

        var values = ((NumberColumn)column).Values;
        var bad = Array.FindIndex(values, value => !double.IsFinite(value));
        if (bad >= 0) throw new SurveyInputException($"column {column.Name}, row {bad + 1}: {use} may not be missing");
        return Integers(values) ?? Sorted(values);
    }

    /// <summary>A code for every row of its own.</summary>
    public static Codes EachRow(int rows)
    {
        var code = new int[rows];
        for (var row = 0; row < rows; row++) code[row] = row;
        return new Codes(code, rows);
    }

    /// <summary>One code for all rows.</summary>
    public static Codes AllOne(int rows) => new(new int[rows], 1);

    /// <summary>A code for each pair that occurs, ordered by the first and then by the second.</summary>
    public static Codes Pair(Codes first, Codes second)
    {
        if (first.Count == 1) return second;
        if (second.Count == 1) return first;
        var rows = first.Code.Length;
        var size = (long)first.Count * second.Count;
        var width = second.Count;
        if (size <= Math.Max(SmallTable, (long)TableEntriesPerRow * rows))
        {
            var keys = new int[rows];
            Blocks.ForEach(rows, (from, to) =>
            {
                for (var row = from; row < to; row++) keys[row] = (first.Code[row] * width) + second.Code[row];
            });
            return Dense(keys, (int)size);
        }

        var distinct = new HashSet<long>();
        for (var row = 0; row < rows; row++) distinct.Add(((long)first.Code[row] * width) + second.Code[row]);
        var sorted = distinct.Order().ToArray();
        var place = new Dictionary<long, int>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++) place[sorted[i]] = i;
        var code = new int[rows];
        for (var row = 0; row < rows; row++) code[row] = place[((long)first.Code[row] * width) + second.Code[row]];
        return new Codes(code, sorted.Length);
    }

    /// <summary>Renumbers keys below <paramref name="size"/> so that there are no gaps.</summary>
    private static Codes Dense(int[] keys, int size)
    {
        var seen = new bool[size];
        Blocks.ForEach(keys.Length, (from, to) =>
        {
            for (var row = from; row < to; row++) seen[keys[row]] = true;
        });

        var place = new int[size];
        var count = 0;
        for (var key = 0; key < size; key++) place[key] = seen[key] ? count++ : -1;
        if (count == size) return new Codes(keys, count);

        var code = new int[keys.Length];
        Blocks.ForEach(keys.Length, (from, to) =>
        {
            for (var row = from; row < to; row++) code[row] = place[keys[row]];
        });
        return new Codes(code, count);
    }

    /// <summary>Whole numbers of a narrow range by table; null when they are not.</summary>
    private static Codes? Integers(double[] values)
    {
        double low = double.MaxValue, high = double.MinValue;
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (values.Length == 0 || high - low >= Math.Max(SmallTable, (long)TableEntriesPerRow * values.Length)) return null;
        var keys = new int[values.Length];
        var whole = true;
        Blocks.ForEach(values.Length, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                keys[row] = (int)(values[row] - low);
                if (values[row] - low != keys[row]) Volatile.Write(ref whole, false);
            }
        });
        return whole ? Dense(keys, (int)(high - low) + 1) : null;
    }

    private static Codes Sorted(double[] values)
    {
        var sorted = values.Distinct().Order().ToArray();
        var place = new Dictionary<double, int>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++) place[sorted[i]] = i;
        return new Codes(Array.ConvertAll(values, value => place[value]), sorted.Length);
    }
}
