using System.Numerics;
using Turna.Law.Claims;
using Turna.Law.Packs;

namespace Turna.UnitTests.Law;

/// <summary>
/// A second, deliberately naive computation: it walks the calendar day by day in whole numbers and knows nothing of the first,
/// not even its way of reading the law: regimes are written out here.
/// Interest is in units of 1/<see cref="Unit"/> of a hundredth.
/// </summary>
internal static class NaiveClaim
{
    /// <summary>Common denominator of every regime: 300 days, 365 days, rates of four decimals, hundredths of the currency, factor 1.25.</summary>
    public static readonly BigInteger Unit = new BigInteger(300) * 365 * 1_000_000 * 100;

    public static (BigInteger Interest, decimal Outstanding, decimal LeftOver) Compute(Claim claim, Func<string, IReadOnlyList<SeriesValue>> series)
    {
        var unpaid = claim.Dues.ToDictionary(due => due.Id, due => Hundredths(due.Amount));
        var paidLater = new Dictionary<string, List<(DateOnly Day, BigInteger Part)>>();
        var interest = BigInteger.Zero;
        var leftOver = BigInteger.Zero;
        var first = claim.Dues.Select(due => due.Day).Concat(claim.Payments.Select(payment => payment.Day)).Append(claim.AsOf).Min();
        for (var day = first; day <= claim.AsOf; day = day.AddDays(1))
        {
            if (claim.Jurisdiction != "KZ")
                foreach (var due in claim.Dues)
                    if (due.Day < day) interest += unpaid[due.Id] * DailyRate(claim.Jurisdiction, day, series);

            foreach (var named in new[] { true, false })
                foreach (var payment in claim.Payments.Where(payment => payment.Day == day && (payment.Towards is not null) == named))
                {
                    var rest = Hundredths(payment.Amount);
                    foreach (var due in claim.Dues.OrderBy(due => due.Day))
                    {
                        if (named ? due.Id != payment.Towards : due.Day > day) continue;
                        var part = BigInteger.Min(rest, unpaid[due.Id]);
                        unpaid[due.Id] -= part;
                        rest -= part;
                        if (claim.Jurisdiction == "KZ" && day > due.Day) interest += part * (day.DayNumber - due.Day.DayNumber) * DailyRate("KZ", day, series);
                    }

                    leftOver += rest;
                }
        }

        if (claim.Jurisdiction == "KZ")
            foreach (var due in claim.Dues)
                if (due.Day < claim.AsOf) interest += unpaid[due.Id] * (claim.AsOf.DayNumber - due.Day.DayNumber) * DailyRate("KZ", claim.AsOf, series);
        var outstanding = unpaid.Values.Aggregate(BigInteger.Zero, (sum, one) => sum + one);
        return (interest, (decimal)outstanding / 100m, (decimal)leftOver / 100m);
    }

    /// <summary>Interest on one hundredth for one day, in 1/Unit.</summary>
    private static BigInteger DailyRate(string jurisdiction, DateOnly day, Func<string, IReadOnlyList<SeriesValue>> series)
    {
        if (jurisdiction == "KG") return Unit * 25 / 10_000;
        if (jurisdiction == "KZ") return Scaled(series("KZ-BASE-RATE"), day) * Unit * 125 / 100 / 365 / 1_000_000;
        if (day < new DateOnly(2016, 1, 1)) return Scaled(series("RU-REFINANCING-RATE"), day) * Unit / 300 / 1_000_000;
        return Scaled(series("RU-KEY-RATE"), day) * Unit / (day < new DateOnly(2016, 10, 3) ? 300 : 150) / 1_000_000;
    }

    /// <summary>The percentage in millionths of one.</summary>
    private static BigInteger Scaled(IReadOnlyList<SeriesValue> values, DateOnly day)
    {
        var found = 0m;
        foreach (var value in values)
            if (value.From <= day) found = value.Value;
        return new BigInteger(found * 10_000m);
    }

    private static BigInteger Hundredths(decimal amount) => new(amount * 100m);
}
