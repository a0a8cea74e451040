using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing;

/// <summary>Rows that are not read as entries; what stands in them is kept as it stood.</summary>
internal sealed class RowsBesideEntries(int sheet, ColumnMapping columns)
{
    /// <summary>It is known not to be an entry.</summary>
    public RegisterRow Skipped(SourceRow row) => new()
    {
        Sheet = sheet, Number = row.Number, Status = RegisterRowStatus.Skipped, Text = Everything(row),
    };

    /// <summary>It may be an entry, or a part of one.</summary>
    public RegisterRow Rejected(SourceRow row, string why) => new()
    {
        Sheet = sheet, Number = row.Number, Status = RegisterRowStatus.Rejected, Text = Everything(row), Problems = [$"row: {why}"],
    };

    private Dictionary<string, string> Everything(SourceRow row)
    {
        var text = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns.Columns)
            if (!row[column.Index].IsBlank) text.TryAdd(Findings.Heading(column, text), row[column.Index].InFull);
        return text;
    }
}
