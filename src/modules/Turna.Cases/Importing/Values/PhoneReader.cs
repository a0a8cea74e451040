using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Reads the phones of a cell and whose they are. Only a number with nothing but neutral words beside it is hers: calling a husband by
/// mistake can cost more than a lost number.
/// </summary>
internal static partial class PhoneReader
{
    private const int FewestDigits = 6;
    private const int MostDigits = 15;
    private const int NationalDigits = 9;

    /// <param name="cell">The cell.</param>
    /// <param name="afterSeven">What the register writes behind a +7.</param>
    /// <param name="country">Where she is, where that is known.</param>
    /// <param name="loose">The register often writes a digit too few or too many.</param>
    public static Reading<IReadOnlyList<RegisterPhone>> Read(SourceCell cell, IReadOnlySet<string>? afterSeven = null, string? country = null, bool loose = false)
    {
        if (cell.IsBlank) return Nothing;
        var text = Stroked().Replace(cell.Written, WithoutStrokes);
        var numbers = Number().Matches(text).Where(match => Digits(match.Value).Length is >= FewestDigits and <= MostDigits).ToArray();
        if (numbers.Length == 0 && Spelling.Fold(text) is var folded && (Values.Words.Shipped.Says("empty", folded) || Values.Words.Shipped.Says("noPhone", folded))) return Nothing;
        if (numbers.Length == 0 && Nickname.In(cell.Written) is not null) return Nothing;
        if (numbers.Length == 0)
            return text.Any(char.IsAsciiDigit) ? Reading<IReadOnlyList<RegisterPhone>>.NotUnderstood($"'{text}' was not understood as a phone") : OnlyWords(text);

        var phones = new List<RegisterPhone>();
        string? doubt = null;
        for (var i = 0; i < numbers.Length; i++)
        {
            var (owner, known) = Owner(Beside(text, numbers, i));
            if (!known) doubt ??= $"'{owner}' beside the number: whose it is was not understood, so it is not taken for hers";
            var number = HostNumber.Of(International(numbers[i].Value, afterSeven), country);
            // Which digit is missing or too many nobody knows: it stays as it is written, without the code of a country that may not be its own.
            if (PhoneLengths.Off(number) is var off and not 0 && !(loose && PhoneLengths.IsSlip(number)))
            {
                doubt ??= off < 0 ? $"'{numbers[i].Value}' has too few digits" : $"'{numbers[i].Value}' has too many digits";
                number = AsWritten(numbers[i].Value);
            }

            phones.Add(new RegisterPhone(number, owner is null, owner, cell.Written));
        }

        return new Reading<IReadOnlyList<RegisterPhone>>(phones, doubt);
    }

    /// <summary>The numbers of a cell with the codes of their countries.</summary>
    public static IEnumerable<string> Numbers(SourceCell cell) => cell.IsBlank ? [] : Number().Matches(cell.Written).Select(match => International(match.Value));

    /// <summary>What stands behind the +7 of a cell's numbers.</summary>
    public static IEnumerable<string> AfterSeven(SourceCell cell) => cell.Written.Contains("+7", StringComparison.Ordinal)
        ? Number().Matches(cell.Written).Where(match => match.Value.StartsWith("+7", StringComparison.Ordinal)).Select(match => Digits(match.Value)[1..])
        : [];

    /// <summary>A number as it is dialled from anywhere; the digits as written when the country is not plain.</summary>
    public static string International(string written, IReadOnlySet<string>? afterSeven = null) => WithoutTrunk().Replace(WithCode(written, afterSeven), "+${code}${rest}");

    private static string AsWritten(string written) => (written.TrimStart().StartsWith('+') ? "+" : string.Empty) + Digits(written);

    private static string WithCode(string written, IReadOnlySet<string>? afterSeven)
    {
        var digits = Digits(written);
        // "+8 916 …" is the Russian eight; no country has the code 89.
        if (written.TrimStart().StartsWith('+')) return digits.Length == 11 && digits.StartsWith("89", StringComparison.Ordinal) ? "+7" + digits[1..] : "+" + digits;
        if (digits.Length >= 13 && digits.StartsWith("810", StringComparison.Ordinal)) return "+" + digits[3..];
        if (digits.Length == 13 && digits.StartsWith("8996", StringComparison.Ordinal)) return "+" + digits[1..];
        if (digits.Length >= 12 && digits.StartsWith("00", StringComparison.Ordinal) && ForeignCode().IsMatch(digits)) return "+" + digits[2..];
        if (digits.Length is 12 or 13 && digits.StartsWith("996", StringComparison.Ordinal)) return "+" + digits;
        if (digits.Length is 12 or 13 && BareForeignCode().IsMatch(digits)) return "+" + digits;
        if (LongDistance().IsMatch(digits) && afterSeven?.Contains(digits[1..]) is not true) return "+996" + digits[^NationalDigits..];
        if (digits.Length is 10 or 11 && digits[0] == '8') return "+7" + digits[1..];
        if (digits.Length == 11 && digits[0] == '7') return "+" + digits;
        // Numbers of home have nine figures, those of Russia ten; a mobile one begins with nine. With 996 it is one of home that lost figures.
        if (digits.Length == NationalDigits + 1 && digits[0] == '9' && !digits.StartsWith("996", StringComparison.Ordinal)) return "+7" + digits;
        if (digits.Length is 10 or 11 && digits[0] == '0') return "+996" + digits[1..];
        return digits.Length == 9 && digits[0] != '0' ? "+996" + digits : digits;
    }

    /// <summary>"0777/121212" is one number, "0777121212/0555121212" are two.</summary>
    private static string WithoutStrokes(Match written) => Digits(written.Value).Length is >= 9 and <= 13 ? written.Value.Replace('/', ' ') : written.Value;

    /// <summary>Words up to the next number belong to this one, and words before the first number too; but "…, муж: 0555…" names the next.</summary>
    private static string Beside(string text, Match[] numbers, int i)
    {
        var before = i == 0 ? text[..numbers[0].Index] : text[Parting(text, numbers, i - 1)..numbers[i].Index];
        var end = i + 1 < numbers.Length ? End(text, numbers, i) : text.Length;
        return before + " " + text[(numbers[i].Index + numbers[i].Length)..end];
    }

    /// <summary>"0555…, муж 0777… сама": the next number has words on both sides, so "муж" may be of either, and neither is taken for hers.</summary>
    private static int End(string text, Match[] numbers, int i)
    {
        var next = numbers[i + 1];
        var parting = Parting(text, numbers, i);
        var behindNext = text[(next.Index + next.Length)..(i + 2 < numbers.Length ? Parting(text, numbers, i + 1) : text.Length)];
        var hasColon = text[parting..next.Index].TrimEnd().EndsWith(':');
        return hasColon || !behindNext.Any(char.IsLetter) ? parting : next.Index;
    }

    /// <summary>Where the words that belong to a number end, and those of the next begin.</summary>
    private static int Parting(string text, Match[] numbers, int i)
    {
        var (from, to) = (numbers[i].Index + numbers[i].Length, numbers[i + 1].Index);
        var between = text[from..to];
        var label = Label().Match(between);
        return label.Success ? from + label.Index : to;
    }

    /// <summary>Null when nothing says that the phone is somebody else's.</summary>
    private static (string? Owner, bool Known) Owner(string beside)
    {
        var folded = Spelling.Fold(beside.Replace('/', ' '));
        if (folded.Length == 0) return (null, true);
        var words = folded.Split(' ').Where(word => !word.All(char.IsAsciiDigit)).ToArray();
        var named = beside.Trim(' ', '(', ')', ',', ';', '.', '-', '/', ':', '\n');
        if (PhoneOwnerWords.NamesAnother(folded) || PhoneOwnerWords.IsPossessed(folded)
            || words.Any(word => Values.Words.Shipped.Says("deskPhone", word))) return (named, true);
        return words.All(word => Values.Words.Shipped.Says("own", word)) ? (null, true) : (named, false);
    }

    private static Reading<IReadOnlyList<RegisterPhone>> OnlyWords(string text) =>
        text.Trim('-', '—', '–', '.', ' ', '?').Length == 0
            ? Nothing
            : Reading<IReadOnlyList<RegisterPhone>>.NotUnderstood($"'{text}' has no number");

    private static Reading<IReadOnlyList<RegisterPhone>> Nothing => Reading<IReadOnlyList<RegisterPhone>>.Sure([]);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"\+?[0-9](?:[\s\-‑.()]{0,3}[0-9]){4,}")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![0-9][\s\-.()/]{0,3})(0[0-9]{2,4}|\+[0-9]{1,4}|8|7|996)(\s*/\s*[0-9]{2,7}([\s\-][0-9]{2,3})*)+(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Stroked();

    // What stands between a separator, or nothing, and a colon; or between a separator and the number with no bracket about it.
    [GeneratedRegex(@"[^,;\n/:()]*:\s*\z|(?<=[,;\n])[^,;\n/()]*\p{L}[^,;\n/()]*\z", RegexOptions.RightToLeft)]
    private static partial Regex Label();

    // "8 0555 778899" and "8 555 778899": the long-distance eight before a number of home.
    [GeneratedRegex("^8(0[1-9][0-9]{8}|([2357][0-9]|99)[0-9]{7})$", RegexOptions.ExplicitCapture)]
    private static partial Regex LongDistance();

    // "+996 (0555) …", "+90 0532 …", "+82 010 …": the nought that is dialled at home only.
    [GeneratedRegex(@"^\+((?<code>996)0(?<rest>[0-9]{9})|(?<code>90)0(?<rest>[0-9]{10})|(?<code>82)0(?<rest>10[0-9]{8}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex WithoutTrunk();

    [GeneratedRegex("^(998|992|971|966|90|82|49|44)")]
    private static partial Regex BareForeignCode();

    [GeneratedRegex("^00(996|998|992|7|90|82|971|48|49|44)")]
    private static partial Regex ForeignCode();
}
