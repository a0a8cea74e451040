using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// The month that the name of a tab says in figures or with a short year: "01.2024", "2024-03", "Янв. 24". A name such as "05.06", "1-15" (the first half of
/// a month) or "янв 15" (a day) says none.
/// </summary>
internal static partial class SheetPeriod
{
    private const int Century = 2000;
    private const int EarliestShortYear = 20;

    /// <param name="name">As written on the tab.</param>
    /// <param name="today">No month that is still to come is meant.</param>
    public static StatedPeriod? Of(string name, DateOnly today)
    {
        // A tab that was copied bears a number behind its name.
        var plain = Copied().Replace(name, string.Empty).Trim();
        if (Figures().Match(plain) is { Success: true } figures) return Plausible(Number(figures.Groups["year"]), Number(figures.Groups["month"]), today);
        return Word().Match(plain) is { Success: true } word && Words.Shipped.Month(Spelling.Fold(word.Groups["month"].Value)) is { } month
            ? Plausible(Number(word.Groups["year"]), month, today)
            : null;
    }

    private static StatedPeriod? Plausible(int written, int month, DateOnly today)
    {
        // Two figures may be a month or a day as well; registers of those years are hardly brought in.
        if (written is < EarliestShortYear) return null;
        var year = written < 100 ? Century + written : written;
        return month is >= 1 and <= 12 && new DateOnly(year, month, 1) <= today ? new StatedPeriod(year, month, month) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s*\([0-9]+\)$")]
    private static partial Regex Copied();

    [GeneratedRegex(@"^(?<month>0?[1-9]|1[0-2])\s*[.,\-_/ ]\s*(?<year>20[0-9]{2})\s*г?\.?$|^(?<year>20[0-9]{2})\s*[.,\-_/ ]\s*(?<month>0?[1-9]|1[0-2])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(?<month>\p{L}[\p{L} ]*)[.,\-_'’ ]*(?<year>[0-9]{2})\s*(г|ж|й)?\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
