using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Web.CommandLine;

/// <summary>
/// The first start of a server: asks for the organisation and its first administrator, or takes them from TURNA_ORGANISATION,
/// TURNA_ADMINISTRATOR and TURNA_PASSWORD, and prints what exists nowhere else.
/// </summary>
internal static class FirstStart
{
    /// <summary>What the first organisation is to be.</summary>
    /// <exception cref="UsageException">Something was not given, or the password is too weak.</exception>
    public static OrganisationPlan Ask(TextReader terminal, TextWriter paper)
    {
        var organisation = Given("TURNA_ORGANISATION", "Name of the organisation", terminal, paper);
        var administrator = Given("TURNA_ADMINISTRATOR", "Name of the first administrator", terminal, paper);
        var password = Given("TURNA_PASSWORD", "Her password, 12 characters or more", terminal, paper);
        var plan = Plan(organisation, administrator, password);
        return Founding.WhyNot(plan) is { } problem ? throw new UsageException(problem) : plan;
    }

    public static async Task FoundAsync(Founding founding, OrganisationPlan? plan, TextReader terminal, TextWriter paper, CancellationToken cancel)
    {
        if (await founding.IsDoneAsync(cancel)) return;
        var founded = await founding.FoundAsync(plan ?? Ask(terminal, paper), cancel);
        await PrintAsync(founded, paper);
    }

    private static OrganisationPlan Plan(string organisation, string administrator, string password) => new(
        OrganisationId.New(), Writing.Line(organisation), [],
        [new MemberPlan(MemberId.New(), administrator, Writing.Line(administrator), password, [new RoleGrant(Role.Administrator, null)])]);

    private static string Given(string variable, string question, TextReader terminal, TextWriter paper)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } known) return known;
        if (Console.IsInputRedirected) throw new UsageException($"the first start needs {variable} (or a terminal to ask at)");
        paper.Write($"{question}: ");
        return (variable == "TURNA_PASSWORD" ? ReadUnseen(paper) : terminal.ReadLine()) ?? throw new UsageException($"{question}: nothing was given");
    }

    private static string ReadUnseen(TextWriter paper)
    {
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        paper.WriteLine();
        return typed.ToString();
    }

    private static async Task PrintAsync(FoundedOrganisation founded, TextWriter paper)
    {
        var administrator = founded.Members[0];
        await paper.WriteLineAsync(
            $"""

            The organisation is set up. What follows is shown once and kept nowhere: write it down now.

            Recovery shares. Give each to a different person outside the office. Two of the three together let somebody back in
            who has lost her password; all three lost cannot be replaced.
              1  {founded.RecoveryShares[0]}
              2  {founded.RecoveryShares[1]}
              3  {founded.RecoveryShares[2]}

            First administrator
              Sign-in name    {administrator.SignInName}
              TOTP secret     {administrator.TotpSecret}
              For the app     {AuthenticatorAddress.Of(administrator.SignInName, administrator.TotpSecret)}
              Recovery codes  {string.Join("  ", administrator.RecoveryCodes.Take(5))}
                              {string.Join("  ", administrator.RecoveryCodes.Skip(5))}

            The file server.secrets.json of the data folder is in no backup: copy it to a safe place of its own.

            """);
    }
}
