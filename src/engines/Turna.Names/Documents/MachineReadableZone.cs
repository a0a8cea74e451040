using System.Globalization;

namespace Turna.Names.Documents;

/// <summary>One check digit and whether it holds.</summary>
/// <param name="Field">document number, birth date, expiry date, personal number or composite.</param>
/// <param name="Digit">The digit read.</param>
/// <param name="Expected">The digit computed.</param>
public sealed record MrzCheck(string Field, char Digit, int Expected)
{
    /// <summary>Whether the digit holds. A filler counts as 0 where the field is empty.</summary>
    public bool Holds => Digit == (char)('0' + Expected);
}

/// <summary>A character that was read as another one.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Read">What the text held.</param>
/// <param name="As">What it was taken for.</param>
public sealed record MrzCorrection(int Line, int Column, char Read, char As);

/// <summary>A machine-readable zone, read.</summary>
/// <param name="Format">Its format.</param>
/// <param name="DocumentCode">P, ID, I, V …, without fillers.</param>
/// <param name="Issuer">Three-letter code of the issuing state (KGZ).</param>
/// <param name="Family">Primary identifier, words apart.</param>
/// <param name="Given">Secondary identifier, words apart; empty when the document has one name only.</param>
/// <param name="NamesTruncated">Whether the names fill the field to its last place, so that the end may be cut off.</param>
/// <param name="DocumentNumber">Without fillers; the long form of TD1 included.</param>
/// <param name="Nationality">Three-letter code.</param>
/// <param name="BirthDate">Null when incomplete (fillers) or no date.</param>
/// <param name="Sex">Unknown for the filler and for X.</param>
/// <param name="ExpiryDate">Null when incomplete or no date.</param>
/// <param name="PersonalNumber">The optional data without fillers; on Kyrgyz documents the personal number.</param>
/// <param name="Checks">All check digits of the format.</param>
/// <param name="Corrections">Characters read as others.</param>
/// <param name="Problems">What does not fit, in words.</param>
public sealed record MrzReading(
    MrzFormat Format, string DocumentCode, string Issuer, string Family, string Given, bool NamesTruncated, string DocumentNumber,
    string Nationality, DateOnly? BirthDate, Sex Sex, DateOnly? ExpiryDate, string PersonalNumber,
    IReadOnlyList<MrzCheck> Checks, IReadOnlyList<MrzCorrection> Corrections, IReadOnlyList<string> Problems)
{
    /// <summary>Whether every check digit holds and nothing else is wrong. Corrections do not make a zone invalid.</summary>
    public bool IsValid => Problems.Count == 0 && Checks.All(c => c.Holds);

    /// <summary>The name, ready to compare: truncation and lost letters are what comparison allows for.</summary>
    public PersonName Name => PersonName.Of(Family, Given);
}

/// <summary>Reads machine-readable zones of passports, cards and visas: ICAO Doc 9303, eighth edition, parts 3 to 7.</summary>
/// <remarks>
/// Usual errors of optical reading are mended where the kind of field decides (a letter cannot be 0) or the check digit does.
/// Not promised: that a zone with right check digits belongs to a real document.
/// </remarks>
public static class MachineReadableZone
{
    private const int LongestText = 400;

    /// <summary>Reads a zone.</summary>
    /// <param name="text">Two or three lines, apart by line breaks or " / "; spaces and «‹ are forgiven.</param>
    /// <param name="today">The day by which two-digit years are completed: nobody is born after it, and papers expire within 50 years of it.</param>
    /// <returns>The reading, or null when the text has not the shape of a zone.</returns>
    public static MrzReading? Read(string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText) return null;
        var lines = MrzLines.Split(text);
        if (lines.Count is not (2 or 3)) return null;

        var layout = MrzLayout.For(lines.Count, lines.Max(l => l.Length), lines[0].FirstOrDefault());
        return layout is null ? null : Read(new MrzLines(lines, layout), layout, today);
    }

    private static MrzReading Read(MrzLines lines, MrzLayout layout, DateOnly today)
    {
        var number = lines.Checked("document number", layout.Number);
        var birth = lines.Checked("birth date", layout.Birth);
        var expiry = lines.Checked("expiry date", layout.Expiry);
        var optional = lines.Field(layout.Optional);
        if (layout.PersonalCheck is { } personal) optional = lines.CheckedAt("personal number", layout.Optional, personal);

        if (layout.Format == MrzFormat.TD1) (number, optional) = LongNumber(lines, number, optional);
        if (layout.CompositeCheck is { } composite) lines.CheckComposite(composite);

        var names = lines.Field(layout.Names);
        var (family, given) = Names(names);
        var second = layout.SecondOptional is { } place ? lines.Field(place).Trim('<') : string.Empty;
        var personalNumber = optional.Trim('<').Length > 0 ? optional.Trim('<') : second;
        var sex = Sexes(lines, layout);
        var problems = lines.Problems;
        if (family.Length == 0) problems.Add("no name");
        var born = Date(birth, today, isBirth: true);
        if (born is null && birth.All(char.IsAsciiDigit)) problems.Add("birth date is no date");
        var expires = Date(expiry, today, isBirth: false);
        if (expires is null && expiry.All(char.IsAsciiDigit)) problems.Add("expiry date is no date");

        return new MrzReading(
            layout.Format, lines.Field(layout.Code).Trim('<'), lines.Field(layout.Issuer).Trim('<'), family, given, names[^1] != '<',
            number.Trim('<').Replace("<", string.Empty, StringComparison.Ordinal), lines.Field(layout.Nationality).Trim('<'), born, sex, expires,
            personalNumber, lines.Checks, lines.Corrections, problems);
    }

    private static Sex Sexes(MrzLines lines, MrzLayout layout)
    {
        var letter = lines.Field(layout.Sex)[0];
        if (letter is not ('F' or 'M' or 'X' or '<')) lines.Problems.Add($"sex is '{letter}'");
        return letter switch { 'F' => Sex.Female, 'M' => Sex.Male, _ => Sex.Unknown };
    }

    /// <summary>A number of more than nine characters runs on into the optional data; its check digit stands behind it (part 5, note j).</summary>
    private static (string Number, string Optional) LongNumber(MrzLines lines, string number, string optional)
    {
        var check = lines.Checks[0];
        var end = optional.IndexOf('<', StringComparison.Ordinal);
        if (check.Digit != '<' || number[^1] == '<' || end < 2) return (number, optional);

        var whole = number + optional[..(end - 1)];
        lines.Checks[0] = new MrzCheck("document number", optional[end - 1], CheckDigit.Of(whole));
        return (whole, optional[end..]);
    }

    private static (string Family, string Given) Names(string field)
    {
        var trimmed = field.TrimEnd('<');
        var cut = trimmed.IndexOf("<<", StringComparison.Ordinal);
        var family = cut < 0 ? trimmed : trimmed[..cut];
        var given = cut < 0 ? string.Empty : trimmed[(cut + 2)..];
        return (Words(family), Words(given));
    }

    private static string Words(string identifier) =>
        string.Join(' ', identifier.Split('<', StringSplitOptions.RemoveEmptyEntries));

    private static DateOnly? Date(string field, DateOnly today, bool isBirth)
    {
        if (field.Length != 6 || !field.All(char.IsAsciiDigit)) return null;
        var year = today.Year / 100 * 100 + int.Parse(field.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var month = int.Parse(field.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var day = int.Parse(field.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12 || day < 1) return null;

        if (isBirth && (year, month, day).CompareTo((today.Year, today.Month, today.Day)) > 0) year -= 100;
        else if (!isBirth && year > today.Year + 50) year -= 100;
        else if (!isBirth && year < today.Year - 50) year += 100;
        return year >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}
