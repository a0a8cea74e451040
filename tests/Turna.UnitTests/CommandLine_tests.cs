using System.Diagnostics;

namespace Turna.UnitTests;

public sealed class Command_line_tests
{
    [Fact]
    public void Unknown_verb_ends_with_code_two_and_says_so_on_stderr()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Turna.Web.dll"));
        start.ArgumentList.Add("fly");

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        process.ExitCode.ShouldBe(2);
        error.ShouldContain("fly");
    }
}
