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
