using System.Diagnostics;

namespace Turna.Testing;

/// <summary>What a run of the program said, and how it ended.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Error);

/// <summary>The program as it was built, not its copy beside the tests, which lies among assemblies that are none of its own.</summary>
public static class TurnaProgram
{
    private static readonly string Built = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "src", "Turna.Web", "bin", "Release", "net10.0", "Turna.Web.dll");

    /// <summary>Runs it to its end, with nobody at the terminal.</summary>
    public static ProgramRun Run(IEnumerable<string> arguments, params IEnumerable<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments.Prepend(Built)) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string Root(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Turna.slnx")) ? folder.FullName : Root(folder.Parent!);
}
