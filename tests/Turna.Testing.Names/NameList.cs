using System.Globalization;

namespace Turna.Testing.Names;

/// <summary>How a family writes its names at home.</summary>
public enum Tradition { Kyrgyz, Uzbek, Tajik, Russian, Dungan, Korean }

/// <summary>A name that may be drawn.</summary>
public sealed record ListedName(string Text, Tradition Tradition, double Weight);

/// <summary>Names drawn by weight; the lists belong to the tests and share nothing with the engine but the real world.</summary>
public sealed class NameList
{
    private readonly ListedName[] names;
    private readonly double[] upTo;

    private NameList(IEnumerable<ListedName> from)
    {
        names = [.. from];
        upTo = new double[names.Length];
        var sum = 0.0;
        for (var i = 0; i < names.Length; i++) upTo[i] = sum += names[i].Weight;
    }

    public static NameList Female { get; } = Read("female.csv");

    public static NameList Male { get; } = Read("male.csv");

    public static NameList OtherFamilies { get; } = Read("russian-family.csv");

    public IReadOnlyList<ListedName> All => names;

    public ListedName Draw(Random random)
    {
        var at = Array.BinarySearch(upTo, random.NextDouble() * upTo[^1]);
        return names[Math.Min(at < 0 ? ~at : at, names.Length - 1)];
    }

    public NameList Of(Tradition tradition) => new(names.Where(n => n.Tradition == tradition));

    public NameList Where(Func<ListedName, bool> keep) => new(names.Where(keep));

    private static NameList Read(string file)
    {
        using var reader = new StreamReader(typeof(NameList).Assembly.GetManifestResourceStream(file)!);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split(','));
        return new NameList(rows.Select(r => new ListedName(r[0], Enum.Parse<Tradition>(r[1], ignoreCase: true), double.Parse(r[2], CultureInfo.InvariantCulture))));
    }
}
