using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Web.CommandLine;

/// <summary>What the first start is told, and where it may ask.</summary>
/// <param name="Known">What the environment says under a name; null or empty where it says nothing.</param>
/// <param name="Terminal">Where answers are typed; null where nobody is there to type.</param>
/// <param name="Unseen">Reads an answer that does not appear on the screen.</param>
/// <param name="Paper">Where questions and what is printed once appear.</param>
internal sealed record FirstStartDesk(Func<string, string?> Known, TextReader? Terminal, Func<string?> Unseen, TextWriter Paper)
{
    /// <summary>The terminal this process runs at.</summary>
    public static FirstStartDesk Here() => new(
        Environment.GetEnvironmentVariable, Console.IsInputRedirected ? null : Console.In, () => FirstStart.ReadUnseen(Console.Out), Console.Out);
}

/// <summary>
/// The first start of a server: asks for the organisation and its first administrator, or takes them from TURNA_ORGANISATION,
/// TURNA_ADMINISTRATOR, TURNA_SIGN_IN and TURNA_PASSWORD, and prints what exists nowhere else. At a terminal an answer that will not do is asked for
/// again; what the environment says wrongly ends the start.
/// </summary>
internal static class FirstStart
{
    private const string PasswordName = "TURNA_PASSWORD";

    /// <summary>What the first organisation is to be.</summary>
    /// <exception cref="UsageException">Something was not given, or will not do and nobody is there to ask.</exception>
    public static OrganisationPlan Ask(FirstStartDesk desk)
    {
        var organisation = Given(desk, "TURNA_ORGANISATION", "Name of the organisation", null, name => Founding.WhyNot(Empty(name)));
        var administrator = Given(desk, "TURNA_ADMINISTRATOR", "Name of the first administrator", null, name => Writing.Line(name).Length is 0 or > 200 ? "a name has 1 to 200 characters" : null);
        var signIn = Given(desk, "TURNA_SIGN_IN", "Name to sign in with", FirstWord(administrator), name => Founding.WhyNot(Plan(organisation, administrator, name, Strong)));
        var password = Password(desk, typed => Founding.WhyNot(Plan(organisation, administrator, signIn, typed)));
        return Plan(organisation, administrator, signIn, password);
    }

    public static async Task FoundAsync(Founding founding, OrganisationPlan? plan, FirstStartDesk desk, CancellationToken cancel)
    {
        if (await founding.IsDoneAsync(cancel)) return;
        var founded = await founding.FoundAsync(plan ?? Ask(desk), cancel);
        await PrintAsync(founded, desk.Paper);
    }

    // Whether a sign-in name will do is asked before there is a password: beside one that does.
    private static string Strong => OrganisationId.New().ToString();

    private static OrganisationPlan Empty(string organisation) => new(OrganisationId.New(), Writing.Line(organisation), [], []);

    private static OrganisationPlan Plan(string organisation, string administrator, string signIn, string password) => Empty(organisation) with
    {
        Members = [new MemberPlan(MemberId.New(), signIn, Writing.Line(administrator), password, [new RoleGrant(Role.Administrator, null)])],
    };

    private static string FirstWord(string name) => Writing.Line(name).Split(' ')[0].ToLowerInvariant();

    private static string Given(FirstStartDesk desk, string variable, string question, string? otherwise, Func<string, string?> whyNot)
    {
        if (desk.Known(variable) is { Length: > 0 } known) return whyNot(known) is { } wrong ? throw new UsageException($"{variable}: {wrong}") : known;
        if (desk.Terminal is not { } terminal)
        {
            if (otherwise is null) throw Missing(variable);
            return whyNot(otherwise) is { } wrong ? throw new UsageException($"{variable}: {wrong}") : otherwise;
        }

        while (true)
        {
            desk.Paper.Write(otherwise is null ? $"{question}: " : $"{question} [{otherwise}]: ");
            var typed = terminal.ReadLine() ?? throw new UsageException($"{question}: nothing was given");
            var answer = typed.Trim().Length == 0 && otherwise is not null ? otherwise : typed;
            if (whyNot(answer) is not { } problem) return answer;
            desk.Paper.WriteLine($"{problem}. Once more.");
        }
    }

    /// <summary>Nobody sees what is typed, so it is typed twice.</summary>
    private static string Password(FirstStartDesk desk, Func<string, string?> whyNot)
    {
        if (desk.Known(PasswordName) is { Length: > 0 } known) return whyNot(known) is { } wrong ? throw new UsageException(wrong) : known;
        if (desk.Terminal is null) throw Missing(PasswordName);
        while (true)
        {
            desk.Paper.Write("Password, 12 characters or more: ");
            var typed = desk.Unseen() ?? throw new UsageException("password: nothing was given");
            if (whyNot(typed) is { } problem)
            {
                desk.Paper.WriteLine($"{problem} Once more.");
                continue;
            }

            desk.Paper.Write("The same password again: ");
            if (desk.Unseen() == typed) return typed;
            desk.Paper.WriteLine("The two are not the same. Once more.");
        }
    }

    private static UsageException Missing(string variable) => new($"the first start needs {variable} (or a terminal to ask at)");

    internal static string ReadUnseen(TextWriter paper)
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
