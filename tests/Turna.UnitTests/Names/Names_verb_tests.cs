using System.Diagnostics;
using System.Text.Json;
using Turna.Testing.Names;

namespace Turna.UnitTests.Names;

public sealed class Names_verb_tests
{
    [Fact]
    public void The_example_of_the_reference_page_gives_the_verdicts_it_promises()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs/reference/names.md"));
        var example = page.Split("```")[1].Trim();
        var (code, output, _) = Run(example, "names", "compare");

        code.ShouldBe(0);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[2]).ShouldBe(["same", "different", "possible"]);
    }

    [Fact]
    public void A_malformed_row_is_reported_with_its_line_and_the_others_are_answered()
    {
        var (code, output, error) = Run("id,a,b\n1,Асан\n2,Асанова Айгүл,ASANOVA AIGUL\n3,\"Асан,x\n", "names", "compare");

        code.ShouldBe(0);
        output.ShouldContain("2,");
        error.ShouldContain("line 2");
        error.ShouldContain("line 4");
    }

    [Fact]
    public void A_missing_column_ends_with_code_two()
    {
        var (code, _, error) = Run("id,a\n1,Асан\n", "names", "compare");
        code.ShouldBe(2);
        error.ShouldContain("b");
    }

    [Fact]
    public void The_bench_finds_people_in_a_sealed_register()
    {
        var folder = Directory.CreateTempSubdirectory("turna-test-");
        try
        {
            var people = Population.Draw(seed: 61, people: 300);
            string At(string file) => Path.Combine(folder.FullName, file);
            File.WriteAllLines(At("people.csv"), people.Select(p => $"{p.Id},{p.Family},{p.Given},{p.Patronymic},,{p.Person.BirthYear}-01-01,,,").Prepend("id,family,given,patronymic,sex,birth_date,phone,passport,oblast"));
            var asked = Population.Ask(seed: 62, people, queries: 60).Where(q => !q.Slipped).ToArray();
            File.WriteAllLines(At("queries.csv"), asked.Select(q => $"{q.Id},\"{q.Text}\",{q.BirthYear}").Prepend("query_id,text,birth_year"));

            var (code, output, error) = Run(string.Empty, "names", "bench", "--people", At("people.csv"), "--queries", At("queries.csv"), "--top", "10", "--output", At("hits.csv"));

            code.ShouldBe(0, error);
            JsonDocument.Parse(output).RootElement.GetProperty("people").GetInt32().ShouldBe(300);
            var hits = File.ReadAllLines(At("hits.csv")).Skip(1).Select(l => l.Split(',')).ToLookup(c => c[0], c => c[2]);
            asked.Count(q => hits[q.Id].Contains(q.Meant)).ShouldBeGreaterThanOrEqualTo((int)(asked.Length * 0.95));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Code, string Output, string Error) Run(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(Root(), "src/Turna.Web/bin/Release/net10.0/Turna.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Turna.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
