using Turna.Kernel;

namespace Turna.Web.CommandLine;

/// <summary>Holds a data folder for one process: two servers on one folder would each believe to be the only writer.</summary>
internal sealed class DataLock : IDisposable
{
    private const string FileName = "server.lock";

    private readonly FileStream held;

    private DataLock(FileStream held) => this.held = held;

    /// <exception cref="UsageException">Another process holds the folder, or it cannot be written.</exception>
    public static DataLock Take(string folder)
    {
        try
        {
            // Nobody else on the machine has business there.
            OwnersFolder.Make(folder);
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

    public void Dispose() => held.Dispose();
}
