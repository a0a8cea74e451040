using System.Reflection;
using System.Text;

namespace Turna.Kernel.Codes;

/// <summary>A table of <c>content/codes</c> as it stands in the file: headings and rows.</summary>
public sealed class CodeTable
{
    private CodeTable(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => Rows = rows;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    /// <summary>A table that ships with the program, by its file name without <c>.csv</c>.</summary>
    /// <exception cref="ArgumentException">No such table.</exception>
    public static CodeTable Shipped(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"codes/{name}")
            ?? throw new ArgumentException($"content/codes holds no {name}.csv", nameof(name));
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return Read(reader, name);
    }

    /// <summary>Reads a table from text: comma-separated, the first row holds the headings.</summary>
    /// <exception cref="FormatException">A row has more or fewer cells than there are headings.</exception>
    public static CodeTable Read(TextReader text, string name)
    {
        var headings = Split(text.ReadLine() ?? throw new FormatException($"{name}: empty"));
        var rows = new List<IReadOnlyDictionary<string, string>>();
        for (var number = 2; text.ReadLine() is { } line; number++)
        {
            var cells = Split(line);
            if (cells.Count != headings.Count)
                throw new FormatException($"{name}, row {number}: {cells.Count} cells under {headings.Count} headings");
            var row = new Dictionary<string, string>(headings.Count, StringComparer.Ordinal);
            for (var i = 0; i < cells.Count; i++) row[headings[i]] = cells[i];
            rows.Add(row);
        }

        return new CodeTable(rows);
    }

    /// <summary>Cells may stand in quotes; a quote inside is doubled. A cell never runs over the end of its line.</summary>
    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var letter = line[i];
            if (letter == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) Close();
            else cell.Append(letter);
        }

        Close();
        return cells;

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
