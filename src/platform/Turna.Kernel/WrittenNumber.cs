using System.Globalization;
using System.Text.RegularExpressions;

namespace Turna.Kernel;

/// <summary>A number as people write it: 71500, 71 500,00, 71.500,00, 71,500.00, 71'500.</summary>
/// <param name="Value">What it says; not negative.</param>
/// <param name="Doubtful">True for a single mark before three figures: 1.500 is fifteen hundred to most, one and a half to some.</param>
public readonly partial record struct WrittenNumber(decimal Value, bool Doubtful)
{
    private const int Longest = 30;

    /// <summary>The last mark before one or two figures is the decimal mark; marks and spaces before three figures part thousands. Null for anything else.</summary>
    public static WrittenNumber? Read(string written)
    {
        if (written.Length > Longest) return null;
        var figures = Blanks().Replace(written.Trim(), " ").TrimEnd('.', ',', ' ', '\'', '’');
        var mark = figures.LastIndexOfAny(['.', ',']);
        var decimals = mark < 0 ? 0 : figures.Length - mark - 1;
        if (decimals > 3) return null;
        var (whole, fraction) = decimals is 1 or 2 ? (figures[..mark], figures[(mark + 1)..]) : (figures, string.Empty);
        var doubtful = decimals == 3 && figures.Count(letter => letter is '.' or ',') == 1 && !figures.Contains(' ', StringComparison.Ordinal);

        var groups = whole.Split(' ', '.', ',', '\'', '’');
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))) return null;
        var joined = string.Concat(groups) + (fraction.Length > 0 ? "." + fraction : string.Empty);
        return decimal.TryParse(joined, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? new WrittenNumber(value, doubtful) : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
