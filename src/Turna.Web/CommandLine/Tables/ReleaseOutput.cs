using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Turna.Statistics.Disclosure;

namespace Turna.Web.CommandLine.Tables;

/// <summary>A protected release as text: one row per different cell, whichever tables hold it.</summary>
internal sealed class ReleaseOutput
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly IReadOnlyList<Dimension> dimensions;
    private readonly string measure;
    private readonly ProtectedRelease release;
    private readonly List<(string[] Codes, ProtectedCell Cell)> rows = [];

    public ReleaseOutput(IReadOnlyList<Dimension> dimensions, string measure, ProtectedRelease release)
    {
        (this.dimensions, this.measure, this.release) = (dimensions, measure, release);
        var listed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in release.Tables)
        {
            foreach (var cell in table.Cells)
            {
                string[] codes = [.. dimensions.Select(dimension => CodeOf(table, cell, dimension))];
                if (listed.TryAdd(string.Join('\u001f', codes), rows.Count)) rows.Add((codes, cell));
                else if (rows[listed[string.Join('\u001f', codes)]].Cell.Status == Status.Withheld)
                    rows[listed[string.Join('\u001f', codes)]] = (codes, cell);
            }
        }
    }

    /// <summary>Tables of which every listed figure is shown.</summary>
    public ReleaseOutput(IReadOnlyList<Dimension> dimensions, string measure, IReadOnlyList<Table> rounded)
        : this(dimensions, measure, new ProtectedRelease(
            [.. rounded.Select(table => new ProtectedTable(table.Name, table.By, [.. table.Cells.Select(cell =>
                new ProtectedCell(cell.Codes, cell.Value, cell.Value is null ? Status.Withheld : Status.Published, null))]))],
            []) { Counts = new Dictionary<Status, int>(), Cost = 0 })
    {
    }

    public string Summary =>
        $"{Count(Status.Published)} cells shown, {Count(Status.Primary)} primary and {Count(Status.Complementary)} complementary suppressions " +
        $"(their values: {Number(release.Cost)})";

    public string Csv() => Lines(
        [.. dimensions.Select(dimension => dimension.Name), measure, "primary", "suppressed", "status", "reason"],
        rows.Select(row => (IEnumerable<string>)[.. row.Codes, Value(row.Cell), Truth(row.Cell.Status == Status.Primary),
            Truth(row.Cell.Status is Status.Primary or Status.Complementary), Word(row.Cell.Status), row.Cell.Reason ?? string.Empty]));

    public string PublicCsv() => Lines(
        [.. dimensions.Select(dimension => dimension.Name), measure],
        rows.Where(row => row.Cell.Status != Status.Withheld).Select(row => (IEnumerable<string>)[.. row.Codes, Value(row.Cell)]));

    public string Json() => JsonSerializer.Serialize(
        new
        {
            Summary = new
            {
                Published = Count(Status.Published), Primary = Count(Status.Primary), Complementary = Count(Status.Complementary),
                Withheld = Count(Status.Withheld), release.Cost,
            },
            Cells = rows.Select(row => new
            {
                Codes = dimensions.Select((dimension, d) => (dimension.Name, Code: row.Codes[d])).ToDictionary(pair => pair.Name, pair => pair.Code, StringComparer.Ordinal),
                Value = row.Cell.Shown, row.Cell.Status, row.Cell.Reason,
            }),
        },
        Readable) + "\n";

    public static string Json(AuditReport report) => JsonSerializer.Serialize(
        new
        {
            Safe = report.Findings.Count == 0, report.Shown, report.Suppressed, report.Unsolved,
            Findings = report.Findings.Select(finding => new
            {
                finding.Cell, finding.Codes, finding.Leak, Lower = Finite(finding.Lower), Upper = Finite(finding.Upper),
            }),
        },
        Readable) + "\n";

    private static double? Finite(double bound) => double.IsFinite(bound) ? Math.Round(bound, 6) : null;

    private int Count(Status status) => rows.Count(row => row.Cell.Status == status);

    private static string CodeOf(ProtectedTable table, ProtectedCell cell, Dimension dimension)
    {
        for (var d = 0; d < table.By.Count; d++) if (table.By[d] == dimension.Name) return cell.Codes[d];
        return dimension.Codes[0];
    }

    private static string Lines(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder().Append(CsvRows.Line(header)).Append('\n');
        foreach (var row in rows) text.Append(CsvRows.Line(row)).Append('\n');
        return text.ToString();
    }

    private static string Value(ProtectedCell cell) => cell.Shown is { } value ? Number(value) : string.Empty;

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Truth(bool truth) => truth ? "true" : "false";

    private static string Word(Status status) => status switch
    {
        Status.Published => "published",
        Status.Primary => "primary",
        Status.Complementary => "complementary",
        _ => "withheld",
    };
}
