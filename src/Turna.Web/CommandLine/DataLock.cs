using System.Runtime.Versioning;

namespace Turna.Web.CommandLine;

/// <summary>Holds a data folder for one process: two servers on one folder would each believe to be the only writer.</summary>
internal sealed class DataLock : IDisposable
{
    private const string FileName = "server.lock";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream held;

    private DataLock(FileStream held) => this.held = held;

    /// <exception cref="UsageException">Another process holds the folder, or it cannot be written.</exception>
    public static DataLock Take(string folder)
    {
        try
        {
            MakeFolder(folder);
            return new DataLock(new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken)
        {
            throw new UsageException($"{folder}: in use by another turna", taken);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new UsageException($"{folder}: cannot be written", refused);
        }
    }

    /// <summary>Whether another process holds the folder at this moment.</summary>
    public static bool IsHeld(string folder)
    {
        try
        {
            using var free = new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    // Nobody else on the machine has business there, also when the folder was made before for it.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnerOnly);
        // One that holds other things serves others too: who named it may have meant a folder in it.
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Close(folder);
    }

    [UnsupportedOSPlatform("windows")]
    private static void Close(string folder)
    {
        try
        {
            File.SetUnixFileMode(folder, OwnerOnly);
        }
        catch (UnauthorizedAccessException)
        {
            // Another's folder: its owner has decided.
        }
        catch (IOException)
        {
            // A file system without such rights.
        }
    }

    public void Dispose() => held.Dispose();
}
