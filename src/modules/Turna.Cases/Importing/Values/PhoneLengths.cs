namespace Turna.Cases.Importing.Values;

/// <summary>How many digits a number has with the code of its country: a number far shorter or longer reaches nobody, or a stranger.</summary>
internal static class PhoneLengths
{
    private const int FewestLocal = 10;

    // One digit too few or too many stands in every third row of some registers, and is a slip: to doubt all of them hides the half numbers.
    private const int Slip = 1;

    // Longer codes before those that begin like them.
    private static readonly (string Code, int Fewest, int Most)[] Countries =
    [
        ("996", 12, 12), ("998", 12, 12), ("992", 12, 12), ("993", 11, 11), ("994", 12, 12), ("995", 12, 12), ("971", 11, 12), ("966", 11, 12), ("974", 11, 11),
        ("965", 11, 11), ("375", 12, 12), ("380", 12, 12), ("374", 11, 11), ("357", 11, 11), ("370", 11, 11), ("371", 11, 11), ("372", 10, 11), ("420", 12, 12),
        ("90", 12, 12), ("82", 10, 12), ("86", 12, 13), ("81", 11, 12), ("48", 11, 11), ("49", 10, 14), ("44", 11, 12), ("39", 10, 13), ("33", 11, 11), ("34", 11, 11),
        ("7", 11, 11), ("1", 11, 11),
    ];

    public static bool Fits(string number)
    {
        if (!number.StartsWith('+')) return number.Length >= FewestLocal && !number.StartsWith("996", StringComparison.Ordinal);
        var digits = number[1..];
        var (code, fewest, most) = Array.Find(Countries, country => digits.StartsWith(country.Code, StringComparison.Ordinal));
        return code is null ? digits.Length >= FewestLocal : digits.Length >= fewest - Slip && digits.Length <= most + Slip;
    }
}
