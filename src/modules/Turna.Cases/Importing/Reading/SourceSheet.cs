namespace Turna.Cases.Importing.Reading;

/// <summary>A sheet whose rows are read once, from top to bottom.</summary>
/// <param name="Name">The tab; empty for CSV.</param>
/// <param name="Rows">Every row up to the last used one, empty ones included.</param>
/// <param name="FixedColumns">True where the file itself says which cell is in which column (a workbook); false where a stray separator can shift them (CSV).</param>
internal sealed record SourceSheet(string Name, IEnumerable<SourceRow> Rows, bool FixedColumns);

/// <summary>The file can't be read as a register; the message is for the person who gave it.</summary>
internal sealed class UnreadableFileException(string message, Exception? cause = null) : Exception(message, cause);
