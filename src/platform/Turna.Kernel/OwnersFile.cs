using System.Runtime.Versioning;

namespace Turna.Kernel;

/// <summary>Files that nobody but the owner of the process may read.</summary>
public static class OwnersFile
{
    /// <summary>Opens or makes such a file for writing; one that is there already keeps the rights it has. Windows keeps its own rules.</summary>
    public static FileStream Write(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}

/// <summary>Folders that nobody but the owner of the process may enter.</summary>
public static class OwnersFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes such a folder, also of an empty one that was made before for it. Windows keeps its own rules.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnly);
        // One that holds other things serves others too: who named it may have meant a folder in it.
        if (!Directory.EnumerateFileSystemEntries(path).Any()) Close(path);
    }

    [UnsupportedOSPlatform("windows")]
    private static void Close(string path)
    {
        try
        {
            File.SetUnixFileMode(path, OwnerOnly);
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
}
