using Turna.Kernel;

namespace Turna.Web.CommandLine;

/// <summary>A file that the command line leaves: whole, or as it was before.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file and moves into its place. Only its owner may read it.</summary>
    /// <exception cref="UsageException">It cannot be written there; the message says why.</exception>
    public static void Write(FileInfo file, Action<Stream> write)
    {
        if (file.Directory is { Exists: false } folder) throw new UsageException($"{file}: there is no folder {folder}");
        var beside = file.FullName + ".partial";
        try
        {
            using (var output = OwnersFile.Write(beside, FileMode.Create)) write(output);
            File.Move(beside, file.FullName, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside)) File.Delete(beside);
            throw new UsageException($"{file}: {failed.Message}", failed);
        }
    }
}
