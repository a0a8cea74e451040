using FsCheck;
using FsCheck.Fluent;
using Turna.Law;
using Turna.Law.Claims;

namespace Turna.UnitTests.Law;

/// <summary>What must hold for every claim, unrounded.</summary>
public sealed class Claim_properties
{
    private static readonly Config Rounds = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Theory]
    [InlineData("RU")]
    [InlineData("KG")]
    public void Interest_is_additive_over_a_split_of_the_period(string jurisdiction) => ForAll(jurisdiction, (claim, random) =>
    {
        claim = claim with { Payments = Towards(claim) };
        var middle = claim.AsOf.AddDays(-random.Next(1, 150));
        var before = Compute(claim with { AsOf = middle });
        var rest = before.Balances.Select(balance => balance.Due.Day > middle
            ? balance.Due with { Amount = balance.Outstanding }
            : balance.Due with { Amount = balance.Outstanding, Day = middle }).ToList();
        var after = Compute(claim with { Dues = rest, Payments = [.. claim.Payments.Where(payment => payment.Day > middle)] });
        return Same(Compute(claim).ExactInterest, before.ExactInterest + after.ExactInterest);
    });

    [Theory]
    [InlineData("RU")]
    [InlineData("KZ")]
    [InlineData("KG")]
    public void Interest_is_additive_over_debts(string jurisdiction) => ForAll(jurisdiction, (claim, _) =>
    {
        var named = Towards(claim);
        var alone = claim.Dues.Select(due => Compute(claim with { Dues = [due], Payments = [.. named.Where(payment => payment.Towards == due.Id)] }));
        return Same(Compute(claim with { Payments = named }).ExactInterest, alone.Aggregate(Ratio.Zero, (sum, one) => sum + one.ExactInterest));
    });

    [Theory]
    [InlineData("RU")]
    [InlineData("KG")]
    public void Paying_earlier_never_costs_more(string jurisdiction) => ForAll(jurisdiction, (claim, random) =>
    {
        if (claim.Payments.Count == 0) return true;
        var moved = random.Next(claim.Payments.Count);
        var named = Towards(claim);
        var earlier = named.Select((payment, index) => index == moved ? payment with { Day = payment.Day.AddDays(-random.Next(1, 60)) } : payment).ToList();
        return Compute(claim with { Payments = earlier }).ExactInterest.Unrounded <= Compute(claim with { Payments = named }).ExactInterest.Unrounded;
    });

    [Fact]
    public void In_Kazakhstan_paying_earlier_may_cost_more_because_the_rate_of_the_payment_day_governs()
    {
        // The base rate fell from 16.50 to 16.00 on 2023-10-09: 59 days at 16.50 are more than 60 days at 16.00.
        var due = new Due("a", null, 100_000m, new DateOnly(2023, 8, 10));
        decimal Interest(DateOnly paid) =>
            Compute(new Claim("KZ", "KZT", new(2023, 12, 1), Rounding.End, InterestBase.Gross, [due], [new Payment(paid, 100_000m, "a")])).Interest;

        Interest(new(2023, 10, 8)).ShouldBe(3333.90m);
        Interest(new(2023, 10, 9)).ShouldBe(3287.67m);
    }

    [Theory]
    [InlineData("RU")]
    [InlineData("KZ")]
    [InlineData("KG")]
    public void Outstanding_and_paid_make_up_what_was_due(string jurisdiction) => ForAll(jurisdiction, (claim, _) =>
    {
        var result = Compute(claim);
        var paid = result.Allocations.Sum(part => part.Amount);
        return result.Outstanding + paid == claim.Dues.Sum(due => due.Amount)
            && paid + result.LeftOver == claim.Payments.Where(payment => payment.Day <= claim.AsOf).Sum(payment => payment.Amount);
    });

    [Theory]
    [InlineData("RU")]
    [InlineData("KZ")]
    [InlineData("KG")]
    public void The_order_of_the_input_does_not_matter(string jurisdiction) => ForAll(jurisdiction, (claim, random) =>
    {
        // Dues of one day are settled in the order given, by contract; so the days are made different here.
        var distinct = claim with { Dues = [.. claim.Dues.Select((due, index) => due with { Day = due.Day.AddDays(index * 121) })] };
        var dues = distinct.Dues.ToArray();
        var payments = distinct.Payments.ToArray();
        random.Shuffle(dues);
        random.Shuffle(payments);
        var (one, other) = (Compute(distinct), Compute(distinct with { Dues = dues, Payments = payments }));
        return one.Lines.SequenceEqual(other.Lines) && one.LeftOver == other.LeftOver && one.Balances.SequenceEqual(other.Balances)
            && one.Limitation.SequenceEqual(other.Limitation);
    });

    [Theory]
    [InlineData("RU")]
    [InlineData("KZ")]
    [InlineData("KG")]
    public void Rounding_by_line_differs_from_the_end_by_half_a_hundredth_a_line_at_most(string jurisdiction) => ForAll(jurisdiction, (claim, _) =>
    {
        var result = Compute(claim with { Rounding = Rounding.Line });
        return Math.Abs(result.Interest - result.ExactInterest.Unrounded) <= 0.005m * result.Lines.Count;
    });

    private static List<Payment> Towards(Claim claim) =>
        [.. claim.Payments.Select((payment, index) => payment with { Towards = payment.Towards ?? claim.Dues[index % claim.Dues.Count].Id, Amount = payment.Amount })];

    private static ClaimResult Compute(Claim claim) => ClaimComputation.Compute(claim, Content.Law).Value!;

    private static bool Same(Ratio left, Ratio right) => left.Numerator * right.Denominator == right.Numerator * left.Denominator;

    private static void ForAll(string jurisdiction, Func<Claim, Random, bool> holds) => Check.One(
        Rounds,
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var claim = RandomSituations.Claim(random, jurisdiction);
            return holds(claim, random);
        }));
}
