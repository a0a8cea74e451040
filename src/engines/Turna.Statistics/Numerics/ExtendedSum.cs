using System.Runtime.InteropServices;

namespace Turna.Statistics.Survey;

/// <summary>
/// A running sum with a 64-bit mantissa, rounded to a double when read. Cumulated weights are compared with p times their sum,
/// so a quantile at a tie depends on the last bit: R sums in the 80-bit format of the x87 unit, and so does this, in software.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct ExtendedSum
{
    private double high;
    private double low;

    public readonly double Value => high + low;

    public void Add(double value)
    {
        // Knuth's exact sum of two doubles, then the tail rounded to a multiple of the 64-bit unit in the last place.
        var sum = high + value;
        var part = sum - high;
        var error = (high - (sum - part)) + (value - part) + low;
        var head = sum + error;
        var tail = error - (head - sum);
        if (head == 0)
        {
            (high, low) = (0, 0);
            return;
        }

        var unit = Math.ScaleB(1.0, Math.ILogB(head) - 63);
        (high, low) = (head, Math.Round(tail / unit, MidpointRounding.ToEven) * unit);
    }
}
