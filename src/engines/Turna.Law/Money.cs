using System.Globalization;

namespace Turna.Law;

/// <summary>How amounts are written: two decimals, a point, no grouping, whatever the culture of the machine.</summary>
public static class Money
{
    /// <summary>The amount with two decimals.</summary>
    public static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
