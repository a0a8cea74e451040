using System.Text;
using System.Text.Json;

namespace Turna.Web.CommandLine;

/// <summary>Reads what a verb is given by <c>--input FILE|-</c> and writes what it answers.</summary>
internal static class TextInput
{
    private const long MaximumBytes = 256L * 1024 * 1024;

    /// <summary>The whole text of a file, or of standard input for <c>-</c>.</summary>
    /// <exception cref="UsageException">The file is missing, unreadable, not UTF-8 or larger than 256 MiB.</exception>
    public static string Read(string path)
    {
        try
        {
            if (path == "-")
            {
                using var stdin = Console.OpenStandardInput();
                using var reader = new StreamReader(stdin, StrictUtf8);
                return reader.ReadToEnd();
            }

            var file = new FileInfo(path);
            if (!file.Exists) throw new UsageException($"{path}: no such file");
            if (file.Length > MaximumBytes) throw new UsageException($"{path}: larger than 256 MiB");
            return File.ReadAllText(path, StrictUtf8);
        }
        catch (DecoderFallbackException bad)
        {
            throw new UsageException($"{path}: not valid UTF-8 (byte {bad.Index})", bad);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {failed.Message}", failed);
        }
    }

    /// <summary>Parses the text as JSON; the error names line and column.</summary>
    /// <exception cref="UsageException">The text is not JSON.</exception>
    public static JsonDocument ReadJson(string path)
    {
        var text = Read(path);
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = false, MaxDepth = 64, AllowDuplicateProperties = false });
        }
        catch (JsonException bad)
        {
            if (bad.Message.Contains("uplicate", StringComparison.Ordinal)) throw new UsageException($"{path}: {bad.Message.TrimEnd('.')}", bad);
            throw new UsageException(
                $"{(path == "-" ? "standard input" : path)}: not JSON at line {bad.LineNumber + 1}, column {bad.BytePositionInLine + 1}", bad);
        }
    }

    private static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
