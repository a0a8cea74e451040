using Turna.Cases.Contracts;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>What a column of topics is for beside the others: a further matter, a kind of the matter, or nobody says which.</summary>
internal enum TopicRole
{
    /// <summary>Its heading says neither that it holds kinds nor that it holds further matters.</summary>
    Unsaid,

    /// <summary>"Категория", "Вид обращения", "Issue type": what stands there says of which kind the matter is.</summary>
    Kind,

    /// <summary>"Доп. вопрос", "Вопрос 1" beside "Вопрос 2": what stands there is a matter of its own, however general its word.</summary>
    Matter,
}

/// <summary>The columns of topics with what each is for.</summary>
internal sealed class TopicColumns(ColumnMapping columns)
{
    public IReadOnlyList<(int Index, TopicRole Role)> All { get; } = Roles([.. columns.Columns.Where(column => column.Field == RegisterField.Topic)]);

    private static (int Index, TopicRole Role)[] Roles(RegisterColumn[] topics)
    {
        var names = Array.ConvertAll(topics, column => Spelling.Fold(column.Heading).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var further = Array.Exists(names, IsFurther);
        return [.. topics.Select((column, at) => (column.Index, RoleOf(at)))];

        TopicRole RoleOf(int at)
        {
            if (IsFurther(names[at]) || names.Where((_, other) => other != at).Any(other => Plain(other) is { Length: > 0 } plain && plain == Plain(names[at]))) return TopicRole.Matter;
            if (names[at].Any(word => Words.Shipped.Says("kindHeading", word))) return TopicRole.Kind;
            return further ? TopicRole.Matter : TopicRole.Unsaid;
        }
    }

    private static bool IsFurther(string[] name) => Array.Exists(name, word => Words.Shipped.Says("furtherTopic", word));

    /// <summary>The heading without what only counts the columns: "Вопрос 1", "Основной вопрос" and "Доп. вопрос" ask for the same.</summary>
    private static string Plain(string[] name) => string.Join(' ', name.Where(word => !Words.Shipped.Says("furtherTopic", word) && !Words.Shipped.Says("firstTopic", word)));
}
