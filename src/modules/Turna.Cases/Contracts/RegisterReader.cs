using Turna.Cases.Importing;
using Turna.Cases.Importing.Reading;
using Turna.Kernel;

namespace Turna.Cases.Contracts;

/// <summary>Reads registers of consultations as offices keep them: XLSX, XLS or text tables in any Cyrillic code page.</summary>
public static class RegisterReader
{
    /// <summary>Reads, normalises and marks doubt; changes nothing, asks no database and no clock.</summary>
    /// <param name="file">Seekable; read from its start and left open.</param>
    /// <param name="fileName">Only for the year it may carry and for messages.</param>
    /// <param name="progress">Told every thousand rows.</param>
    /// <returns>The register, or why the file can't be read: empty, protected, damaged, foreign, too large, without headings.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public static Result<Register> Read(
        Stream file, string fileName, RegisterOptions options, IProgress<RegisterProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return new RegisterReading(Path.GetFileName(fileName), options, progress, cancel).Read(SourceFile.Open(file, options));
        }
        catch (UnreadableFileException unreadable)
        {
            return Error.Refuse(unreadable.Message);
        }
    }
}
