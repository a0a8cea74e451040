using System.Text.Json;
using Turna.Statistics.Survey;

namespace Turna.Web.CommandLine.Survey;

/// <summary>Reads the optional <c>columns</c> of a design file: types, levels, labels and kinds of missing values.</summary>
internal static class SurveySchema
{
    private static readonly Dictionary<string, ColumnType> Types = new(StringComparer.Ordinal) { ["number"] = ColumnType.Number, ["category"] = ColumnType.Category };

    public static TableSchema Of(JsonFields fields)
    {
        if (fields.Value("columns") is not { } columns) return TableSchema.Empty;
        if (columns.ValueKind != JsonValueKind.Object) throw fields.Wrong("columns", "an object of columns");
        return new TableSchema(columns.EnumerateObject().ToDictionary(column => column.Name, column => Column(column.Value, $"columns, {column.Name}"), StringComparer.Ordinal));
    }

    private static ColumnSchema Column(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.String)
            return new ColumnSchema(Types.TryGetValue(value.GetString()!, out var type) ? type : throw new UsageException($"{place}: must be number or category"));
        var fields = new JsonFields(value, place);
        var levels = fields.Texts("levels");
        return new ColumnSchema(fields.Choice("type", Types), levels.Count == 0 ? null : levels, Texts(fields, "labels"), Missing(fields));
    }

    private static Dictionary<string, string>? Texts(JsonFields fields, string name) =>
        fields.Value(name) is { ValueKind: JsonValueKind.Object } map
            ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString(), StringComparer.Ordinal)
            : null;

    /// <summary>Either texts with the kind they mean, or a list of texts that mean missing.</summary>
    private static Dictionary<string, string>? Missing(JsonFields fields) =>
        fields.Value("missing") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().ToDictionary(item => item.ToString(), _ => "missing", StringComparer.Ordinal)
            : Texts(fields, "missing");
}
