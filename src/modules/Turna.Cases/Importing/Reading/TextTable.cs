using System.Text;

namespace Turna.Cases.Importing.Reading;

/// <summary>A table in a text file: any separator, quoting and Cyrillic code page, as programs of thirty years have written them.</summary>
internal static class TextTable
{
    private const string Separators = ";\t,|";
    private const int LongestCell = 20_000;

    /// <summary>More cells than any register has columns: a picture, a log, or a file meant to do harm.</summary>
    private const int MostCells = 1_000;

    public static SourceSheet Open(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = TextEncoding.Decode(bytes);
        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableFileException("the file is empty");

        var announced = Announced(text);
        var separator = announced ?? Separator(text);
        return new SourceSheet(string.Empty, Rows(text, separator), FixedColumns: false);
    }

    private static IEnumerable<SourceRow> Rows(string text, char separator)
    {
        var at = 0;
        var blank = 0;
        for (var number = 1; at < text.Length; number++)
        {
            var words = Record(text, separator, ref at);
            if (words.Count > MostCells) throw new UnreadableFileException($"row {number} has more than {MostCells} cells; no register has so many columns");
            if (words.Exists(cell => cell.Length > SourceCell.LongestText)) throw new UnreadableFileException($"a cell of row {number} is longer than {SourceCell.LongestText} characters");
            var cells = new SourceCell[words.Count];
            for (var i = 0; i < cells.Length; i++) cells[i] = SourceCell.Of(words[i]);
            var row = new SourceRow(number, cells);
            if (row.IsBlank)
            {
                blank++;
                continue;
            }

            for (; blank > 0; blank--) yield return new SourceRow(number - blank, []);
            yield return row;
        }
    }

    /// <summary>Spreadsheet programs write <c>sep=;</c> as a first line.</summary>
    private static char? Announced(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Separators.Contains(text[4], StringComparison.Ordinal) ? text[4] : null;

    /// <summary>The separator that cuts most of the first records into the same number of cells, more than one.</summary>
    private static char Separator(string text)
    {
        var best = (Separator: ';', Score: 0);
        foreach (var separator in Separators)
        {
            var counts = new List<int>();
            var at = 0;
            while (at < text.Length && counts.Count < 100)
            {
                var cells = Record(text, separator, ref at).Count;
                if (cells > 1) counts.Add(cells);
            }

            var score = counts.Count == 0 ? 0 : counts.GroupBy(count => count).Max(group => group.Count() * Math.Min(group.Key, 12));
            if (score > best.Score) best = (separator, score);
        }

        return best.Separator;
    }

    /// <summary>The cells of a line; of those beyond what a register may have only one.</summary>
    private static List<string> Record(string text, char separator, ref int at)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        while (true)
        {
            if (at < text.Length && text[at] == '"' && !IsMark(text, separator, at) && Quoted(text, separator, ref at) is { } quoted)
            {
                Keep(quoted);
            }
            else
            {
                cell.Clear();
                while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) cell.Append(text[at++]);
                Keep(cell.ToString());
            }

            if (at < text.Length && text[at] == separator)
            {
                at++;
                continue;
            }

            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            return cells;
        }

        void Keep(string words)
        {
            if (cells.Count <= MostCells) cells.Add(words);
        }
    }

    /// <summary>A quote alone in its cell is a ditto mark, not the beginning of a quoted cell.</summary>
    private static bool IsMark(string text, char separator, int at) =>
        at + 1 >= text.Length || text[at + 1] == separator || text[at + 1] is '\r' or '\n';

    /// <summary>A quoted cell, or null when the quote never closes before a separator: then it is a mark like any other.</summary>
    private static string? Quoted(string text, char separator, ref int at)
    {
        var cell = new StringBuilder();
        var end = Math.Min(text.Length, at + LongestCell);
        for (var i = at + 1; i < end; i++)
        {
            if (text[i] != '"')
            {
                cell.Append(text[i]);
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
                continue;
            }

            var next = i + 1;
            while (next < text.Length && text[next] == ' ') next++;
            if (next < text.Length && text[next] != separator && text[next] is not ('\r' or '\n')) return null;
            at = next;
            return cell.ToString();
        }

        return null;
    }
}
