using System.Globalization;

namespace Turna.Kernel;

/// <summary>An amount in a currency (ISO 4217, three capitals). Exact decimal; sums across currencies are refused.</summary>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>Minor units of the currency's two decimals, as stored. Half a unit rounds away from zero.</summary>
    public long MinorUnits => (long)decimal.Round(Amount * 100m, 0, MidpointRounding.AwayFromZero);

    public static Money FromMinorUnits(long units, string currency) => new(units / 100m, currency);

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Plus(Money other) => Currency == other.Currency
        ? this with { Amount = Amount + other.Amount }
        : throw new InvalidOperationException($"{Currency} and {other.Currency} do not add up");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00} {Currency}");
}
