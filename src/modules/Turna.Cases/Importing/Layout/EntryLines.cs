using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>
/// Registers in which each entry takes two rows or more: the lower ones go on with the question, or hold under headings of their own what had no room
/// in the first ("Страна" over "город", "Сумма" over "возврат").
/// </summary>
internal sealed class EntryLines
{
    private const int FewestEntries = 4;
    private const int MostLines = 4;
    private const int MostBetween = 8;
    private const int FewestPhoneDigits = 7;
    private const double Most = 0.8;
    private const double Few = 0.1;

    private readonly int key;
    private readonly int day;
    private readonly bool numbered;
    private readonly int lines;
    private readonly Dictionary<(int Line, int Column), int> own = [];

    private EntryLines(HeadingRow first, IReadOnlyList<SourceRow> titles, (int Key, int Day, bool Numbered) keys, int lines)
    {
        (key, day, numbered) = keys;
        this.lines = lines;
        var headings = titles[0].Cells.Select(cell => cell.Written).ToList();
        for (var column = headings.Count; column < titles.Max(title => title.Cells.Length); column++) headings.Add(string.Empty);
        for (var line = 1; line < titles.Count; line++)
            for (var column = 0; column < titles[line].Cells.Length; column++)
            {
                var below = titles[line][column].Written;
                if (below.Length == 0 || Spelling.Fold(below) == Spelling.Fold(headings[column])) continue;
                own[(line, column)] = headings.Count;
                headings.Add(below);
            }

        Headings = new HeadingRow(Math.Max(first.LastRow, titles[^1].Number), [.. headings]) { Lines = titles };
    }

    /// <summary>The headings of the first row of an entry, and behind them those that the lower rows have for themselves.</summary>
    public HeadingRow Headings { get; }

    /// <summary>Null where nearly every entry takes one row, and where rows without a day or a number may be entries themselves.</summary>
    public static EntryLines? Find(HeadingRow headings, IReadOnlyList<SourceRow> rows)
    {
        if (headings.Lines.Count == 0) return null;
        var upper = headings.Lines[0];
        if (Keys(upper) is not { } keys) return null;
        var titles = new List<SourceRow>(headings.Lines);
        foreach (var row in rows.Where(row => row.Number > headings.LastRow).TakeWhile(row => titles.Count < MostLines && IsTitle(row, keys))) titles.Add(row);

        var below = rows.Where(row => row.Number > titles[^1].Number).ToArray();
        var runs = Runs(below, titles, keys, out var lower, out var odd);
        if (runs.Count < FewestEntries || runs.Count(run => run > 0) < Most * runs.Count || odd > Math.Max(1, Few * runs.Count)) return null;
        var usual = runs.Where(run => run > 0).GroupBy(run => run).MaxBy(same => same.Count())!.Key;
        if (usual >= MostLines || runs.Count(run => run > usual) > Math.Max(1, Few * runs.Count)) return null;
        var name = Column(upper, RegisterField.Name) ?? Column(upper, RegisterField.FamilyName);
        if (name is { } named && (titles.Count == 1 || titles.Skip(1).All(title => title[named].IsBlank)) && lower.Count(row => !row[named].IsBlank) > Few * lower.Count) return null;
        // Without headings of their own the lower rows only go on with what stands above.
        return new EntryLines(headings, titles, keys, usual + 1);
    }

    /// <summary>The first row of an entry.</summary>
    public bool Begins(SourceRow row) => IsFirst(row, (key, day, numbered));

    /// <summary>A row that goes on with an entry.</summary>
    public bool GoesOn(SourceRow row) => IsLower(row, Headings.Lines, (key, day, numbered));

    /// <summary>The lower rows of the entry that has just begun. A page may end between them, so that its headings and totals stand there.</summary>
    public IReadOnlyList<SourceRow> Behind(IEnumerable<SourceRow> ahead)
    {
        var found = new List<SourceRow>();
        foreach (var row in ahead.Take(lines + MostBetween))
        {
            if (found.Count == lines - 1 || Begins(row)) break;
            if (GoesOn(row)) found.Add(row);
        }

        return found;
    }

    /// <summary>All that the rows of an entry say in one row: under their own headings, or behind what stands above.</summary>
    public SourceRow Join(SourceRow first, IReadOnlyList<SourceRow> lower)
    {
        var cells = new SourceCell[Headings.Headings.Length];
        for (var column = 0; column < cells.Length; column++) cells[column] = first[column];
        for (var line = 0; line < lower.Count; line++)
            for (var column = 0; column < lower[line].Cells.Length; column++)
            {
                if (lower[line][column].IsBlank) continue;
                var target = own.GetValueOrDefault((line + 1, column), column);
                if (target >= cells.Length) Array.Resize(ref cells, target + 1);
                cells[target] = Joined(cells[target], lower[line][column]);
            }

        return first with { Cells = cells };
    }

    private static SourceCell Joined(SourceCell above, SourceCell below)
    {
        if (above.IsBlank) return below;
        var apart = SexReader.Read(below).Value is not null && above.Written.Any(char.IsAsciiDigit) ? " / "
            : above.Kind != CellKind.Text || below.Kind != CellKind.Text || below.Written.Count(char.IsAsciiDigit) >= FewestPhoneDigits ? "; "
            : TellTopicsApart(above, below) ? "\n" : " ";
        return SourceCell.Of(above.InFull + apart + below.InFull, above.Computed || below.Computed);
    }

    // Two topics stay two; a phrase that goes on stays one.
    private static bool TellTopicsApart(SourceCell above, SourceCell below) => IsWholeTopic(above) && IsWholeTopic(below);

    private static bool IsWholeTopic(SourceCell cell) => TopicReader.Read(cell) is { Codes.Count: > 0, Doubts.Count: 0 };

    /// <summary>The running number tells where an entry begins; where none is asked for, the day does.</summary>
    private static (int Key, int Day, bool Numbered)? Keys(SourceRow upper)
    {
        var (number, date) = (Column(upper, RegisterField.Number), Column(upper, RegisterField.Date));
        return (number ?? date) is { } key ? (key, date ?? key, number is not null) : null;
    }

    private static int? Column(SourceRow titles, RegisterField field) => Enumerable.Range(0, titles.Cells.Length)
        .Where(column => HeadingRow.Meaning(titles[column].Written)?.Meaning == field.ToString()).Select(column => (int?)column).FirstOrDefault();

    /// <summary>A line of headings under the first: nothing where the number and the day would stand, and words alone.</summary>
    private static bool IsTitle(SourceRow row, (int Key, int Day, bool Numbered) keys) =>
        row[keys.Key].IsBlank && row[keys.Day].IsBlank && HeadingRow.LooksLikeHeadings(row) && row.Cells.Any(cell => !cell.IsBlank && HeadingRow.IsWhole(cell.Written));

    private static bool IsFirst(SourceRow row, (int Key, int Day, bool Numbered) keys) => keys.Numbered
        ? row[keys.Key].Written is { Length: > 0 and < 8 } number && number.All(char.IsAsciiDigit)
        : ColumnMapping.Reads(row[keys.Key], RegisterField.Date) || (row[keys.Key].Written is { Length: > 0 and < 3 } bare && bare.All(char.IsAsciiDigit));

    private static bool IsLower(SourceRow row, IReadOnlyList<SourceRow> titles, (int Key, int Day, bool Numbered) keys)
    {
        if (row.IsBlank || !row[keys.Key].IsBlank || !row[keys.Day].IsBlank || titles.Any(title => HeadingRow.IsLine(title, row))) return false;
        var first = Array.Find(row.Cells, cell => !cell.IsBlank);
        return first.Kind != CellKind.Text || !Words.Shipped.Mentions("total", Spelling.Fold(first.Words!).Split(' ')[0]);
    }

    /// <summary>How many lower rows stand under each first one.</summary>
    private static List<int> Runs(SourceRow[] rows, List<SourceRow> titles, (int Key, int Day, bool Numbered) keys, out List<SourceRow> lower, out int odd)
    {
        var runs = new List<int>();
        (lower, odd) = ([], 0);
        foreach (var row in rows)
        {
            if (IsFirst(row, keys)) runs.Add(0);
            else if (!IsLower(row, titles, keys)) odd += row[keys.Day].IsBlank || row[keys.Day].Written == row[keys.Key].Written || titles.Exists(title => HeadingRow.IsLine(title, row)) ? 0 : 1;
            else if (runs.Count == 0) odd++;
            else
            {
                runs[^1]++;
                lower.Add(row);
            }
        }

        return runs;
    }
}
