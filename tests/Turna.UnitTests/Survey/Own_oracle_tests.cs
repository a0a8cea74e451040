using System.Text.Json;

namespace Turna.UnitTests.Survey;

/// <summary>Every statistic under every design of <c>Oracle/oracle.R</c>, as R's survey answered it, through the command line.</summary>
public sealed class Own_oracle_tests
{
    private static readonly JsonDocument Cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(SurveyProgram.Oracle, "cases.json")));

    public static IEnumerable<TheoryDataRow<string>> Designs() =>
        Cases.RootElement.GetProperty("designs").EnumerateObject().Select(design => new TheoryDataRow<string>(design.Name));

    [Fact]
    public void The_oracle_names_its_versions()
    {
        Cases.RootElement.GetProperty("madeWith").GetString()!.ShouldStartWith("R survey 4");
        Cases.RootElement.GetProperty("cases").GetArrayLength().ShouldBeGreaterThan(1900);
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Estimates_equal_those_of_R(string name)
    {
        var design = Cases.RootElement.GetProperty("designs").GetProperty(name);
        var cases = Cases.RootElement.GetProperty("cases").EnumerateArray().Where(each => each.GetProperty("design").GetString() == name).ToArray();
        using var program = new SurveyProgram();
        foreach (var file in Directory.GetFiles(SurveyProgram.Oracle, "*.csv")) File.Copy(file, Path.Combine(program.Folder, Path.GetFileName(file)));

        var requests = $"{{\"requests\":[{string.Join(',', cases.Select(each => each.GetProperty("request").GetRawText()))}]}}";
        var results = program.Estimate(design.GetProperty("data").GetString()!, design.GetProperty("design").GetRawText(), requests);

        cases.SelectMany(each => Differences(each, results)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Differences(JsonElement each, Dictionary<string, JsonElement> results)
    {
        var id = each.GetProperty("request").GetProperty("id").GetString()!;
        foreach (var expected in each.GetProperty("expected").EnumerateObject())
        {
            if (!results[id].TryGetProperty(expected.Name, out var found))
            {
                yield return $"{id} {expected.Name}: absent";
                continue;
            }

            var wanted = Numbers.Of(expected.Value);
            if (expected.Name == "ci" && expected.Value.GetArrayLength() == 2 && expected.Value[0].ValueKind == JsonValueKind.Array) wanted = Transposed(expected.Value);

            // A covariance that is zero but for rounding has no digits to agree in.
            if (expected.Name == "covariance" && wanted.All(value => Math.Abs(value ?? 0) < 1e-25)) continue;
            if (Numbers.Difference(wanted, Numbers.Of(found), 1e-7) is { } difference) yield return $"{id} {expected.Name}: {difference}";
        }
    }

    /// <summary>R lists all lower limits, then all upper ones.</summary>
    private static double?[] Transposed(JsonElement limits) =>
        [.. limits[0].EnumerateArray().Zip(limits[1].EnumerateArray(), (lower, upper) => new[] { Numbers.Of(lower)[0], Numbers.Of(upper)[0] }).SelectMany(pair => pair)];
}
