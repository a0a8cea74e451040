using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>
/// Registers in which each entry takes two rows or more: the lower ones go on with the question, or hold under headings of their own what had no room
/// in the first ("Страна" over "город", "Сумма" over "возврат"). Rows that say who, where or how anew are other people, however seldom the day is written.
/// </summary>
internal sealed partial class EntryLines
{
    private const int FewestEntries = 4;
    private const int MostLines = 4;
    private const int MostBetween = 8;
    private const int FewestPhoneDigits = 7;
    private const double Most = 0.8;
    private const double Few = 0.1;
    private const double AlmostNone = 0.05;
    private const double Half = 0.5;

    private static readonly HashSet<string> FreeText = new(StringComparer.Ordinal) { nameof(RegisterField.Topic), nameof(RegisterField.Action), nameof(RegisterField.Remark) };
    private static readonly RegisterField[] OfAPerson = [RegisterField.Phone, RegisterField.Sex, RegisterField.Country, RegisterField.Name, RegisterField.Caller];

    private readonly Beginning beginning;
    private readonly int lines;
    private readonly bool titled;
    private readonly string?[] asked;
    private readonly Dictionary<(int Line, int Column), int> own = [];

    private EntryLines(HeadingRow first, IReadOnlyList<SourceRow> titles, Beginning beginning, int lines, string?[] asked)
    {
        (this.beginning, this.lines, this.asked) = (beginning, lines, asked);
        titled = Titled(titles).Length > 0;
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
    /// <param name="remembered">Meanings given by hand, by heading.</param>
    public static EntryLines? Find(HeadingRow headings, IReadOnlyList<SourceRow> rows, IReadOnlyDictionary<string, RegisterField> remembered)
    {
        if (headings.Lines.Count == 0) return null;
        var upper = headings.Lines[0];
        if (Beginning.Under(upper) is not { } beginning) return null;
        var titles = new List<SourceRow>(headings.Lines);
        foreach (var row in rows.Where(row => row.Number > headings.LastRow).TakeWhile(row => titles.Count < MostLines && IsTitle(row, beginning))) titles.Add(row);

        var entries = Entries(rows.Where(row => row.Number > titles[^1].Number), titles, beginning, out var odd);
        var runs = entries.ConvertAll(entry => entry.Count - 1);
        if (runs.Count < FewestEntries || runs.Count(run => run > 0) < Most * runs.Count || odd > Math.Max(1, Few * runs.Count)) return null;
        var usual = runs.Where(run => run > 0).GroupBy(run => run).MaxBy(same => same.Count())!.Key;
        if (usual >= MostLines || runs.Count(run => run > usual) > Math.Max(1, Few * runs.Count)) return null;
        if (NamesOthers(upper, titles, entries.SelectMany(entry => entry.Skip(1)).ToArray())) return null;
        var fields = Array.ConvertAll(headings.Headings, heading => HeadingRow.Field(heading, remembered));
        return AreOfOne(fields, titles, entries) ? new EntryLines(headings, titles, beginning, usual + 1, fields) : null;
    }

    /// <summary>The first row of an entry.</summary>
    public bool Begins(SourceRow row) => beginning.Is(row);

    /// <summary>A row that goes on with an entry.</summary>
    public bool GoesOn(SourceRow row) => IsLower(row, Headings.Lines, beginning);

    /// <summary>
    /// The lower rows of the entry that has just begun. A page may end between them, so that its headings, its number and its total stand there; behind
    /// anything else they are not of this entry.
    /// </summary>
    public IReadOnlyList<SourceRow> Behind(IEnumerable<SourceRow> ahead)
    {
        var found = new List<SourceRow>();
        foreach (var row in ahead.Take(lines + MostBetween))
        {
            if (found.Count == lines - 1) break;
            if (GoesOn(row)) found.Add(row);
            else if (!EndsPage(row)) break;
        }

        return found;
    }

    private bool EndsPage(SourceRow row) => row.IsBlank || Headings.IsRepeatedBy(row) || IsTotal(row) || IsPageNumber(row) || IsSaidAgain(row);

    /// <summary>The headings in another language.</summary>
    private bool IsSaidAgain(SourceRow row)
    {
        if (!HeadingRow.LooksLikeHeadings(row)) return false;
        var same = Enumerable.Range(0, Math.Min(asked.Length, row.Cells.Length)).Count(column => asked[column] is { } field && HeadingRow.IsWhole(row[column].Written) && HeadingRow.Meaning(row[column].Written)?.Meaning == field);
        return same >= HeadingRow.FewestFields && same * 2 > row.Cells.Count(cell => !cell.IsBlank);
    }

    /// <summary>What the lower rows say under no heading of their own that may be somebody else's; null for nothing.</summary>
    public string? Doubt(SourceRow first, IReadOnlyList<SourceRow> lower)
    {
        for (var line = 0; line < lower.Count; line++)
            for (var column = 0; column < lower[line].Cells.Length; column++)
            {
                var cell = lower[line][column];
                if (cell.IsBlank || own.ContainsKey((line + 1, column)) || IsFree(asked, column)) continue;
                if (IsHerPhone(cell)) return $"'{cell.Written}' stands in a lower row of the entry, under no heading of its own: it may be somebody else's telephone";
                if (!titled && !first[column].IsBlank && SaysWho(asked, column, cell)) return $"'{cell.Written}' stands in a lower row of the entry, under '{first[column].Written}': it may be somebody else's";
            }

        return null;
    }

    private static bool IsHerPhone(SourceCell cell) =>
        cell.Kind != CellKind.Day && cell.Written.Count(char.IsAsciiDigit) >= FewestPhoneDigits && PhoneReader.Read(cell).Value?.Any(phone => phone.Hers) is true;

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

    private static int? Column(SourceRow titles, RegisterField field) => Enumerable.Range(0, titles.Cells.Length)
        .Where(column => HeadingRow.Meaning(titles[column].Written)?.Meaning == field.ToString()).Select(column => (int?)column).FirstOrDefault();

    /// <summary>A line of headings under the first: nothing where the number and the day would stand, and words alone.</summary>
    private static bool IsTitle(SourceRow row, Beginning beginning) =>
        beginning.IsOpen(row) && HeadingRow.LooksLikeHeadings(row) && row.Cells.Any(cell => !cell.IsBlank && HeadingRow.IsWhole(cell.Written));

    private static bool IsLower(SourceRow row, IReadOnlyList<SourceRow> titles, Beginning beginning) =>
        !row.IsBlank && beginning.IsOpen(row) && !titles.Any(title => HeadingRow.IsLine(title, row)) && !IsTotal(row) && !IsPageNumber(row) && !IsMonth(row);

    private static bool IsTotal(SourceRow row) =>
        Array.Find(row.Cells, cell => !cell.IsBlank) is { Kind: CellKind.Text } first && Words.Shipped.Mentions("total", Spelling.Fold(first.Words!).Split(' ')[0]);

    private static bool IsPageNumber(SourceRow row) => Alone(row) is { Kind: CellKind.Text } cell && PageNumber().IsMatch(cell.Words!);

    /// <summary>"Март", "март 2024" alone in its row is over those below it.</summary>
    private static bool IsMonth(SourceRow row) => Alone(row) is { Kind: CellKind.Text } && MonthTitle.Of(row) is not null
        && Words.Shipped.Months.Unexplained(Spelling.Fold(Alone(row)!.Value.Words!)).All(word => word.All(char.IsAsciiDigit));

    private static SourceCell? Alone(SourceRow row) => row.Cells.Count(cell => !cell.IsBlank) == 1 ? Array.Find(row.Cells, cell => !cell.IsBlank) : null;

    /// <summary>The entries, each with its first row and the lower ones under it.</summary>
    private static List<List<SourceRow>> Entries(IEnumerable<SourceRow> rows, List<SourceRow> titles, Beginning beginning, out int odd)
    {
        var entries = new List<List<SourceRow>>();
        odd = 0;
        foreach (var row in rows)
        {
            if (beginning.Is(row)) entries.Add([row]);
            else if (!IsLower(row, titles, beginning)) odd += row[beginning.Day].IsBlank || row[beginning.Day].Written == row[beginning.Key].Written || titles.Exists(title => HeadingRow.IsLine(title, row)) ? 0 : 1;
            else if (entries.Count == 0) odd++;
            else entries[^1].Add(row);
        }

        return entries;
    }

    /// <summary>Names stand in the lower rows, under no title of their own.</summary>
    private static bool NamesOthers(SourceRow upper, List<SourceRow> titles, SourceRow[] lower)
    {
        var name = Column(upper, RegisterField.Name) ?? Column(upper, RegisterField.FamilyName);
        return name is { } named && titles.Skip(1).All(title => title[named].IsBlank) && lower.Count(row => !row[named].IsBlank) > Few * lower.Length;
    }

    /// <summary>The lower rows have titles of their own for most of what they say anew, or they go on with the text and say nothing else that was said above.</summary>
    private static bool AreOfOne(string?[] asked, List<SourceRow> titles, List<List<SourceRow>> entries)
    {
        var theirs = Titled(titles);
        var anew = entries.SelectMany(entry => Enumerable.Range(1, entry.Count - 1).Select(line => SaidAnew(asked, entry, line))).ToArray();
        return theirs.Length == 0
            ? anew.Count(columns => columns.Length > 0) <= AlmostNone * anew.Length && !AreMatters(asked, entries)
            : anew.SelectMany(columns => columns).Except(theirs).Count(column => anew.Count(columns => columns.Contains(column)) > Half * anew.Length) < theirs.Length;
    }

    /// <summary>The columns in which a lower row says of whom, from where or how, where a row above it in the entry has said that already.</summary>
    private static int[] SaidAnew(string?[] asked, List<SourceRow> entry, int line) =>
        [.. Enumerable.Range(0, entry[line].Cells.Length).Where(column => SaysWho(asked, column, entry[line][column]) && entry.Take(line).Any(row => !row[column].IsBlank))];

    /// <summary>Under a heading that nobody understands stands what belongs to one person: a figure, a code, a name.</summary>
    private static bool SaysWho(string?[] asked, int column, SourceCell cell)
    {
        if (cell.IsBlank || IsFree(asked, column)) return false;
        if (column < asked.Length && asked[column] is not (null or "Ignored")) return true;
        return cell.Kind != CellKind.Text || cell.Words!.Any(char.IsAsciiDigit) || Array.Exists(OfAPerson, field => ColumnMapping.Reads(cell, field));
    }

    private static bool IsFree(string?[] asked, int column) => column < asked.Length && asked[column] is { } field && FreeText.Contains(field);

    /// <summary>Each row has a question of its own: nobody says that one person asked them all.</summary>
    private static bool AreMatters(string?[] asked, List<List<SourceRow>> entries)
    {
        var topics = Enumerable.Range(0, asked.Length).Where(column => asked[column] == nameof(RegisterField.Topic)).ToArray();
        int going = 0, whole = 0;
        foreach (var entry in entries.Where(entry => entry.Count > 1))
            foreach (var column in topics.Where(column => !entry[0][column].IsBlank && !entry[1][column].IsBlank))
            {
                going++;
                if (TellTopicsApart(entry[0][column], entry[1][column])) whole++;
            }

        return whole > Half * going;
    }

    /// <summary>The columns under whose heading a title of its own stands for the lower rows. A line that only divides wide headings holds none.</summary>
    private static int[] Titled(IReadOnlyList<SourceRow> titles) =>
        [.. titles.Skip(1).Where(title => !HeadingLines.Divides(titles[0], title)).SelectMany(title => Enumerable.Range(0, title.Cells.Length)
            .Where(column => !title[column].IsBlank && !titles[0][column].IsBlank && Spelling.Fold(title[column].Written) != Spelling.Fold(titles[0][column].Written))).Distinct()];

    /// <summary>Where an entry begins: at a running number, or, where none is asked for, at a day.</summary>
    private sealed record Beginning(int Key, int Day, bool Numbered)
    {
        public static Beginning? Under(SourceRow titles)
        {
            var (number, date) = (Column(titles, RegisterField.Number), Column(titles, RegisterField.Date));
            return (number ?? date) is { } key ? new Beginning(key, date ?? key, number is not null) : null;
        }

        public bool Is(SourceRow row) => Numbered
            ? row[Key].Written is { Length: > 0 and < 8 } number && number.All(char.IsAsciiDigit)
            : ColumnMapping.Reads(row[Key], RegisterField.Date) || (row[Key].Written is { Length: > 0 and < 3 } bare && bare.All(char.IsAsciiDigit));

        /// <summary>Neither a number nor a day stands there.</summary>
        public bool IsOpen(SourceRow row) => row[Key].IsBlank && row[Day].IsBlank;
    }

    [GeneratedRegex(@"^((стр|страница|с|бет|лист|page|pg)\.? ?№? ?[0-9]{1,4}( ?(из|of|/) ?[0-9]{1,4})?|[0-9]{1,4} ?-? ?(стр|страница|бет|лист|page)\.?|- ?[0-9]{1,4} ?-)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PageNumber();
}
