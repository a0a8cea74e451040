using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>The row-by-row report as a file. Texts that a spreadsheet would take for a formula are written as texts.</summary>
internal static class ReportFiles
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In the order of <see cref="ReportCells"/>.</summary>
    private static readonly string[] Titles =
    [
        Texts.Key("Row"), Texts.Key("What became of it"), Texts.Key("How it was understood"), Texts.Key("Person"), Texts.Key("Day"), Texts.Key("Country"), Texts.Key("Topics"), Texts.Key("Sex"),
        Texts.Key("Year of birth"), Texts.Key("Sum claimed"), Texts.Key("Sum recovered"), Texts.Key("Currency"), Texts.Key("Restricted"), Texts.Key("Consultation"), Texts.Key("By hand"), Texts.Key("Doubtful"),
        Texts.Key("As it was written"),
    ];

    /// <summary>UTF-8 with a byte order mark, headings in the language of the reader, cells parted as the spreadsheets of the language expect. Programs take the other file.</summary>
    public static byte[] Csv(IReadOnlyList<ReportLine> lines, Texts texts)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = CsvWriter.Create(writer, new CsvWriterOptions { Separator = texts.Language.CellSeparator }))
        {
            foreach (var title in Titles) csv.WriteField(texts[title]);
            csv.EndRecord();
            foreach (var line in lines)
            {
                foreach (var cell in ReportCells.Of(line, texts)) csv.WriteField(SpreadsheetText.Harmless(cell ?? string.Empty));
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    /// <summary>An array with one entry per row, as of <c>turna import --dry-run</c>, with what became of the row beside.</summary>
    public static byte[] Json(IReadOnlyList<ReportLine> lines)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Format))
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartObject();
                foreach (var (name, cell) in Codes(line))
                    json.WriteString(name, cell);
                json.WriteNumber("row", line.Row.Number);
                WriteNumber(json, "birthYear", line.Row.BirthYear);
                WriteNumber(json, "claimed", line.Row.Claimed);
                WriteNumber(json, "recovered", line.Row.Recovered);
                json.WriteBoolean("restricted", line.Row.Restricted);
                if (line.ByHand is { } byHand) WriteArray(json, "correctedByHand", byHand.Read.Keys);
                WriteArray(json, "topics", line.Row.Topics);
                WriteArray(json, "problems", [.. line.Row.Problems, .. line.Remarks]);
                json.WriteStartObject("text");
                foreach (var (heading, text) in line.Row.Text) json.WriteString(heading, text);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return bytes.ToArray();
    }

    // What programs read stays in codes.
    private static (string Name, string? Cell)[] Codes(ReportLine line) =>
    [
        ("outcome", Camel(line.Outcome.ToString())), ("status", Camel(line.Row.Status.ToString())), ("person", line.Person), ("date", line.Row.Date?.ToString()),
        ("country", line.Row.Country), ("sex", line.Row.Sex?.ToString()), ("currency", line.Row.Currency), ("consultation", line.Consultation?.ToString()),
    ];

    private static string Camel(string word) => JsonNamingPolicy.CamelCase.ConvertName(word);

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
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
}
