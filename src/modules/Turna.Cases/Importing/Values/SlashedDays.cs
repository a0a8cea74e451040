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

    private readonly record struct Slashed(string Text, int First, int Second, int Year)
    {
        public bool Tells => First > 12;

        public DateOnly? Day => Year is >= 1 and <= 9999 && Second is >= 1 and <= 12 && First >= 1 && First <= DateTime.DaysInMonth(Year, Second) ? new DateOnly(Year, Second, First) : null;
    }

    public static IReadOnlySet<string> DayFirst(IEnumerable<SourceCell> dates)
    {
        var filled = dates.Where(cell => !cell.IsBlank).ToArray();
        var days = filled.Select(Of).OfType<Slashed>().ToArray();
        if (!TellTheOrder(days, filled.Length)) return new HashSet<string>();
        var places = Enumerable.Range(0, days.Length).Where(at => days[at] is { Tells: true, Day: not null }).ToArray();
        var known = Array.ConvertAll(places, at => days[at].Day!.Value);
        var ascending = known.Skip(1).Zip(known, (next, before) => next >= before).Count(step => step) >= InOrder * (known.Length - 1);
        return days.Where((day, at) => !day.Tells && (!ascending || Fits(day.Day, places, known, at))).Select(day => day.Text).ToHashSet(StringComparer.Ordinal);
    }

    private static Slashed? Of(SourceCell cell) =>
        cell.Kind == CellKind.Text && DateReader.TryTriple(cell.Words!, out var read) && read.Slash ? new Slashed(cell.Words!.Trim(), read.First, read.Second, read.Year) : null;

    private static bool TellTheOrder(Slashed[] days, int filled)
    {
        var telling = days.Count(day => day.Tells);
        return telling >= FewestTelling && days.Length >= NearlyAll * filled && !Array.Exists(days, day => day.Second > 12) && days.Length - telling <= telling * MostForOne;
    }

    private static bool Fits(DateOnly? day, int[] places, DateOnly[] known, int at)
    {
        var next = ~Array.BinarySearch(places, at);
        return day is { } read && (next == 0 || read.DayNumber >= known[next - 1].DayNumber - Slack) && (next == known.Length || read.DayNumber <= known[next].DayNumber + Slack);
    }
}
