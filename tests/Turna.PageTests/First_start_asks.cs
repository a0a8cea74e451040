using System.Net;
using System.Net.Sockets;
using Turna.Members.Contracts;
using Turna.Testing;
using Turna.Web.CommandLine;

namespace Turna.PageTests;

/// <summary>What the first start is told wrongly it asks for again, before anything is made and before anything is printed that is shown once.</summary>
public sealed class First_start_asks
{
    private const string Good = "four long words of aida";

    [Fact]
    public void An_empty_name_is_asked_for_again_at_once()
    {
        var (plan, paper) = Ask("\n \nOffice\nAida Asanova\n\n", Good, Good);

        plan.Name.ShouldBe("Office");
        paper.Split("Name of the organisation: ").Length.ShouldBe(4);
    }

    [Fact]
    public void The_sign_in_name_is_asked_for_apart_and_is_otherwise_the_first_word()
    {
        Ask("Office\nAida Asanova\n\n", Good, Good).Plan.Members[0].ShouldSatisfyAllConditions(m => m.SignInName.ShouldBe("aida"), m => m.Name.ShouldBe("Aida Asanova"));
        Ask("Office\nAida Asanova\na\nasanova.a\n", Good, Good).Plan.Members[0].SignInName.ShouldBe("asanova.a");
    }

    [Fact]
    public void The_password_is_asked_for_twice_and_again_until_the_two_are_the_same()
    {
        var (plan, paper) = Ask("Office\nAida Asanova\n\n", "weak", Good, "another", Good, Good);

        plan.Members[0].Password.ShouldBe(Good);
        paper.ShouldContain("The two are not the same");
    }

    [Fact]
    public void Without_a_terminal_the_environment_says_it_all_and_the_sign_in_name_has_a_default()
    {
        var said = new Dictionary<string, string> { ["TURNA_ORGANISATION"] = "Office", ["TURNA_ADMINISTRATOR"] = "Aida Asanova", ["TURNA_PASSWORD"] = Good };
        OrganisationPlanOf(said).Members[0].SignInName.ShouldBe("aida");

        said["TURNA_SIGN_IN"] = "head";
        OrganisationPlanOf(said).Members[0].SignInName.ShouldBe("head");

        said["TURNA_ORGANISATION"] = " ";
        Should.Throw<UsageException>(() => OrganisationPlanOf(said)).Message.ShouldStartWith("TURNA_ORGANISATION: ");
    }

    [Fact]
    public void A_port_that_is_taken_is_told_before_anything_is_made()
    {
        using var scratch = new ScratchFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (folder, port) = (Path.Combine(scratch.Path, "house"), ((IPEndPoint)other.LocalEndpoint).Port);

        var run = TurnaProgram.Run(
            ["serve", "--data", folder, "--port", $"{port}"], ("TURNA_ORGANISATION", "Office"), ("TURNA_ADMINISTRATOR", "Aida Asanova"), ("TURNA_PASSWORD", Good));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"port {port} cannot be used");
        run.Output.ShouldNotContain("Recovery shares");
        Directory.Exists(folder).ShouldBeFalse();
    }

    private static OrganisationPlan OrganisationPlanOf(Dictionary<string, string> said) =>
        FirstStart.Ask(new FirstStartDesk(said.GetValueOrDefault, null, () => null, TextWriter.Null));

    private static (OrganisationPlan Plan, string Paper) Ask(string typed, params string[] unseen)
    {
        using var paper = new StringWriter();
        var next = 0;
        var plan = FirstStart.Ask(new FirstStartDesk(_ => null, new StringReader(typed), () => unseen[next++], paper));
        return (plan, paper.ToString());
    }
}
