using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>A release nobody has thought of: 2–5 dimensions, a hierarchy, linked tables, sometimes an earlier release.</summary>
internal sealed class RandomRelease
{
    public RandomRelease(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(2, 6);
        var dimensions = new Dimension[count];
        for (var d = 0; d < count; d++)
        {
            string[] codes = [.. Enumerable.Range(0, random.Next(2, count > 3 ? 4 : 6)).Select(i => $"{(char)('a' + d)}{i}")];
            dimensions[d] = codes.Length > 3 && random.Next(2) == 0
                ? Dimension.Of($"d{d}", "all", codes, [new Group($"{(char)('a' + d)}low", codes[..2]), new Group($"{(char)('a' + d)}high", codes[2..])])
                : Dimension.Flat($"d{d}", "all", codes);
        }

        var people = random.Next(20, 600);
        var skew = 1 + (2 * random.NextDouble());
        Line[] lines = [.. Enumerable.Range(0, people).Select(_ => new Line([.. dimensions.Select(dimension => Pick(dimension, random, skew))], 1))];
        var tables = new List<Table>();
        foreach (var by in Shapes(count, random)) tables.Add(Cross(dimensions, by, lines));
        Rules = new Rules { Threshold = random.Next(3, 8), ProtectZeros = random.Next(3) == 0, Width = random.Next(0, 3) };
        Dimensions = dimensions;
        if (count > 2 && random.Next(3) == 0)
        {
            var before = Cross(dimensions, [0, count - 1], lines);
            var shown = Protection.Of(dimensions, [before], Rules).Tables[0].Cells;
            tables.Add(before with { Name = "before", Earlier = true, Cells = [.. before.Cells.Select((cell, c) => cell with { Shown = shown[c].Shown is not null })] });
        }

        Tables = tables;
    }

    public IReadOnlyList<Dimension> Dimensions { get; }

    public IReadOnlyList<Table> Tables { get; }

    public Rules Rules { get; }

    /// <summary>What readers see, the earlier tables included.</summary>
    public IReadOnlyList<Table> Seen(Func<Table, int, bool> isShown) =>
        [.. Tables.Select(table => table with { Cells = [.. table.Cells.Select((cell, c) => table.Earlier
            ? cell.Shown ? cell : cell with { Value = null }
            : isShown(table, c) ? cell : cell with { Value = null })] })];

    private static List<int[]> Shapes(int count, Random random)
    {
        if (count == 2) return [[0, 1]];
        var shapes = new List<int[]> { new[] { 0, 1, 2 }[..random.Next(2, 4)] };
        for (var more = random.Next(1, 3); more > 0; more--)
        {
            int[] shape = [.. Enumerable.Range(0, count).OrderBy(_ => random.Next()).Take(random.Next(1, Math.Min(4, count + 1))).Order()];
            if (!shapes.Exists(other => other.SequenceEqual(shape))) shapes.Add(shape);
        }

        return shapes;
    }

    private static Table Cross(Dimension[] dimensions, int[] by, Line[] lines) => Crossing.Of(
        string.Join("x", by), [.. by.Select(d => dimensions[d])], [.. lines.Select(line => new Line([.. by.Select(d => line.Codes[d])], 1))]);

    private static string Pick(Dimension dimension, Random random, double skew)
    {
        var leaves = dimension.Codes.Where(code => char.IsAsciiDigit(code[^1])).ToArray();
        return leaves[(int)(leaves.Length * Math.Pow(random.NextDouble(), skew))];
    }
}
