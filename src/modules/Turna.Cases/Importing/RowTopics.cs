using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>
/// The topics of a row. Many registers have a column of kinds ("Документы", "Прочее") beside one that tells the matter: the kind adds
/// nothing where the matter was understood. A column for further matters always adds its topics, and where no heading says which of the two
/// a column is, nothing is left out without a word.
/// </summary>
/// <param name="columns">Where they stand.</param>
/// <param name="legend">What the codes that stand there mean; null where there are none.</param>
internal sealed class RowTopics(ColumnMapping columns, TopicLegend? legend)
{
    private const string Pay = "wages";
    private readonly Recall<Topics> read = new(legend is null ? TopicReader.Read : legend.Read);
    private readonly Recall<bool> kinds = new(cell => Words.Shipped.Says("kindOfMatter", Spelling.Fold(cell.Written)));
    private readonly MarkedTopics marked = new(columns);
    private readonly TopicColumns roles = new(columns);

    /// <param name="violent">Violence, trafficking or forced labour stands in the cells, be it beside another topic.</param>
    public List<string> Of(SourceRow row, Findings findings, out bool violent)
    {
        var codes = new List<string>();
        violent = false;
        var cells = roles.All.Select(column => (Column: column.Index, column.Role, Cell: row[column.Index], IsKind: column.Role != TopicRole.Matter && kinds.Read(row[column.Index]))).ToList();
        var matters = cells.FindAll(cell => !cell.IsKind).SelectMany(cell => read.Read(cell.Cell).Codes).ToHashSet(StringComparer.Ordinal);
        foreach (var (column, role, cell, isKind) in cells)
        {
            findings.NoteFormula("topics", cell);
            var topics = read.Read(cell);
            if (EntryReference.In(cell.Written) is not null) findings.Keep(column);
            violent |= topics.Beside.Any(Remark.IsRestricted) || Remark.TellsOfViolence(cell.InFull);
            if (matters.Count > 0 && isKind)
            {
                findings.Keep(column);
                if (topics.Codes.FirstOrDefault(code => Remark.IsRestricted(code) && !IsTold(code, matters)) is not { } grave)
                {
                    if (role == TopicRole.Unsaid && topics.Codes.Any(code => !IsTold(code, matters))) findings.Doubt("topics", $"'{cell.Written}' taken for the kind of the matter, may be a second one");
                    continue;
                }

                findings.Doubt("topics", $"{grave} by '{cell.Written}' alone", column);
                codes.Add(grave);
                continue;
            }

            codes.AddRange(topics.Codes.Where(code => !codes.Contains(code, StringComparer.Ordinal)));
            if (topics.IsOnlySettled && topics.Codes[0] == Pay && HasReturned(row)) findings.Keep(column);
            else
                foreach (var doubt in topics.Doubts) findings.Doubt("topics", doubt, column);
            if (topics.Codes.Count > 0 && topics.Doubts.Count == 0 && columns.IsGuessed(column))
                findings.Doubt("topics", $"'{cell.Written}' stands in a column taken for this by its values alone", column);
        }

        codes.AddRange(marked.Of(row, codes, findings).Distinct(StringComparer.Ordinal).Except(codes, StringComparer.Ordinal).ToArray());
        if (codes.Count == 0 && !findings.HasDoubt("topics")) findings.Doubt("topics", "not written");
        return codes;
    }

    /// <summary>The row tells what came back: that pay was received is what she came about, and nothing else.</summary>
    private bool HasReturned(SourceRow row) => SumReader.Read(SumCells.Of(row, columns).Recovered).Value is { Amount: > 0 };

    /// <summary>The code itself, or one that is a part of it.</summary>
    private static bool IsTold(string code, HashSet<string> matters) => matters.Contains(code)
        || matters.Any(matter => Words.Shipped.Lists.Topics.TryFind(matter, out var found) && found.Parent == code);
}
