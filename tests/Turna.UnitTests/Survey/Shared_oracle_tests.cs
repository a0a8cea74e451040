using System.Text.Json;
using System.Text.RegularExpressions;

namespace Turna.UnitTests.Survey;

/// <summary>
/// Results of R's survey that were made elsewhere, read from the folder beside the repository. Designs and calls are written in R's notation
/// and are translated here.
/// </summary>
public sealed class Shared_oracle_tests
{
    private static readonly string Folder = Path.Combine(SurveyProgram.Repository, "..", "shared", "oracles", "survey");

    [Fact]
    public void All_results_of_the_shared_oracle_are_reproduced()
    {
        if (!File.Exists(Path.Combine(Folder, "oracle.json"))) Assert.Skip("../shared/oracles/survey is not on this machine");
        using var oracle = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "oracle.json")));
        var cases = oracle.RootElement.GetProperty("cases").EnumerateArray().ToArray();
        var differences = cases.GroupBy(each => $"{Text(each, "dataset")} {Design(each)}").SelectMany(Differences).ToArray();
        differences.ShouldBeEmpty();
        cases.Length.ShouldBe(211);
    }

    private static List<string> Differences(IGrouping<string, JsonElement> group)
    {
        using var program = new SurveyProgram();
        var first = group.First();
        File.WriteAllText(Path.Combine(program.Folder, "types.csv"), "stype,total\nE,4421\nH,755\nM,1018\n");
        var requests = JsonSerializer.Serialize(new { requests = group.Select(Request) });
        var results = program.Estimate(program.Write("data.csv", Data(first)), Design(first), requests);
        return [.. group.SelectMany(each => Compared(each, results[Text(each, "id")]).Select(difference => $"{Text(each, "id")} {difference}"))];
    }

    private static string Text(JsonElement each, string name) => each.GetProperty(name).GetString()!;

    /// <summary>The data of a case, its replicate weights beside them.</summary>
    private static string Data(JsonElement each)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "data", $"{Text(each, "dataset")}.csv"));
        if (each.TryGetProperty("repweights_csv", out var file))
            lines = [.. lines.Zip(File.ReadAllLines(Path.Combine(Folder, file.GetString()!)), (left, right) => $"{left},{right}")];
        return string.Join('\n', lines);
    }

    private static string Design(JsonElement each)
    {
        if (each.TryGetProperty("repweights_csv", out var file)) return Replicates(each, file.GetString()!);
        var id = Text(each, "id");
        return Text(each, "dataset") switch
        {
            "scd_brr" => """{"replicates":{"type":"BRR","columns":["rep1","rep2","rep3","rep4"],"combined":false}}""",
            "apiclus1" => """{"ids":["dnum"],"weights":"pw","fpc":["fpc"],"calibrate":[{"method":"poststratify","margins":[{"by":["stype"],"totals":"types.csv"}]}]}""",
            "apisrs" => """{"fpc":["fpc"]}""",
            "apistrat" => """{"strata":["stype"],"weights":"pw","fpc":["fpc"]}""",
            "apiclus2" => """{"ids":["dnum","snum"],"fpc":["fpc1","fpc2"]}""",
            "mu284" => """{"ids":["id1","id2"],"fpc":["n1","n2"]}""",
            "apistrat_lonely" => $$"""{"strata":["stype"],"weights":"pw","lonelyPsu":"adjust","lonelyDomain":{{(id.EndsWith("TRUE", StringComparison.Ordinal) ? "true" : "false")}}}""",
            _ when id.StartsWith("fpc.nopw", StringComparison.Ordinal) => """{"ids":["psuid"],"strata":["stratid"],"nest":true,"fpc":["Nh"]}""",
            _ when id.StartsWith("fpc.Nh", StringComparison.Ordinal) => """{"ids":["psuid"],"strata":["stratid"],"nest":true,"weights":"weight","fpc":["Nh"]}""",
            _ => """{"ids":["psuid"],"strata":["stratid"],"nest":true,"weights":"weight"}""",
        };
    }

    private static string Replicates(JsonElement each, string file)
    {
        var columns = File.ReadLines(Path.Combine(Folder, file)).First().Replace("\"", "", StringComparison.Ordinal).Split(',');
        return JsonSerializer.Serialize(new
        {
            weights = Text(each, "dataset").StartsWith("nhanes", StringComparison.Ordinal) ? "WTMEC2YR" : "pw",
            replicates = new
            {
                type = Text(each, "design").Contains("BRR", StringComparison.Ordinal) ? "BRR" : "JK1",
                columns,
                scale = each.GetProperty("scale").GetDouble(),
                rscales = each.GetProperty("rscales"),
                combined = true,
                mse = each.TryGetProperty("mse_forced", out _),
            },
        });
    }

    private static Dictionary<string, object> Request(JsonElement each)
    {
        var call = Text(each, "call");
        var request = new Dictionary<string, object>(StringComparer.Ordinal) { ["id"] = Text(each, "id"), ["ci"] = "normal" };
        string? Found(string pattern) => Regex.Match(call, pattern) is { Success: true } match ? match.Groups[1].Value : null;
        if (Found(@"subset\(d, (.*?)\)$") is { } where) request["where"] = where.TrimEnd(')');
        if (call.Contains("deff=TRUE", StringComparison.Ordinal)) request["deff"] = true;
        if (call.Contains("deff='replace'", StringComparison.Ordinal)) request["deff"] = "replace";

        var variables = Found(@"~(interaction\(.*?\)|[^,)]*)");
        var method = Found(@"(?:method|statistic|test|interval\.type)='(\w+)'");
        var (statistic, fields) = call[..call.IndexOf('(', StringComparison.Ordinal)] switch
        {
            "svymean" => ("mean", new { of = Split(variables!) }),
            "svytotal" => ("total", new { of = Split(variables!) }),
            "svyvar" => ("variance", new { of = Split(variables!) }),
            "svyratio" => ("ratio", new { of = Split(variables!), over = Found(@", ~([^,)]*)")! }),
            "svyby" => (call.Contains("svymean", StringComparison.Ordinal) ? "mean" : "total", new { of = Split(variables!), by = Split(Found(@", ~([^,]*), svy")!) }),
            "svyquantile" => ("quantile", new { of = "api00", p = Found(@"c\((.*?)\)")!.Split(',').Select(p => JsonSerializer.Deserialize<double>(p.Trim().Replace(".", "0.", StringComparison.Ordinal))), rule = Found(@"qrule='(\w+)'") ?? "math", interval = Found(@"interval\.type='(\w+)'") ?? "mean" }),
            "svyciprop" => ("proportion", new { of = "comp.imp == 'Yes'", interval = method! }),
            "svytable" => ("table", new { of = Split(variables!) }),
            "svychisq" => ("chisq", new { of = Split(variables!), method }),
            "svyttest" => ("ttest", new { formula = "api00 ~ comp.imp" }),
            "svyranktest" => ("ranktest", new { formula = "api00 ~ comp.imp", method }),
            "svyglm" => ("glm", (object)new { formula = Found(@"svyglm\((.*?)(?:, family.*)?\)$"), family = Found(@"quasi(\w+)\(") ?? "gaussian" }),
            _ => ("contrast", call.Contains("quote", StringComparison.Ordinal)
                ? new { estimator = "total", of = new[] { "api00", "api99" }, expression = "api00/api99" }
                : new { estimator = "total", of = new[] { "api00", "api99" }, coefficients = new[] { 1, -1 } }),
        };
        request["statistic"] = statistic;
        foreach (var property in fields.GetType().GetProperties()) request[property.Name] = property.GetValue(fields)!;
        return request;
    }

    private static string[] Split(string variables) => variables.StartsWith("interaction", StringComparison.Ordinal) ? [variables] : variables.Split('+', StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Compared(JsonElement each, JsonElement result)
    {
        var isModel = Text(each, "call").StartsWith("svyglm", StringComparison.Ordinal);
        foreach (var (theirs, ours) in Pairs(each, isModel))
        {
            var difference = Numbers.Difference(theirs, Numbers.Of(result.GetProperty(ours)), 1e-7);
            if (difference is not null) yield return $"{ours}: {difference}";
        }
    }

    private static IEnumerable<(double?[] Theirs, string Ours)> Pairs(JsonElement each, bool isModel)
    {
        (string, string)[] names =
        [
            ("coef", "estimate"), ("se", "se"), ("vcov", "covariance"), ("ci95_normal", "ci"), ("cv", "cv"), ("deff", "deff"), ("sum_weights", "sumWeights"),
            ("tstat", "t"), ("p", "p"), ("resid_df", "df"), ("estimate", "estimate"), ("ci", "ci"), ("value", "estimate"),
        ];
        foreach (var (theirs, ours) in names)
        {
            if (each.TryGetProperty(theirs, out var value)) yield return (Numbers.Of(value), ours);
        }

        if (!isModel && each.TryGetProperty("df", out var degrees)) yield return (Numbers.Of(degrees), "df");
        if (each.TryGetProperty("stat", out var test))
        {
            yield return (Numbers.Of(test.GetProperty("statistic")), "testStatistic");
            yield return (Numbers.Of(test.GetProperty("parameter")), "df");
            yield return (Numbers.Of(test.GetProperty("p")), "p");
            if (Numbers.Of(test.GetProperty("conf")) is { Length: > 0 } limits) yield return (limits, "ci");
        }

        if (!each.TryGetProperty("table", out var table)) yield break;
        if (table.ValueKind == JsonValueKind.Object)
        {
            foreach (var pair in Groups(table)) yield return pair;
        }
        else if (each.TryGetProperty("dim", out _))
        {
            yield return ([.. Enumerable.Range(0, table[0].GetArrayLength()).SelectMany(column => table.EnumerateArray().Select(row => Numbers.Of(row[column])[0]))], "estimate");
        }
        else
        {
            yield return ([.. table.EnumerateArray().Select(row => Numbers.Of(row[0])[0])], "estimate");
            yield return ([.. table.EnumerateArray().SelectMany(row => new[] { Numbers.Of(row[1])[0], Numbers.Of(row[2])[0] })], "ci");
            yield return ([.. table.EnumerateArray().Select(row => Numbers.Of(row[3])[0])], "se");
        }
    }

    private static IEnumerable<(double?[] Theirs, string Ours)> Groups(JsonElement table)
    {
        double?[] Of(Func<string, bool> wanted) => [.. table.EnumerateObject().Where(column => wanted(column.Name)).SelectMany(column => Numbers.Of(column.Value))];
        string[] variables = ["api00", "enroll", "HI_CHOL", "stypeE", "stypeH", "stypeM"];
        yield return (Of(variables.Contains), "estimate");
        yield return (Of(name => name == "se" || name.StartsWith("se.", StringComparison.Ordinal)), "se");
        if (table.TryGetProperty("cv", out var variation)) yield return (Numbers.Of(variation), "cv");
        if (table.TryGetProperty("DEff.api00", out var effect)) yield return (Numbers.Of(effect), "deff");
    }
}
