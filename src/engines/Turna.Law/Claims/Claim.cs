namespace Turna.Law.Claims;

/// <summary>When interest is rounded to hundredths of the currency unit (always half up).</summary>
public enum Rounding
{
    /// <summary>Every line is rounded, then the lines are summed.</summary>
    Line,

    /// <summary>The exact lines are summed, then the sum is rounded.</summary>
    End,
}

/// <summary>On what interest is computed. The law leaves it open, so a result always shows both.</summary>
public enum InterestBase
{
    /// <summary>On the whole unpaid sum.</summary>
    Gross,

    /// <summary>On the unpaid sum less the income tax the employer would have kept back.</summary>
    Net,
}

/// <summary>A sum of wages that had to be paid by a day.</summary>
/// <param name="Id">Name of the due inside the claim; unique.</param>
/// <param name="For">What it is for, for instance <c>2025-11</c>; not used in the computation.</param>
/// <param name="Amount">In the currency of the claim; not negative, at most two decimals.</param>
/// <param name="Day">The day by which it had to be paid.</param>
public sealed record Due(string Id, string? For, decimal Amount, DateOnly Day);

/// <summary>A payment the worker received.</summary>
/// <param name="Day">The day of payment.</param>
/// <param name="Amount">In the currency of the claim; not negative, at most two decimals.</param>
/// <param name="Towards">Id of the due it was paid for; null when the payer named none.</param>
public sealed record Payment(DateOnly Day, decimal Amount, string? Towards);

/// <summary>A claim for unpaid wages, as of a day.</summary>
/// <param name="Jurisdiction">ISO code of the country whose law governs: RU, KZ or KG.</param>
/// <param name="Currency">ISO 4217 code of every amount.</param>
/// <param name="AsOf">The day through which interest runs.</param>
/// <param name="Rounding">When to round.</param>
/// <param name="Base">On what to compute interest.</param>
/// <param name="Dues">What had to be paid.</param>
/// <param name="Payments">What was paid.</param>
public sealed record Claim(
    string Jurisdiction,
    string Currency,
    DateOnly AsOf,
    Rounding Rounding,
    InterestBase Base,
    IReadOnlyList<Due> Dues,
    IReadOnlyList<Payment> Payments);
