namespace Turna.Names;

/// <summary>The weights of a comparison: log-odds by level and combination, from <c>content/names/weights.csv</c>.</summary>
internal sealed class NameWeights
{
    private const int Levels = 13;
    private const int Coarse = 5;
    private const int Crosses = 4;

    private readonly double bias;
    private readonly double[] given = new double[Levels];
    private readonly double[] family = new double[Levels];
    private readonly double[] father = new double[Levels];
    private readonly double[] cross = new double[Levels];
    private readonly double[] combined = new double[Coarse * Coarse * Coarse * Crosses];
    private readonly double[] year = new double[5];
    private readonly double[] sex = new double[3];
    private readonly double[] rarity = new double[3];

    private NameWeights(Func<string, double> weight)
    {
        bias = weight("bias");
        foreach (var level in Enum.GetValues<Agreement>())
        {
            given[(int)level] = weight($"given.{level}");
            family[(int)level] = weight($"family.{level}");
            father[(int)level] = weight($"father.{level}");
            cross[(int)level] = weight($"cross.{level}");
        }

        foreach (var g in Enumerable.Range(0, Coarse))
        foreach (var f in Enumerable.Range(0, Coarse))
        foreach (var p in Enumerable.Range(0, Coarse))
        foreach (var x in Enumerable.Range(0, Crosses))
        {
            combined[Combination(g, f, p, x)] = weight(CombinationName(g, f, p, x));
        }

        foreach (var level in Enum.GetValues<YearAgreement>()) year[(int)level] = weight($"year.{level}");
        (sex[1], sex[2]) = (weight("sex.agree"), weight("sex.differ"));
        (rarity[0], rarity[1], rarity[2]) = (weight("given.rare"), weight("family.rare"), weight("father.rare"));
        Swapped = weight("swapped");
        SameFrom = weight("same.from");
        PossibleFrom = weight("possible.from");
    }

    /// <summary>The weights compiled into the library.</summary>
    public static NameWeights Current { get; } = Read();

    /// <summary>The lowest score of <see cref="Verdict.Same"/>.</summary>
    public double SameFrom { get; }

    /// <summary>The lowest score of <see cref="Verdict.Possible"/>.</summary>
    public double PossibleFrom { get; }

    /// <summary>When one name had to be read the other way round.</summary>
    public double Swapped { get; }

    /// <summary>The levels and their combination.</summary>
    public double Of(Agreement g, Agreement f, Agreement p, Agreement x) =>
        bias + given[(int)g] + family[(int)f] + father[(int)p] + cross[(int)x] + combined[Combination(g.Coarse(), f.Coarse(), p.Coarse(), Math.Min(x.Coarse(), Crosses - 1))];

    /// <summary>The years of birth.</summary>
    public double Year(YearAgreement level) => year[(int)level];

    /// <summary>The sexes.</summary>
    public double Sex(bool agree, bool differ) => sex[agree ? 1 : differ ? 2 : 0];

    /// <summary>What a rare given name that agrees adds.</summary>
    public double GivenRarity(Agreement level, NameWord? a, NameWord? b) => rarity[0] * Rarity(level, a, b);

    /// <summary>What a rare family name that agrees adds.</summary>
    public double FamilyRarity(Agreement level, NameWord? a, NameWord? b) => rarity[1] * Rarity(level, a, b);

    /// <summary>What a rare father's name that agrees adds.</summary>
    public double FatherRarity(Agreement level, NameWord? a, NameWord? b) => rarity[2] * Rarity(level, a, b);

    /// <summary>The name of a combination in the table: g1f1p0x0 = given agrees, family agrees, father missing, no cross.</summary>
    internal static string CombinationName(int g, int f, int p, int x) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"g{g}f{f}p{p}x{x}");

    /// <summary>0 for a common name to about 3.7 for one in no list: natural logarithm of how much rarer than one in a hundred; 0 unless the names agree.</summary>
    internal static double Rarity(Agreement level, NameWord? a, NameWord? b)
    {
        if (a is null || b is null || !level.Agrees()) return 0;
        var frequency = Math.Min(a.Known?.Frequency ?? 4, b.Known?.Frequency ?? 4);
        return frequency switch { 1 => 0, 2 => 1.6, 3 => 2.7, _ => 3.2 };
    }

    private static int Combination(int g, int f, int p, int x) => ((g * Coarse + f) * Coarse + p) * Crosses + x;

    private static NameWeights Read()
    {
        var rows = NameTables.Rows("weights.csv").ToDictionary(r => r[0], r => NameTables.Number(r[1]), StringComparer.Ordinal);
        return new NameWeights(name => rows.GetValueOrDefault(name));
    }
}
