using System.Diagnostics.CodeAnalysis;

namespace Turna.Statistics.Survey;

/// <summary>Named columns of equal length: the data of a survey, one row per unit of observation.</summary>
public sealed class SurveyTable
{
    private readonly Dictionary<string, Column> byName = new(StringComparer.Ordinal);

    /// <summary>Makes a table of the columns given.</summary>
    /// <param name="columns">At least one column; all of the same length and with different names.</param>
    /// <exception cref="SurveyInputException">Lengths differ or a name is repeated.</exception>
    public SurveyTable(IReadOnlyList<Column> columns)
    {
        Columns = columns;
        RowCount = columns.Count == 0 ? 0 : columns[0].Count;
        foreach (var column in columns)
        {
            if (column.Count != RowCount)
                throw new SurveyInputException($"column {column.Name}: {column.Count} rows, but column {columns[0].Name} has {RowCount}");
            if (!byName.TryAdd(column.Name, column)) throw new SurveyInputException($"column {column.Name}: the name stands twice in the header");
        }
    }

    /// <summary>The columns in the order of the file.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>How many rows.</summary>
    public int RowCount { get; }

    /// <summary>The column of that name.</summary>
    /// <param name="name">Name as in the header.</param>
    /// <exception cref="SurveyInputException">There is none; the message names the nearest one.</exception>
    public Column Required(string name) =>
        byName.TryGetValue(name, out var column) ? column : throw new SurveyInputException($"column {name}: not in the data{Nearest(name)}");

    /// <summary>The fault of a column that is no number: where the first other value stands.</summary>
    /// <param name="column">The column.</param>
    /// <param name="use">What it was wanted for.</param>
    internal static SurveyInputException NoNumber(Column column, string use)
    {
        var row = Enumerable.Range(0, column.Count).FirstOrDefault(row => !column.IsMissing(row) && !NumberText.TryRead(column.Text(row), out _));
        return new SurveyInputException($"column {column.Name}, row {row + 1}: {use}, not '{column.Text(row)}'");
    }

    /// <summary>Finds a column by name.</summary>
    /// <param name="name">Name as in the header.</param>
    /// <param name="column">The column found.</param>
    public bool TryGet(string name, [MaybeNullWhen(false)] out Column column) => byName.TryGetValue(name, out column);

    /// <summary>The numbers of a column in which none may be missing, such as a weight.</summary>
    /// <param name="name">Name as in the header.</param>
    /// <param name="use">What the column is used for, named in the error.</param>
    /// <exception cref="SurveyInputException">No such column, not a number, or a row is missing.</exception>
    public double[] CompleteNumbers(string name, string use)
    {
        var column = Required(name);
        if (column is not NumberColumn numbers) throw NoNumber(column, $"{use} must be numbers");
        var row = Array.FindIndex(numbers.Values, value => !double.IsFinite(value));
        if (row >= 0) throw new SurveyInputException($"column {name}, row {row + 1}: {use} may not be missing or infinite");
        return numbers.Values;
    }

    private string Nearest(string name)
    {
        var near = byName.Keys.FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            ?? byName.Keys.FirstOrDefault(key => key.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(key, StringComparison.OrdinalIgnoreCase));
        return near is null ? "" : $" (is {near} meant?)";
    }
}
