using System.Runtime.InteropServices;

// The library stands where the host says that libraries of packages stand; nowhere else is looked for it.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Turna.Data;

/// <summary>
/// The columns of the row at which a statement of SQLite stands. The calls of the library's wrapper count their handle up and down and let the
/// garbage collector in between, which takes longer than what they fetch: a report makes ten million of them.
/// </summary>
internal static unsafe partial class SqliteColumns
{
    private const string Library = "e_sqlite3";
    private const int Null = 5;

    public static bool IsNull(nint statement, int column) => sqlite3_column_type(statement, column) == Null;

    /// <summary>A text as the database encodes it, or bytes; empty for null. Valid until the statement takes its next step.</summary>
    public static ReadOnlySpan<byte> Bytes(nint statement, int column)
    {
        // In this order: asked for the length first, SQLite might move what it then points to.
        var start = sqlite3_column_blob(statement, column);
        return start is null ? [] : new ReadOnlySpan<byte>(start, sqlite3_column_bytes(statement, column));
    }

    public static long Number(nint statement, int column) => sqlite3_column_int64(statement, column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    private static partial byte* sqlite3_column_blob(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    private static partial int sqlite3_column_bytes(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    private static partial int sqlite3_column_type(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    private static partial long sqlite3_column_int64(nint statement, int column);
}
