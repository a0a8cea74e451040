using System.Text.Json;
using Turna.Members.Contracts;
using Turna.Web.CommandLine;
using Turna.Web.Demonstration;
using Turna.Web.Hosting;

namespace Turna.Web.Proofs;

/// <summary>
/// P1: a stolen database, its journal, its backup copy and its logs hold no known name, telephone or document. The control writes the same
/// texts unsealed into a file of its own and must be found.
/// </summary>
internal static class SealedAtRest
{
    public static async Task<Proof> RunAsync(int people, CancellationToken cancel)
    {
        var scratch = Directory.CreateTempSubdirectory("turna-proof-");
        try
        {
            var settings = new Settings { DataFolder = scratch.FullName, Demo = true, KeyCost = new Vault.KeyCost(1_000) };
            var known = await Demo.FillAsync(settings, Secrets.OfFolder(scratch.FullName, demo: true), people, progress: null, cancel);
            var copy = Path.Combine(scratch.FullName, "copy.db");
            await Data.DatabaseCopy.WriteAsync(settings.Store(), copy, cancel);
            var (haystack, texts) = Prepare(known);
            var hits = new HashSet<int>();
            var bytes = 0L;
            foreach (var file in scratch.EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Name != "server.lock"))
            {
                bytes += file.Length;
                hits.UnionWith(haystack.Search(file.FullName));
            }

            var control = Path.Combine(scratch.FullName, "control");
            await File.WriteAllTextAsync(control, JsonSerializer.Serialize(known, Unescaped), cancel);
            var seen = haystack.Search(control).Count;
            return new Proof("P1", hits.Count == 0 && seen >= texts * 0.99, $"{texts} texts of {people} people, {bytes} bytes searched: {hits.Count} found; control: {seen} found");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static JsonSerializerOptions Unescaped { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static (Haystack Haystack, int Texts) Prepare(IReadOnlyList<string> known)
    {
        var haystack = new Haystack();
        var texts = 0;
        foreach (var text in known.Distinct(StringComparer.Ordinal))
        {
            var needles = Needles.Telling(text).ToList();
            if (needles.Count == 0 || System.Text.Encoding.UTF8.GetByteCount(text) < 8) continue;
            foreach (var needle in needles) haystack.Add(needle, texts);
            texts++;
        }

        return (haystack, texts);
    }
}

/// <summary>What a proof found.</summary>
internal sealed record Proof(string Id, bool Holds, string Figures);
