using System.Text;

namespace Turna.Names;

/// <summary>A telephone number in the form of ITU-T E.164.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 of the plan it fits; for +7 by its first digits, for +1 US.</param>
/// <param name="CountryCode">The digits after the plus that name the plan.</param>
/// <param name="National">The digits after the country code.</param>
/// <param name="Note">What stood beside the number: "брат", "WhatsApp"; empty when nothing did.</param>
/// <remarks>
/// Numbering plans are in <c>content/names/phone-plans.csv</c>. Only length and leading digits are checked: a number that fits may
/// still be unassigned.
/// </remarks>
public sealed record PhoneNumber(string Country, string CountryCode, string National, string Note)
{
    /// <summary>Plus, country code, national digits: "+996555123456". Equal numbers have equal text.</summary>
    public string E164 => $"+{CountryCode}{National}";

    /// <summary>Reads one number as people write it: spaces, brackets, dashes, 00 or 8-10 for plus, a trunk digit, words before or after.</summary>
    /// <param name="text">The cell; when it holds several numbers the first that fits counts (<see cref="ReadAll"/> gives all).</param>
    /// <param name="defaultCountry">ISO 3166-1 alpha-2 of the country to assume for a number without a country code: usually the office's.</param>
    /// <param name="number">The number, or null.</param>
    /// <returns>Whether a number of a known plan was found. Never throws.</returns>
    public static bool TryParse(string? text, string defaultCountry, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PhoneNumber? number)
    {
        var all = ReadAll(text, defaultCountry);
        number = all.Count > 0 ? all[0] : null;
        return all.Count > 0;
    }

    /// <summary>All numbers of a cell that fit a plan, in order, each with the words beside it.</summary>
    public static IReadOnlyList<PhoneNumber> ReadAll(string? text, string defaultCountry)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var found = new List<PhoneNumber>();
        foreach (var (digits, plus, note) in PhoneText.Split(text))
        {
            if (PhonePlans.Fit(digits, plus, defaultCountry) is { } fit) found.Add(new PhoneNumber(fit.Plan.Country, fit.Plan.Code, fit.National, note));
        }

        return found;
    }

    /// <summary>
    /// A text by which two writings of one number meet even when neither fits a plan: the E.164 form, or "?" and the digits
    /// without country code and trunk. Empty when there are fewer than five digits.
    /// </summary>
    public static string MatchKey(string? text, string defaultCountry)
    {
        if (TryParse(text, defaultCountry, out var number)) return number.E164;
        foreach (var (digits, plus, _) in PhoneText.Split(text ?? string.Empty))
        {
            if (digits.Length >= 5) return "?" + PhonePlans.Core(digits, plus);
        }

        return string.Empty;
    }

    /// <inheritdoc/>
    public override string ToString() => E164;
}

/// <summary>Finds the digit groups of a cell and the words beside them.</summary>
internal static class PhoneText
{
    private const int LongestText = 400;
    private const int FewestDigits = 5;

    /// <summary>The numbers of a cell with what stood beside each.</summary>
    public static IEnumerable<(string Digits, bool Plus, string Note)> Split(string text)
    {
        var pieces = new List<(string Digits, bool Plus)>();
        var note = new StringBuilder();
        var digits = new StringBuilder();
        var plus = false;
        foreach (var c in text.Length > LongestText ? text[..LongestText] : text)
        {
            var digit = System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0) digits.Append((char)('0' + digit));
            else if (c is '+' or '\uFF0B')
            {
                Close();
                plus = true;
            }
            else if (c is ',' or ';' or '/' or '\\' or '|' or '\n' or '\r') Close();
            else if (char.IsLetter(c))
            {
                Close();
                note.Append(c);
            }
            else if (char.IsWhiteSpace(c) && note.Length > 0 && note[^1] != ' ') note.Append(' ');
        }

        Close();
        var words = Clean(note.ToString());
        return pieces.Where(p => p.Digits.Length >= FewestDigits).Select(p => (p.Digits, p.Plus, words));

        void Close()
        {
            if (digits.Length == 0) return;
            pieces.Add((digits.ToString(), plus));
            digits.Clear();
            plus = false;
        }
    }

    private static string Clean(string note)
    {
        var words = note.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.ToLowerInvariant() is not ("тел" or "tel" or "моб" or "mob" or "телефон" or "phone" or "номер" or "сот" or "сотовый" or "ном" or "no"));
        return string.Join(' ', words);
    }
}
