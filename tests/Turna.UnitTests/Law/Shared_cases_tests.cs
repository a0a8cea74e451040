using System.Globalization;
using System.Text.Json.Nodes;

namespace Turna.UnitTests.Law;

/// <summary>The language-neutral cases of content/law/cases, which the phone runs as well.</summary>
public sealed class Shared_cases_tests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Content.Folder, "cases"), "*.json").Order(StringComparer.Ordinal))
            foreach (var one in Read(file)["cases"]!.AsArray())
                cases.Add(Path.GetFileName(file), (string)one!["name"]!);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_what_was_worked_out_by_hand(string file, string name)
    {
        var set = Read(Path.Combine(Content.Folder, "cases", file));
        var one = set["cases"]!.AsArray().Single(item => (string)item!["name"]! == name)!;

        var answer = Asked.Of((string)set["verb"]!, one["input"]!.ToJsonString());

        Asked.Differences(one["expect"], answer).ShouldBeEmpty();
    }

    /// <summary>Numbers, days and texts must not depend on the culture of the machine; Arabic and Turkish are the classic traps.</summary>
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ru-RU")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Content.Folder, "cases"), "*.json"))
            {
                var set = Read(file);
                foreach (var one in set["cases"]!.AsArray())
                    Asked.Differences(one!["expect"], Asked.Of((string)set["verb"]!, one["input"]!.ToJsonString())).ShouldBeEmpty($"{culture}: {one["name"]}");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Fact]
    public void There_are_at_least_a_hundred_and_fifty_cases() => Cases().Count.ShouldBeGreaterThanOrEqualTo(150);

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();
}
