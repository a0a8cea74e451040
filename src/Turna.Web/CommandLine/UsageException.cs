namespace Turna.Web.CommandLine;

/// <summary>
/// Input that the person at the terminal can mend: a missing file, bad JSON, an unknown column.
/// The runner prints the message on stderr and ends with exit code 2; nothing has been changed.
/// </summary>
internal sealed class UsageException(string message, Exception? cause = null) : Exception(message, cause);
