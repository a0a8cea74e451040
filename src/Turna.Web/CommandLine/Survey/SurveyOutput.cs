using System.Globalization;
using System.Text;
using System.Text.Json;
using Turna.Statistics.Survey;

namespace Turna.Web.CommandLine.Survey;

/// <summary>An answer, or why there is none.</summary>
internal sealed record SurveyAnswer(string Id, SurveyResult? Result, string? Error);

/// <summary>Writes results as JSON, as CSV with a line per estimate, or as a table to read.</summary>
internal static class SurveyOutput
{
    public static string Json(IReadOnlyList<string> designNotes, string lonelyPsu, IReadOnlyList<SurveyAnswer> answers)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("design");
            json.WriteString("lonelyPsu", lonelyPsu);
            Texts(json, "notes", designNotes);
            json.WriteEndObject();
            json.WriteStartArray("results");
            foreach (var answer in answers) Write(json, answer);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    public static string Csv(IReadOnlyList<SurveyAnswer> answers)
    {
        var lines = new StringBuilder("id,group,name,estimate,se,lower,upper,cv,deff,df,n,sumWeights,testStatistic,p,notes\n");
        foreach (var cells in Lines(answers)) lines.AppendJoin(',', cells.Select(Quoted)).Append('\n');
        return lines.ToString();
    }

    public static string Table(IReadOnlyList<string> designNotes, IReadOnlyList<SurveyAnswer> answers)
    {
        string[] heads = ["id", "group", "name", "estimate", "se", "lower", "upper", "cv", "deff", "df", "n", "sum of weights", "test", "p", "notes"];
        var lines = Lines(answers).Select(cells => cells.Select((cell, i) => i is >= 3 and < 14 ? Shortened(cell) : cell).ToArray()).ToList();
        lines.Insert(0, heads);
        var widths = heads.Select((_, i) => lines.Max(line => line[i].Length)).ToArray();
        var used = Enumerable.Range(0, heads.Length).Where(i => lines.Skip(1).Any(line => line[i].Length > 0)).ToArray();
        var text = new StringBuilder();
        foreach (var note in designNotes) text.Append("# ").Append(note).Append('\n');
        foreach (var line in lines) text.AppendJoin("  ", used.Select(i => i is >= 3 and < 14 ? line[i].PadLeft(widths[i]) : line[i].PadRight(widths[i]))).Append('\n');
        return text.ToString();
    }

    private static void Write(Utf8JsonWriter json, SurveyAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("id", answer.Id);
        if (answer.Result is not { } result)
        {
            json.WriteString("error", answer.Error);
            json.WriteEndObject();
            return;
        }

        json.WriteString("statistic", result.Statistic.ToString().ToLowerInvariant());
        Texts(json, "names", result.Names);
        Groups(json, result);
        Numbers(json, "estimate", result.Estimate);
        Numbers(json, "se", result.StandardError);
        Covariance(json, result.Covariance);
        if (result.TestStatistic is { } statistic) Test(json, result, statistic);
        else Number(json, "df", result.DegreesOfFreedom);
        json.WriteStartArray("ci");
        foreach (var (lower, upper) in result.Interval) Numbers(json, null, [lower, upper]);
        json.WriteEndArray();
        Numbers(json, "cv", result.VariationCoefficient);
        if (result.DesignEffect.Count > 0) Numbers(json, "deff", result.DesignEffect);
        if (result.T.Count > 0)
        {
            Numbers(json, "t", result.T);
            Numbers(json, "p", result.P);
        }

        if (result.Dispersion is { } dispersion) Number(json, "dispersion", dispersion);
        if (result.Count.Count == 1) json.WriteNumber("n", result.Count[0]);
        else Numbers(json, "n", result.Count.Select(count => (double)count));
        if (result.SumWeights.Count == 1) Number(json, "sumWeights", result.SumWeights[0]);
        else Numbers(json, "sumWeights", result.SumWeights);
        Texts(json, "notes", result.Notes);
        json.WriteEndObject();
    }

    private static void Test(Utf8JsonWriter json, SurveyResult result, double statistic)
    {
        Number(json, "testStatistic", statistic);
        if (result.TestDegrees.Count == 1) Number(json, "df", result.TestDegrees[0]);
        else Numbers(json, "df", result.TestDegrees);
        Number(json, "p", result.P[0]);
    }

    private static void Groups(Utf8JsonWriter json, SurveyResult result)
    {
        json.WriteStartArray("groups");
        foreach (var group in result.Groups)
        {
            json.WriteStartObject();
            foreach (var (column, level) in group) json.WriteString(column, level);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Covariance(Utf8JsonWriter json, double[,]? covariance)
    {
        if (covariance is null)
        {
            json.WriteNull("covariance");
            return;
        }

        json.WriteStartArray("covariance");
        for (var i = 0; i < covariance.GetLength(0); i++)
        {
            var row = i;
            Numbers(json, null, Enumerable.Range(0, covariance.GetLength(1)).Select(j => covariance[row, j]));
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string? name, IEnumerable<double> numbers)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            if (double.IsFinite(number)) json.WriteNumberValue(number);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static IEnumerable<string[]> Lines(IReadOnlyList<SurveyAnswer> answers)
    {
        foreach (var answer in answers)
        {
            if (answer.Result is not { } result)
            {
                yield return [answer.Id, .. Enumerable.Repeat("", 13), $"error: {answer.Error}"];
                continue;
            }

            for (var k = 0; k < Math.Max(1, result.Estimate.Count); k++) yield return Line(result, k);
        }
    }

    private static string[] Line(SurveyResult result, int k)
    {
        var degrees = result.TestStatistic is null ? Text(result.DegreesOfFreedom) : string.Join(' ', result.TestDegrees.Select(Text));
        var p = k < result.P.Count ? Text(result.P[k]) : "";
        return
        [
            result.Id,
            k < result.Groups.Count ? string.Join(' ', result.Groups[k].Select(pair => $"{pair.Key}={pair.Value}")) : "",
            k < result.Names.Count ? result.Names[k] : "",
            At(result.Estimate, k), At(result.StandardError, k),
            k < result.Interval.Count ? Text(result.Interval[k].Lower) : "", k < result.Interval.Count ? Text(result.Interval[k].Upper) : "",
            k < result.Estimate.Count ? Text(result.StandardError[k] / result.Estimate[k]) : "",
            At(result.DesignEffect, k), degrees,
            Text(result.Count.Count == 1 ? result.Count[0] : result.Count[k]), Text(result.SumWeights.Count == 1 ? result.SumWeights[0] : result.SumWeights[k]),
            result.TestStatistic is { } statistic ? Text(statistic) : At(result.T, k), p,
            k == 0 ? string.Join("; ", result.Notes) : "",
        ];
    }

    private static string At(IReadOnlyList<double> numbers, int k) => k < numbers.Count ? Text(numbers[k]) : "";

    private static string Text(double number) => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Shortened(string cell) =>
        double.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number.ToString("G6", CultureInfo.InvariantCulture) : cell;

    /// <summary>Quotes what needs it, and shields spreadsheets from text that looks like a formula.</summary>
    private static string Quoted(string cell)
    {
        if (cell.Length > 0 && cell[0] is '=' or '@' or '+' or '-' && !double.TryParse(cell, CultureInfo.InvariantCulture, out _)) cell = "'" + cell;
        return cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
