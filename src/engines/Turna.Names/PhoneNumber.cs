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
        foreach (var piece in PhoneText.Split(text))
        {
            foreach (var (plan, national) in Numbers(piece, defaultCountry)) found.Add(new PhoneNumber(plan.Country, plan.Code, national, piece.Note));
        }

        return found;
    }

    // Two numbers are also written one behind the other with nothing but a space or a dash between them.
    private static IReadOnlyList<(PhonePlan Plan, string National)> Numbers(PhonePiece piece, string defaultCountry)
    {
        if (PhonePlans.Fit(piece.Digits, piece.Plus, defaultCountry) is { } whole) return [whole];
        for (int group = 1, length = piece.Groups[0].Length; group < piece.Groups.Count; length += piece.Groups[group++].Length)
        {
            if (piece.Digits.Length - length < PhoneText.FewestDigits) break;
            if (PhonePlans.Fit(piece.Digits[..length], piece.Plus, defaultCountry) is not { } first) continue;
            var rest = Numbers(new PhonePiece([.. piece.Groups.Skip(group)], Plus: false, piece.Note), defaultCountry);
            if (rest.Count > 0) return [first, .. rest];
        }

        return [];
    }

    /// <summary>
    /// A text by which two writings of one number meet even when neither fits a plan: the E.164 form, or "?" and the digits
    /// without country code and trunk. Empty when there are fewer than five digits.
    /// </summary>
    public static string MatchKey(string? text, string defaultCountry)
    {
        if (TryParse(text, defaultCountry, out var number)) return number.E164;
        foreach (var piece in PhoneText.Split(text ?? string.Empty)) return "?" + PhonePlans.Core(piece.Digits, piece.Plus);

        return string.Empty;
    }

    /// <inheritdoc/>
    public override string ToString() => E164;
}

/// <summary>Digits of a cell that may be a number, in the groups in which they were written.</summary>
internal readonly record struct PhonePiece(IReadOnlyList<string> Groups, bool Plus, string Note)
{
    public string Digits { get; } = string.Concat(Groups);
}

/// <summary>Finds the digit groups of a cell and the words beside them.</summary>
internal static class PhoneText
{
    public const int FewestDigits = 5;

    private const int LongestText = 400;

    /// <summary>The numbers of a cell with what stood beside each.</summary>
    public static IEnumerable<PhonePiece> Split(string text)
    {
        var pieces = new List<(List<string> Groups, bool Plus)>();
        var note = new StringBuilder();
        var digits = new StringBuilder();
        var groups = new List<string>();
        var plus = false;
        foreach (var c in WithoutFraction(text.Length > LongestText ? text[..LongestText] : text))
        {
            var digit = System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0) digits.Append((char)('0' + digit));
            else if (c is '+' or '\uFF0B')
            {
                Close();
                plus = true;
            }
            else if (c is ',' or ';' or '/' or '\\' or '|' or '\n' or '\r' or '#') Close();
            else if (char.IsLetter(c))
            {
                Close();
                note.Append(c);
            }
            else
            {
                CloseGroup();
                if (char.IsWhiteSpace(c) && note.Length > 0 && note[^1] != ' ') note.Append(' ');
            }
        }

        Close();
        var words = Clean(note.ToString());
        return pieces.Select(p => new PhonePiece(p.Groups, p.Plus, words)).Where(p => p.Digits.Length >= FewestDigits);

        void CloseGroup()
        {
            if (digits.Length > 0) groups.Add(digits.ToString());
            digits.Clear();
        }

        void Close()
        {
            CloseGroup();
            if (groups.Count == 0) return;
            pieces.Add((groups, plus));
            (groups, plus) = ([], false);
        }
    }

    // A column of numbers that a spreadsheet took for amounts.
    private static string WithoutFraction(string text) =>
        text.TrimEnd() is { Length: > 2 } trimmed && trimmed.EndsWith(".0", StringComparison.Ordinal) && trimmed.AsSpan(0, trimmed.Length - 2).Trim().ContainsAnyExceptInRange('0', '9') is false
            ? trimmed[..^2]
            : text;

    private static string Clean(string note)
    {
        var words = note.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.ToLowerInvariant() is not ("тел" or "tel" or "моб" or "mob" or "телефон" or "phone" or "номер" or "сот" or "сотовый" or "ном" or "no"));
        return string.Join(' ', words);
    }
}
