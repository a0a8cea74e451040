using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.Cases.Importing;

/// <summary>Registers with a column for each topic ("Зарплата", "Документы", "Насилие") and a mark under it.</summary>
internal sealed class MarkedTopics(ColumnMapping columns)
{
    private const string Other = "other";

    private static readonly HashSet<string> Signs = new(StringComparer.OrdinalIgnoreCase) { "+", "++", "v", "x", "х", "✓", "✔", "√", "*" };

    private static readonly HashSet<string> Answers = new(StringComparer.OrdinalIgnoreCase) { "да", "ооба", "1", "ha", "yes", "TRUE" };

    private readonly (int Column, string Heading, string Code, bool Vague)[] topics =
    [
        .. columns.Columns.Select(column => (column.Index, column.Heading, Read: TopicReader.Read(SourceCell.Of(column.Heading))))
            .Where(column => column.Read.Codes.Count == 1 && columns.FieldOf(column.Index) is null)
            .Select(column => (column.Index, column.Heading, column.Read.Codes[0], column.Read.Doubts.Count > 0)),
    ];

    /// <param name="told">What the row says in words: it tells more than a mark under "документы" or "другое".</param>
    public IEnumerable<string> Of(SourceRow row, IReadOnlyCollection<string> told, Findings findings)
    {
        foreach (var (column, heading, code, vague) in topics)
        {
            // Beside a column of topics "Договор: да" says that she has one; a sign there is a topic, and so is violence however it is said.
            var isMark = Signs.Contains(row[column].Written) || (Answers.Contains(row[column].Written) && (!columns.Has(RegisterField.Topic) || Remark.IsRestricted(code)));
            if (!isMark) continue;
            // The heading is the topic's own name: the mark says all there is to say.
            if (vague || told.Count > 0) findings.Doubt("topics", $"{code} by the mark under '{heading}'", column);
            if (!told.Contains(code) && (told.Count == 0 || !(vague || code == Other))) yield return code;
        }
    }
}
