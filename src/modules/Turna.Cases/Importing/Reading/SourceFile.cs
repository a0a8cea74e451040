using System.Text;
using Turna.Cases.Contracts;

namespace Turna.Cases.Importing.Reading;

/// <summary>Looks at the first bytes instead of the file's name, and opens what they are.</summary>
internal static class SourceFile
{
    private static ReadOnlySpan<byte> Zip => [0x50, 0x4b, 0x03, 0x04];

    private static ReadOnlySpan<byte> Ole => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

    /// <summary>The sheets of a workbook or a text table. The stream must be seekable and stay open while rows are read.</summary>
    /// <exception cref="UnreadableFileException">Empty, too large, not a table, password-protected, damaged, or built to exhaust memory.</exception>
    public static IEnumerable<SourceSheet> Open(Stream file, RegisterOptions options)
    {
        if (file.Length == 0) throw new UnreadableFileException("the file is empty");
        if (file.Length > options.MaximumBytes)
            throw new UnreadableFileException($"the file is larger than {options.MaximumBytes / (1024 * 1024)} MiB; split it by year or month");

        var start = new byte[Math.Min(4096, file.Length)];
        file.Position = 0;
        file.ReadExactly(start);
        file.Position = 0;

        if (start.AsSpan().StartsWith(Zip)) return Workbook.OpenZipped(file);
        if (start.AsSpan().StartsWith(Ole)) return Workbook.OpenBinary(file);
        if (Foreign(start) is { } kind) throw new UnreadableFileException($"this is {kind}, not a table; save the register as XLSX or CSV");
        return [TextTable.Open(file)];
    }

    private static string? Foreign(byte[] start)
    {
        if (StartsWith(start, "%PDF")) return "a PDF document";
        if (StartsWith(start, "{\\rtf")) return "an RTF document";
        if (start.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4e, 0x47])) return "a PNG picture";
        if (start.AsSpan().StartsWith<byte>([0xff, 0xd8, 0xff])) return "a JPEG picture";
        if (StartsWith(start, "GIF8")) return "a GIF picture";
        if (StartsWith(start, "Rar!") || start.AsSpan().StartsWith<byte>([0x37, 0x7a, 0xbc, 0xaf])) return "an archive";
        if (start.AsSpan().StartsWith<byte>([0x1f, 0x8b])) return "a compressed file";
        if (start.AsSpan().StartsWith<byte>([0x50, 0x4b])) return "an empty or damaged archive";

        var words = Encoding.Latin1.GetString(start).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n', '\t');
        if (words.StartsWith('<')) return "a web page or XML";
        if (words.StartsWith("{\"", StringComparison.Ordinal) || words.StartsWith("[{", StringComparison.Ordinal)) return "JSON";
        return null;
    }

    private static bool StartsWith(byte[] start, string text) => start.AsSpan().StartsWith(Encoding.ASCII.GetBytes(text));
}
