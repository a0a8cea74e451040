using System.Globalization;
using CsvHelper;

namespace Turna.Web.CommandLine;

/// <summary>A CSV file with a header: comma, quotes where needed, UTF-8. Cells keep their text as it stands.</summary>
internal sealed class CsvRows
{
    private readonly Dictionary<string, int> columns;

    private CsvRows(string path, string[] header, List<string[]> rows)
    {
        (Path, Header, Rows) = (path, header, rows);
        columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var c = 0; c < header.Length; c++)
        {
            if (!columns.TryAdd(header[c], c)) throw new UsageException($"{path}: the column '{header[c]}' appears twice");
        }
    }

    public string Path { get; }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<string[]> Rows { get; }

    /// <exception cref="UsageException">No header, a row of another length, or text that is not CSV; the message names the line.</exception>
    public static CsvRows Read(string path)
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false, Separator = ',', DetectSeparatorHint = false, TrimWhitespace = false, TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw, FormatProvider = CultureInfo.InvariantCulture,
        };
        using var reader = CsvReader.FromText(TextInput.Read(path).TrimStart('\uFEFF'), options);
        string[]? header = null;
        var rows = new List<string[]>();
        try
        {
            while (reader.Read())
            {
                string[] row = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
                if (header is null) header = row;
                else if (row.Length == header.Length) rows.Add(row);
                else throw new UsageException($"{path}, line {reader.LineNumber}: {row.Length} values for {header.Length} columns");
            }
        }
        catch (CsvFormatException bad)
        {
            throw new UsageException($"{path}: {bad.Message}", bad);
        }

        if (header is null) throw new UsageException($"{path}: empty, a header line is needed");
        if (header is [var all] && all.AsSpan().IndexOfAny(';', '\t') >= 0)
            throw new UsageException($"{path}: the header has no comma; columns are separated by commas, not by {(all.Contains(';', StringComparison.Ordinal) ? "semicolons" : "tabs")}");
        return rows.Count > 0 ? new CsvRows(path, header, rows) : throw new UsageException($"{path}: no rows below the header");
    }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <exception cref="UsageException">There is no such column.</exception>
    public int Column(string name) =>
        columns.TryGetValue(name, out var at) ? at : throw new UsageException($"{Path}: no column '{name}' (there are {string.Join(", ", Header)})");

    /// <summary>A number of a cell; the message of the error names row and column.</summary>
    /// <exception cref="UsageException">It is not a number.</exception>
    public decimal Number(int row, int column) =>
        decimal.TryParse(Rows[row][column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new UsageException($"{Path}, row {row + 1}, column '{Header[column]}': '{Rows[row][column]}' is not a number");

    /// <summary>A number that is not negative, and whole when it counts people; the message of the error names row and column.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public decimal Amount(int row, int column, bool isCount)
    {
        var value = Number(row, column);
        if (value < 0) throw new UsageException($"{Path}, row {row + 1}, column '{Header[column]}': {Rows[row][column]} is negative");
        return !isCount || decimal.IsInteger(value) ? value : throw new UsageException($"{Path}, row {row + 1}, column '{Header[column]}': {Rows[row][column]} is no whole number of people");
    }

    /// <summary>Writes a field as CSV wants it.</summary>
    public static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Writes a line of fields.</summary>
    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field));
}
