using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>Registers with a column for each topic ("Зарплата", "Документы", "Насилие") and a mark under it.</summary>
internal sealed class MarkedTopics(ColumnMapping columns)
{
    private const string Other = "other";
    private const int FewestMarked = 2;

    private readonly (int Column, string Heading, string Code, bool Vague)[] topics =
    [
        .. columns.Columns.Select(column => (column.Index, column.Heading, Read: TopicHeading.Read(column.Heading)))
            .Where(column => column.Read.Codes.Count == 1 && IsText(columns, column.Index, column.Heading))
            .Select(column => (column.Index, column.Heading, column.Read.Codes[0], column.Read.Doubts.Count > 0)),
    ];

    private readonly int[] others = ForOthers(columns);

    private readonly (int Column, string Heading)[] unclear = Unclear(columns);

    /// <param name="told">What the row says in words: it tells more than a mark under "документы" or "другое".</param>
    public IEnumerable<string> Of(SourceRow row, IReadOnlyCollection<string> told, Findings findings)
    {
        foreach (var (column, heading, code, vague) in topics)
        {
            // Beside a column of topics "Договор: да" says that she has one; a sign there is a topic, and so is violence however it is said.
            var isMark = Mark.IsSign(row[column]) || (Mark.IsAnswer(row[column]) && (!columns.Has(RegisterField.Topic) || Remark.IsRestricted(code)));
            if (!isMark) continue;
            // The heading is the topic's own name: the mark says all there is to say.
            if (vague || told.Count > 0) findings.Doubt("topics", $"{code} by the mark under '{heading}'", column);
            if (told.Contains(code) || (told.Count > 0 && (vague || code == Other))) continue;
            yield return code;
        }

        if (others.Any(column => columns.FieldOf(column) is not null && Mark.IsSign(row[column])) && told.Count == 0)
            foreach (var code in ToldBeside(row, findings)) yield return code;

        foreach (var (column, heading) in unclear.Where(column => Mark.IsAny(row[column.Column]))) findings.Doubt("topics", $"a mark under '{heading}', which names no single topic", column);
        // What is written beside a mark is a further matter.
        if (told.Count > 0) yield break;
        foreach (var code in Written(row, findings)) yield return code;
    }

    /// <summary>A mark under the rest says only that it was nothing of the others; the remark beside it may say what.</summary>
    private IReadOnlyList<string> ToldBeside(SourceRow row, Findings findings)
    {
        foreach (var column in columns.Of(RegisterField.Remark).Where(column => IsWritten(row[column])))
        {
            if (TopicReader.Read(row[column]).Codes is not { Count: > 0 } told) continue;
            findings.Doubt("topics", $"marked as something else, {string.Join(", ", told)} by the words '{row[column].Written}'", column);
            return told;
        }

        return [Other];
    }

    /// <summary>In a table of marks, columns of marks whose heading names several topics, or none that is known: such a mark must not pass unseen.</summary>
    private static (int Column, string Heading)[] Unclear(ColumnMapping columns)
    {
        var free = columns.Columns.Where(column => IsText(columns, column.Index, column.Heading) && columns.MarkedSex?.Holds(column.Index) is not true).Select(column => (column.Index, column.Heading, TopicReader.Read(SourceCell.Of(column.Heading)).Codes)).ToArray();
        return columns.Has(RegisterField.Topic) || free.Count(column => column.Codes.Count == 1) < FewestMarked ? []
            : [.. free.Where(column => column.Codes.Count > 1 || (column.Codes.Count == 0 && HeadingRow.Meaning(column.Heading) is null && !Words.Shipped.Mentions("aboutOthers", Spelling.Fold(column.Heading)))).Select(column => (column.Index, column.Heading))];
    }

    private IEnumerable<string> Written(SourceRow row, Findings findings)
    {
        foreach (var column in others.Where(column => IsWritten(row[column])))
        {
            var read = TopicReader.Read(row[column]);
            foreach (var doubt in read.Doubts) findings.Doubt("topics", doubt, column);
            if (read.Codes.Count > 0 && MayBeRemark(column)) findings.Doubt("topics", $"by the words '{row[column].Written}'", column);
            findings.Keep(column);
            foreach (var code in read.Codes) yield return code;
        }
    }

    /// <summary>"Прочее" alone heads remarks as well, "Прочее (указать)" does not.</summary>
    private bool MayBeRemark(int column) => columns.FieldOf(column) == RegisterField.Remark
        && !Spelling.Fold(columns.Columns.First(c => c.Index == column).Heading).Contains(' ', StringComparison.Ordinal);

    /// <summary>In a table of marks the column for all others holds the matter itself, where its row has no mark: "Прочее (указать)" over "пенсия из КР".</summary>
    private static int[] ForOthers(ColumnMapping columns)
    {
        if (columns.Has(RegisterField.Topic)) return [];
        var named = columns.Columns.Where(column => columns.FieldOf(column.Index) is null or RegisterField.Remark)
            .Select(column => (column.Index, Field: columns.FieldOf(column.Index), TopicReader.Read(SourceCell.Of(column.Heading)).Codes)).ToArray();
        var marked = named.Count(column => column.Codes is [not Other]);
        return marked < FewestMarked ? [] : [.. named.Where(column => column.Codes is [Other]).Select(column => column.Index)];
    }

    /// <summary>Read for no field: a column whose heading is known for none, also where somebody chose on the page that it be kept as text, which reads it as remarks.</summary>
    private static bool IsText(ColumnMapping columns, int column, string heading) =>
        columns.FieldOf(column) is null || (columns.FieldOf(column) == RegisterField.Remark && HeadingRow.Meaning(heading) is not { Meaning: nameof(RegisterField.Remark) });

    /// <summary>Words, and neither a mark nor that it is nothing.</summary>
    private static bool IsWritten(SourceCell cell)
    {
        if (cell.Kind != CellKind.Text || !cell.Words!.Any(char.IsLetter) || Mark.IsAny(cell)) return false;
        var folded = Spelling.Fold(cell.Written);
        return !Words.Shipped.Says("no", folded) && !Words.Shipped.Says("empty", folded);
    }
}
