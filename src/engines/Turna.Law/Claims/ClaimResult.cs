using Turna.Law.Packs;

namespace Turna.Law.Claims;

/// <summary>Interest on one sum at one rate over consecutive days.</summary>
/// <param name="Due">Id of the due.</param>
/// <param name="From">First day counted.</param>
/// <param name="To">Last day counted.</param>
/// <param name="Base">The sum on which interest runs, unrounded.</param>
/// <param name="Rate">Percent: a year for a rate of a central bank, a day for a fixed daily rate.</param>
/// <param name="Rule">The version of the rule applied.</param>
/// <param name="Interest">Exact interest.</param>
public sealed record InterestLine(string Due, DateOnly From, DateOnly To, decimal Base, decimal Rate, Rule Rule, Ratio Interest)
{
    /// <summary>Number of days, both ends included.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Interest to hundredths, half up; worked out once, because sums ask for it again and again.</summary>
    public decimal Amount { get; } = Interest.Rounded();
}

/// <summary>The part of a payment that went to a due.</summary>
/// <param name="Payment">Index of the payment in the claim.</param>
/// <param name="Due">Id of the due.</param>
/// <param name="Day">Day of payment.</param>
/// <param name="Amount">How much of it went there; greater than zero.</param>
public sealed record Allocation(int Payment, string Due, DateOnly Day, decimal Amount);

/// <summary>What became of a due.</summary>
/// <param name="Due">The due.</param>
/// <param name="Paid">Paid of it through the day of the claim.</param>
/// <param name="Interest">Its interest, rounded as the claim asks.</param>
public sealed record DueBalance(Due Due, decimal Paid, decimal Interest)
{
    /// <summary>What is unpaid.</summary>
    public decimal Outstanding => Due.Amount - Paid;
}

/// <summary>Until when a due can be claimed.</summary>
/// <param name="Due">Id of the due.</param>
/// <param name="LastDay">The last day, after days off were skipped.</param>
/// <param name="CalendarDay">The day by the calendar alone.</param>
/// <param name="Rule">The version of the rule applied.</param>
/// <param name="DaysLeft">Days from the day of the claim to the last day; negative when it has passed.</param>
public sealed record LimitationDay(string Due, DateOnly LastDay, DateOnly CalendarDay, Rule Rule, int DaysLeft)
{
    /// <summary>Whether the last day has passed.</summary>
    public bool IsLate => DaysLeft < 0;
}

/// <summary>Interest on the other base (gross or net), for comparison.</summary>
/// <param name="Base">The other base.</param>
/// <param name="TaxPercent">The income tax that separates the two.</param>
/// <param name="Interest">Interest on it, rounded as the claim asks.</param>
public sealed record OtherBase(InterestBase Base, decimal TaxPercent, decimal Interest);

/// <summary>A computed claim with every step.</summary>
/// <param name="Claim">What was asked.</param>
/// <param name="Interest">Interest through the day of the claim, rounded as it asks.</param>
/// <param name="ExactInterest">The same, unrounded.</param>
/// <param name="Lines">Every line, by due day of the due, then by day.</param>
/// <param name="Balances">Every due, by due day.</param>
/// <param name="Allocations">Where each payment went.</param>
/// <param name="LeftOver">Paid through the day of the claim but owed for nothing.</param>
/// <param name="Limitation">Limitation of every due; empty when no rule is known.</param>
/// <param name="Interruption">What may restore or interrupt it; for the reader, not computed.</param>
/// <param name="Other">Interest on the other base; null when no tax is known.</param>
/// <param name="Rules">Rules and series the result rests on.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record ClaimResult(
    Claim Claim,
    decimal Interest,
    Ratio ExactInterest,
    IReadOnlyList<InterestLine> Lines,
    IReadOnlyList<DueBalance> Balances,
    IReadOnlyList<Allocation> Allocations,
    decimal LeftOver,
    IReadOnlyList<LimitationDay> Limitation,
    IReadOnlyList<Rule> Interruption,
    OtherBase? Other,
    IReadOnlyList<Reference> Rules,
    IReadOnlyList<Notice> Warnings)
{
    /// <summary>Unpaid wages.</summary>
    public decimal Outstanding => Balances.Sum(balance => balance.Outstanding);

    /// <summary>Unpaid wages and interest.</summary>
    public decimal Total => Outstanding + Interest;
}
