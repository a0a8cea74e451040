using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>
/// A small table beside the entries, in the same rows: what each topic adds up to, or what codes mean. An empty column parts it from them, each of
/// its labels stands once, and it begins or ends elsewhere than they do.
/// </summary>
/// <param name="From">Its first column.</param>
/// <param name="Until">Its last column.</param>
internal sealed record SideTable(int From, int Until)
{
    private const int FewestRows = 3;
    private const int LongestLabel = 60;
    private const double Most = 0.8;

    /// <param name="rows">All rows from the first line of the headings on.</param>
    public static SideTable? Find(HeadingRow headings, IReadOnlyList<SourceRow> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Length);
        var filled = Enumerable.Range(0, width).Select(column => rows.Count(row => !row[column].IsBlank)).ToArray();
        for (var gap = 1; gap < width - 1; gap++)
        {
            if (filled[gap] > 0 || filled[gap + 1] == 0) continue;
            var until = width - 1;
            while (filled[until] == 0) until--;
            var side = new SideTable(gap + 1, until);
            if (side.IsBeside(headings, rows)) return side;
        }

        return null;
    }

    /// <summary>The row without what stands there.</summary>
    public SourceRow Without(SourceRow row)
    {
        if (row.Cells.Length <= From) return row;
        return row with { Cells = row.Cells[..From] };
    }

    public HeadingRow Without(HeadingRow headings) => headings with { Headings = headings.Headings[..Math.Min(From, headings.Headings.Length)], Lines = [.. headings.Lines.Select(Without)] };

    /// <summary>Its own rows.</summary>
    public IEnumerable<SourceRow> Rows(IEnumerable<SourceRow> rows) => rows.Where(HasAny).Select(row => row with { Cells = row.Cells[From..Math.Min(Until + 1, row.Cells.Length)] });

    private bool HasAny(SourceRow row) => Enumerable.Range(From, Until - From + 1).Any(column => !row[column].IsBlank);

    private bool IsBeside(HeadingRow headings, IReadOnlyList<SourceRow> rows)
    {
        var own = rows.Where(HasAny).ToArray();
        if (own.Length < FewestRows || Until == From || own[^1].Number - own[0].Number >= own.Length + 1) return false;
        var labelled = own.Where(row => row.Number > headings.LastRow && IsLabel(row[From])).ToArray();
        if (labelled.Length < FewestRows || labelled.Length < Most * own.Count(row => row.Number > headings.LastRow)) return false;
        if (labelled.Select(row => Spelling.Fold(row[From].Written)).Distinct(StringComparer.Ordinal).Count() < labelled.Length) return false;
        var entries = rows.Count(row => row.Number > headings.LastRow && row.Cells.Take(From).Count(cell => !cell.IsBlank) >= HeadingRow.FewestFields);
        if (rows.SelectMany(row => row.Cells.Skip(From)).Any(TellsOfSafety)) return false;
        return (AreNumbers(labelled) || AreMeanings(labelled, rows)) && (HasTotal(labelled) || own[0].Number != headings.LastRow || labelled.Length < Most * entries);
    }

    private static bool IsLabel(SourceCell cell) => cell.Kind is CellKind.Text or CellKind.Number && cell.Written.Length <= LongestLabel
        && PhoneReader.Read(cell).Value is not { Count: > 0 } && (cell.Kind == CellKind.Number || SumReader.Read(cell).Value is not { Currency: not null });

    /// <summary>Remarks on how she may be reached stand in no summary, whatever stands beside them.</summary>
    private static bool TellsOfSafety(SourceCell cell) => Words.Shipped.SafeContact.Best(Spelling.Fold(cell.Written)) is not null;

    /// <summary>Behind the labels, most of which name topics or the whole, stand numbers, but for a heading of their own.</summary>
    private bool AreNumbers(SourceRow[] labelled) =>
        labelled.All(row => row[From].Kind == CellKind.Text) && labelled.Count(row => IsTotal(row) || TopicReader.Read(row[From]).Codes.Count > 0) * 2 > labelled.Length && labelled.Count(row => row[From + 1].Written is { Length: > 0 and < 6 } number && number.All(char.IsAsciiDigit)) >= labelled.Length - 1;

    /// <summary>Codes of which some column of the entries is made, and what they mean.</summary>
    private bool AreMeanings(SourceRow[] labelled, IReadOnlyList<SourceRow> rows) =>
        TopicLegend.OfRows(Rows(labelled)) is { } legend && Enumerable.Range(0, From).Any(column => legend.Explains(rows.Select(row => row[column])))
        && labelled.Count(row => TopicLegend.IsCode(row[From].Written) && row[From + 1].Written.Any(char.IsLetter)) >= labelled.Length - 1;

    private bool HasTotal(SourceRow[] labelled) => Array.Exists(labelled, IsTotal);

    private bool IsTotal(SourceRow row) => Words.Shipped.Says("total", Spelling.Fold(row[From].Written));
}
