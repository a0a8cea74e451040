namespace Turna.Names;

/// <summary>What a comparison saw, part by part, before any weight.</summary>
/// <param name="Given">How the given names agree.</param>
/// <param name="Family">How the family names agree.</param>
/// <param name="Father">How the fathers' names agree.</param>
/// <param name="Cross">How one's father's name agrees with the other's family name (Асан кызы, Асанова), where the family names themselves do not.</param>
/// <param name="Year">How the years of birth agree.</param>
/// <param name="SexesAgree">Whether both sexes are known and equal.</param>
/// <param name="SexesDiffer">Whether both sexes are known and contradict each other.</param>
/// <param name="Swapped">Whether family and given name had to be exchanged in one.</param>
/// <param name="GivenRarity">How rare the given name is on which both agree: natural logarithm of how much rarer than one in a hundred; 0 when they do not agree.</param>
/// <param name="FamilyRarity">The same of the family name.</param>
/// <param name="FatherRarity">The same of the father's name.</param>
public readonly record struct Observation(
    Agreement Given, Agreement Family, Agreement Father, Agreement Cross, YearAgreement Year, bool SexesAgree, bool SexesDiffer, bool Swapped,
    double GivenRarity, double FamilyRarity, double FatherRarity)
{
    /// <summary>The rarity of two words that agree.</summary>
    internal static double Rarity(Agreement level, NameWord? a, NameWord? b)
    {
        if (a is null || b is null || !level.Agrees()) return 0;
        var frequency = Math.Min(a.Known?.Frequency ?? 4, b.Known?.Frequency ?? 4);
        return frequency switch { 1 => 0, 2 => 1.6, 3 => 2.7, _ => 3.2 };
    }
}
