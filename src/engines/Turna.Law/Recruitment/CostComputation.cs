using Turna.Law.Lists;

namespace Turna.Law.Recruitment;

/// <summary>
/// Recruitment cost borne by migrant workers, SDG indicator 10.7.1: per worker, costs of the first job over earnings of its first month.
/// Not promised: survey weights and standard errors (see the statistics engine), recall corrections, conversion rates.
/// </summary>
public static class CostComputation
{
    private const decimal LargestAmount = 1_000_000_000_000m;
    private const string Deducted = "RC21";
    private const string PaidBack = "NC02";

    /// <summary>Computes months of earnings for each worker and over the set. Refuses, with all problems at once, an input that makes no sense.</summary>
    /// <param name="workers">The workers.</param>
    /// <param name="currency">ISO 4217 code of the result.</param>
    /// <param name="rates">Conversion rates; none is needed for the result's own currency.</param>
    /// <param name="breakdowns">Traits to break down by.</param>
    /// <param name="codes">The list <c>recruitment-cost-items</c>.</param>
    public static Outcome<CostResult> Compute(
        IReadOnlyList<RecruitedWorker> workers, string currency, IReadOnlyList<ExchangeRate> rates, IReadOnlyList<string> breakdowns, CodeList codes)
    {
        var exchange = new Exchange(currency, rates);
        for (var index = 0; index < rates.Count; index++)
            if (rates[index].Rate is <= 0m or > LargestAmount) exchange.Problems.Add(Notice.Of("input.rate", $"rates[{index}].rate"));
        var costs = workers.Select((worker, index) => Cost(worker, workers.Count == 1 && worker.Id.Length == 0 ? "" : $"workers[{index}].", exchange, codes)).ToList();
        if (exchange.Problems.Count > 0) return Outcome<CostResult>.Refused(exchange.Problems);

        var groups =
            from trait in breakdowns
            from grouped in costs.GroupBy(cost => cost.Worker.Traits.GetValueOrDefault(trait, ""), StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal)
            select (trait, grouped.Key, Summary([.. grouped]));
        return Outcome<CostResult>.Of(new CostResult(costs, Summary(costs), [.. groups], Warnings(costs, codes)));
    }

    private static WorkerCost Cost(RecruitedWorker worker, string path, Exchange exchange, CodeList codes)
    {
        var lines = new List<CostLine>();
        for (var index = 0; index < worker.Items.Count; index++)
        {
            var (item, at) = (worker.Items[index], $"{path}costs[{index}]");
            if (codes.Find(item.Code) is not { } entry)
            {
                exchange.Problems.Add(Notice.Of("input.code", at + ".code", ("value", item.Code)));
                continue;
            }

            lines.Add(Line(item, entry, exchange.Convert(item.Sum, at)));
        }

        lines.AddRange(worker.Deductions.Select((sum, index) =>
            Line(new CostItem(Deducted, sum, null), codes.Find(Deducted)!, exchange.Convert(sum, $"{path}deductions[{index}]"))));
        lines.AddRange(worker.Reimbursements.Select((sum, index) =>
            Line(new CostItem(PaidBack, sum, null), codes.Find(PaidBack)!, exchange.Convert(sum, $"{path}reimbursements[{index}]"))));
        var earned = worker.Earnings is { } sum ? exchange.Convert(sum, path + "earnings") : 0m;
        return new WorkerCost(worker, lines, Math.Max(0m, lines.Sum(line => line.Sign * line.Converted)), earned > 0m ? earned : null);
    }

    private static CostLine Line(CostItem item, CodedEntry entry, decimal converted)
    {
        var sign = entry.Grade switch { "counts" => 1, "subtracts" => -1, _ => 0 };
        return new CostLine(item, entry.Group, converted, sign, Chargeable: sign != 1);
    }

    private static CostSummary Summary(IReadOnlyList<WorkerCost> workers)
    {
        var known = workers.Where(worker => worker.Months is not null).ToList();
        var months = known.Select(worker => worker.Months!.Value).Order().ToList();
        var (cost, earnings) = (known.Sum(worker => worker.Cost), known.Sum(worker => worker.Earnings!.Value));
        if (known.Count == 0) return new CostSummary(0, null, null, null, null, null, 0m, 0m);
        return new CostSummary(
            known.Count,
            months.Sum() / months.Count,
            Quantile(months, 0.5m),
            Quantile(months, 0.8m),
            cost / earnings,
            (decimal)known.Count(worker => worker.Cost == 0m) / known.Count,
            cost,
            earnings);
    }

    private static decimal Quantile(List<decimal> ascending, decimal share)
    {
        var place = (ascending.Count - 1) * share;
        var below = (int)decimal.Floor(place);
        var above = Math.Min(below + 1, ascending.Count - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    private static List<Notice> Warnings(List<WorkerCost> costs, CodeList codes)
    {
        var warnings = new List<Notice>();
        foreach (var cost in costs)
        {
            if (cost.Months is null) warnings.Add(Notice.Of("cost.no-earnings", cost.Worker.Id));
            if (cost.Lines.Sum(line => line.Sign * line.Converted) < 0m) warnings.Add(Notice.Of("cost.more-paid-back", cost.Worker.Id));
        }

        var used = costs.SelectMany(cost => cost.Lines).Select(line => codes.Find(line.Item.Code)!).Distinct();
        if (codes.Doubt(used) is { } doubt) warnings.Add(doubt);
        return warnings;
    }

    /// <summary>Conversion into the currency of the result; what cannot be converted is a problem.</summary>
    private sealed class Exchange(string currency, IReadOnlyList<ExchangeRate> rates)
    {
        private readonly ILookup<(string, DateOnly), decimal> _rates = rates.ToLookup(rate => (rate.Currency, rate.Month), rate => rate.Rate);

        public List<Notice> Problems { get; } = [];

        public decimal Convert(MonthlySum sum, string path)
        {
            if (sum.Amount is < 0m) Problems.Add(Notice.Of("input.negative", path + ".amount"));
            if (sum.Amount > LargestAmount) Problems.Add(Notice.Of("input.too-large", path + ".amount", ("value", LargestAmount)));
            if (sum.Amount is < 0m or > LargestAmount) return 0m;
            if (sum.Currency == currency) return sum.Amount;
            if (_rates[(sum.Currency, sum.Month)].ToList() is [var rate, ..]) return rate is > 0m and <= LargestAmount ? sum.Amount * rate : 0m;
            Problems.Add(Notice.Of("input.no-exchange", path, ("currency", sum.Currency), ("month", $"{sum.Month.Year:0000}-{sum.Month.Month:00}"), ("into", currency)));
            return 0m;
        }
    }
}
