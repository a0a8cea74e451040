using System.Text.RegularExpressions;

namespace Turna.UnitTests.Survey;

/// <summary>The examples of <c>docs/reference/survey.md</c> do what the page says.</summary>
public sealed partial class Survey_reference_tests
{
    [Fact]
    public void The_commands_of_the_page_print_what_it_shows()
    {
        var page = File.ReadAllText(Path.Combine(SurveyProgram.Repository, "docs", "reference", "survey.md"));
        using var program = new SurveyProgram();
        foreach (Match file in NamedBlock().Matches(page)) program.Write(file.Groups["name"].Value, file.Groups["text"].Value);

        var commands = Command().Matches(page);
        commands.Count.ShouldBeGreaterThan(1);
        foreach (Match command in commands)
        {
            var (exit, output, error) = program.Run(0, command.Groups["arguments"].Value.Split(' '));
            exit.ShouldBe(0, error);
            output.ShouldBe(command.Groups["output"].Value);
        }
    }

    [GeneratedRegex("""```(csv|json) (?<name>\S+)\n(?<text>.*?)```""", RegexOptions.Singleline)]
    private static partial Regex NamedBlock();

    [GeneratedRegex("""```sh\n\./turna survey (?<arguments>[^\n]*)\n```\n```text\n(?<output>.*?)```""", RegexOptions.Singleline)]
    private static partial Regex Command();
}
