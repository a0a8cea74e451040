using System.CommandLine;
using Turna.Web.Proofs;

namespace Turna.Web.CommandLine;

/// <summary><c>turna prove ID</c>: shows by one command that a claim of SECURITY.md holds.</summary>
internal static class Prove
{
    private const int Fails = 1;

    public static Command Verb()
    {
        var id = new Argument<string>("id") { Description = "P1: nothing readable at rest; P3: a ciphertext cannot be moved or altered" };
        id.AcceptOnlyFromAmong("P1", "P3");
        var people = new Option<int>("--people") { Description = "P1: how many people to make up", DefaultValueFactory = _ => 10_000 };
        var verb = new Command("prove", "Show that a claim of SECURITY.md holds.") { id, people };
        verb.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(id)!, parsed.GetValue(people), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string id, int people, CancellationToken cancel)
    {
        var proof = id == "P1" ? await SealedAtRest.RunAsync(people, cancel) : FromVault(Vault.SealProof.Run(swaps: 100_000, envelopes: 1_000));
        await Console.Out.WriteLineAsync($"{proof.Id} {(proof.Holds ? "holds" : "FAILS")}: {proof.Figures}");
        return proof.Holds ? 0 : Fails;
    }

    private static Proof FromVault(Vault.SealProof proof) => new(
        "P3", proof.Accepted == 0 && proof.OpenedInPlace == proof.Envelopes,
        $"{proof.Swaps} swaps and {proof.Alterations} altered bytes of {proof.Envelopes} envelopes: {proof.Accepted} accepted; in their own places {proof.OpenedInPlace} opened");
}
