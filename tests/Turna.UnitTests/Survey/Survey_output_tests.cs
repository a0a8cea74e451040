using System.Globalization;
using System.Text;

namespace Turna.UnitTests.Survey;

public sealed class Survey_output_tests
{
    private const string Requests = """
        {"requests":[
          {"id":"mean","statistic":"mean","of":["y"],"by":["sex"]},
          {"id":"quantile","statistic":"quantile","of":["y"],"p":[0.25,0.5]},
          {"id":"model","statistic":"glm","formula":"y ~ sex + x"},
          {"id":"test","statistic":"chisq","of":["sex","region"]}]}
        """;

    private static string Data(int rows)
    {
        var random = new Random(9);
        var text = new StringBuilder("stratum,psu,w,y,x,sex,region\n");
        for (var row = 0; row < rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row % 7},{random.Next(9)},{1 + random.NextDouble()},{random.NextDouble() * 100},{random.NextDouble()},{(random.Next(2) == 0 ? "F" : "M")},{random.Next(4)}\n");
        return text.ToString();
    }

    [Fact]
    public void The_answers_have_the_same_bits_with_one_processor_and_with_four()
    {
        using var program = new SurveyProgram();
        string[] arguments =
        [
            "estimate", "--data", program.Write("d.csv", Data(150_000)), "--design", program.Write("design.json", """{"ids":["psu"],"strata":["stratum"],"nest":true,"weights":"w","calibrate":[{"method":"rake","margins":[{"by":["sex"],"totals":{"F":90000,"M":80000}}]}]}"""),
            "--request", program.Write("r.json", Requests), "--output", "json",
        ];
        var one = program.Run(1, arguments);
        one.ExitCode.ShouldBe(0, one.Error);
        program.Run(4, arguments).Output.ShouldBe(one.Output);
    }

    [Fact]
    public void A_result_is_written_as_json_csv_and_table()
    {
        using var program = new SurveyProgram();
        var (data, design, request) = (program.Write("d.csv", Data(400)), program.Write("design.json", """{"weights":"w","lonelyPsu":"adjust"}"""), program.Write("r.json", Requests));
        program.Run(0, "estimate", "--data", data, "--design", design, "--request", request, "--output", "out.json").ExitCode.ShouldBe(0);
        File.ReadAllText(Path.Combine(program.Folder, "out.json")).ShouldContain("\"lonelyPsu\": \"adjust\"");

        program.Run(0, "estimate", "--data", data, "--design", design, "--request", request, "--output", "out.csv").ExitCode.ShouldBe(0);
        var lines = File.ReadAllLines(Path.Combine(program.Folder, "out.csv"));
        lines.Length.ShouldBe(1 + 2 + 2 + 3 + 1);
        lines[1].ShouldStartWith("mean,sex=F,y,");

        var table = program.Run(0, "estimate", "--data", data, "--design", design, "--request", request, "--output", "table").Output;
        table.ShouldContain("# lonely sampling units: adjust");
        table.ShouldContain("sum of weights");
    }

    [Fact]
    public void Weights_are_written_after_calibration_with_replicates_when_wanted()
    {
        using var program = new SurveyProgram();
        var data = program.Write("d.csv", "c,w,sex\n1,1,F\n2,1,F\n3,2,M\n");
        var design = program.Write("design.json", """{"ids":["c"],"weights":"w","replicates":{"type":"JK1"},"calibrate":[{"method":"poststratify","margins":[{"by":["sex"],"totals":{"F":10,"M":7}}]}]}""");
        program.Run(0, "weights", "--data", data, "--design", design).Output.ShouldBe("row,weight\n1,5\n2,5\n3,7\n");
        program.Run(0, "weights", "--data", data, "--design", design, "--replicates").Output.ShouldBe("row,weight,replicate1,replicate2,replicate3\n1,5,0,10,5\n2,5,10,0,5\n3,7,7,7,0\n");
    }

    [Fact]
    public void An_unreliable_estimate_says_so()
    {
        using var program = new SurveyProgram();
        var results = program.Estimate(program.Write("d.csv", "w,y\n1,0\n1,0\n1,0\n1,50\n"), """{"weights":"w"}""", """{"requests":[{"id":"m","statistic":"mean","of":["y"]}]}""");
        var notes = results["m"].GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).ToArray();
        notes.ShouldContain("unreliable: 4 rows");
        notes.ShouldContain("unreliable: 3 degrees of freedom");
        notes.ShouldContain(note => note.Contains("coefficient of variation"));
    }
}
