using System.Text;

namespace Turna.Web.Proofs;

/// <summary>
/// What a thief would look for: a known text in every way bytes may hold it: UTF-8, UTF-16, upper case, hexadecimal and the three
/// alignments of base64. Needles of fewer than eight bytes are left out: they stand in random bytes by chance.
/// </summary>
internal static class Needles
{
    private const int Shortest = 8;

    public static IEnumerable<byte[]> Of(string text)
    {
        foreach (var form in new[] { text, text.ToUpperInvariant(), text.ToLowerInvariant() }.Distinct(StringComparer.Ordinal))
        {
            foreach (var bytes in new[] { Encoding.UTF8.GetBytes(form), Encoding.Unicode.GetBytes(form) })
            {
                yield return bytes;
                yield return Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
                yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
                for (var shift = 0; shift < 3; shift++) yield return Base64(bytes, shift);
            }
        }
    }

    /// <summary>Those long enough to be no accident.</summary>
    public static IEnumerable<byte[]> Telling(string text) => Of(text).Where(n => n.Length >= Shortest);

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
}
