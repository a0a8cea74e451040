using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.Cases.Importing;

/// <summary>Collects what was doubtful in a row, and which cells must therefore be kept as they stood.</summary>
internal sealed class Findings(SourceRow row, ColumnMapping columns)
{
    private readonly List<string> problems = [];
    private readonly List<string> notes = [];
    private readonly HashSet<int> kept = [];

    public IReadOnlyList<string> Problems => problems;

    public IReadOnlyList<string> Notes => notes;

    /// <summary>Reads a cell; keeps its words when the reading is not certain.</summary>
    public T? Take<T>(string name, RegisterField field, SourceCell cell, Func<SourceCell, Reading<T>> read)
    {
        if (cell.IsError)
        {
            Doubt(name, $"'{cell.Written}' was not understood");
            Keep(field);
            return default;
        }

        var reading = read(cell);
        if (reading.Doubt is { } doubt)
        {
            Doubt(name, doubt);
            Keep(field);
        }

        if (reading is { Doubt: null, Value: not null } && columns.IsGuessed(field))
            DoubtColumn(name, field);

        NoteFormula(name, cell);
        return reading.Value;
    }

    /// <summary>No heading says that the column holds the field.</summary>
    public void DoubtColumn(string name, RegisterField field)
    {
        Doubt(name, $"column '{Heading(field)}' was taken for this by its values alone");
        Keep(field);
    }

    private string Heading(RegisterField field) => columns.Columns.First(column => column.Field == field).Heading;

    public void Doubt(string name, string why) => problems.Add($"{name}: {why}");

    public void Doubt(string name, string why, int column)
    {
        Doubt(name, why);
        kept.Add(column);
    }

    /// <summary>Of a cell that tells a long story only the beginning was read for values.</summary>
    public void DoubtLongCells()
    {
        foreach (var column in columns.Columns)
        {
            if (row[column.Index].Whole is null || column.Field is null or RegisterField.Remark or RegisterField.Action) continue;
            Doubt("row", $"what stands under '{column.Heading}' is too long to be read to its end", column.Index);
        }
    }

    public bool HasDoubt(string name) => problems.Exists(problem => problem.StartsWith(name + ":", StringComparison.Ordinal));

    public void Note(string note) => notes.Add(note);

    public void Keep(RegisterField field)
    {
        foreach (var column in columns.Of(field)) kept.Add(column);
    }

    public void Keep(int column) => kept.Add(column);

    /// <summary>The file holds the last result of a formula; nobody says that it was computed from the rows as they are now.</summary>
    public void NoteFormula(string name, SourceCell cell)
    {
        if (cell.Computed) Doubt(name, $"'{cell.Written}' is the last result of a formula");
    }

    /// <summary>By heading: columns without a field, columns that are text by nature, and every cell that was not understood for certain.</summary>
    public IReadOnlyDictionary<string, string> Text(bool everything, RegisterField[] asText)
    {
        var text = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns.Columns)
        {
            var cell = row[column.Index];
            if (cell.IsBlank) continue;
            if (everything || column.Field is not { } field || kept.Contains(column.Index) || asText.Contains(field))
                text.TryAdd(Heading(column, text), cell.InFull);
        }

        for (var extra = columns.Columns.Count == 0 ? 0 : columns.Columns[^1].Index + 1; extra < row.Cells.Length; extra++)
            if (!row[extra].IsBlank) text.TryAdd(ColumnMapping.Letter(extra), row[extra].InFull);
        return text;
    }

    /// <summary>Two columns may carry one heading; neither text may push out the other.</summary>
    public static string Heading(RegisterColumn column, Dictionary<string, string> taken) =>
        taken.ContainsKey(column.Heading) ? $"{column.Heading} ({ColumnMapping.Letter(column.Index)})" : column.Heading;
}
