using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.Cases.Importing;

/// <summary>
/// One reading of one file. The first rows of a sheet are looked at together, to find headings and habits; then every row is read once,
/// in order, so that memory holds what was read and not the file.
/// </summary>
internal sealed class RegisterReading(string fileName, RegisterOptions options, IProgress<RegisterProgress>? progress, CancellationToken cancel)
{
    private const int RowsStudied = 20_000;
    private const int ProgressEvery = 1_000;
    private const int FewestFound = 3;
    private const int RowsOfColumns = 2_000;
    private const int RowsOfLegend = 100;

    private readonly List<RegisterSheet> sheets = [];
    private readonly List<RegisterRow> rows = [];
    private readonly List<string> notices = [];
    private readonly HashSet<int> years = [];
    private int unread;
    private TopicLegend? legend;
    private string? legendSheet;

    public Register Read(IEnumerable<SourceSheet> source)
    {
        if (source is not IReadOnlyCollection<SourceSheet>) legend = LegendIn(source);
        foreach (var sheet in source) Read(sheet);
        if (sheets.Count == 0)
            throw new UnreadableFileException(notices.Count > 0 ? notices[0] : "the file has no rows");
        if (!rows.Exists(row => row.Status != RegisterRowStatus.Skipped)) throw new UnreadableFileException("the register has headings but no rows");
        return new Register(fileName, sheets, rows, notices);
    }

    /// <summary>The first sheet that explains codes of topics; they may stand behind the entries that use them.</summary>
    private TopicLegend? LegendIn(IEnumerable<SourceSheet> source)
    {
        foreach (var sheet in source)
        {
            var first = sheet.Rows.Take(RowsOfLegend).ToArray();
            cancel.ThrowIfCancellationRequested();
            if (HeadingRow.Find(first, options.Mapping) is null && TopicLegend.OfRows(first) is { } found)
            {
                legendSheet = sheet.Name;
                return found;
            }
        }

        return null;
    }

    private void Read(SourceSheet sheet)
    {
        using var ahead = new RowsAhead(sheet.Rows, RowsStudied, Counted);
        var studied = ahead.Look();
        if (!studied.Exists(row => !row.IsBlank)) return;

        var named = HeadingRow.Find(studied, options.Mapping);
        var headings = named ?? HeadingRow.AboveDays(studied);
        if (headings is null)
        {
            LeaveOut(sheet);
            return;
        }

        var lines = TitleLines.Over(headings, studied);
        var table = Table(sheet, headings, lines, [.. OfTable(ahead, headings)]);
        if (named is null && !IsRegister(table.Columns))
        {
            LeaveOut(sheet);
            return;
        }

        if (Missing(table.Columns) is { } missing)
        {
            notices.Add($"{Name(sheet)} has no column for {missing}; it was left out");
            return;
        }

        while (Read(sheet, table, ahead) is { } next) table = Table(sheet, next.Headings, lines with { OfTable = next.Lines }, [.. OfTable(ahead, next.Headings)]);
    }

    /// <summary>The rows that wait, up to the headings of the next table.</summary>
    private IEnumerable<SourceRow> OfTable(RowsAhead ahead, HeadingRow headings, SideTable? side = null)
    {
        foreach (var (whole, behind) in ahead.Waiting())
        {
            cancel.ThrowIfCancellationRequested();
            var row = side?.Without(whole) ?? whole;
            if (row.Number > headings.LastRow && NextTable.At(row, behind, headings, options.Mapping) is not null) yield break;
            yield return row;
        }
    }

    /// <summary>What is known of a table before its rows are read one by one.</summary>
    /// <param name="studied">Its rows, and what stands over them.</param>
    private SourceTable Table(SourceSheet sheet, HeadingRow headings, TitleLines title, List<SourceRow> studied)
    {
        var side = SideTable.Find(headings, studied.FindAll(row => row.Number > headings.LastRow - headings.Lines.Count));
        var explained = Explained(title, headings, studied, side);
        if (side is not null)
        {
            headings = side.Without(headings);
            studied = studied.ConvertAll(side.Without);
        }

        var body = new List<SourceRow>();
        for (var i = 0; i < studied.Count; i++)
        {
            if (studied[i].Number <= headings.LastRow || studied[i].IsBlank) continue;
            if (side is not null && NextTable.At(studied[i], i + 1 < studied.Count ? studied[i + 1] : null, headings, options.Mapping) is not null) break;
            body.Add(studied[i].Shortened(SourceCell.LongestValue));
        }

        var lines = EntryLines.Find(headings, body, options.Mapping);
        if (lines is not null) (headings, body) = (lines.Headings, Joined(lines, body));
        var columns = ColumnMapping.Propose(headings, body.Count > RowsOfColumns ? body[..RowsOfColumns] : body, options.Mapping, options.Today, explained);
        var habits = new TableHabits(fileName, options.Today).Learn(sheet.Name, title, columns, [.. body], years);
        columns.CountIn(TableHabits.CountedIn(title));
        if (explained is not null && columns.Of(RegisterField.Topic).Any(column => explained.Explains(body.Select(row => row[column])))) habits = habits with { Legend = explained };
        return new SourceTable(headings, side, lines, columns, habits);
    }

    /// <summary>What the codes of a table mean: by a table beside it, by what stands over it, or by another sheet.</summary>
    private TopicLegend? Explained(TitleLines title, HeadingRow headings, List<SourceRow> studied, SideTable? side) =>
        (side is null ? null : TopicLegend.OfRows(side.Rows(studied))) ?? TopicLegend.OfRows(studied.TakeWhile(row => row.Number < headings.LastRow)) ?? TopicLegend.OfLines(title.OfTable) ?? TopicLegend.OfLines(title.OfSheet) ?? legend;

    private static List<SourceRow> Joined(EntryLines lines, List<SourceRow> body)
    {
        var joined = new List<SourceRow>();
        for (var i = 0; i < body.Count; i++)
            if (lines.Begins(body[i])) joined.Add(lines.Join(body[i], lines.Behind(body.Skip(i + 1))).Shortened(SourceCell.LongestValue));
        return joined;
    }

    /// <summary>Reads the rows of a table; gives the headings of the next one in the sheet, and what stands over them.</summary>
    private (HeadingRow Headings, string[] Lines)? Read(SourceSheet sheet, SourceTable table, RowsAhead ahead)
    {
        var (headings, columns, habits) = (table.Headings, table.Columns, table.Habits);
        var reader = new RowReader(sheets.Count, headings, columns, habits);
        var between = new List<string>();
        var joined = new HashSet<int>();
        (HeadingRow, string[])? next = null;
        var missing = Missing(columns);
        notices.AddRange(columns.Notices);
        if (missing is not null) notices.Add($"{Name(sheet)} has a table from row {headings.LastRow} on without a column for {missing}; its rows were rejected");
        var (before, hasEntry) = (rows.Count, false);
        if (table.Side is { } side) notices.Add($"{Name(sheet)} has a table beside the entries (columns {ColumnMapping.Letter(side.From)} to {ColumnMapping.Letter(side.Until)}); it was not read");
        while (ahead.Peek() is ({ } whole, var behind))
        {
            var row = table.Side?.Without(whole) ?? whole;
            if (row.Number > headings.LastRow && NextTable.At(row, behind, headings, options.Mapping) is { } found)
            {
                next = (found, [.. between]);
                break;
            }

            cancel.ThrowIfCancellationRequested();
            ahead.Take();
            if (hasEntry && rows.Count - before >= options.RowsRead)
            {
                unread++;
                continue;
            }

            rows.Add(row.Number > headings.LastRow && table.Lines is { } lines ? OfSeveral(row, lines) : missing is null ? Alone(row) : reader.Refuse(row, $"stands in a table without a column for {missing}"));
            if (rows[^1].Status != RegisterRowStatus.Skipped) between.Clear();
            else if (row.Number > headings.LastRow && !row.IsBlank) between.Add(TitleLines.Line(row));
            hasEntry |= rows[^1].Status != RegisterRowStatus.Skipped;
            if (rows.Count % ProgressEvery == 0) progress?.Report(new RegisterProgress(sheet.Name, rows.Count));
        }

        sheets.Add(new RegisterSheet(sheet.Name, headings.LastRow, columns.Columns, habits.Year));
        if (habits.Year is { } year) years.Add(year);
        progress?.Report(new RegisterProgress(sheet.Name, rows.Count));
        return next;

        RegisterRow Alone(SourceRow row)
        {
            var (mended, doubt) = sheet.FixedColumns || row.Number <= headings.LastRow ? (row, null) : RowMending.Mend(row, headings.Headings.Length, columns);
            return reader.Read(mended, doubt);
        }

        RegisterRow OfSeveral(SourceRow row, EntryLines lines)
        {
            if (joined.Remove(row.Number)) return reader.Skip(row);
            if (!lines.Begins(row)) return lines.GoesOn(row) ? reader.Refuse(row, "belongs to no entry above it") : reader.Read(row);
            var lower = lines.Behind(OfTable(ahead, headings, table.Side));
            joined.UnionWith(lower.Select(line => line.Number));
            return reader.Read(lines.Join(row, lower), lines.Doubt(row, lower));
        }
    }

    private sealed record SourceTable(HeadingRow Headings, SideTable? Side, EntryLines? Lines, ColumnMapping Columns, Habits Habits);

    private void LeaveOut(SourceSheet sheet) => notices.Add(sheet.Name == legendSheet ? $"{Name(sheet)} explains the codes of topics" : $"{Name(sheet)} has no row of headings that names a day, a person or a question; it was left out");

    /// <summary>Where the headings say nothing the values must say more: a day, and two fields besides.</summary>
    private static bool IsRegister(ColumnMapping columns) => columns.Has(RegisterField.Date)
        && columns.Columns.Select(column => column.Field).OfType<RegisterField>().Distinct().Count(field => field != RegisterField.Number) >= FewestFound;

    private SourceRow Counted(SourceRow row, int waiting)
    {
        cancel.ThrowIfCancellationRequested();
        return rows.Count + unread + waiting < options.MaximumRows
            ? row.Shortened(SourceCell.LongestRead)
            : throw new UnreadableFileException($"the file has more than {options.MaximumRows} rows; split it by year or month");
    }

    private static string Name(SourceSheet sheet) => sheet.Name.Length > 0 ? $"the sheet '{sheet.Name}'" : "the file";

    private static string? Missing(ColumnMapping columns)
    {
        if (!columns.Has(RegisterField.Date)) return "the day of the consultation";
        return columns.Has(RegisterField.Topic) || columns.Has(RegisterField.Name) || columns.Has(RegisterField.FamilyName) || columns.Has(RegisterField.Phone) ? null : "the person or the question";
    }
}
