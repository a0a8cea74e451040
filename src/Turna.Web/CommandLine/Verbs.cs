using System.CommandLine;
using System.CommandLine.Help;
using Npgsql;

namespace Turna.Web.CommandLine;

/// <summary>
/// The verbs of <c>./turna</c>. Each group of verbs lives in a class of its own beside this file and is listed here once.
/// </summary>
internal static class Verbs
{
    private const int UsageError = 2;
    private const string Program = "turna";

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var root = new RootCommand("Turna: the working system of the organisations that stand with labour migrants.");
        foreach (var verb in All()) root.Subcommands.Add(verb);

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"turna: {parsed.Errors[0].Message}");
            if (parsed.Errors.Count > 1) await Console.Error.WriteLineAsync($"turna: {string.Join(' ', parsed.Errors.Skip(1).Select(error => error.Message))}");
            return UsageError;
        }

        try
        {
            if (parsed.Action is HelpAction) return await HelpAsync(parsed, cancel);
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancel);
        }
        catch (UsageException mendable)
        {
            await Console.Error.WriteLineAsync($"turna: {mendable.Message}");
            return UsageError;
        }
        catch (Exception failed) when (Unreached(failed) is { } why)
        {
            await Console.Error.WriteLineAsync($"turna: PostgreSQL: {why}");
            return UsageError;
        }
    }

    // What stands in the connection is not repeated: the password is part of it.
    private static string? Unreached(Exception failed) => failed switch
    {
        PostgresException => null,
        NpgsqlException unreached => unreached.Message,
        InvalidOperationException { InnerException: NpgsqlException unreached } => Unreached(unreached),
        _ => null,
    };

    // The library names the program after its file; who reads the help typed turna.
    private static async Task<int> HelpAsync(ParseResult parsed, CancellationToken cancel)
    {
        using var help = new StringWriter();
        var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = help }, cancel);
        await Console.Out.WriteAsync(help.ToString().Replace(RootCommand.ExecutableName, Program, StringComparison.Ordinal));
        return code;
    }

    private static IEnumerable<Command> All() =>
    [
        Serve.Verb(),
        Demo.Verb(),
        Migrate.Verb(),
        Backup.BackUp(),
        Backup.Restore(),
        Backup.SecretsKit(),
        Verify.Verb(),
        Prove.Verb(),
        NamesVerbs.Names(),
        ImportVerb.Import(),
        ClaimVerbs.Claim(),
        StayVerbs.Stay(),
        CostVerbs.Cost(),
        ScreenVerbs.Screen(),
        LawVerbs.Law(),
        Tables.TablesVerb.Create(),
        Agreeing.AgreementVerb.Create(),
        Surveys(),
    ];

    private static Command Surveys()
    {
        var group = Survey.SurveyVerb.Create();
        group.Subcommands.Add(Sampling.SurveySample.Create());
        return group;
    }
}
