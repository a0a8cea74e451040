using System.Text;

namespace Turna.Web.CommandLine;

/// <summary>One row of a CSV file with the line it begins on.</summary>
internal sealed record NamesRow(int Line, IReadOnlyDictionary<string, int> Heading, string[] Cells)
{
    /// <summary>The cell of a column; empty when the file has no such column.</summary>
    public string this[string column] => Heading.TryGetValue(column, out var at) ? Cells[at].Trim() : string.Empty;
}

/// <summary>
/// Reads CSV (RFC 4180; comma, semicolon or tab as the heading shows) by column name, a row at a time, so that a register of
/// a million people passes through. Malformed rows are reported on stderr with their line and passed over.
/// </summary>
internal static class NamesTable
{
    private const int LongestRow = 1_000_000;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The well-formed rows of a file, or of standard input for "-".</summary>
    /// <exception cref="UsageException">The file cannot be read, or its heading lacks a needed column.</exception>
    public static IEnumerable<NamesRow> Rows(string path, params string[] needed)
    {
        var name = path == "-" ? "standard input" : path;
        using var reader = Open(path);
        var first = reader.ReadLine()?.TrimStart('\uFEFF') ?? throw new UsageException($"{name}: empty; expected the columns {string.Join(", ", needed)}");
        var comma = Separators.MaxBy(c => first.Count(f => f == c));
        var cells = Cells(new StringBuilder(first), comma, out _) ?? throw new UsageException($"{name}: line 1: a quote is not closed");
        var heading = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in cells) heading.TryAdd(cell.Trim().ToLowerInvariant(), heading.Count);

        var missing = needed.Where(n => !heading.ContainsKey(n)).ToArray();
        if (missing.Length > 0) throw new UsageException($"{name}: line 1 lacks the column {string.Join(", ", missing)}");

        var line = 1;
        var raw = new StringBuilder();
        while (Next(reader, raw, comma, out var row, out var lines, out var fault))
        {
            var begins = line + 1;
            line += lines;
            if (row is { Length: 1 } && string.IsNullOrWhiteSpace(row[0])) continue;
            if (row is not null && row.Length != heading.Count) fault = $"{row.Length} cells instead of {heading.Count}";
            if (fault is null) yield return new NamesRow(begins, heading, row!);
            else Console.Error.WriteLine($"turna: {name}: line {begins}: {fault}; row passed over");
        }
    }

    /// <summary>How many lines a file has, to size what is made of it.</summary>
    public static int CountLines(string path)
    {
        if (path == "-") throw new UsageException("this table must be a file: it is read twice");
        using var reader = Open(path);
        var lines = 0;
        while (reader.ReadLine() is not null) lines++;
        return lines;
    }

    /// <summary>Writes rows as CSV to a file, or to standard output for "-".</summary>
    public static void Write(string path, string[] heading, IEnumerable<string[]> rows)
    {
        if (path == "-")
        {
            foreach (var row in rows.Prepend(heading)) Console.Out.WriteLine(Line(row));
            return;
        }

        try
        {
            using var output = new StreamWriter(path) { NewLine = "\n" };
            foreach (var row in rows.Prepend(heading)) output.WriteLine(Line(row));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {failed.Message}", failed);
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path == "-" ? Console.OpenStandardInput() : File.OpenRead(path), new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {failed.Message}", failed);
        }
    }

    /// <summary>Reads one row, which may run over several lines inside quotes. A quote that never closes costs its first line only.</summary>
    private static bool Next(StreamReader reader, StringBuilder raw, char comma, out string[]? row, out int lines, out string? fault)
    {
        (row, fault, lines) = (null, null, 1);
        if (reader.ReadLine() is not { } line) return false;
        raw.Clear().Append(line);
        if (line.Contains('\uFFFD', StringComparison.Ordinal)) fault = "not valid UTF-8";
        row = Cells(raw, comma, out var bad);
        if (row is null) fault ??= bad;
        else if (raw.Length > LongestRow) fault = "longer than a million characters";
        return true;
    }

    /// <summary>The cells of a row, or null when quotes do not match.</summary>
    private static string[]? Cells(StringBuilder raw, char comma, out string? fault)
    {
        fault = null;
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (quoted && c == '"' && i + 1 < raw.Length && raw[i + 1] == '"') { cell.Append('"'); i++; }
            else if (quoted && c == '"') quoted = false;
            else if (!quoted && c == '"' && cell.Length == 0) quoted = true;
            else if (!quoted && c == comma) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(c);
        }

        if (quoted)
        {
            fault = "a quote is not closed";
            return null;
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }

    private static string Line(string[] cells) => string.Join(',', cells.Select(Quoted));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
