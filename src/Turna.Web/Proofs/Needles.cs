using System.Text;
using System.Text.Encodings.Web;
using Turna.Names;

namespace Turna.Web.Proofs;

/// <summary>
/// What a thief would look for: a known text in every way bytes may hold it: other scripts and forms of the text, UTF-8, UTF-16 of both
/// orders, the escapes of JSON, hexadecimal and the three alignments of base64. Needles of fewer than eight bytes are left out: they
/// stand in random bytes by chance.
/// </summary>
internal static class Needles
{
    public const int Shortest = 8;

    /// <summary>Those long enough to be no accident.</summary>
    public static IEnumerable<byte[]> Telling(string text) =>
        Forms(text).Distinct(StringComparer.Ordinal).SelectMany(Written).Concat(InFields(text)).Where(n => n.Length >= Shortest).Distinct(Same);

    /// <summary>The text in every script and case, a number with and without what separates its figures.</summary>
    private static IEnumerable<string> Forms(string text)
    {
        List<string> forms = [text];
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length >= Shortest) forms.AddRange([digits, digits[1..], $"0{digits[^9..]}", digits[^9..]]);
        if (!text.Any(char.IsAsciiDigit) && text.Any(c => c is >= 'Ѐ' and <= 'ӿ')) forms.AddRange([Romanisation.ToLatin(text, LatinStandard.Icao), Romanisation.ToLatin(text, LatinStandard.Passport)]);
        foreach (var form in forms)
        {
            yield return form;
            yield return form.ToUpperInvariant();
            yield return form.ToLowerInvariant();
        }
    }

    private static IEnumerable<byte[]> Written(string form)
    {
        yield return Encoding.BigEndianUnicode.GetBytes(form);
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(form), Encoding.Unicode.GetBytes(form) })
        {
            yield return bytes;
            yield return Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
            yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
            for (var shift = 0; shift < 3; shift++) yield return Base64(bytes, shift);
        }

        yield return Encoding.ASCII.GetBytes(JavaScriptEncoder.Default.Encode(form));
    }

    // A name of three parts as her record would keep it without seals: each part in a field of its own, side by side, with the escapes of JSON.
    private static IEnumerable<byte[]> InFields(string text)
    {
        if (text.Split(' ') is not [var family, var given, var patronymic]) yield break;
        var (first, second, third) = (JavaScriptEncoder.Default.Encode(family), JavaScriptEncoder.Default.Encode(given), JavaScriptEncoder.Default.Encode(patronymic));
        yield return Encoding.ASCII.GetBytes($"{first}\",\"Given\":\"{second}\",\"Patronymic\":\"{third}");
    }

    // The characters of base64 that do not depend on what stands before and after the text.
    private static byte[] Base64(byte[] bytes, int shift)
    {
        var padded = new byte[shift + bytes.Length];
        bytes.CopyTo(padded, shift);
        var text = Convert.ToBase64String(padded).TrimEnd('=');
        var from = shift == 0 ? 0 : shift + 1;
        var whole = (shift + bytes.Length) * 8 / 6;
        return whole <= from ? [] : Encoding.ASCII.GetBytes(text[from..whole]);
    }

    private static readonly IEqualityComparer<byte[]> Same = EqualityComparer<byte[]>.Create(
        (a, b) => a.AsSpan().SequenceEqual(b), a => a.Length >= 8 ? BitConverter.ToInt64(a).GetHashCode() : a.Length);
}
