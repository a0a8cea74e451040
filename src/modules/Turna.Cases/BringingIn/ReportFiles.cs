using System.Globalization;
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

    /// <summary>The same for people, in the order of <see cref="Headings"/>.</summary>
    private static readonly string[] Titles =
    [
        Texts.Key("Row"), Texts.Key("What became of it"), Texts.Key("How it was understood"), Texts.Key("Person"), Texts.Key("Day"), Texts.Key("Country"), Texts.Key("Topics"), Texts.Key("Sex"),
        Texts.Key("Year of birth"), Texts.Key("Sum claimed"), Texts.Key("Sum recovered"), Texts.Key("Currency"), Texts.Key("Restricted"), Texts.Key("Consultation"), Texts.Key("Doubtful"),
        Texts.Key("As it was written"),
    ];

    // What programs call the columns.
    private static readonly string[] Headings =
        ["row", "outcome", "status", "person", "date", "country", "topics", "sex", "birthYear", "claimed", "recovered", "currency", "restricted", "consultation", "problems", "text"];

    /// <summary>UTF-8 with a byte order mark, headings in the language of the reader, cells parted as the spreadsheets of the language expect. Programs take the other file.</summary>
    public static byte[] Csv(IReadOnlyList<ReportLine> lines, Texts texts)
    {
        var language = texts.Language;
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = CsvWriter.Create(writer, new CsvWriterOptions { Separator = language.CellSeparator }))
        {
            foreach (var title in Titles) csv.WriteField(texts[title]);
            csv.EndRecord();
            foreach (var line in lines)
            {
                foreach (var cell in Cells(line, language)) csv.WriteField(SpreadsheetText.Harmless(cell ?? string.Empty));
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
                foreach (var (name, cell) in Headings.Zip(Cells(line, Language.English)).Where(c => c.First is not ("row" or "topics" or "problems" or "text" or "restricted" or "birthYear" or "claimed" or "recovered")))
                    json.WriteString(name, cell);
                json.WriteNumber("row", line.Row.Number);
                WriteNumber(json, "birthYear", line.Row.BirthYear);
                WriteNumber(json, "claimed", line.Row.Claimed);
                WriteNumber(json, "recovered", line.Row.Recovered);
                json.WriteBoolean("restricted", line.Row.Restricted);
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

    private static string?[] Cells(ReportLine line, Language language)
    {
        var row = line.Row;
        return
        [
            row.Number.ToString(CultureInfo.InvariantCulture), Camel(line.Outcome.ToString()), Camel(row.Status.ToString()), line.Person, row.Date?.ToString(), row.Country,
            string.Join(' ', row.Topics), row.Sex?.ToString(), row.BirthYear?.ToString(CultureInfo.InvariantCulture), Sum(row.Claimed, language), Sum(row.Recovered, language), row.Currency,
            row.Restricted ? "yes" : null, line.Consultation?.ToString(), string.Join("; ", [.. row.Problems, .. line.Remarks]),
            string.Join('\n', row.Text.Select(t => $"{t.Key}: {t.Value}")),
        ];
    }

    private static string Camel(string word) => JsonNamingPolicy.CamelCase.ConvertName(word);

    private static string? Sum(decimal? sum, Language language) => sum is { } known ? language.Cell(decimal.Round(known, 2)) : null;

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
