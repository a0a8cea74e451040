using Turna.Law.Packs;

namespace Turna.Law.Stays;

/// <summary>Finds what is wrong with a question before anything is counted.</summary>
internal static class StayChecks
{
    private static readonly DateOnly FirstDay = new(1990, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);
    private const int LongestReentry = 3660;

    public static List<Notice> Problems(StayQuestion question, Lawbook law)
    {
        var problems = new List<Notice>();
        Day(question.AsOf, "asOf", problems);
        for (var index = 0; index < question.Stays.Count; index++) Stay(question.Stays[index], index, problems);
        foreach (var days in question.ReenterFor)
            if (days is < 1 or > LongestReentry) problems.Add(Notice.Of("input.day-count", "reenterFor", ("most", LongestReentry)));
        if (question.BareRule is null) Law(question, law, problems);
        return problems;
    }

    private static void Stay(Stay stay, int index, List<Notice> problems)
    {
        if (stay.Entry < FirstDay || stay.Entry > LastDay) Day(stay.Entry, $"stays[{index}].entry", problems);
        if (stay.Exit is not { } exit) return;
        if (exit < FirstDay || exit > LastDay) Day(exit, $"stays[{index}].exit", problems);
        if (exit < stay.Entry) problems.Add(Notice.Of("input.exit-before-entry", $"stays[{index}].exit", ("entry", stay.Entry), ("exit", exit)));
    }

    private static void Law(StayQuestion question, Lawbook law, List<Notice> problems)
    {
        if (question.Area is null || law.Rules(question.Area, StayRules.VisaFree).Count == 0)
            problems.Add(Notice.Of("input.area", "area", ("value", question.Area ?? "")));
        if (question.Basis != StayBasis.EaeuContract) return;
        if (question.Area is { } area && !StayRules.EaeuMembers(law).Contains(area, StringComparer.Ordinal))
            problems.Add(Notice.Of("input.no-contract-stay", "basis", ("area", area)));
        if (question.Contract is { } contract) Contract(contract, problems);
        else problems.Add(Notice.Of("input.missing", "contract"));
    }

    private static void Contract(WorkContract contract, List<Notice> problems)
    {
        Day(contract.From, "contract.from", problems);
        if (contract.To is { } to)
        {
            Day(to, "contract.to", problems);
            if (to < contract.From) problems.Add(Notice.Of("input.ends-before", "contract.to"));
        }

        if (contract.EndedEarly is not { } ended) return;
        Day(ended, "contract.endedEarly", problems);
        if (ended < contract.From) problems.Add(Notice.Of("input.ends-before", "contract.endedEarly"));
        if (ended > contract.To) problems.Add(Notice.Of("input.ended-late", "contract.endedEarly"));
    }

    private static void Day(DateOnly day, string path, List<Notice> problems)
    {
        if (day < FirstDay || day > LastDay) problems.Add(Notice.Of("input.day-range", path, ("first", FirstDay), ("last", LastDay)));
    }
}
