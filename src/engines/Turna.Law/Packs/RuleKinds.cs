using System.Collections.Frozen;

namespace Turna.Law.Packs;

/// <summary>Type of a parameter in a rule pack.</summary>
public enum ParameterType
{
    /// <summary>A decimal number, not negative.</summary>
    Number,

    /// <summary>A whole number, not negative.</summary>
    Whole,

    /// <summary>A word.</summary>
    Word,
}

/// <summary>A parameter that rules of a kind take.</summary>
/// <param name="Name">Key in the pack.</param>
/// <param name="Type">Type of its value.</param>
/// <param name="Required">Whether the loader refuses a rule without it.</param>
public sealed record Parameter(string Name, ParameterType Type, bool Required = true);

/// <summary>The kinds of rule the engine can compute, with the parameters each takes. Anything else in a pack is refused.</summary>
public static class RuleKinds
{
    /// <summary>Interest = debt × factor × rate / 100 / divisor for each day, at the rate of that day (Russia, art. 236).</summary>
    public const string InterestAtRateOfEachDay = "interest-at-rate-of-each-day";

    /// <summary>The same, but every day at the rate of the day of payment (Kazakhstan, art. 113).</summary>
    public const string InterestAtRateOfPaymentDay = "interest-at-rate-of-payment-day";

    /// <summary>Interest = debt × percent / 100 for each day (Kyrgyzstan).</summary>
    public const string InterestFixedDaily = "interest-fixed-daily";

    /// <summary>A claim lapses so many years after the due day.</summary>
    public const string Limitation = "limitation";

    /// <summary>Income tax kept back by the employer.</summary>
    public const string IncomeTax = "income-tax";

    /// <summary>At most <c>max</c> days of stay in any <c>window</c> days.</summary>
    public const string StayRolling = "stay-rolling";

    /// <summary>At most <c>max</c> days in a calendar year and at most <c>continuous</c> on end.</summary>
    public const string StayCalendarYear = "stay-calendar-year";

    /// <summary>At most <c>max</c> days from entry; <c>registered</c> days for those who have registered.</summary>
    public const string StaySinceEntry = "stay-since-entry";

    /// <summary>Stay for the term of an employment contract.</summary>
    public const string StayContract = "stay-contract";

    /// <summary>Days to conclude a new contract without leaving, when one ended early.</summary>
    public const string NewContract = "new-contract";

    /// <summary>Something must be done within so many days of entry.</summary>
    public const string DeadlineSinceEntry = "deadline-since-entry";

    /// <summary>What follows from an overstay of <c>from-days</c> to <c>to-days</c> days.</summary>
    public const string OverstayConsequence = "overstay-consequence";

    /// <summary>Pay of overtime.</summary>
    public const string Overtime = "overtime";

    /// <summary>Pay of work on a rest day or public holiday.</summary>
    public const string RestDay = "rest-day";

    /// <summary>Pay of night work.</summary>
    public const string NightWork = "night-work";

    /// <summary>Ordinary hours.</summary>
    public const string WorkingTime = "working-time";

    /// <summary>When wages are due.</summary>
    public const string PayDay = "pay-day";

    /// <summary>When everything is due after dismissal.</summary>
    public const string FinalPay = "final-pay";

    /// <summary>Pay of a full month not below a series.</summary>
    public const string MinimumWage = "minimum-wage";

    /// <summary>Shown to the reader, not computed.</summary>
    public const string Information = "information";

    private static readonly FrozenDictionary<string, Parameter[]> Kinds = new Dictionary<string, Parameter[]>(StringComparer.Ordinal)
    {
        [InterestAtRateOfEachDay] = [new("series", ParameterType.Word), new("factor", ParameterType.Number), new("divisor", ParameterType.Number)],
        [InterestAtRateOfPaymentDay] = [new("series", ParameterType.Word), new("factor", ParameterType.Number), new("divisor", ParameterType.Number)],
        [InterestFixedDaily] = [new("percent", ParameterType.Number)],
        [Limitation] = [new("years", ParameterType.Whole), new("if-day-off", ParameterType.Word)],
        [IncomeTax] = [new("percent", ParameterType.Number)],
        [StayRolling] = [new("max", ParameterType.Whole), new("window", ParameterType.Whole)],
        [StayCalendarYear] = [new("max", ParameterType.Whole), new("continuous", ParameterType.Whole)],
        [StaySinceEntry] = [new("max", ParameterType.Whole), new("registered", ParameterType.Whole, Required: false)],
        [StayContract] = [],
        [NewContract] = [new("after-days", ParameterType.Whole), new("new-contract-days", ParameterType.Whole)],
        [DeadlineSinceEntry] = [new("what", ParameterType.Word), new("days", ParameterType.Whole), new("basis", ParameterType.Word)],
        [OverstayConsequence] = [new("from-days", ParameterType.Whole), new("to-days", ParameterType.Whole, Required: false), new("closed-days", ParameterType.Whole, Required: false), new("closed-years", ParameterType.Whole, Required: false)],
        [Overtime] = [new("first-hours", ParameterType.Number), new("first-factor", ParameterType.Number), new("then-factor", ParameterType.Number)],
        [RestDay] = [new("factor", ParameterType.Number)],
        [NightWork] = [new("from-hour", ParameterType.Whole), new("to-hour", ParameterType.Whole), new("supplement-percent", ParameterType.Number)],
        [WorkingTime] = [new("hours-per-day", ParameterType.Number), new("hours-per-week", ParameterType.Number)],
        [PayDay] = [new("periods-per-month", ParameterType.Whole), new("days-after-period", ParameterType.Whole), new("if-day-off", ParameterType.Word)],
        [FinalPay] = [new("days", ParameterType.Whole)],
        [MinimumWage] = [new("series", ParameterType.Word)],
        [Information] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All kinds, by name.</summary>
    public static IEnumerable<string> All => Kinds.Keys;

    /// <summary>The parameters of a kind; null for a kind that does not exist.</summary>
    public static IReadOnlyList<Parameter>? ParametersOf(string kind) => Kinds.GetValueOrDefault(kind);
}
