using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Ledger;
using Turna.Vault;
using Turna.Web.CommandLine;
using Turna.Web.Hosting;

namespace Turna.Web.Proofs;

/// <summary>
/// P1: a stolen database, its journal, its backup copy and its logs hold no known name, telephone or document. The control is the same program
/// built without its seals: there the same search must find nearly everything.
/// </summary>
internal static class SealedAtRest
{
    private const double EnoughOfControl = 0.99;
    private const int MostNamed = 5;

    /// <summary>What a search of one made-up office found; the first of the texts, to be traced.</summary>
    internal sealed record Scan(int Texts, int Found, long Bytes, int Values, IReadOnlyList<string> First);

    /// <param name="people">How many to make up.</param>
    /// <param name="control">The path of the program built without seals.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<Proof> RunAsync(int people, string? control, CancellationToken cancel)
    {
        var scan = await ScanAsync(people, cancel);
        var bare = control is null ? null : await ControlAsync(control, people, cancel);
        var holds = scan.Found == 0 && scan.Texts >= people && bare is not null && bare.Found >= bare.Texts * EnoughOfControl;
        return new Proof(
            "P1", holds,
            $"{scan.Texts} texts of {people} people, {scan.Bytes} bytes and the inside of {scan.Values} values searched: {scan.Found} found{(scan.Found == 0 ? string.Empty : $" ({string.Join(", ", scan.First)})")}; "
            + (bare is null ? "control without seals: not run (TURNA_UNSEALED names no program)" : $"control without seals: {bare.Found} of {bare.Texts} found"));
    }

    /// <summary>Makes up an office and searches everything it leaves on disk.</summary>
    public static async Task<Scan> ScanAsync(int people, CancellationToken cancel)
    {
        var scratch = Directory.CreateTempSubdirectory("turna-proof-");
        try
        {
            var settings = new Settings { DataFolder = scratch.FullName, Demo = true, KeyCost = new KeyCost(1_000), Port = 0 };
            var secrets = Secrets.OfFolder(scratch.FullName, demo: true);
            var known = await Demo.FillAsync(settings, secrets, people, progress: null, cancel);
            var (haystack, texts) = Prepare(known);
            await Access.LoggedVisit.RunAsync(settings, secrets, [.. known.Take(60)], Path.Combine(scratch.FullName, "server.log"), cancel);
            await DatabaseCopy.WriteAsync(settings.Store(), Path.Combine(scratch.FullName, "copy.db"), cancel);
            var values = await SearchValuesAsync(haystack, settings, secrets, cancel);
            foreach (var file in scratch.EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Name != "server.lock")) haystack.Search(file.FullName);
            return new Scan(texts.Count, haystack.Found.Count, haystack.Bytes, values, [.. haystack.Found.Order().Take(MostNamed).Select(number => texts[number])]);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<Scan> ControlAsync(string program, int people, CancellationToken cancel)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[program, "prove", "P1-unsealed", "--people", people.ToString(CultureInfo.InvariantCulture)]) start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        // The server may say things of its own before.
        var last = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? string.Empty;
        var figures = last.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return process.ExitCode == 0 && figures is [_, "of", ..]
            ? new Scan(int.Parse(figures[2], CultureInfo.InvariantCulture), int.Parse(figures[0], CultureInfo.InvariantCulture), 0, 0, [])
            : throw new UsageException($"the control failed: {said}");
    }

    private static (Haystack Haystack, List<string> Texts) Prepare(IReadOnlyList<string> known)
    {
        var texts = known.Concat(known.SelectMany(k => k.Split(' '))).Distinct(StringComparer.Ordinal).Where(t => Encoding.UTF8.GetByteCount(t) >= Needles.Shortest).ToList();
        // Finding what stands in a list of ours anyway, such as the code of an oblast or the name of one of the staff, would tell of nobody.
        var ours = new Haystack();
        Fill(ours, texts);
        ours.SearchText(Lists());
        var telling = texts.Where((_, number) => !ours.Found.Contains(number)).ToList();
        var haystack = new Haystack();
        Fill(haystack, telling);
        return (haystack, telling);
    }

    private static void Fill(Haystack haystack, List<string> texts)
    {
        for (var number = 0; number < texts.Count; number++)
        {
            foreach (var needle in Needles.Telling(texts[number])) haystack.Add(needle, number);
        }
    }

    /// <summary>Every list of ours, the codes with their names, and the staff.</summary>
    private static string Lists()
    {
        var lists = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "content"), "*.csv", SearchOption.AllDirectories).Select(File.ReadAllText);
        var codes = Kernel.Codes.CodeLists.Shipped.Places.Codes.SelectMany(c => new[] { c.Value, c.Name("ru"), c.Name("ky"), c.Name("en") });
        return string.Join('\n', lists.Concat(codes).Concat(DemoOffice.Plan.Members.Select(m => m.Name)));
    }

    /// <summary>The inside of every stored value, for compressions that have no mark of their own.</summary>
    private static async Task<int> SearchValuesAsync(Haystack haystack, Settings settings, ServerSecrets secrets, CancellationToken cancel)
    {
        await using var host = OfflineHost.Of(settings, secrets);
        await using var scope = host.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TurnaDb>();
        var values = 0;
        foreach (var value in StoredValues.Of(db))
        {
            haystack.SearchValue(value);
            values++;
        }

        return values;
    }
}

/// <summary>What a proof found.</summary>
internal sealed record Proof(string Id, bool Holds, string Figures);
