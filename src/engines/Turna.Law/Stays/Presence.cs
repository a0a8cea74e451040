namespace Turna.Law.Stays;

/// <summary>Consecutive days of presence, as day numbers, both ends included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Run(int From, int To);

/// <summary>
/// The days somebody was in an area. Stays that overlap or follow each other without a day between are one run:
/// a day counts once, however many stamps it has. Optionally she is imagined to stay on from a day without end.
/// </summary>
public sealed class Presence
{
    private readonly Run[] _runs;
    private readonly int[] _before;
    private readonly int _stayingFrom;

    private Presence(Run[] runs, int[] before, int stayingFrom) => (_runs, _before, _stayingFrom) = (runs, before, stayingFrom);

    /// <summary>The runs, in order.</summary>
    public IReadOnlyList<Run> Runs => _runs;

    /// <summary>Merges runs in any order.</summary>
    public static Presence Of(IEnumerable<Run> stays)
    {
        var sorted = stays.Where(stay => stay.From <= stay.To).ToArray();
        Array.Sort(sorted, static (left, right) => left.From.CompareTo(right.From));
        var count = 0;
        foreach (var stay in sorted)
        {
            if (count > 0 && stay.From <= sorted[count - 1].To + 1)
                sorted[count - 1] = sorted[count - 1] with { To = Math.Max(sorted[count - 1].To, stay.To) };
            else
                sorted[count++] = stay;
        }

        var before = new int[count + 1];
        for (var index = 0; index < count; index++) before[index + 1] = before[index] + sorted[index].To - sorted[index].From + 1;
        return new Presence(sorted[..count], before, int.MaxValue);
    }

    /// <summary>The same past, and from a day on she stays without end.</summary>
    public Presence Staying(int from) => new(_runs, _before, from);

    /// <summary>Days present in a span, both ends included.</summary>
    public int Count(int from, int to) => UpTo(to) - UpTo(from - 1);

    /// <summary>The run that holds a day; null when she was not there. An imagined stay does not count.</summary>
    public Run? RunAt(int day)
    {
        var index = IndexAt(day);
        return index >= 0 && day <= _runs[index].To ? _runs[index] : null;
    }

    /// <summary>How many days on end she has been there by the end of a day; 0 when she is not there.</summary>
    public int OnEnd(int day)
    {
        if (day >= _stayingFrom) return day - _stayingFrom + 1 + OnEndReally(_stayingFrom - 1);
        return OnEndReally(day);
    }

    private int OnEndReally(int day) => RunAt(day) is { } run ? day - run.From + 1 : 0;

    private int UpTo(int day) => day >= _stayingFrom ? UpToReally(_stayingFrom - 1) + day - _stayingFrom + 1 : UpToReally(day);

    private int UpToReally(int day)
    {
        var index = IndexAt(day);
        return index < 0 ? 0 : _before[index] + Math.Min(day, _runs[index].To) - _runs[index].From + 1;
    }

    /// <summary>The last run that begins on the day or before; -1 when there is none.</summary>
    private int IndexAt(int day)
    {
        var (low, high) = (0, _runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].From <= day) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
