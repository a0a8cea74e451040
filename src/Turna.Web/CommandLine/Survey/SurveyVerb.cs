using System.CommandLine;
using System.Globalization;
using System.Text;
using Turna.Statistics.Survey;

namespace Turna.Web.CommandLine.Survey;

/// <summary><c>./turna survey …</c>: estimates and weights of a sample survey.</summary>
internal static class SurveyVerb
{
    private const int SomeFailed = 2;

    public static Command Create() => new("survey", "Estimates, tests and weights of a sample survey.") { Estimate(), Weights() };

    private static Command Estimate()
    {
        var (data, design) = Inputs();
        var request = new Option<string>("--request") { Description = "request.json: what is asked", Required = true };
        var output = Output("a file ending in .json, .csv or .txt, or one of json, csv, table for standard output");
        var command = new Command("estimate", "Answers the requests of a file about a survey.") { data, design, request, output };
        command.SetAction(parsed => Estimate(parsed.GetRequiredValue(data), parsed.GetRequiredValue(design), parsed.GetRequiredValue(request), parsed.GetValue(output) ?? "json"));
        return command;
    }

    private static Command Weights()
    {
        var (data, design) = Inputs();
        var output = Output("a CSV file, or - for standard output");
        var replicates = new Option<bool>("--replicates") { Description = "write the replicate weights too" };
        var command = new Command("weights", "Writes the final weight of every row, after calibration.") { data, design, output, replicates };
        command.SetAction(parsed => Weights(parsed.GetRequiredValue(data), parsed.GetRequiredValue(design), parsed.GetValue(output) ?? "-", parsed.GetValue(replicates)));
        return command;
    }

    private static (Option<string> Data, Option<string> Design) Inputs() =>
        (new Option<string>("--data") { Description = "CSV file with a header", Required = true },
            new Option<string>("--design") { Description = "design.json: how the sample was drawn and calibrated", Required = true });

    private static Option<string> Output(string description) => new("--output") { Description = description };

    private static int Estimate(string dataPath, string designPath, string requestPath, string output)
    {
        var format = Format(output);
        var requestFile = new SurveyRequestFile(requestPath);
        var requests = requestFile.Read();
        var designFile = new SurveyDesignFile(designPath);
        var design = Mendable(() => designFile.Declare(dataPath));
        foreach (var field in designFile.Unknown.Concat(requestFile.Unknown)) Console.Error.WriteLine($"turna: warning: field {field} is not known and not used");

        var answers = requests.Select(request => Ask(design, request)).ToArray();
        foreach (var failed in answers.Where(answer => answer.Error is not null)) Console.Error.WriteLine($"turna: {failed.Error}");
        var lonely = designFile.LonelyPsu.ToString().ToLowerInvariant();
        var text = format switch
        {
            "csv" => SurveyOutput.Csv(answers),
            "table" => SurveyOutput.Table([.. design.Notes, $"lonely sampling units: {lonely}"], answers),
            _ => SurveyOutput.Json(design.Notes, lonely, answers),
        };
        Write(output, text);
        return answers.Any(answer => answer.Error is not null) ? SomeFailed : 0;
    }

    private static SurveyAnswer Ask(SurveyDesign design, SurveyRequest request)
    {
        try
        {
            return new SurveyAnswer(request.Id, SurveyQuestions.Ask(design, request), null);
        }
        catch (SurveyInputException mendable)
        {
            return new SurveyAnswer(request.Id, null, mendable.Message.StartsWith($"request {request.Id}", StringComparison.Ordinal) ? mendable.Message : $"request {request.Id}: {mendable.Message}");
        }
    }

    private static int Weights(string dataPath, string designPath, string output, bool withReplicates)
    {
        var designFile = new SurveyDesignFile(designPath);
        var design = Mendable(() => designFile.Declare(dataPath));
        var columns = new List<(string Name, double[] Values)> { ("weight", design.Weights) };
        if (withReplicates)
        {
            if (design is not ReplicateDesign replicated) throw new UsageException($"{designPath}: the design has no replicates");
            for (var replicate = 0; replicate < replicated.ReplicateCount; replicate++) columns.Add(($"replicate{replicate + 1}", replicated.Replicate(replicate)));
        }

        var text = new StringBuilder("row,").AppendJoin(',', columns.Select(column => column.Name)).Append('\n');
        for (var row = 0; row < design.Weights.Length; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row + 1}");
            foreach (var (_, values) in columns) text.Append(',').Append(values[row].ToString("R", CultureInfo.InvariantCulture));
            text.Append('\n');
        }

        Write(output, text.ToString());
        return 0;
    }

    /// <summary>The format of an output: its own name, or the ending of the file.</summary>
    private static string Format(string output) => output switch
    {
        "json" or "csv" or "table" => output,
        "-" => "json",
        _ => Path.GetExtension(output).ToLowerInvariant() switch
        {
            ".csv" => "csv",
            ".txt" or ".table" => "table",
            ".json" or "" => "json",
            var other => throw new UsageException($"--output: a file ends in .json, .csv or .txt, not in {other}"),
        },
    };

    private static void Write(string output, string text)
    {
        if (output is "json" or "csv" or "table" or "-")
        {
            using var standard = Console.OpenStandardOutput();
            standard.Write(Encoding.UTF8.GetBytes(text));
            return;
        }

        try
        {
            File.WriteAllText(output, text);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{output}: {failed.Message}", failed);
        }
    }

    private static T Mendable<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SurveyInputException mendable)
        {
            throw new UsageException(mendable.Message, mendable);
        }
    }
}
