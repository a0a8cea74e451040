using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Turna.Web.CommandLine;

/// <summary>Draws an answer for people: single values as a list, arrays of objects as aligned tables.</summary>
internal static class LawTable
{
    public static string Draw(JsonNode answer)
    {
        var text = new StringBuilder();
        var several = answer as JsonArray ?? [answer.DeepClone()];
        foreach (var one in several)
        {
            if (text.Length > 0) text.AppendLine(new string('=', 40));
            if (one is JsonObject result) Object(text, result, "");
        }

        return text.ToString().TrimEnd();
    }

    private static void Object(StringBuilder text, JsonObject result, string prefix)
    {
        foreach (var (name, value) in result)
            if (value is not (JsonArray or JsonObject)) text.AppendLine(CultureInfo.InvariantCulture, $"{prefix + name,-24} {Cell(value)}");
        foreach (var (name, value) in result)
        {
            if (value is JsonObject inner) Object(text, inner, $"{prefix}{name}.");
            if (value is JsonArray { Count: > 0 } rows) Rows(text, prefix + name, rows);
        }
    }

    private static void Rows(StringBuilder text, string name, JsonArray rows)
    {
        text.AppendLine().AppendLine(name);
        if (rows[0] is not JsonObject)
        {
            foreach (var row in rows) text.AppendLine(CultureInfo.InvariantCulture, $"  - {Cell(row)}");
            return;
        }

        var columns = rows.OfType<JsonObject>().SelectMany(row => row.Select(field => field.Key)).Distinct(StringComparer.Ordinal).ToList();
        var cells = rows.OfType<JsonObject>().Select(row => columns.ConvertAll(column => Cell(row[column]))).Prepend(columns).ToList();
        var widths = columns.Select((_, index) => cells.Max(row => row[index].Length)).ToList();
        foreach (var row in cells)
            text.Append("  ").AppendLine(string.Join("  ", row.Select((cell, index) => cell.PadRight(widths[index]))).TrimEnd());
    }

    private static string Cell(JsonNode? value) => value switch
    {
        null => "–",
        JsonArray items => string.Join(", ", items.Select(Cell)),
        JsonObject inner => string.Join(", ", inner.Select(field => $"{field.Key} {Cell(field.Value)}")),
        _ => value.ToString(),
    };
}
