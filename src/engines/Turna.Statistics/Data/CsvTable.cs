using System.Text;

namespace Turna.Statistics.Survey;

/// <summary>
/// Reads a table from comma-separated values (RFC 4180) in one pass, straight into columns: no row objects, no text kept that is a number.
/// A column is a number when every value is; otherwise a category whose levels are sorted by code point. An empty field and <c>NA</c> are missing.
/// </summary>
public static class CsvTable
{
    /// <summary>Reads a table.</summary>
    /// <param name="input">Text with a header line; the separator is a comma, a quote is doubled inside quotes.</param>
    /// <param name="schema">Declared columns; others are typed by content.</param>
    /// <param name="source">Name of the file, for errors.</param>
    /// <exception cref="SurveyInputException">No header, a row with too many or too few fields, a value against the schema.</exception>
    public static SurveyTable Read(TextReader input, TableSchema schema, string source)
    {
        var records = new CsvRecords(input, source);
        if (!records.Next()) throw new SurveyInputException($"{source}: empty, a header line is needed");
        var builders = new ColumnBuilder[records.FieldCount];
        for (var i = 0; i < builders.Length; i++)
        {
            var name = records.Field(i).ToString();
            builders[i] = new ColumnBuilder(name, schema.Columns.GetValueOrDefault(name), source);
        }

        if (builders is [{ Name: var all }] && all.AsSpan().IndexOfAny(';', '\t') >= 0)
            throw new SurveyInputException($"{source}: the header has no comma; columns are separated by commas, not by {(all.Contains(';', StringComparison.Ordinal) ? "semicolons" : "tabs")}");
        foreach (var name in schema.Columns.Keys)
        {
            if (!Array.Exists(builders, builder => builder.Name == name)) throw new SurveyInputException($"schema: column {name} is not in {source}");
        }

        var row = 0;
        while (records.Next())
        {
            row++;
            if (records.FieldCount != builders.Length)
            {
                if (records.IsBlank && builders.Length > 1) { row--; continue; }
                throw new SurveyInputException($"{source}, row {row}: {records.FieldCount} fields, the header has {builders.Length}");
            }

            for (var i = 0; i < builders.Length; i++) builders[i].Add(records.Field(i), row);
        }

        if (row == 0) throw new SurveyInputException($"{source}: no rows below the header");
        return new SurveyTable(Array.ConvertAll(builders, builder => builder.Build()));
    }
}

/// <summary>Splits CSV text into records and fields; a field may hold line breaks inside quotes.</summary>
internal sealed class CsvRecords(TextReader input, string source)
{
    private readonly char[] buffer = new char[1 << 16];
    private readonly StringBuilder text = new();
    private readonly List<int> ends = [];
    private char[] record = [];
    private int position;
    private int length;
    private int line = 1;

    public int FieldCount => ends.Count;

    public bool IsBlank => ends.Count == 1 && ends[0] == 0;

    public ReadOnlySpan<char> Field(int index)
    {
        var start = index == 0 ? 0 : ends[index - 1];
        return record.AsSpan(start, ends[index] - start);
    }

    /// <summary>Reads the next record; false at the end of the text.</summary>
    public bool Next()
    {
        text.Clear();
        ends.Clear();
        if (Peek() < 0) return false;
        while (ReadField()) { }
        if (record.Length < text.Length) record = new char[text.Length * 2];
        text.CopyTo(0, record, 0, text.Length);
        return true;
    }

    /// <summary>Reads one field; true when another field of the same record follows.</summary>
    private bool ReadField()
    {
        if (Peek() == '"') ReadQuoted();
        for (; ; )
        {
            var next = Take();
            switch (next)
            {
                case ',':
                    ends.Add(text.Length);
                    return true;
                case '\r':
                    continue;
                case '\n' or -1:
                    line++;
                    ends.Add(text.Length);
                    return false;
                case '\uFEFF' when line == 1 && text.Length == 0:
                    if (Peek() == '"') ReadQuoted();
                    continue;
                default:
                    text.Append((char)next);
                    continue;
            }
        }
    }

    private void ReadQuoted()
    {
        var opened = line;
        Take();
        for (; ; )
        {
            var next = Take();
            if (next < 0) throw new SurveyInputException($"{source}, line {opened}: a quote is opened and not closed");
            if (next == '\n') line++;
            if (next != '"')
            {
                text.Append((char)next);
                continue;
            }

            if (Peek() != '"') return;
            text.Append((char)Take());
        }
    }

    private int Peek()
    {
        if (position < length) return buffer[position];
        length = input.Read(buffer, 0, buffer.Length);
        position = 0;
        return length == 0 ? -1 : buffer[0];
    }

    private int Take()
    {
        var next = Peek();
        if (next >= 0) position++;
        return next;
    }
}
