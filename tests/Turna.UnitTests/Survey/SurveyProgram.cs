using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Turna.Web.CommandLine;

namespace Turna.UnitTests.Survey;

/// <summary>Runs <c>turna survey …</c> as a person at a terminal would, in a folder of its own.</summary>
internal sealed class SurveyProgram : IDisposable
{
    public SurveyProgram() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"turna-survey-{Guid.CreateVersion7():N}");

    /// <summary>The folder of the repository, found from the tests upwards.</summary>
    public static string Repository { get; } = Up(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The cases that R answered, with their data.</summary>
    public static string Oracle { get; } = Path.Combine(Repository, "tests", "Turna.UnitTests", "Survey", "Oracle");

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public (int ExitCode, string Output, string Error) Run(int processors, params string[] arguments)
    {
        if (AppContext.TryGetSwitch("Turna.Tests.OneProcess", out var here) && here) return RunHere(arguments);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Turna.Web.dll"));
        start.ArgumentList.Add("survey");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (processors > 0) start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>The same inside this process, where mutants are judged: one test at a time, so that the streams and the folder are its own.</summary>
    private (int ExitCode, string Output, string Error) RunHere(string[] arguments)
    {
        var (usualOutput, usualError, usualFolder) = (Console.Out, Console.Error, Environment.CurrentDirectory);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            Environment.CurrentDirectory = Folder;
            Console.SetOut(output);
            Console.SetError(error);
            var (path, redirected) = ToFile(arguments);
            var exit = Verbs.RunAsync(["survey", .. redirected], CancellationToken.None).GetAwaiter().GetResult();
            return (exit, File.Exists(path) ? File.ReadAllText(path) : output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(usualOutput);
            Console.SetError(usualError);
            Environment.CurrentDirectory = usualFolder;
        }
    }

    /// <summary>Results go to the standard output as bytes, past what can be exchanged here, so they go to a file of the same form.</summary>
    private (string Path, string[] Arguments) ToFile(string[] arguments)
    {
        var at = Array.IndexOf(arguments, "--output") + 1;
        var form = at == 0 ? "-" : arguments[at];
        if (form is not ("json" or "csv" or "table" or "-")) return ("", arguments);
        var ending = form switch { "table" => "txt", "csv" => "csv", "json" => "json", _ => arguments[0] == "weights" ? "csv" : "json" };
        var path = Path.Combine(Folder, $"standard-output.{ending}");
        File.Delete(path);
        return (path, at == 0 ? [.. arguments, "--output", path] : [.. arguments[..at], path, .. arguments[(at + 1)..]]);
    }

    /// <summary>Results by request, from a data file and the texts of design and requests.</summary>
    public Dictionary<string, JsonElement> Estimate(string data, string design, string requests)
    {
        var (exit, output, error) = Run(0, "estimate", "--data", data, "--design", Write("design.json", design), "--request", Write("request.json", requests), "--output", "json");
        exit.ShouldBe(0, error);
        return JsonDocument.Parse(output).RootElement.GetProperty("results").EnumerateArray().ToDictionary(result => result.GetProperty("id").GetString()!, StringComparer.Ordinal);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Up(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("no repository above the tests")
        : File.Exists(Path.Combine(folder.FullName, "Turna.slnx")) ? folder.FullName
        : Up(folder.Parent);
}
