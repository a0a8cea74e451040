using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Finds the one country a misspelt word is a single slip away from ("Росия", "Казахтан"), or a shortened one stands for. Always to be shown as doubtful.</summary>
internal static class Slips
{
    private const int ShortestWord = 5;
    private const int ShortestBrokenOff = 3;

    public static string? Country(string text) => OneSlipAway(text) ?? WrittenOut(text);

    /// <summary>"Кырг-н", "Казахст.": the one country whose spellings begin and end so.</summary>
    private static string? WrittenOut(string text) => Shortened.Ends(text) is { Start.Length: >= ShortestBrokenOff } ends
        && Words.Shipped.Lists.Countries.Spellings.Where(one => ends.Fit(one.Key)).Select(one => one.Value.Value).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    private static string? OneSlipAway(string text)
    {
        var folded = Spelling.Fold(text);
        if (folded.Length < ShortestWord) return null;
        string? found = null;
        foreach (var (spelling, country) in Words.Shipped.Lists.Countries.Spellings)
        {
            if (spelling.Length < ShortestWord || !IsOneSlip(folded, spelling)) continue;
            if (found is not null && found != country.Value) return null;
            found = country.Value;
        }

        return found;
    }

    /// <summary>One letter more, less or other, or two neighbours changed over.</summary>
    public static bool IsOneSlip(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start]) start++;
        var a = one.AsSpan(start);
        var b = other.AsSpan(start);
        if (a.Length > 0 && b.Length > 0 && a[1..].SequenceEqual(b[1..])) return true;
        if (a.Length > 0 && a[1..].SequenceEqual(b)) return true;
        if (b.Length > 0 && a.SequenceEqual(b[1..])) return true;
        return a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
    }
}
