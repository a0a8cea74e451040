namespace Turna.Statistics.Disclosure;

/// <summary>
/// Arithmetic modulo the prime 2^61 − 1. Whether a combination of cells follows from others is a question about rational
/// numbers; asked modulo a large prime it is answered exactly, without rounding and without growing fractions, unless the
/// prime divides a minor of the matrix — entries are small, and the chance is below one in 10^15.
/// </summary>
internal static class Field61
{
    public const ulong Prime = (1UL << 61) - 1;

    public static ulong Of(int value) => value >= 0 ? (ulong)value : Prime - (ulong)-(long)value;

    public static ulong Multiply(ulong a, ulong b)
    {
        if (a == 1) return b;
        if (b == 1) return a;
        var high = Math.BigMul(a, b, out var low);
        return Fold((low & Prime) + ((low >> 61) | (high << 3)));
    }

    public static ulong Add(ulong a, ulong b) => Fold(a + b);

    public static ulong Negate(ulong a) => a == 0 ? 0 : Prime - a;

    public static ulong Inverse(ulong a)
    {
        if (a == 1) return 1;
        if (a == Prime - 1) return a;
        var (result, power, exponent) = (1UL, a, Prime - 2);
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = Multiply(result, power);
            power = Multiply(power, power);
        }

        return result;
    }

    private static ulong Fold(ulong a) => a >= Prime ? a - Prime : a;
}
