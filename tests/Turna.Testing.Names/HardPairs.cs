using System.Globalization;

namespace Turna.Testing.Names;

/// <summary>Pairs written by hand, so that what is learned and what is judged do not share the blind spots of one generator.</summary>
public static class HardPairs
{
    /// <summary>The half looked at while rules and tables are mended.</summary>
    public const string Seen = "a";

    /// <summary>The half kept aside for a round.</summary>
    public const string KeptAside = "b";

    /// <summary>The half written before the rules of its round were read.</summary>
    public const string Later = "c";

    private const int Columns = 5;
    private const int ColumnsWithRest = 9;

    public static IReadOnlyList<(NamePair Pair, string Half)> All { get; } = [.. Read()];

    public static IEnumerable<NamePair> Of(string half) => All.Where(p => p.Half == half).Select(p => p.Pair);

    /// <summary>Pairs of another file of the same columns (kind;truth;half;a;b, then sexes and years of birth or nothing).</summary>
    public static IEnumerable<NamePair> From(string path) => Read(File.OpenRead(path)).Select(p => p.Pair);

    private static IEnumerable<(NamePair Pair, string Half)> Read() => Read(typeof(HardPairs).Assembly.GetManifestResourceStream("hard-pairs.csv")!);

    private static IEnumerable<(NamePair Pair, string Half)> Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).Skip(1))
        {
            var cells = line.Split(';');
            if (cells.Length is not (Columns or ColumnsWithRest)) throw new InvalidDataException($"Not {Columns} or {ColumnsWithRest} cells: {line}");
            var pair = new NamePair(cells[0], Enum.Parse<Truth>(cells[1], ignoreCase: true), cells[3], cells[4], null, null, null, null);
            if (cells.Length == ColumnsWithRest) pair = pair with { FemaleA = Female(cells[5]), FemaleB = Female(cells[6]), YearA = Year(cells[7]), YearB = Year(cells[8]) };
            yield return (pair, cells[2]);
        }
    }

    private static bool? Female(string cell) => cell.Length == 0 ? null : cell == "f";

    private static int? Year(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);
}
