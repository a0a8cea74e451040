namespace Turna.Law.Stays;

/// <summary>A stay in the area. The day of entry and the day of exit both count.</summary>
/// <param name="Entry">Day of entry.</param>
/// <param name="Exit">Day of exit; null while she is there, which means through the day of the question.</param>
public sealed record Stay(DateOnly Entry, DateOnly? Exit);

/// <summary>On what the stay rests.</summary>
public enum StayBasis
{
    /// <summary>Visa-free entry without another basis.</summary>
    VisaFree,

    /// <summary>A labour or civil contract under the EAEU treaty.</summary>
    EaeuContract,
}

/// <summary>A labour or civil contract.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null when it has none.</param>
/// <param name="EndedEarly">The day on which it was ended before its time; null when it was not.</param>
public sealed record WorkContract(DateOnly From, DateOnly? To, DateOnly? EndedEarly);

/// <summary>A question about stay, as of a day.</summary>
/// <param name="Area">RU, SCHENGEN, TR, KZ or KG; null for a bare rule.</param>
/// <param name="Citizenship">ISO 3166 alpha-2 code.</param>
/// <param name="Basis">On what the stay rests.</param>
/// <param name="AsOf">The day of the question.</param>
/// <param name="Stays">Stays in any order; they may touch or overlap.</param>
/// <param name="Contract">The contract, where the basis is one.</param>
/// <param name="Registered">Whether she is registered where she stays.</param>
/// <param name="BareRule">A rule to apply instead of the law of an area.</param>
/// <param name="ReenterFor">Lengths of a later stay, in days, for which the earliest entry is wanted.</param>
public sealed record StayQuestion(
    string? Area,
    string Citizenship,
    StayBasis Basis,
    DateOnly AsOf,
    IReadOnlyList<Stay> Stays,
    WorkContract? Contract,
    bool Registered,
    StayLimit? BareRule,
    IReadOnlyList<int> ReenterFor);
