using System.Text;

namespace Turna.Cases.Importing.Reading;

/// <summary>Finds out in which encoding a text was written: a mark at the start, then strict UTF-8, then the Cyrillic code page that reads like words.</summary>
internal static class TextEncoding
{
    private const int Looked = 256 * 1024;
    private static readonly int[] CodePages = [1251, 20866, 866, 10007];

    /// <summary>The commonest letters of Russian and Kyrgyz text.</summary>
    private const string Common = "аоеинтрслкыдуэ";

    /// <exception cref="UnreadableFileException">The bytes are not text.</exception>
    public static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith<byte>([0xef, 0xbb, 0xbf])) return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        if (bytes.AsSpan().StartsWith<byte>([0xff, 0xfe])) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes.AsSpan().StartsWith<byte>([0xfe, 0xff])) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        if (WideEncoding(bytes) is { } wide) return wide.GetString(bytes);
        if (Controls(bytes) > Math.Min(bytes.Length, Looked) / 10) throw NotText();

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CyrillicCodePage(bytes).GetString(bytes);
        }
    }

    /// <summary>UTF-16 without its mark: every second byte of separators, digits and line ends is zero.</summary>
    private static Encoding? WideEncoding(byte[] bytes)
    {
        var looked = Math.Min(bytes.Length, Looked) & ~1;
        int even = 0, odd = 0;
        for (var i = 0; i < looked; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }

        var enough = Math.Max(4, looked / 12);
        if (odd >= enough && even == 0) return Encoding.Unicode;
        return even >= enough && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static int Controls(byte[] bytes) => bytes.Take(Looked).Count(value => value < 32 && value is not (9 or 10 or 13));

    private static Encoding CyrillicCodePage(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var looked = Math.Min(bytes.Length, Looked);
        return CodePages.Select(Encoding.GetEncoding).MaxBy(encoding => Likeness(encoding.GetString(bytes, 0, looked)))!;
    }

    /// <summary>Words of the wrong code page have capitals in the middle, box-drawing marks and rare letters.</summary>
    private static int Likeness(string text)
    {
        var score = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter < 128) continue;
            if (letter is >= 'а' and <= 'я') score += Common.Contains(letter, StringComparison.Ordinal) ? 3 : 1;
            else if (letter is >= 'А' and <= 'Я') score += i > 0 && text[i - 1] is >= 'а' and <= 'я' ? -4 : 0;
            else if (letter is not ('№' or '«' or '»' or '—' or '–' or 'ё' or '\u00a0')) score -= 4;
        }

        return score;
    }

    private static UnreadableFileException NotText() => new("this is neither a workbook nor text; save the register as XLSX or CSV");
}
