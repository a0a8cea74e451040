using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Learns from a column that writes nearly all its days with slashes which of them have the day first for certain: many others can't be read
/// otherwise, none can be read only with the month first, and where the rows follow their days, it keeps the order ("04/03/2024" between
/// "28/02/2024" and "14/03/2024"). Where slashes are one way of writing among several, several hands have written.
/// </summary>
internal static class SlashedDays
{
    private const int FewestTelling = 8;
    private const int MostForOne = 2;
    private const int Slack = 31;
    private const double InOrder = 0.9;
    private const double NearlyAll = 0.8;

    public static IReadOnlySet<string> DayFirst(IEnumerable<SourceCell> dates)
    {
        var filled = dates.Where(cell => !cell.IsBlank).ToArray();
        var days = filled.Where(cell => cell.Kind == CellKind.Text).Select(cell => (Text: cell.Words!.Trim(), Read: DateReader.TryTriple(cell.Words!, out var triple) ? triple : default))
            .Where(day => day.Read.Slash).ToArray();
        var telling = days.Count(day => day.Read.First > 12);
        if (telling < FewestTelling || days.Length < NearlyAll * filled.Length || Array.Exists(days, day => day.Read.Second > 12) || days.Length - telling > telling * MostForOne) return new HashSet<string>();
        var known = days.Select((day, at) => (day.Read, at)).Where(day => day.Read.First > 12).Select(day => (Day: Day(day.Read), At: day.at)).Where(day => day.Day is not null).ToArray();
        var ascending = known.Skip(1).Zip(known, (next, before) => next.Day >= before.Day).Count(step => step) >= InOrder * (known.Length - 1);
        return days.Where((day, at) => day.Read.First <= 12 && (!ascending || Fits(Day(day.Read), at, known))).Select(day => day.Text).ToHashSet(StringComparer.Ordinal);
    }

    private static bool Fits(DateOnly? day, int at, (DateOnly? Day, int At)[] known)
    {
        var before = known.LastOrDefault(other => other.At < at).Day;
        var after = known.FirstOrDefault(other => other.At > at).Day;
        return day is { } read && (before is null || read.DayNumber >= before.Value.DayNumber - Slack) && (after is null || read.DayNumber <= after.Value.DayNumber + Slack);
    }

    private static DateOnly? Day((int First, int Second, int Year, bool Slash) read) =>
        read.Year is >= 1 and <= 9999 && read.Second is >= 1 and <= 12 && read.First >= 1 && read.First <= DateTime.DaysInMonth(read.Year, read.Second) ? new DateOnly(read.Year, read.Second, read.First) : null;
}
