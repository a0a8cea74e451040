namespace Turna.Cases.Importing.Values;

/// <summary>How many digits a number has with the code of its country: one that is shorter or longer reaches nobody, or a stranger.</summary>
internal static class PhoneLengths
{
    private const int FewestLocal = 10;
    private const string Home = "996";
    private const int FewestTelling = 8;

    // Longer codes before those that begin like them.
    private static readonly (string Code, int Fewest, int Most)[] Countries =
    [
        (Home, 12, 12), ("998", 12, 12), ("992", 12, 12), ("993", 11, 11), ("994", 12, 12), ("995", 12, 12), ("971", 11, 12), ("966", 11, 12), ("974", 11, 11),
        ("965", 11, 11), ("375", 12, 12), ("380", 12, 12), ("374", 11, 11), ("357", 11, 11), ("370", 11, 11), ("371", 11, 11), ("372", 10, 11), ("420", 12, 12),
        ("90", 12, 12), ("82", 10, 12), ("86", 12, 13), ("81", 11, 12), ("48", 11, 11), ("49", 10, 14), ("44", 11, 12), ("39", 10, 13), ("33", 11, 11), ("34", 11, 11),
        ("7", 11, 11), ("1", 11, 11),
    ];

    /// <summary>
    /// Whether one digit too few or too many is how a register writes numbers: it stands in every third row of some, and to doubt all of them hides
    /// those of half a length.
    /// </summary>
    public static bool AreLoose(IEnumerable<string> numbers)
    {
        int slips = 0, all = 0;
        foreach (var number in numbers)
        {
            all++;
            if (IsSlip(number)) slips++;
        }

        return slips >= FewestTelling && slips * 10 >= all;
    }

    /// <summary>One digit too few or too many.</summary>
    public static bool IsSlip(string number) => number.StartsWith('+') && Math.Abs(Off(number)) == 1;

    /// <summary>How many digits are missing, below zero, or too many, above it; zero where the length may be right.</summary>
    public static int Off(string number)
    {
        var digits = number.TrimStart('+');
        var (code, fewest, most) = number.StartsWith('+') || digits.StartsWith(Home, StringComparison.Ordinal)
            ? Array.Find(Countries, country => digits.StartsWith(country.Code, StringComparison.Ordinal))
            : default;
        if (code is null) return Math.Min(0, digits.Length - FewestLocal);
        return digits.Length < fewest ? digits.Length - fewest : Math.Max(0, digits.Length - most);
    }
}
