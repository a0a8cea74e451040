using System.Text.Encodings.Web;
using System.Text.Json;

namespace Turna.Cases.Contracts;

/// <summary>The row-by-row report of a reading, as JSON: an array with one entry per row of the source, in order.</summary>
public static class RegisterReport
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report. Names and phones are not in it, except where a problem quotes them.</summary>
    /// <param name="people">Person of each row by position, from <see cref="RegisterGrouping"/>; null where a row has none.</param>
    public static void Write(Stream output, Register register, IReadOnlyList<string?> people)
    {
        ArgumentNullException.ThrowIfNull(register);
        using var json = new Utf8JsonWriter(output, Format);
        output.Write("[\n"u8);
        for (var i = 0; i < register.Rows.Count; i++)
        {
            Write(json, register, register.Rows[i], people[i]);
            json.Flush();
            json.Reset();
            // One row a line: two reports can be compared by eye.
            output.Write(i + 1 < register.Rows.Count ? ",\n"u8 : "\n"u8);
        }

        output.Write("]\n"u8);
    }

    private static void Write(Utf8JsonWriter json, Register register, RegisterRow row, string? person)
    {
        json.WriteStartObject();
        json.WriteNumber("row", row.Number);
        if (register.Sheets.Count > 1) json.WriteString("sheet", register.Sheets[row.Sheet].Name);
        json.WriteString("status", Word(row.Status));
        WriteValues(json, row, person);
        json.WriteStartObject("text");
        foreach (var (heading, text) in row.Text) json.WriteString(heading, text);
        json.WriteEndObject();
        WriteArray(json, "problems", row.Problems);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, RegisterRow row, string? person)
    {
        json.WriteString("person", person);
        json.WriteString("date", row.Date?.ToString());
        json.WriteString("country", row.Country);
        WriteArray(json, "topics", row.Topics);
        json.WriteString("sex", row.Sex?.ToString());
        WriteNumber(json, "birthYear", row.BirthYear);
        WriteNumber(json, "claimed", row.Claimed);
        WriteNumber(json, "recovered", row.Recovered);
        json.WriteString("currency", row.Currency);
        if (row.Restricted) json.WriteBoolean("restricted", true);
        if (row.SafeContact.Count > 0) WriteRules(json, row.SafeContact);
    }

    private static void WriteRules(Utf8JsonWriter json, IReadOnlyList<SafeContactRule> rules)
    {
        json.WriteStartArray("safeContact");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(rule.Kind.ToString()));
            if (rule.From is { } from) json.WriteString("from", from.ToString("HH\\:mm", System.Globalization.CultureInfo.InvariantCulture));
            if (rule.Until is { } until) json.WriteString("until", until.ToString("HH\\:mm", System.Globalization.CultureInfo.InvariantCulture));
            if (rule.Who is { } who) json.WriteString("who", who);
            json.WriteString("wording", rule.Wording);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static string Word(RegisterRowStatus status) => status switch
    {
        RegisterRowStatus.Ok => "ok",
        RegisterRowStatus.Doubtful => "doubtful",
        RegisterRowStatus.Rejected => "rejected",
        _ => "skipped",
    };
}
