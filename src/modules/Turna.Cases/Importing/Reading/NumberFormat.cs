using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Reading;

/// <summary>
/// What a number format prints beside a number. An office that formats a column as soms writes the currency nowhere else.
/// </summary>
internal static partial class NumberFormat
{
    /// <summary>Stands for "the currency of the computer that shows the sheet", which the file does not name.</summary>
    public const string LocalCurrency = "¤";

    private static readonly HashSet<int> LocalCurrencyFormats = [5, 6, 7, 8, 42, 44];

    /// <summary>The words and signs of the format's first section; null when it prints the number alone.</summary>
    public static string? Unit(int index, string? format)
    {
        if (LocalCurrencyFormats.Contains(index)) return LocalCurrency;
        if (string.IsNullOrEmpty(format) || format == "General") return null;
        var section = format.Split(';')[0];
        var unit = string.Join(' ', Printed().Matches(section).Select(match => match.Groups["text"].Value.Trim()).Where(text => text.Length > 0));
        return unit.Length == 0 ? null : unit;
    }

    // "сом"   [$₽-419]   \р   and the signs that need no quoting
    [GeneratedRegex(@"""(?<text>[^""]*)""|\[\$(?<text>[^\]\-]*)(?:-[^\]]*)?\]|\\(?<text>[^\s,.\-()_])|(?<text>[$€₽₸₺₩£¥%])")]
    private static partial Regex Printed();
}
