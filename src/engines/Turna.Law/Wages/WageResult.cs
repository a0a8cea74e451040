using Turna.Law.Packs;

namespace Turna.Law.Wages;

/// <summary>Why a line is paid.</summary>
public enum PayKind
{
    /// <summary>Ordinary pay.</summary>
    Regular,

    /// <summary>First hours of overtime.</summary>
    OvertimeFirst,

    /// <summary>Further hours of overtime.</summary>
    OvertimeThen,

    /// <summary>Work on a rest day or public holiday.</summary>
    RestDay,

    /// <summary>Supplement for night hours.</summary>
    Night,
}

/// <summary>One line of pay.</summary>
/// <param name="Day">The day; for monthly pay the last day of the pay period.</param>
/// <param name="Kind">Why.</param>
/// <param name="Quantity">Hours, shifts or pieces.</param>
/// <param name="Rate">Money for one of them.</param>
/// <param name="Factor">What the rate is multiplied by.</param>
/// <param name="Amount">Rounded to hundredths, half up.</param>
/// <param name="Rule">The rule behind the factor; null for ordinary pay.</param>
public sealed record PayLine(DateOnly Day, PayKind Kind, decimal Quantity, decimal Rate, decimal Factor, decimal Amount, Rule? Rule);

/// <summary>Pay that is due on one day.</summary>
/// <param name="Id">Name of the due, usable in a claim.</param>
/// <param name="From">First day of the pay period.</param>
/// <param name="To">Last day of the pay period.</param>
/// <param name="Amount">What is due.</param>
/// <param name="Day">When.</param>
/// <param name="Rule">The rule that sets the day; null where the agreement does.</param>
public sealed record WageDue(string Id, DateOnly From, DateOnly To, decimal Amount, DateOnly Day, Rule? Rule);

/// <summary>Ordinary pay of a month against the minimum wage.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Minimum">Minimum wage for the ordinary hours worked.</param>
/// <param name="Pay">Ordinary pay, without overtime, rest-day and night pay.</param>
/// <param name="Rule">The rule.</param>
public sealed record MinimumWageCheck(DateOnly Month, decimal Minimum, decimal Pay, Rule Rule)
{
    /// <summary>What is missing to the minimum; zero when nothing is.</summary>
    public decimal Shortfall => Math.Max(0m, Minimum - Pay);
}

/// <summary>Wages with every step.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Dues">What is due when.</param>
/// <param name="Lines">Every line of pay, by day.</param>
/// <param name="Checks">Minimum wage, by month.</param>
/// <param name="Rules">Rules the result rests on.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record WageResult(
    WageQuestion Question,
    IReadOnlyList<WageDue> Dues,
    IReadOnlyList<PayLine> Lines,
    IReadOnlyList<MinimumWageCheck> Checks,
    IReadOnlyList<Reference> Rules,
    IReadOnlyList<Notice> Warnings)
{
    /// <summary>Everything that is due.</summary>
    public decimal Total => Dues.Sum(due => due.Amount);
}
