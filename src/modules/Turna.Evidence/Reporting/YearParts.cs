namespace Turna.Evidence.Reporting;

/// <summary>The periods of a year by their numbers: the months from 0, the quarters from 12, the year last.</summary>
internal static class YearParts
{
    public const int Months = 12;
    public const int Year = 16;
    public const int Count = 17;

    /// <summary>A day lies in as many periods at once: a month, a quarter and the year.</summary>
    public const int Levels = 3;

    private const int MonthsInQuarter = 3;

    public static int Of(Period period) => period.Months switch
    {
        1 => period.From.Month - 1,
        MonthsInQuarter => QuarterOf(period.From.Month - 1),
        _ => Year,
    };

    public static int QuarterOf(int month) => Months + (month / MonthsInQuarter);

    /// <summary>The numbers of the months that a period is made of.</summary>
    public static Range MonthsOf(int part) => part switch
    {
        Year => ..Months,
        >= Months => ((part - Months) * MonthsInQuarter)..((part - Months + 1) * MonthsInQuarter),
        _ => part..(part + 1),
    };

    /// <summary>The numbers of the periods that list the same places: the months of a quarter, the quarters of the year.</summary>
    public static Range SistersOf(int part) => part switch
    {
        Year => Year..Count,
        >= Months => Months..Year,
        _ => MonthsOf(QuarterOf(part)),
    };
}
