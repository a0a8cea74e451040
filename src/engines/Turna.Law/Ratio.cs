namespace Turna.Law;

/// <summary>
/// An exact quotient of two decimals, so that interest of many lines can be summed without rounding and rounded once at the end.
/// </summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line; greater than zero.</param>
public readonly record struct Ratio(decimal Numerator, decimal Denominator)
{
    /// <summary>Nothing.</summary>
    public static Ratio Zero { get; } = new(0m, 1m);

    /// <summary>Exact sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) => Add(left, right);

    /// <summary>Exact sum. Denominators of one law divide each other (150 and 300 days), so they do not grow with the number of lines.</summary>
    public static Ratio Add(Ratio left, Ratio right)
    {
        if (left.Denominator == right.Denominator) return left with { Numerator = left.Numerator + right.Numerator };
        if (left.Denominator % right.Denominator == 0m)
            return new(left.Numerator + right.Numerator * (left.Denominator / right.Denominator), left.Denominator);
        if (right.Denominator % left.Denominator == 0m)
            return new(right.Numerator + left.Numerator * (right.Denominator / left.Denominator), right.Denominator);
        return new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);
    }

    /// <summary>The quotient to the last digit a decimal holds.</summary>
    public decimal Unrounded => Numerator / Denominator;

    /// <summary>The quotient in hundredths of the currency unit, half up (away from zero).</summary>
    public decimal Rounded() => Math.Round(Unrounded, 2, MidpointRounding.AwayFromZero);
}
