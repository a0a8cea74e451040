namespace Turna.Names.Documents;

/// <summary>The check digit of ICAO Doc 9303 part 3, section 4.9: weights 7 3 1, A = 10 … Z = 35, filler 0, modulo 10.</summary>
public static class CheckDigit
{
    /// <summary>The digit, 0 to 9. Characters outside A–Z and 0–9 count as filler.</summary>
    public static int Of(ReadOnlySpan<char> field)
    {
        ReadOnlySpan<int> weights = [7, 3, 1];
        var sum = 0;
        for (var i = 0; i < field.Length; i++) sum += Value(field[i]) * weights[i % 3];
        return sum % 10;
    }

    private static int Value(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => 0,
    };
}
