using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Turna.UnitTests.Disclosure;

/// <summary>Runs the examples of docs/reference through the command line.</summary>
public sealed class Reference_tests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("turna");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Tables_of_the_reference_are_protected_as_it_says_and_withstand_the_audit()
    {
        var page = Page("tables.md");
        Write("cells.csv", page);
        Write("rules.json", page);

        var (code, answer, _) = Run("tables", "protect", "--cells", "cells.csv", "--rules", "rules.json", "--public", "public.csv");
        code.ShouldBe(0);
        answer.ShouldBe(Example("output", page));

        var (safe, report, _) = Run("tables", "audit", "--published", "public.csv", "--rules", "rules.json");
        safe.ShouldBe(0, report);

        File.WriteAllText(In("public.csv"), File.ReadAllText(In("public.csv")).Replace("Naryn,M,", "Naryn,M,12"));
        Run("tables", "audit", "--published", "public.csv", "--rules", "rules.json").Code.ShouldBe(1);
    }

    [Fact]
    public void Tables_of_the_reference_are_rounded_as_it_says()
    {
        var page = Page("tables.md");
        Write("cells.csv", page);
        File.WriteAllText(In("rules.json"), """{"threshold": 5, "method": "round", "base": 5}""");

        var (code, answer, error) = Run("tables", "protect", "--cells", "cells.csv", "--rules", "rules.json");

        code.ShouldBe(0, error);
        answer.ShouldBe(Example("rounded", page));
        error.ShouldContain("multiples of 5");
        Run("tables", "audit", "--published", "cells.csv", "--rules", "rules.json").Code.ShouldBe(2);
    }

    [Fact]
    public void Figures_of_the_reference_are_changed_by_their_keys_as_it_says()
    {
        var page = Page("tables.md");
        Write("people.csv", page);
        File.WriteAllText(In("rules.json"), """{"method": "cellKey", "key": "key", "maximum": 2, "dimensions": {"oblast": {}, "sex": {}}}""");
        page.ShouldContain(File.ReadAllText(In("rules.json")));

        var (code, answer, error) = Run("tables", "protect", "--cells", "people.csv", "--rules", "rules.json");

        code.ShouldBe(0, error);
        answer.ShouldBe(Example("changed", page));
        // The key of a cell is the sum of its people's: in fifths of 2^32 the step from -2 to 2. Osh, F holds 4123456789: the last fifth.
        answer.ShouldContain("Osh,F,4\n");
        Run("tables", "audit", "--published", "people.csv", "--rules", "rules.json").Code.ShouldBe(2);
    }

    [Fact]
    public void The_risk_of_the_reference_is_as_it_says()
    {
        var page = Page("tables.md");
        Write("people.csv", page);

        var (code, answer, _) = Run("tables", "risk", "--data", "people.csv", "--keys", "oblast,sex", "--k", "2");

        code.ShouldBe(1);
        answer.ShouldBe(Example("risk", page));
        Run("tables", "risk", "--data", "people.csv", "--keys", "sex", "--k", "2", "--output", "risk.csv").Code.ShouldBe(0);
        File.ReadAllText(In("risk.csv")).ShouldContain("\n3,2,2,0.5,false\n");
        Run("tables", "risk", "--data", "people.csv", "--keys", "place").Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("oblast;sex;count\nOsh;F;30\n", """{"threshold":5}""", "semicolons")]
    [InlineData("oblast\tsex\tcount\nOsh\tF\t30\n", """{"threshold":5}""", "tabs")]
    [InlineData("oblast,count\nOsh,3\nChuy,-4\n", """{"threshold":5}""", "row 2, column 'count': -4 is negative")]
    [InlineData("oblast,count\nOsh,3\nChuy,4.5\n", """{"threshold":5}""", "row 2, column 'count': 4.5 is no whole number")]
    [InlineData("oblast,count\nOsh,3\n", """{"threshold":"five"}""", "line 1: threshold: not the kind of value")]
    [InlineData("oblast,count\nOsh,3\n", """{"threshold":5,"treshold":3}""", "the field treshold is not known")]
    [InlineData("oblast,count\nOsh,3\n", """{"threshold":5,"threshold":3}""", "stands twice")]
    [InlineData("oblast,count\nOsh,3\n", """{"threshold":5,"maximum":3}""", "belong to the method cellKey")]
    [InlineData("oblast,count\nOsh,3\n", """{"method":"cellKey"}""", "the column of the record keys must be named")]
    [InlineData("oblast,key\nOsh,3\n", """{"method":"cellKey","key":"key","threshold":5}""", "cell keys change counts")]
    public void Input_that_can_be_mended_is_refused_in_a_line_and_nothing_is_written(string cells, string rules, string said)
    {
        File.WriteAllText(In("cells.csv"), cells);
        File.WriteAllText(In("rules.json"), rules);

        var (code, _, error) = Run("tables", "protect", "--cells", "cells.csv", "--rules", "rules.json", "--output", "out.csv");

        code.ShouldBe(2);
        error.ShouldContain(said);
        error.TrimEnd().Split('\n').Length.ShouldBe(1);
        File.Exists(In("out.csv")).ShouldBeFalse();
    }

    [Fact]
    public void An_earlier_release_handed_in_changes_what_may_be_shown()
    {
        File.WriteAllText(In("cells.csv"), "sex,age,count\nF,young,7\nF,old,8\nM,young,3\nM,old,30\n");
        File.WriteAllText(In("first.json"), """{"threshold":5,"tables":[["age"]]}""");
        File.WriteAllText(In("second.json"), """{"threshold":5,"tables":[["sex","age"]],"earlier":["first.csv"]}""");
        Run("tables", "protect", "--cells", "cells.csv", "--rules", "first.json", "--public", "first.csv").Code.ShouldBe(0);

        Run("tables", "protect", "--cells", "cells.csv", "--rules", "second.json", "--public", "second.csv").Code.ShouldBe(0);

        File.ReadAllText(In("first.csv")).ShouldContain("young,10");
        File.ReadAllText(In("second.csv")).ShouldContain("F,young,\n");
        Run("tables", "audit", "--published", "second.csv", "--rules", "second.json", "--cells", "cells.csv").Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"threshold":5,"colour":1}""", "colour")]
    [InlineData("""{"threshold":5,"tables":[["oblast","age"]]}""", "age")]
    [InlineData("""{"zeros":"publish"}""", "threshold")]
    [InlineData("""{"threshold":5""", "line 1")]
    [InlineData("""{"threshold":5,"method":"round","base":3}""", "base")]
    [InlineData("""{"threshold":5,"base":5}""", "base")]
    [InlineData("""{"threshold":5,"method":"noise"}""", "noise")]
    [InlineData("""{"threshold":5,"method":"round","base":5,"earlier":["x.csv"]}""", "earlier")]
    public void A_rule_that_makes_no_sense_is_named(string rules, string word)
    {
        Write("cells.csv", Page("tables.md"));
        File.WriteAllText(In("rules.json"), rules);
        var (code, answer, error) = Run("tables", "protect", "--cells", "cells.csv", "--rules", "rules.json");
        code.ShouldBe(2);
        answer.ShouldBeEmpty();
        error.ShouldContain(word);
    }

    [Fact]
    public void A_value_that_is_no_number_is_named_by_row_and_column()
    {
        File.WriteAllText(In("cells.csv"), "sex,count\nF,3\nM,many\n");
        File.WriteAllText(In("rules.json"), """{"threshold":5}""");
        var (code, _, error) = Run("tables", "protect", "--cells", "cells.csv", "--rules", "rules.json");
        code.ShouldBe(2);
        error.ShouldContain("row 2, column 'count': 'many'");
    }

    [Fact]
    public void Ratings_of_the_reference_agree_as_it_says()
    {
        var page = Page("agreement.md");
        Write("ratings.csv", page);
        var (code, answer, _) = Run("agreement", "--input", "ratings.csv", "--coefficient", "cohen");
        code.ShouldBe(0);
        using var document = JsonDocument.Parse(answer);
        document.RootElement.GetProperty("results")[0].GetProperty("value").GetDouble().ShouldBe(0.5, 1e-12);
        page.ShouldContain("value of cohen = 0.5");
        Run("agreement", "--input", "ratings.csv", "--level", "interval", "--coefficient", "krippendorff").Code.ShouldBe(2);
    }

    [Fact]
    public void A_sample_of_the_reference_can_be_drawn_again()
    {
        Write("frame.csv", Page("sample.md"));
        string[] call = ["survey", "sample", "--frame", "frame.csv", "--strata", "oblast", "--size", "4", "--seed", "7"];
        var (code, answer, error) = Run(call);
        code.ShouldBe(0);
        answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);
        answer.ShouldContain("household,oblast,probability,weight");
        error.ShouldContain("seed 7");
        Run(call).Answer.ShouldBe(answer);
        Run([.. call[..^3], "9", "--seed", "7"]).Code.ShouldBe(2);
    }

    private (int Code, string Answer, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Turna.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, answer, error.Result);
    }

    private void Write(string name, string page) => File.WriteAllText(In(name), Example(name, page));

    private string In(string name) => Path.Combine(folder.FullName, name);

    private static string Example(string name, string page) =>
        Regex.Match(page, $"<!-- example: {Regex.Escape(name)} -->\n```[a-z]*\n(.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value;

    private static string Page(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Turna.slnx"))) root = root.Parent;
        return File.ReadAllText(Path.Combine(root.FullName, "docs", "reference", name));
    }
}
