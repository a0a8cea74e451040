using System.Runtime.InteropServices;

namespace Turna.Data;

/// <summary>
/// Where SQLite's memory comes from. glibc opens up to eight arenas for each processor, and what is freed in one serves no other: the pages of connections
/// that pass from thread to thread lie scattered over all of them, and most of what they hold is empty.
/// </summary>
internal static partial class Arenas
{
    // M_ARENA_MAX of malloc.h.
    private const int MostArenas = -8;

    /// <summary>From now on as many arenas as processors can be in at once. Other C libraries are left as they are.</summary>
    public static void Limit()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = mallopt(MostArenas, Math.Max(2, Environment.ProcessorCount));
        }
        catch (Exception other) when (other is DllNotFoundException or EntryPointNotFoundException)
        {
            // Not glibc: nothing to limit.
        }
    }

    [LibraryImport("libc.so.6")]
    private static partial int mallopt(int setting, int value);
}
