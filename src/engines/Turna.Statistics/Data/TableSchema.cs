namespace Turna.Statistics.Survey;

/// <summary>What is known about the columns before the file is read. A column not named here is typed by its content.</summary>
/// <param name="Columns">Declared columns by name.</param>
public sealed record TableSchema(IReadOnlyDictionary<string, ColumnSchema> Columns)
{
    /// <summary>Nothing declared: every column is typed by its content.</summary>
    public static TableSchema Empty { get; } = new(new Dictionary<string, ColumnSchema>(StringComparer.Ordinal));
}

/// <summary>What is declared about one column.</summary>
/// <param name="Type">Number or category; null to look at the content.</param>
/// <param name="Levels">Levels of a category in the order wanted; a value outside the list is an error.</param>
/// <param name="Labels">What to show for a level.</param>
/// <param name="MissingKinds">Texts that stand for a missing value and the kind of missing they mean, such as "-8" → "refused".</param>
public sealed record ColumnSchema(
    ColumnType? Type = null,
    IReadOnlyList<string>? Levels = null,
    IReadOnlyDictionary<string, string>? Labels = null,
    IReadOnlyDictionary<string, string>? MissingKinds = null);

/// <summary>The two kinds of variable.</summary>
public enum ColumnType
{
    /// <summary>A quantity.</summary>
    Number,

    /// <summary>One of a list of levels.</summary>
    Category,
}
