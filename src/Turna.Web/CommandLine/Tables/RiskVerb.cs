using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Turna.Statistics.Disclosure;

namespace Turna.Web.CommandLine.Tables;

/// <summary><c>./turna tables risk</c>: how identifiable the records of a file of single persons are.</summary>
internal static class RiskVerb
{
    private const int SomeBelow = 1;
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "CSV of single persons; - for standard input." };
        var keys = new Option<string>("--keys") { Required = true, Description = "Columns that others may know of a person, separated by commas." };
        var weights = new Option<string?>("--weights") { Description = "Column of how many people each record stands for; without it the file is a complete register." };
        var least = new Option<int>("--k") { DefaultValueFactory = _ => 3, Description = "How many records must look alike." };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "-", Description = "FILE.json or - for the summary, FILE.csv for a line for each record." };
        var verb = new Command("risk", "How identifiable the records of a file are; exit code 1 when fewer than k look alike anywhere.") { data, keys, weights, least, output };
        verb.SetAction(parsed => Judge(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(keys), parsed.GetValue(weights), parsed.GetValue(least), parsed.GetRequiredValue(output)));
        return verb;
    }

    private static int Judge(string data, string keys, string? weights, int least, string output)
    {
        if (least < 2) throw new UsageException($"--k: {least.ToString(CultureInfo.InvariantCulture)} is less than 2");
        var rows = CsvRows.Read(data);
        string[] names = [.. keys.Split(',', StringSplitOptions.TrimEntries).Where(name => name.Length > 0)];
        if (names.Length == 0) throw new UsageException("--keys: no column is named");
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new UsageException($"--keys: {twice.Key} is named twice");
        int[] columns = [.. names.Select(rows.Column)];
        string[] looks = [.. rows.Rows.Select(row => string.Join('\u001f', columns.Select(column => row[column])))];
        var risks = ReleaseModel.Guard(() => Microdata.Risks(looks, Weights(rows, weights)));
        var below = Microdata.FewerThan(looks, least);
        TextOutput.Write(output, output.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Records(risks, least) : Summary(names, risks, below, least));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"turna: {below.Count} of {risks.Count} records look like fewer than {least}"));
        return below.Count > 0 ? SomeBelow : 0;
    }

    private static double[]? Weights(CsvRows rows, string? name)
    {
        if (name is null) return null;
        var column = rows.Column(name);
        var weights = new double[rows.Rows.Count];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = (double)rows.Number(row, column);
            if (weights[row] < 1) throw new UsageException($"{rows.Path}, row {row + 1}, column '{name}': {rows.Rows[row][column]} is less than 1; a record stands for itself at least");
        }

        return weights;
    }

    private static string Summary(string[] names, IReadOnlyList<RecordRisk> risks, IReadOnlyList<int> below, int least) => JsonSerializer.Serialize(
        new
        {
            Keys = names, Records = risks.Count, K = least, BelowK = below.Count, Unique = risks.Count(risk => risk.Sample == 1),
            HighestRisk = risks.Max(risk => risk.Risk), ExpectedReidentifications = risks.Sum(risk => risk.Risk),
            Rows = below.Select(record => record + 1),
        },
        Readable) + "\n";

    private static string Records(IReadOnlyList<RecordRisk> risks, int least)
    {
        var text = new StringBuilder("row,sample,population,risk,belowK\n");
        foreach (var risk in risks)
            text.Append(CultureInfo.InvariantCulture, $"{risk.Record + 1},{risk.Sample},{risk.Population:R},{risk.Risk:R},{(risk.Sample < least ? "true" : "false")}\n");
        return text.ToString();
    }
}
