using System.Collections.Immutable;
using Turna.Law.Lists;
using Turna.Law.Recruitment;

namespace Turna.UnitTests.Law;

/// <summary>Breakdowns, warnings and limits of recruitment cost; the measures are in the shared cases.</summary>
public sealed class Recruitment_tests
{
    private static readonly CodeList Codes = CodeList.Read("l", File.ReadAllText(Path.Combine(Content.Folder, "lists", "recruitment-cost-items.yaml"))).List!;

    [Fact]
    public void Groups_of_a_breakdown_stand_in_order_of_their_value()
    {
        var workers = new[] { Worker("a", 100m, "TR"), Worker("b", 300m, "KR"), Worker("c", 200m, "TR"), Worker("d", 400m, null) };

        var result = CostComputation.Compute(workers, "USD", [], ["country"], Codes).Value!;

        // Cost over earnings of 1,000 a month: 0.1 and 0.2 for TR, 0.3 for KR, 0.4 where nothing is said.
        result.Breakdowns.Select(group => (group.Trait, group.Value, group.Summary.Workers, group.Summary.Mean)).ShouldBe([
            ("country", "", 1, 0.4m), ("country", "KR", 1, 0.3m), ("country", "TR", 2, 0.15m),
        ]);
    }

    [Fact]
    public void Who_has_no_earnings_is_named_and_left_out_of_the_measures()
    {
        var result = CostComputation.Compute([Worker("a", 100m), Worker("b", 100m) with { Earnings = null }, Worker("c", 100m) with { Earnings = Sum(0m) }], "USD", [], [], Codes).Value!;

        Said(result).Where(code => code.StartsWith("cost.no-earnings", StringComparison.Ordinal)).ShouldBe(["cost.no-earnings b", "cost.no-earnings c"]);
        (result.All.Workers, result.All.Mean).ShouldBe((1, 0.1m));
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void More_paid_back_than_paid_is_named_and_costs_nothing(int paidBack, int named)
    {
        var result = CostComputation.Compute([Worker("a", 100m) with { Reimbursements = [Sum(paidBack)] }], "USD", [], [], Codes).Value!;

        Said(result).Count(code => code == "cost.more-paid-back a").ShouldBe(named);
        result.All.TotalCost.ShouldBe(Math.Max(0m, 100m - paidBack));
        result.All.ZeroShare.ShouldBe(paidBack >= 100 ? 1m : 0m);
    }

    [Fact]
    public void Items_of_nothing_are_no_mistake() =>
        CostComputation.Compute([Worker("a", 0m)], "USD", [], [], Codes).Value!.All.ZeroShare.ShouldBe(1m);

    [Theory]
    [InlineData("1000000", true)]
    [InlineData("1000000.01", false)]
    [InlineData("0.01", true)]
    [InlineData("0", false)]
    public void A_rate_is_above_nothing_and_at_most_a_million(string rate, bool sound)
    {
        var value = decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture);
        var outcome = CostComputation.Compute([Worker("a", 5m, currency: "EUR")], "USD", [new ExchangeRate("EUR", new(2024, 1, 1), value)], [], Codes);

        (outcome.Value is not null).ShouldBe(sound);
        if (sound) outcome.Value!.All.TotalCost.ShouldBe(5m * value);
    }

    [Fact]
    public void A_rate_holds_for_its_currency_and_month_only()
    {
        Refused(new ExchangeRate("EUR", new(2024, 2, 1), 2m)).ShouldBe(["costs[0] input.no-exchange"]);
        Refused(new ExchangeRate("KGS", new(2024, 1, 1), 2m)).ShouldBe(["costs[0] input.no-exchange"]);
    }

    [Fact]
    public void A_worker_asked_about_alone_and_without_a_name_needs_no_path()
    {
        Problems(Worker("", -1m)).ShouldBe(["costs[0].amount input.negative"]);
        Problems(Worker("a", -1m)).ShouldBe(["workers[0].costs[0].amount input.negative"]);
        Problems(Worker("", 1m), Worker("", -1m)).ShouldBe(["workers[1].costs[0].amount input.negative"]);
    }

    private static RecruitedWorker Worker(string id, decimal cost, string? country = null, string currency = "USD") =>
        new(id, [new CostItem("RC01", Sum(cost, currency), null)], [], [], Sum(1000m),
            country is null ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add("country", country));

    private static MonthlySum Sum(decimal amount, string currency = "USD") => new(amount, currency, new DateOnly(2024, 1, 1));

    private static IEnumerable<string> Refused(ExchangeRate rate) =>
        CostComputation.Compute([Worker("", 5m, currency: "EUR")], "USD", [rate], [], Codes).Problems.Select(problem => $"{problem.Subject} {problem.Code}");

    private static IEnumerable<string> Problems(params RecruitedWorker[] workers) =>
        CostComputation.Compute(workers, "USD", [], [], Codes).Problems.Select(problem => $"{problem.Subject} {problem.Code}");

    private static IEnumerable<string> Said(CostResult result) => result.Warnings.Select(notice => $"{notice.Code} {notice.Subject}");
}
