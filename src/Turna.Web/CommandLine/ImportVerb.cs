using System.CommandLine;
using Turna.Cases.Contracts;
using Turna.Kernel;
using Turna.Web.CommandLine.Registers;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine;

/// <summary><c>turna import FILE --kind consultations --dry-run --report out.json</c>: reads a register and says what it would bring in.</summary>
internal static class ImportVerb
{
    private const string Consultations = "consultations";

    public static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "The register: XLSX, XLS or CSV." };
        var kind = new Option<string>("--kind") { Description = "What the file holds: consultations.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read, normalise and group the rows alone; needs no database." };
        var report = new Option<FileInfo?>("--report") { Description = "Where to write the row-by-row report (JSON)." };
        var (folder, postgres) = (Serve.Folder("data/turna"), Serve.Postgres());
        var organisation = new Option<string?>("--organisation") { Description = "Name or id of the organisation." };
        var member = new Option<string?>("--member") { Description = "Sign-in name of who brings it in; password and code from a prompt, or TURNA_PASSWORD and TURNA_TOTP." };
        var team = new Option<string?>("--team") { Description = "Name or id of the team whose register it is; not needed where she works in one." };
        var same = new Option<string>("--same-person") { Description = "suggested: rows the reading takes for one person are one; none: every row is somebody of her own.", DefaultValueFactory = _ => "suggested" };
        var known = new Option<string>("--known") { Description = "none: everybody is registered anew; sure: those of whom more agrees than names are the people known.", DefaultValueFactory = _ => "none" };
        var day = new Option<DateOnly?>("--day") { Description = "The day under which rows without one are entered; without it they stay in the report." };
        same.AcceptOnlyFromAmong("suggested", "none");
        known.AcceptOnlyFromAmong("sure", "none");
        var import = new Command("import", "Bring in last year's register.") { file, kind, dryRun, report, folder, postgres, organisation, member, team, same, known, day };
        import.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(kind) != Consultations) throw new UsageException($"--kind {parsed.GetValue(kind)}: only {Consultations} can be imported");
            if (parsed.GetValue(dryRun))
            {
                DryRun(parsed.GetValue(file)!, parsed.GetValue(report), cancel);
                return 0;
            }

            return await BringIn.RunAsync(
                new BringInOrder(
                    parsed.GetValue(file)!,
                    new Settings { DataFolder = parsed.GetValue(folder)!.FullName, Postgres = parsed.GetValue(postgres) },
                    parsed.GetValue(organisation) ?? throw new UsageException("--organisation is needed (or --dry-run)"),
                    parsed.GetValue(member) ?? throw new UsageException("--member is needed (or --dry-run)"),
                    parsed.GetValue(team),
                    new ImportChoices(parsed.GetValue(same) == "suggested", parsed.GetValue(known) == "sure", parsed.GetValue(day)),
                    parsed.GetValue(report)),
                cancel);
        });
        return import;
    }

    private static void DryRun(FileInfo file, FileInfo? report, CancellationToken cancel)
    {
        var register = Read(file, cancel);
        var groups = RegisterGrouping.Of(register, cancel);
        register = RegisterGrouping.WithoutSharedDocuments(register, groups);
        if (report is not null) WholeFile.Write(report, output => RegisterReport.Write(output, register, groups.People));
        foreach (var notice in register.Notices) Console.Error.WriteLine($"turna: {notice}");
        Console.WriteLine(Summary(register, groups));
    }

    private static Register Read(FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists) throw new UsageException($"{file}: no such file");
        try
        {
            using var stream = file.OpenRead();
            var options = new RegisterOptions { Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) };
            var read = RegisterReader.Read(stream, file.Name, options, progress: null, cancel);
            return read.Error is Error.Refused refused ? throw new UsageException($"{file}: {refused.Text}") : read.Value;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: {failed.Message}", failed);
        }
    }

    private static string Summary(Register register, RegisterGroups groups)
    {
        int Count(RegisterRowStatus status) => register.Rows.Count(row => row.Status == status);
        var people = groups.People.Where(person => person is not null).Distinct(StringComparer.Ordinal).Count();
        return $"{register.Rows.Count} rows: {Count(RegisterRowStatus.Ok)} ok, {Count(RegisterRowStatus.Doubtful)} doubtful, "
            + $"{Count(RegisterRowStatus.Rejected)} rejected, {Count(RegisterRowStatus.Skipped)} skipped; {people} people";
    }
}
