namespace Turna.UnitTests.Survey;

/// <summary>Bad input ends with exit code 2 and a message that names column, row and rule.</summary>
public sealed class Survey_error_tests
{
    private const string Data = "s,c,w,y,sex,N\n1,1,2,5,F,9\n1,2,2,7,M,9\n2,3,1,NA,F,9\n2,4,1,8,M,9\n";
    private const string Mean = """{"requests":[{"id":"m","statistic":"mean","of":["y"]}]}""";

    [Theory]
    [InlineData("""{"weights":"ww"}""", "column ww: not in the data", "is w meant")]
    [InlineData("""{"weights":"y"}""", "column y, row 3", "may not be missing")]
    [InlineData("""{"ids":["sex"],"strata":["s"],"weights":"w"}""", "column sex, row 3", "nest")]
    [InlineData("""{"ids":["c"],"strata":["c"],"weights":"w"}""", "stratum 1", "lonelyPsu")]
    [InlineData("""{"weights":"w","fpc":["s"]}""", "column s, row 1", "smaller than the 4 units")]
    [InlineData("""{"weights":"w","probabilities":["w"]}""", "weights and probabilities", "exclude")]
    [InlineData("""{"weights":"w","lonelyPsu":"ignore"}""", "lonelyPsu", "one of fail, remove")]
    [InlineData("""{"weights":"w","replicates":{"type":"JK1","columns":["w"]}}""", "replicates", "two columns")]
    [InlineData("""{"weights":"w","pps":{"method":"yates-grundy"}}""", "joint", "probabilities")]
    [InlineData("""{"weights":"w","calibrate":[{"method":"poststratify","margins":[{"by":["sex"],"totals":{"F":3}}]}]}""", "no total for M", "in the sample")]
    [InlineData("""{"weights":"w","calibrate":[{"method":"rake","margins":[{"by":["sex"],"totals":{"F":3,"M":3}},{"by":["s"],"totals":{"1":5,"2":5}}]}]}""", "margin 2 adds up to 10", "margin 1 to 6")]
    [InlineData("""{"weights":"w","calibrate":[{"method":"linear","margins":[{"of":["y"],"totals":9}]}]}""", "column y, row 3", "calibration variable may not be missing")]
    [InlineData("""{"weights":"w","calibrate":[{"method":"logit","bounds":[0.9,1.1],"margins":[{"by":["sex"],"totals":{"F":30,"M":30}}]}]}""", "does not reach", "wanted")]
    [InlineData("""{"weights":"w",}""", "not JSON at line 1", "column")]
    [InlineData("""{"weight":"w"}""", "the field weight is not known", "is weights meant?")]
    [InlineData("""{"weights":"w","weights":"y"}""", "design.json", "uplicate")]
    public void A_design_that_cannot_be_is_refused(string design, string place, string rule) => Refused(Data, design, Mean, place, rule);

    [Theory]
    [InlineData("s,w,y\n", "data.csv", "no rows below the header")]
    [InlineData("s;w;y\n1;2;3\n", "data.csv", "not by semicolons")]
    [InlineData("s\tw\ty\n1\t2\t3\n", "data.csv", "not by tabs")]
    [InlineData("s,w,y\n1,2,3\n1,2x,4\n", "column w, row 2", "must be numbers, not '2x'")]
    [InlineData("s,w,y\n1,0,3\n1,0,4\n", "column w", "every weight is zero")]
    [InlineData("s,w,y\n1,2,3\n1,2,n/a\n1,2,n/a\n1,2,4\n", "column y, row 2", "'n/a' stands among numbers")]
    [InlineData("s,w,y\n1,2,3\n1,2,4\n1,2,5O\n", "column y, row 3", "'5O' stands among numbers")]
    public void Data_that_cannot_be_read_are_refused(string data, string place, string rule) => Refused(data, """{"weights":"w"}""", Mean, place, rule);

    [Theory]
    [InlineData("""{"requests":[{"id":"m","statistic":"mode","of":["y"]}]}""", "requests[0], statistic", "one of mean, total")]
    [InlineData("""{"requests":[{"id":"m","statistic":"mean","of":["z"]}]}""", "request m", "column z")]
    [InlineData("""{"requests":[{"id":"m","statistic":"mean","of":["y"],"missing":"fail"}]}""", "column y, row 3", "missing")]
    [InlineData("""{"requests":[{"id":"m","statistic":"mean","of":["y"],"where":"sex == 'X'"}]}""", "request m", "no row satisfies")]
    [InlineData("""{"requests":[{"id":"m","statistic":"mean","of":["y +"]}]}""", "position 4", "a value was expected")]
    [InlineData("""{"requests":[{"id":"m","statistic":"mean","of":["y"],"where":"y == 'tall'"}]}""", "column y is a number", "'tall'")]
    [InlineData("""{"requests":[{"id":"g","statistic":"gap","of":["y"],"between":{"sex":["F","X"]}}]}""", "X is not a level of sex", "F, M")]
    [InlineData("""{"requests":[{"id":"q","statistic":"quantile","of":["sex"]}]}""", "column sex", "need a number")]
    [InlineData("""{"requests":[{"id":"c","statistic":"contrast","of":["y"],"coefficients":[1,2]}]}""", "2 coefficients for 1", "estimates")]
    [InlineData("""{"requests":[{"id":"b","statistic":"glm","formula":"y ~ sex","family":"binomial"}]}""", "column y, row 1", "family")]
    [InlineData("""{"requests":[{"id":"a","statistic":"mean","of":["y"]},{"id":"a","statistic":"mean","of":["y"]}]}""", "id a", "twice")]
    [InlineData("""{"requests":[{"id":"m","statistic":"mean","of":["y"],"deft":true}]}""", "the field deft is not known", "is deff meant?")]
    [InlineData("""{"requests":[]}""", "request.json", "no request")]
    [InlineData("""{"requests":[{"id":"b","statistic":"glm","formula":"y ~ "}]}""", "request b", "nothing stands on one side")]
    public void A_request_that_cannot_be_answered_is_refused(string requests, string place, string rule) => Refused(Data, """{"weights":"w"}""", requests, place, rule);

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "row 2", "1 fields, the header has 2")]
    [InlineData("a,a\n1,2\n", "column a", "twice")]
    [InlineData("", "empty", "header")]
    [InlineData("a,b\n\"1,2\n", "quote", "not closed")]
    public void A_table_that_is_not_one_is_refused(string data, string place, string rule) => Refused(data, "{}", Mean, place, rule);

    [Fact]
    public void A_failed_request_leaves_the_others_answered_and_still_ends_with_code_two()
    {
        using var program = new SurveyProgram();
        var (exit, output, error) = program.Run(0, "estimate", "--data", program.Write("d.csv", Data), "--design", program.Write("design.json", """{"weights":"w"}"""),
            "--request", program.Write("r.json", """{"requests":[{"id":"good","statistic":"mean","of":["y"]},{"id":"bad","statistic":"mean","of":["z"]}]}"""), "--output", "csv");
        exit.ShouldBe(2);
        error.ShouldContain("column z");
        output.ShouldContain("good,,y,6.4");
        output.ShouldContain("error: ");
    }

    private static void Refused(string data, string design, string requests, string place, string rule)
    {
        using var program = new SurveyProgram();
        var (exit, output, error) = program.Run(0, "estimate", "--data", program.Write("data.csv", data), "--design", program.Write("design.json", design), "--request", program.Write("request.json", requests), "--output", "csv");
        exit.ShouldBe(2, output);
        error.ShouldContain(place);
        error.ShouldContain(rule);
    }
}
