using System.Collections.Immutable;

namespace Turna.Law.Recruitment;

/// <summary>A sum in a currency in a month.</summary>
/// <param name="Amount">Not negative.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Month">First day of the month.</param>
public sealed record MonthlySum(decimal Amount, string Currency, DateOnly Month);

/// <summary>What was paid to be recruited.</summary>
/// <param name="Code">Code of the cost item (list <c>recruitment-cost-items</c>).</param>
/// <param name="Sum">What was paid.</param>
/// <param name="PaidTo">To whom, in words; null when not known.</param>
public sealed record CostItem(string Code, MonthlySum Sum, string? PaidTo);

/// <summary>Value of one unit of a currency in the currency of the result, in a month.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Rate">Units of the result's currency for one unit; greater than zero.</param>
public sealed record ExchangeRate(string Currency, DateOnly Month, decimal Rate);

/// <summary>A worker's recruitment: first job abroad, costs until it began and earnings of its first month.</summary>
/// <param name="Id">Name of the worker in the input.</param>
/// <param name="Items">Costs.</param>
/// <param name="Reimbursements">Paid back by the employer; subtracted.</param>
/// <param name="Deductions">Kept back from wages for such costs; added (code RC21).</param>
/// <param name="Earnings">Earnings of the first month, before such deductions; null when not known.</param>
/// <param name="Traits">Values to break results down by, for instance sex = female.</param>
public sealed record RecruitedWorker(
    string Id,
    IReadOnlyList<CostItem> Items,
    IReadOnlyList<MonthlySum> Reimbursements,
    IReadOnlyList<MonthlySum> Deductions,
    MonthlySum? Earnings,
    ImmutableSortedDictionary<string, string> Traits);

/// <summary>How an item entered the cost.</summary>
/// <param name="Item">The item.</param>
/// <param name="Category">Its category in the list.</param>
/// <param name="Converted">Its amount in the currency of the result.</param>
/// <param name="Sign">1 when it adds, -1 when it is subtracted, 0 when it does not count.</param>
/// <param name="Chargeable">False for recruitment fees and related costs, which by the ILO definition of 2019 no worker may be charged.</param>
public sealed record CostLine(CostItem Item, string Category, decimal Converted, int Sign, bool Chargeable);

/// <summary>Recruitment cost of one worker.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Lines">Every item.</param>
/// <param name="Cost">Total cost, never below zero.</param>
/// <param name="Earnings">First month's earnings; null when not known or zero.</param>
public sealed record WorkerCost(RecruitedWorker Worker, IReadOnlyList<CostLine> Lines, decimal Cost, decimal? Earnings)
{
    /// <summary>Cost in months of earnings; null when earnings are not known.</summary>
    public decimal? Months => Earnings is { } earned ? Cost / earned : null;
}

/// <summary>SDG 10.7.1 over a set of workers with known earnings; every measure is in months of earnings unless said otherwise.</summary>
/// <param name="Workers">Number of workers with known earnings.</param>
/// <param name="Mean">Mean of the workers' months.</param>
/// <param name="Median">Median.</param>
/// <param name="FourthQuintile">The 80th percentile, interpolated linearly between the two nearest workers.</param>
/// <param name="RatioOfTotals">Total cost over total earnings.</param>
/// <param name="ZeroShare">Share of the workers with no cost, 0–1.</param>
/// <param name="TotalCost">In the currency of the result.</param>
/// <param name="TotalEarnings">In the currency of the result.</param>
public sealed record CostSummary(
    int Workers, decimal? Mean, decimal? Median, decimal? FourthQuintile, decimal? RatioOfTotals, decimal? ZeroShare, decimal TotalCost, decimal TotalEarnings);

/// <summary>Result over a set.</summary>
/// <param name="Workers">Each worker, in the order given.</param>
/// <param name="All">All together.</param>
/// <param name="Breakdowns">By trait, then by value.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record CostResult(
    IReadOnlyList<WorkerCost> Workers,
    CostSummary All,
    IReadOnlyList<(string Trait, string Value, CostSummary Summary)> Breakdowns,
    IReadOnlyList<Notice> Warnings);
