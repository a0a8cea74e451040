using System.Text.Json;
using Turna.Statistics.Survey;

namespace Turna.Web.CommandLine.Survey;

/// <summary>Reads a margin: its columns, and totals from a CSV file or from the design file itself.</summary>
internal static class MarginFile
{
    private static readonly string[] TotalColumns = ["total", "Total", "Freq", "freq", "count", "n"];

    public static Margin Read(JsonFields fields, Func<string, string> beside)
    {
        var (by, of) = (fields.Texts("by"), fields.Texts("of"));
        return fields.Value("totals") switch
        {
            { ValueKind: JsonValueKind.String } file => FromFile(by, of, beside(file.GetString()!)),
            { ValueKind: JsonValueKind.Number } total => new Margin(by, of, [new MarginCell([], [total.GetDouble()])], "totals"),
            { ValueKind: JsonValueKind.Object } levels when by.Count == 1 && of.Count <= 1 =>
                new Margin(by, of, [.. levels.EnumerateObject().Select(level => new MarginCell([level.Name], [Total(level.Value, fields)]))], "totals"),
            _ => throw fields.Wrong("totals", "a CSV file, a number, or totals by level"),
        };
    }

    private static double Total(JsonElement value, JsonFields fields) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw fields.Wrong("totals", "numbers by level");

    private static Margin FromFile(IReadOnlyList<string> by, IReadOnlyList<string> of, string file)
    {
        var schema = new TableSchema(by.ToDictionary(name => name, _ => new ColumnSchema(ColumnType.Category), StringComparer.Ordinal));
        var table = CsvTable.Read(new StringReader(TextInput.Read(file)), schema, Path.GetFileName(file));
        var isLine = by.Count == 0 && of.Count > 1 && table.RowCount == of.Count;
        var totals = isLine || of.Count <= 1 ? [TotalColumn(table, of, file)] : of.Select(name => table.CompleteNumbers(name, "a total")).ToArray();
        var name = Path.GetFileName(file);
        var negative = of.Count == 0 ? Array.FindIndex(totals[0], total => total < 0) : -1;
        if (negative >= 0) throw new UsageException($"{name}, row {negative + 1}: a total of people may not be below zero");
        if (isLine) return new Margin(by, of, [new MarginCell([], totals[0])], name);
        return new Margin(by, of, [.. Enumerable.Range(0, table.RowCount).Select(row => new MarginCell(
            [.. by.Select(column => table.Required(column).Text(row))], [.. totals.Select(total => total[row])]))], name);
    }

    private static double[] TotalColumn(SurveyTable table, IReadOnlyList<string> of, string file)
    {
        var name = TotalColumns.Concat(of).FirstOrDefault(candidate => table.TryGet(candidate, out _))
            ?? throw new UsageException($"{Path.GetFileName(file)}: a column total is needed");
        return table.CompleteNumbers(name, "a total");
    }
}
