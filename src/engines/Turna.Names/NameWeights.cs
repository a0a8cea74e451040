using System.Globalization;

namespace Turna.Names;

/// <summary>
/// The weights of a comparison: log-odds by level and by combination of levels, from <c>content/names/weights.csv</c>. The sum is
/// the evidence; nothing else enters the score but the rules of <see cref="NameComparison"/>.
/// </summary>
internal sealed class NameWeights
{
    private const int Levels = 14;
    private const int Coarse = 5;
    private const int Crosses = 4;
    private const int Given = 1;
    private const int Family = Given + Levels;
    private const int Father = Family + Levels;
    private const int Cross = Father + Levels;
    private const int Year = Cross + Levels;
    private const int Sexes = Year + 5;
    private const int Swapped = Sexes + 2;
    private const int Rarities = Swapped + 1;
    private const int Combined = Rarities + 3;

    /// <summary>How many weights there are.</summary>
    public const int Count = Combined + Coarse * Coarse * Coarse * Crosses;

    private readonly double[] weights = new double[Count];

    /// <summary>Takes each weight by its name.</summary>
    public NameWeights(Func<string, double> weight)
    {
        for (var i = 0; i < Count; i++) weights[i] = weight(NameOf(i));
        SameFrom = weight("same.from");
        PossibleFrom = weight("possible.from");
    }

    /// <summary>The weights compiled into the library.</summary>
    public static NameWeights Current { get; } = Read();

    /// <summary>The lowest score of <see cref="Verdict.Same"/>.</summary>
    public double SameFrom { get; }

    /// <summary>The lowest score of <see cref="Verdict.Possible"/>.</summary>
    public double PossibleFrom { get; }

    /// <summary>The log-odds of what was seen.</summary>
    public double Evidence(in Observation seen) =>
        weights[0] + weights[Given + (int)seen.Given] + weights[Family + (int)seen.Family] + weights[Father + (int)seen.Father]
        + weights[Cross + (int)seen.Cross] + weights[Year + (int)seen.Year] + weights[Combination(seen)]
        + (seen.SexesAgree ? weights[Sexes] : seen.SexesDiffer ? weights[Sexes + 1] : 0)
        + (seen.Swapped ? weights[Swapped] : 0)
        + weights[Rarities] * seen.GivenRarity + weights[Rarities + 1] * seen.FamilyRarity + weights[Rarities + 2] * seen.FatherRarity;

    /// <summary>The features that are not zero, for learning: the same sum as <see cref="Evidence"/>, taken apart.</summary>
    public static IReadOnlyList<(int Feature, double Value)> Features(in Observation seen)
    {
        var features = new List<(int, double)>(12)
        {
            (0, 1), (Given + (int)seen.Given, 1), (Family + (int)seen.Family, 1), (Father + (int)seen.Father, 1),
            (Cross + (int)seen.Cross, 1), (Year + (int)seen.Year, 1), (Combination(seen), 1),
        };
        if (seen.SexesAgree) features.Add((Sexes, 1));
        else if (seen.SexesDiffer) features.Add((Sexes + 1, 1));
        if (seen.Swapped) features.Add((Swapped, 1));
        if (seen.GivenRarity > 0) features.Add((Rarities, seen.GivenRarity));
        if (seen.FamilyRarity > 0) features.Add((Rarities + 1, seen.FamilyRarity));
        if (seen.FatherRarity > 0) features.Add((Rarities + 2, seen.FatherRarity));
        return features;
    }

    /// <summary>Whether a feature is how rare a name is on which both agree.</summary>
    public static bool IsRarity(int feature) => feature is >= Rarities and < Combined;

    /// <summary>The name of a weight in the file; g1f1p0x0 = given agrees, family agrees, father missing, no cross.</summary>
    public static string NameOf(int feature) => feature switch
    {
        0 => "bias",
        < Family => $"given.{(Agreement)(feature - Given)}",
        < Father => $"family.{(Agreement)(feature - Family)}",
        < Cross => $"father.{(Agreement)(feature - Father)}",
        < Year => $"cross.{(Agreement)(feature - Cross)}",
        < Sexes => $"year.{(YearAgreement)(feature - Year)}",
        Sexes => "sex.agree",
        Sexes + 1 => "sex.differ",
        Swapped => "swapped",
        Rarities => "given.rare",
        Rarities + 1 => "family.rare",
        Rarities + 2 => "father.rare",
        _ => CombinationName(feature - Combined),
    };

    private static int Combination(in Observation seen) =>
        Combined + ((seen.Given.Coarse() * Coarse + seen.Family.Coarse()) * Coarse + seen.Father.Coarse()) * Crosses + Math.Min(seen.Cross.Coarse(), Crosses - 1);

    private static string CombinationName(int at) => string.Create(
        CultureInfo.InvariantCulture, $"g{at / (Coarse * Coarse * Crosses)}f{at / (Coarse * Crosses) % Coarse}p{at / Crosses % Coarse}x{at % Crosses}");

    private static NameWeights Read()
    {
        var rows = NameTables.Rows("weights.csv").ToDictionary(r => r[0], r => NameTables.Number(r[1]), StringComparer.Ordinal);
        return new NameWeights(name => rows.GetValueOrDefault(name));
    }
}
