using Turna.Law.Packs;

namespace Turna.Law.Stays;

/// <summary>Turns the stay rules of a pack into limits.</summary>
internal static class StayRules
{
    public const string VisaFree = "stay/visa-free";
    public const string Contract = "stay/eaeu-contract";
    public const string NewContract = "stay/new-contract";
    public const string Union = "EAEU";

    public static IReadOnlyList<string> EaeuMembers(Lawbook law) => law.Rules(Union, Contract) is [var rule, ..] ? rule.Citizens : [];

    /// <summary>The law by the cautious reading.</summary>
    public static StayLaw Cautious(IReadOnlyList<Rule> versions, bool registered) => Law(versions, registered, forgetful: false);

    /// <summary>The law by the reading in which days on end start anew with a new rule.</summary>
    public static StayLaw Forgetful(IReadOnlyList<Rule> versions) => Law(versions, registered: false, forgetful: true);

    private static StayLaw Law(IReadOnlyList<Rule> versions, bool registered, bool forgetful) =>
        new([.. versions.Select((rule, index) => new DatedLimit(Limit(rule, registered, forgetful && index > 0), rule.To?.DayNumber ?? int.MaxValue - 1))]);

    private static StayLimit Limit(Rule rule, bool registered, bool forgetful) => rule.Kind switch
    {
        RuleKinds.StayRolling => new RollingLimit(rule.Whole("max"), rule.Whole("window")),
        RuleKinds.StayCalendarYear => new CalendarYearLimit(rule.Whole("max"), rule.Whole("continuous"), forgetful ? rule.From?.DayNumber : null),
        _ => new SinceEntryLimit(registered && rule.Has("registered") ? rule.Whole("registered") : rule.Whole("max")),
    };
}
