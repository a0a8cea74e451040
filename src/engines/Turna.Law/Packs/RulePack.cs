namespace Turna.Law.Packs;

/// <summary>The dated law of one country (or union) as one content file holds it.</summary>
/// <param name="Name">Name of the pack, unique, for instance <c>ru</c>.</param>
/// <param name="Country">ISO 3166 alpha-2 code, or EAEU, SCHENGEN, ILO.</param>
/// <param name="Currency">ISO 4217 code of its money; null where the pack computes none.</param>
/// <param name="Rules">Rules, in the order of the file.</param>
/// <param name="Series">Series of figures the rules refer to.</param>
/// <param name="Calendar">Working days; null where none are known.</param>
public sealed record RulePack(
    string Name,
    string Country,
    string? Currency,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Series> Series,
    WorkCalendar? Calendar);

/// <summary>Something wrong in a content file.</summary>
/// <param name="File">Name of the file, as it was given to the reader.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Message">What is wrong, in English, for whoever edits the file.</param>
public sealed record PackProblem(string File, long Line, string Message)
{
    /// <summary><c>file:line: message</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}: {Message}");
}

/// <summary>A pack that was read, or why it was refused.</summary>
/// <param name="Pack">The pack; null when there are problems.</param>
/// <param name="Problems">All problems found.</param>
public sealed record PackReading(RulePack? Pack, IReadOnlyList<PackProblem> Problems);
