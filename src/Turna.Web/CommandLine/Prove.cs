using System.CommandLine;
using Turna.Web.Proofs;

namespace Turna.Web.CommandLine;

/// <summary><c>turna prove ID</c>: shows by one command that a claim of SECURITY.md holds.</summary>
internal static class Prove
{
    private const int Fails = 1;

    public static Command Verb()
    {
        var id = new Argument<string>("id") { Description = "P1: nothing readable at rest; P3: a ciphertext cannot be moved or altered; P4: a case opens only for its team and never unrecorded" };
        id.AcceptOnlyFromAmong("P1", "P1-unsealed", "P3", "P4");
        var people = new Option<int>("--people") { Description = "P1: how many people to make up", DefaultValueFactory = _ => 10_000 };
        var verb = new Command("prove", "Show that a claim of SECURITY.md holds.") { id, people };
        verb.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(id)!, parsed.GetValue(people), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string id, int people, CancellationToken cancel)
    {
        if (id == "P1-unsealed") return await ControlAsync(people, cancel);
        var proof = id switch
        {
            "P1" => await SealedAtRest.RunAsync(people, Environment.GetEnvironmentVariable("TURNA_UNSEALED") is { Length: > 0 } control ? control : null, cancel),
            "P4" => await AccessAsync(cancel),
            _ => FromVault(Vault.SealProof.Run(swaps: 100_000, envelopes: 1_000)),
        };
        await Console.Out.WriteLineAsync($"{proof.Id} {(proof.Holds ? "holds" : "FAILS")}: {proof.Figures}");
        return proof.Holds ? 0 : Fails;
    }

    /// <summary>The control of P1, which only the build without seals runs.</summary>
    private static async Task<int> ControlAsync(int people, CancellationToken cancel)
    {
        if (Vault.KeyVault.IsSealing) throw new UsageException("P1-unsealed: only the build without seals can be the control");
        var scan = await SealedAtRest.ScanAsync(people, cancel);
        await Console.Out.WriteLineAsync($"{scan.Found} of {scan.Texts} found");
        return 0;
    }

    private static async Task<Proof> AccessAsync(CancellationToken cancel)
    {
        var (proof, _) = await Proofs.Access.CaseAccessProof.RunAsync(each: 1, unexpected => Console.Error.WriteLine(unexpected), cancel);
        return proof;
    }

    private static Proof FromVault(Vault.SealProof proof) => new(
        "P3", proof.Accepted == 0 && proof.OpenedInPlace == proof.Envelopes,
        $"{proof.Swaps} swaps and {proof.Alterations} altered bytes of {proof.Envelopes} envelopes: {proof.Accepted} accepted; in their own places {proof.OpenedInPlace} opened");
}
