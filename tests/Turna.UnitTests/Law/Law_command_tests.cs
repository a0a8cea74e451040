using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Turna.UnitTests.Law;

/// <summary>The verbs as a person or a script meets them: a process, its two streams and its exit code.</summary>
public sealed class Law_command_tests : IDisposable
{
    private const string Claim = """{"jurisdiction":"KG","currency":"KGS","asOf":"2025-07-10","dues":[{"id":"may","amount":"40000.00","due":"2025-06-10"}]}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("turna-law-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_array_gives_an_array_and_echoes_ids()
    {
        var (code, output, _) = Run($"[{Claim},{Claim.Replace("{\"juris", "{\"id\":\"second\",\"juris", StringComparison.Ordinal)}]", "claim", "compute", "--input", "-");

        code.ShouldBe(0);
        var answers = JsonNode.Parse(output)!.AsArray();
        answers.Count.ShouldBe(2);
        ((string)answers[0]!["interest"]!).ShouldBe("3000.00");
        ((string)answers[1]!["id"]!).ShouldBe("second");
    }

    [Fact]
    public void One_bad_element_refuses_the_whole_array_and_names_the_field()
    {
        var (code, output, error) = Run($"[{Claim},{Claim.Replace("40000.00", "-1", StringComparison.Ordinal)}]", "claim", "compute", "--input", "-");

        (code, output).ShouldBe((2, ""));
        error.ShouldContain("[1].dues[0].amount: must not be negative");
    }

    [Theory]
    [InlineData("{", "not JSON at line 1")]
    [InlineData("5", "must be an object")]
    [InlineData("{}", "jurisdiction: is missing")]
    [InlineData("""{"jurisdiction":"../ru","currency":"RUB","asOf":"2025-01-01","dues":[]}""", "jurisdiction: must be a code")]
    [InlineData("""{"jurisdiction":"TR","currency":"TRY","asOf":"2025-01-01","dues":[]}""", "no law on delayed wages is known for 'TR'")]
    [InlineData("""{"jurisdiction":"RU","currency":"RUB","asOf":"2025-13-01","dues":[]}""", "asOf: must be a day")]
    [InlineData("""{"jurisdiction":"RU","currency":"RUB","asOf":"2025-01-01","rounding":"up","dues":[]}""", "'up' is not one of: line, end")]
    public void Bad_input_ends_with_code_two(string input, string message)
    {
        var (code, output, error) = Run(input, "claim", "compute", "--input", "-");

        (code, output).ShouldBe((2, ""));
        error.ShouldContain(message);
    }

    [Fact]
    public void A_table_is_for_people_in_their_language()
    {
        var (code, output, _) = Run(Claim, "claim", "compute", "--input", "-", "--format", "table", "--lang", "ru");

        code.ShouldBe(0);
        output.ShouldContain("may  2025-06-11  2025-07-10  30    40000.00  0.25  3000.00");
        output.ShouldContain("не решено");
    }

    [Fact]
    public void A_misspelt_field_is_told() =>
        Run(Claim.Replace("]}", "],\"paymnts\":[]}", StringComparison.Ordinal), "claim", "compute", "--input", "-").Output.ShouldContain("Field paymnts is not known and was ignored.");

    [Fact]
    public void Check_validates_the_content_and_lists_what_is_unverified()
    {
        var (code, output, error) = Run("", "law", "check", "--as-of", "2026-11-23");

        code.ShouldBe(0, error);
        var report = JsonNode.Parse(output)!;
        report["unverified"]!.AsArray().Select(fact => (string)fact!["id"]!).ShouldContain("KZ-BASE-RATE");
        report["unknownAfter"]!.AsArray().Select(fact => (string)fact!["id"]!).ShouldBe(["KZ-BASE-RATE", "RU-KEY-RATE"]);
    }

    [Fact]
    public void Check_refuses_a_broken_pack_with_file_and_line()
    {
        var file = Copy("ru.yaml", text => text.Replace("[2026-06-22", "[2026-08-22", StringComparison.Ordinal));

        var (code, _, error) = Run("", "law", "check", "--content", _folder.FullName);

        code.ShouldBe(2);
        error.ShouldMatch($@"{file}:\d+: overlap");
    }

    [Fact]
    public void Diff_says_which_results_change_and_how()
    {
        var now = Copy("kg.yaml", text => text.Replace("percent: 0.25", "percent: 0.5", StringComparison.Ordinal));
        var cases = Path.Combine(_folder.FullName, "cases.json");
        File.WriteAllText(cases, $$"""[{"verb":"claim compute","id":"kg","input":{{Claim}}},{"area":"TR","asOf":"2025-01-01","stays":[]}]""");

        var (code, output, error) = Run("", "law", "diff", Path.Combine(Content.Folder, "kg.yaml"), now, "--cases", cases);

        code.ShouldBe(0, error);
        var report = JsonNode.Parse(output)!;
        ((int)report["situations"]!, (int)report["changed"]!).ShouldBe((2, 1));
        var interest = report["changes"]![0]!["fields"]!.AsArray().Single(field => (string)field!["field"]! == "interest")!;
        ((string)interest["old"]!, (string)interest["new"]!).ShouldBe(("3000.00", "6000.00"));
    }

    private string Copy(string pack, Func<string, string> change)
    {
        var file = Path.Combine(_folder.FullName, pack);
        File.WriteAllText(file, change(File.ReadAllText(Path.Combine(Content.Folder, pack))));
        return file;
    }

    private static (int Code, string Output, string Error) Run(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Turna.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
