using Turna.People.Keeping;

namespace Turna.People.Attaching;

/// <summary>Knows a file by its first bytes; its name says nothing.</summary>
internal static class FileKinds
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>The kind of these bytes; null for everything we do not take, HTML and SVG among it.</summary>
    public static FileKind? Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return FileKind.Png;
        if (bytes.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) return FileKind.WebP;
        return bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) && IsHeic(bytes[8..12]) ? FileKind.Heic : null;
    }

    /// <summary>The media type to send; always as a download.</summary>
    public static string MediaType(FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.WebP => "image/webp",
        FileKind.Heic => "image/heic",
        _ => "application/pdf",
    };

    /// <summary>The ending a downloaded file gets, whatever it was called.</summary>
    public static string Ending(FileKind kind) => kind switch
    {
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        FileKind.WebP => ".webp",
        FileKind.Heic => ".heic",
        _ => ".pdf",
    };

    private static bool IsHeic(ReadOnlySpan<byte> brand) => brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8);
}
