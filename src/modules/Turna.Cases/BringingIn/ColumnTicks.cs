using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.Cases.BringingIn;

/// <summary>Columns that hold nothing but ticks under the name of a topic: they are kept as text, and a tick in them is read as the topic.</summary>
internal static class ColumnTicks
{
    /// <summary>The topic that a tick in this column means; null for any other column.</summary>
    public static string? TopicOf(ColumnChoice column, IReadOnlyList<ColumnChoice> all)
    {
        if (column.Field is not (null or RegisterField.Remark) || column.Samples.Count == 0) return null;
        if (column.Field is not null && HeadingRow.Meaning(column.Heading) is { Meaning: nameof(RegisterField.Remark) }) return null;
        if (TopicHeading.Read(column.Heading).Codes is not [var topic]) return null;
        // Beside a column of topics "Договор: да" says that there is one; a sign there is a topic, and so is violence however it is said.
        var answersCount = all.All(other => other.Field != RegisterField.Topic) || Remark.IsRestricted(topic);
        return column.Samples.All(sample => SourceCell.Of(sample) is var cell && (Mark.IsSign(cell) || Mark.IsNone(cell) || (answersCount && Mark.IsAnswer(cell))))
            && column.Samples.Any(sample => Mark.IsAny(SourceCell.Of(sample))) ? topic : null;
    }
}
