using Turna.Cases.Contracts;
using Turna.Web.Hosting;

namespace Turna.Web.CommandLine.Registers;

/// <summary>What the command was told.</summary>
internal sealed record BringInOrder(FileInfo File, Settings Settings, string Organisation, string Member, string? Team, ImportChoices Choices, FileInfo? Report);

/// <summary><c>turna import FILE --kind consultations --data DIR --organisation O --member M</c>: brings a register in.</summary>
internal static class BringIn
{
    private const int Published = 0;
    private const int NotPublished = 1;
    private const long Largest = 64L * 1024 * 1024;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    public static async Task<int> RunAsync(BringInOrder order, CancellationToken cancel)
    {
        if (!order.File.Exists) throw new UsageException($"{order.File}: no such file");
        if (order.File.Length > Largest) throw new UsageException($"{order.File}: larger than {Largest / (1024 * 1024)} MiB; split it by year or month");
        var words = Ask(order.Member);
        await using var desk = Open(order.Settings);
        var who = await desk.SignInAsync(words, cancel);
        if (!IsNamed(order.Organisation, who.Organisation, who.OrganisationName)) throw new UsageException($"{order.Member} does not work at {order.Organisation}");
        var team = TeamOf(order.Team, who.Teams);
        var id = await desk.StageAsync(team.Id, order.File.Name, await ReadAsync(order.File, cancel), cancel);
        try
        {
            return await WorkAsync(desk, id, team, order, cancel);
        }
        catch (OperationCanceledException)
        {
            await desk.CancelAsync(id, CancellationToken.None);
            await Console.Error.WriteLineAsync("turna: given up; nothing was entered");
            return NotPublished;
        }
    }

    private static async Task<int> WorkAsync(IRegisterDesk desk, Guid id, ImportTeam team, BringInOrder order, CancellationToken cancel)
    {
        await desk.ReadAsync(id, cancel);
        var read = await AwaitAsync(desk, id, "Reading", "reading", cancel);
        if (read.Step != "preview") return await FailAsync(desk, id, read);
        await Console.Out.WriteLineAsync(
            $"{read.Rows} rows: {read.Rows - read.Doubtful - read.Rejected - read.Skipped} ok, {read.Doubtful} doubtful, {read.Rejected} rejected, {read.Skipped} skipped, {read.Repeated} came in before; {read.People} people");
        await desk.DecideAsync(id, order.Choices, cancel);
        if (!team.MayBringIn)
        {
            await Console.Out.WriteLineAsync($"A supervisor of {team.Name} brings it in: it waits at /registers/{id}");
            if (order.Report is { } wanted) await Console.Error.WriteLineAsync($"turna: {wanted} is not written: the report comes with what is entered; --dry-run --report writes what was read");
            return NotPublished;
        }

        await desk.BringInAsync(id, cancel);
        var published = await AwaitAsync(desk, id, "Bringing in", "publishing", cancel);
        if (published.Step != "published") return await FailAsync(desk, id, published);
        if (order.Report is { } report) await WriteAsync(report, await desk.ReportAsync(id, cancel));
        await Console.Out.WriteLineAsync($"{published.Published} consultations entered, {published.Registered} people registered");
        if (published.Dayless > 0 && order.Choices.Dayless is null) await Console.Out.WriteLineAsync($"{published.Dayless} rows name no day and stay in the report only");
        return Published;
    }

    private static async Task<ImportState> AwaitAsync(IRegisterDesk desk, Guid id, string word, string step, CancellationToken cancel)
    {
        var shown = -1;
        using var timer = new PeriodicTimer(BetweenLooks);
        while (true)
        {
            var state = await desk.SeeAsync(id, cancel);
            var percent = state.Total == 0 ? 0 : (int)(100L * state.Progress / state.Total);
            if (percent != shown && (!Console.IsOutputRedirected || percent % 25 == 0)) await Console.Out.WriteLineAsync($"{word}: {shown = percent} %");
            if (state.Step != step || state.State is "failed" or "cancelled" or "paused") return state;
            await timer.WaitForNextTickAsync(cancel);
        }
    }

    private static async Task<int> FailAsync(IRegisterDesk desk, Guid id, ImportState state)
    {
        await desk.CancelAsync(id, CancellationToken.None);
        await Console.Error.WriteLineAsync($"turna: {state.Problem ?? "the work stopped"}; nothing was entered");
        return NotPublished;
    }

    private static IRegisterDesk Open(Settings settings)
    {
        if (!Directory.Exists(settings.DataFolder)) throw new UsageException($"{settings.DataFolder}: holds no data");
        if (ServerAddress.Of(settings.DataFolder) is { } running) return new ServerDesk(running);
        var held = DataLock.Take(settings.DataFolder);
        try
        {
            return HouseDesk.Open(settings, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static SignInWords Ask(string member)
    {
        var password = Environment.GetEnvironmentVariable("TURNA_PASSWORD") ?? Prompt.Hidden("Password: ");
        var code = Environment.GetEnvironmentVariable("TURNA_TOTP") ?? Prompt.Hidden("Code: ");
        return new SignInWords(member, password, code);
    }

    private static ImportTeam TeamOf(string? named, IReadOnlyList<ImportTeam> teams)
    {
        var fitting = named is null ? teams : [.. teams.Where(t => IsNamed(named, t.Id, t.Name))];
        if (fitting is [var one]) return one;
        var list = string.Join(", ", teams.Select(t => $"\"{t.Name}\""));
        throw new UsageException(named is null ? $"--team: choose one of {list}" : $"--team {named}: she works in {list}");
    }

    private static bool IsNamed(string given, Guid id, string name) =>
        string.Equals(given.Trim(), name, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(given, out var asked) && asked == id);

    private static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancel);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: {failed.Message}", failed);
        }
    }

    /// <summary>Past this point the work is done: a report that cannot be written is said, and changes nothing of it.</summary>
    private static async Task WriteAsync(FileInfo report, byte[] content)
    {
        try
        {
            WholeFile.Write(report, output => output.Write(content));
        }
        catch (UsageException failed)
        {
            await Console.Error.WriteLineAsync($"turna: the register has come in, but the report could not be written: {failed.Message}");
        }
    }
}
