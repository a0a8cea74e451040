using Turna.Law.Lists;

namespace Turna.Law.Screening;

/// <summary>An indicator that was found.</summary>
/// <param name="Code">Code in one of the three lists.</param>
/// <param name="Job">In which job; null when not stated.</param>
/// <param name="From">Since when; null when not stated.</param>
/// <param name="To">Until when; null when not stated or still so.</param>
public sealed record FoundIndicator(string Code, string? Job, DateOnly? From, DateOnly? To);

/// <summary>An involuntary and a coercive circumstance in one job and period.</summary>
/// <param name="Involuntary">Code of the first.</param>
/// <param name="Coercion">Code of the second.</param>
/// <param name="Job">The job; null when neither states one.</param>
public sealed record ForcedLabourPair(string Involuntary, string Coercion, string? Job);

/// <summary>One dimension of the Hard-to-see grid.</summary>
/// <param name="Dimension">UNFREE_RECRUITMENT, DURESS or CANNOT_LEAVE.</param>
/// <param name="Involuntariness">Indicators of involuntariness found.</param>
/// <param name="Penalty">Indicators of penalty found.</param>
/// <param name="Met">At least one of each, and at least one of them strong.</param>
public sealed record HardToSeeDimension(string Dimension, IReadOnlyList<CodedEntry> Involuntariness, IReadOnlyList<CodedEntry> Penalty, bool Met);

/// <summary>Result of a labour screening: what is present and what follows from it. No score: no official one exists.</summary>
/// <param name="Indicators">ILO indicators of forced labour (2012) present, in their order.</param>
/// <param name="Involuntary">ICLS-2018 involuntary circumstances present.</param>
/// <param name="Coercion">ICLS-2018 coercive circumstances present.</param>
/// <param name="Pairs">Pairs of both on the same job and period; the 2018 definition is met when there is one.</param>
/// <param name="HardToSee">Dimensions of the Hard-to-see grid on which something was found.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record LabourScreeningResult(
    IReadOnlyList<CodedEntry> Indicators,
    IReadOnlyList<CodedEntry> Involuntary,
    IReadOnlyList<CodedEntry> Coercion,
    IReadOnlyList<ForcedLabourPair> Pairs,
    IReadOnlyList<HardToSeeDimension> HardToSee,
    IReadOnlyList<Notice> Warnings)
{
    /// <summary>Whether the statistical definition of the 20th ICLS (2018) is met.</summary>
    public bool MeetsIcls2018 => Pairs.Count > 0;
}

/// <summary>
/// Reads what was found against three published lists: ILO indicators (2012), ICLS guidelines (2018), "Hard to see, harder to count" (2012).
/// It explains; it does not decide and does not score.
/// </summary>
/// <param name="Indicators">ILO indicators of forced labour.</param>
/// <param name="Icls">ICLS-2018 circumstances.</param>
/// <param name="HardToSee">Hard-to-see grid.</param>
public sealed record LabourScreening(CodeList Indicators, CodeList Icls, CodeList HardToSee)
{
    private const string InvoluntaryGroup = "INVOLUNTARY";
    private const string PenaltyGrade = "PENALTY";
    private const string Strong = "strong";

    /// <summary>Screens. Refuses codes that no list holds and periods that end before they begin.</summary>
    public Outcome<LabourScreeningResult> Screen(IReadOnlyList<FoundIndicator> found)
    {
        var problems = new List<Notice>();
        for (var index = 0; index < found.Count; index++) Check(found[index], $"indicators[{index}]", problems);
        if (problems.Count > 0) return Outcome<LabourScreeningResult>.Refused(problems);

        var (involuntary, coercive) = (Of(found, InvoluntaryGroup), Of(found, "COERCION"));
        var pairs =
            from one in involuntary
            from other in coercive
            where SameJobAndPeriod(one, other)
            select new ForcedLabourPair(one.Code, other.Code, one.Job ?? other.Job);
        var indicators = Present(Indicators, found);
        var grid = Present(HardToSee, found);
        return Outcome<LabourScreeningResult>.Of(new LabourScreeningResult(
            indicators,
            [.. Present(Icls, found).Where(entry => entry.Group == InvoluntaryGroup)],
            [.. Present(Icls, found).Where(entry => entry.Group != InvoluntaryGroup)],
            [.. pairs.Distinct()],
            [.. grid.GroupBy(entry => entry.Group, StringComparer.Ordinal).Select(Dimension)],
            Warnings(found, involuntary, coercive, grid)));
    }

    private void Check(FoundIndicator indicator, string path, List<Notice> problems)
    {
        if (Indicators.Find(indicator.Code) is null && Icls.Find(indicator.Code) is null && HardToSee.Find(indicator.Code) is null)
            problems.Add(Notice.Of("input.code", path, ("value", indicator.Code)));
        if (indicator.From > indicator.To) problems.Add(Notice.Of("input.ends-before", path + ".to"));
    }

    private List<FoundIndicator> Of(IReadOnlyList<FoundIndicator> found, string group) =>
        [.. found.Where(indicator => Icls.Find(indicator.Code)?.Group == group)];

    private static List<CodedEntry> Present(CodeList list, IReadOnlyList<FoundIndicator> found) =>
        [.. list.Entries.Where(entry => found.Any(indicator => indicator.Code == entry.Code))];

    /// <summary>What is not stated is taken as the same; the result then says so.</summary>
    private static bool SameJobAndPeriod(FoundIndicator one, FoundIndicator other) =>
        (one.Job is null || other.Job is null || one.Job == other.Job)
        && !(one.To < other.From) && !(other.To < one.From);

    private static HardToSeeDimension Dimension(IGrouping<string, CodedEntry> found)
    {
        var side = found.ToLookup(entry => entry.Grade.StartsWith(PenaltyGrade, StringComparison.Ordinal));
        var strong = found.Any(entry => entry.Grade.EndsWith(Strong, StringComparison.Ordinal));
        return new HardToSeeDimension(found.Key, [.. side[false]], [.. side[true]], strong && side[false].Any() && side[true].Any());
    }

    private List<Notice> Warnings(
        IReadOnlyList<FoundIndicator> found, List<FoundIndicator> involuntary, List<FoundIndicator> coercive, List<CodedEntry> grid)
    {
        var warnings = new List<Notice>();
        if (involuntary.Count > 0 && coercive.Count > 0 && involuntary.Concat(coercive).Any(one => one.Job is null || one.From is null))
            warnings.Add(Notice.Of("screen.job-or-period-unstated", Icls.Name));
        if (HardToSee.Doubt(grid) is { } doubt) warnings.Add(doubt);
        if (found.Count == 0) warnings.Add(Notice.Of("screen.nothing-found", ""));
        return warnings;
    }
}
