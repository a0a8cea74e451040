namespace Turna.Statistics.Survey;

/// <summary>Sums of some variables over the units of a stage: unit after unit, variable after variable.</summary>
/// <param name="Values">Unit times width plus variable.</param>
/// <param name="Width">How many variables.</param>
internal readonly record struct UnitSums(double[] Values, int Width)
{
    public int Units => Width == 0 ? 0 : Values.Length / Width;

    /// <summary>Sums columns over the units that the rows lie in.</summary>
    public static UnitSums Of(double[][] columns, int[] unit, int units)
    {
        var width = columns.Length;
        if (units == unit.Length) return Rowwise(columns, unit);

        var sums = Blocks.WideSum(unit.Length, units * width, (from, to, sum) =>
        {
            for (var k = 0; k < width; k++)
            {
                var column = columns[k];
                for (var row = from; row < to; row++) sum[(unit[row] * width) + k] += column[row];
            }
        });
        return new UnitSums(sums, width);
    }

    /// <summary>The sums over larger units, given the larger unit of each.</summary>
    public UnitSums Over(int[] parent, int parents)
    {
        var sums = new double[parents * Width];
        for (var unit = 0; unit < parent.Length; unit++)
        {
            for (var k = 0; k < Width; k++) sums[(parent[unit] * Width) + k] += Values[(unit * Width) + k];
        }

        return new UnitSums(sums, Width);
    }

    /// <summary>The variables of several sums over the same units, side by side.</summary>
    public static UnitSums Beside(IReadOnlyList<UnitSums> parts)
    {
        if (parts.Count == 1) return parts[0];
        var width = parts.Sum(part => part.Width);
        var units = parts[0].Units;
        var values = new double[units * width];
        var offset = 0;
        foreach (var part in parts)
        {
            for (var unit = 0; unit < units; unit++) part.Values.AsSpan(unit * part.Width, part.Width).CopyTo(values.AsSpan((unit * width) + offset));
            offset += part.Width;
        }

        return new UnitSums(values, width);
    }

    private static UnitSums Rowwise(double[][] columns, int[] unit)
    {
        var width = columns.Length;
        var values = new double[unit.Length * width];
        Blocks.ForEach(unit.Length, (from, to) =>
        {
            for (var k = 0; k < width; k++)
            {
                var column = columns[k];
                for (var row = from; row < to; row++) values[(unit[row] * width) + k] = column[row];
            }
        });
        return new UnitSums(values, width);
    }
}
