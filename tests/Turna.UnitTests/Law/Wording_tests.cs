using System.Text.RegularExpressions;
using Turna.Law;

namespace Turna.UnitTests.Law;

public sealed partial class Wording_tests
{
    private static readonly string[] Languages = ["en", "ru", "ky", "uz"];

    [Fact]
    public void Every_language_has_the_same_texts_with_the_same_placeholders()
    {
        var english = Texts("en");
        foreach (var language in Languages)
        {
            var texts = Texts(language);
            texts.Codes.Order().ShouldBe(english.Codes.Order(), language);
            foreach (var code in texts.Codes)
                Placeholders(texts.Template(code)!).ShouldBe(Placeholders(english.Template(code)!), $"{language} {code}");
        }
    }

    [Fact]
    public void Every_notice_of_the_code_has_a_text_and_every_text_a_notice()
    {
        var folders = new[] { Path.Combine("src", "engines", "Turna.Law"), Path.Combine("src", "Turna.Web", "CommandLine") };
        var source = string.Concat(folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));
        var used = Code().Matches(source).Select(match => match.Groups[1].Value)
            .Concat(new[] { "only", "cautious", "anew-with-the-new-rule", "if-registered" }.Select(reading => "reading." + reading))
            .Distinct();

        used.Order().ShouldBe(Texts("en").Codes.Order());
    }

    [Fact]
    public void A_notice_without_a_text_is_shown_with_its_values() =>
        Texts("en").Say(Notice.Of("no.such", "S", ("a", 1.5m), ("day", new DateOnly(2025, 1, 2)))).ShouldBe("no.such S a=1.5, day=2025-01-02");

    [Fact]
    public void Placeholders_are_filled_in() =>
        Texts("en").Say(Notice.Of("claim.limitation-passed", "RU-392", ("due", "nov"), ("day", new DateOnly(2025, 1, 2))))
            .ShouldBe("RU-392: the last day for due 'nov' was 2025-01-02.");

    [Theory]
    [InlineData("- a")]
    [InlineData("a: [b]")]
    [InlineData("a: [")]
    public void What_is_no_mapping_of_texts_is_refused(string yaml) => Wording.Read(yaml).ShouldBeNull();

    private static Wording Texts(string language) => Wording.Read(File.ReadAllText(Path.Combine(Content.Folder, "texts", language + ".yaml")))!;

    private static IEnumerable<string> Placeholders(string template) => Placeholder().Matches(template).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"((?:input|law|list|claim|stay|step|wages|cost|screen)\\.[a-z-]+)\"")]
    private static partial Regex Code();
}
