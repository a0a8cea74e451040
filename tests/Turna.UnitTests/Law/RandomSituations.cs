using Turna.Law.Claims;
using Turna.Law.Stays;

namespace Turna.UnitTests.Law;

/// <summary>Claims and stays drawn at random from a seed, crowded around the days on which the law changes.</summary>
internal static class RandomSituations
{
    private static readonly DateOnly[] Turns =
    [
        new(2015, 12, 31), new(2016, 10, 3), new(2022, 2, 28), new(2024, 2, 29), new(2024, 10, 28), new(2025, 1, 1), new(2025, 10, 13), new(2025, 12, 22),
    ];

    public static Claim Claim(Random random, string jurisdiction)
    {
        var start = Around(random, 200);
        var dues = Enumerable.Range(0, random.Next(1, 4)).Select(index => new Due($"d{index}", null, Amount(random), start.AddDays(random.Next(0, 120)))).ToList();
        var payments = Enumerable.Range(0, random.Next(0, 5))
            .Select(_ => new Payment(start.AddDays(random.Next(-10, 200)), Amount(random) / 2m is var half ? Math.Round(half, 2) : 0m, random.Next(3) == 0 ? $"d{random.Next(dues.Count)}" : null))
            .ToList();
        return new Claim(jurisdiction, "RUB", start.AddDays(random.Next(0, 220)), Rounding.End, InterestBase.Gross, dues, payments);
    }

    public static (List<Stay> Stays, DateOnly AsOf) Stays(Random random)
    {
        var asOf = Around(random, 150);
        var stays = new List<Stay>();
        for (var count = random.Next(0, 7); count > 0; count--)
        {
            var entry = asOf.AddDays(-random.Next(0, 400));
            var exit = entry.AddDays(random.Next(0, 70));
            stays.Add(new Stay(entry, exit > asOf ? null : exit));
        }

        return (stays, asOf);
    }

    private static DateOnly Around(Random random, int reach) => Turns[random.Next(Turns.Length)].AddDays(random.Next(-reach, reach));

    private static decimal Amount(Random random) => random.Next(1, 10_000_000) / 100m;
}
