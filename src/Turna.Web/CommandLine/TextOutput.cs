using System.Text;

namespace Turna.Web.CommandLine;

/// <summary>Writes what a verb answers to a file, or to standard output for <c>-</c>.</summary>
internal static class TextOutput
{
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        if (path == "-")
        {
            Console.Out.Write(text);
            return;
        }

        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {failed.Message}", failed);
        }
    }
}
