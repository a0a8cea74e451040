using Turna.Law.Packs;

namespace Turna.Law.Stays;

/// <summary>The figures of one way of reading the law.</summary>
/// <param name="Name">Code of the reading, for the templates.</param>
/// <param name="DaysUsed">Days that count by the end of the day of the question.</param>
/// <param name="DaysLeft">Days more she may stay; null when there is no end.</param>
/// <param name="FirstBreach">The first day too many, planned days included; null when there is none.</param>
/// <param name="LastLawfulDay">The last lawful day if she stays on from the day of the question; it lies in the past when the stay is already too long; null when not even the first day is lawful, or when there is no end.</param>
public sealed record StayReading(string Name, int DaysUsed, int? DaysLeft, DateOnly? FirstBreach, DateOnly? LastLawfulDay)
{
    /// <summary>Whether any day was, or by the plan will be, one too many.</summary>
    public bool Breach => FirstBreach is not null;
}

/// <summary>Something to be done by a day.</summary>
/// <param name="What">Code: <c>registration</c>, <c>fingerprints-and-medical</c>, <c>new-contract</c>, <c>contract-end</c>.</param>
/// <param name="Day">The last day by the cautious reading.</param>
/// <param name="OtherReading">The last day by the other reading; null when there is one reading only.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Passed">Whether it has passed on the day of the question.</param>
public sealed record Deadline(string What, DateOnly Day, DateOnly? OtherReading, Rule Rule, bool Passed);

/// <summary>Consecutive days and why they count or do not.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Counted">Whether they count.</param>
/// <param name="Reason">Why.</param>
public sealed record StayStep(DateOnly From, DateOnly To, bool Counted, Notice Reason)
{
    /// <summary>Number of days, both ends included.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>The earliest entry for a stay of some length.</summary>
/// <param name="Days">Length wanted.</param>
/// <param name="Day">The earliest day of entry; null when none is in sight.</param>
public sealed record Reentry(int Days, DateOnly? Day);

/// <summary>An answer about stay, with every step.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Rule">Id of the rule in force on the day of the question, or the sign of the bare rule.</param>
/// <param name="Readings">Ways of reading the law; the first is the cautious one.</param>
/// <param name="Deadlines">What must be done by when.</param>
/// <param name="Steps">The days and why they count.</param>
/// <param name="Reentries">Earliest days of re-entry.</param>
/// <param name="Consequences">What may follow from the overstay.</param>
/// <param name="Rules">Rules the answer rests on.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record StayAnswer(
    StayQuestion Question,
    string Rule,
    IReadOnlyList<StayReading> Readings,
    IReadOnlyList<Deadline> Deadlines,
    IReadOnlyList<StayStep> Steps,
    IReadOnlyList<Reentry> Reentries,
    IReadOnlyList<Rule> Consequences,
    IReadOnlyList<Reference> Rules,
    IReadOnlyList<Notice> Warnings)
{
    /// <summary>The cautious reading.</summary>
    public StayReading Cautious => Readings[0];
}
