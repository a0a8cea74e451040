using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.UnitTests.Law;

namespace Turna.UnitTests.Importing;

public sealed class Import_command_tests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turna-import").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_example_of_the_reference_page_is_what_the_reader_says()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "import.md"));
        var register = Readings.Read(Block("csv").Match(page).Groups["text"].Value);
        using var report = new MemoryStream();
        RegisterReport.Write(report, register, RegisterGrouping.Of(register, TestContext.Current.CancellationToken).People);

        var lines = Encoding.UTF8.GetString(report.ToArray()).Split('\n').Select(line => line.TrimEnd(',')).Where(line => line.StartsWith('{')).Skip(1);
        string.Join('\n', lines).ShouldBe(Block("json").Match(page).Groups["text"].Value.Trim());
    }

    [Fact]
    public void A_dry_run_writes_one_entry_for_each_row()
    {
        var file = Write("register.csv", "Дата;ФИО;Вопрос\n15.05.2023;Асанова А.;зарплата\n;;\nИТОГО;1;\n");
        var (code, _, _) = Run("import", file, "--kind", "consultations", "--dry-run", "--report", Path.Combine(folder, "out.json"));
        code.ShouldBe(0);
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "out.json")));
        report.RootElement.EnumerateArray().Select(entry => (entry.GetProperty("row").GetInt32(), entry.GetProperty("status").GetString()))
            .ShouldBe([(1, "skipped"), (2, "doubtful"), (3, "skipped"), (4, "skipped")]);
        // Whoever reads it needs to ask of no entry whether a field is there.
        foreach (var entry in report.RootElement.EnumerateArray())
        {
            entry.EnumerateObject().Select(field => field.Name)
                .ShouldBe(["row", "status", "person", "date", "country", "topics", "sex", "birthYear", "claimed", "recovered", "currency", "text", "problems"]);
        }

        Directory.GetFiles(folder).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("missing.csv", "consultations", "out.json", "missing.csv")]
    [InlineData("empty.csv", "consultations", "out.json", "empty")]
    [InlineData("register.csv", "cats", "out.json", "cats")]
    [InlineData("register.csv", "consultations", "no/such/folder/out.json", "out.json")]
    public void What_can_not_be_done_ends_with_code_two_and_no_report(string file, string kind, string report, string says)
    {
        Write("empty.csv", "");
        Write("register.csv", "Дата;ФИО;Вопрос\n15.05.2023;Асанова Айгуль;зарплата\n");
        var (code, _, error) = Run("import", Path.Combine(folder, file), "--kind", kind, "--dry-run", "--report", Path.Combine(folder, report));
        code.ShouldBe(2);
        error.ShouldContain(says);
        Directory.GetFiles(folder).Length.ShouldBe(2);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Turna.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static Regex Block(string language) => new($"```{language}\n(?<text>.*?)```", RegexOptions.Singleline);
}
