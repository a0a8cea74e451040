using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Turna.Data;

namespace Turna.Ledger;

/// <summary>Something that does not fit: the leaf, or the row and the leaf that covers it.</summary>
public sealed record Falsehood(long? Leaf, string What);

/// <summary>What a verification found.</summary>
public sealed record VerificationReport(long Leaves, long Rows, string Root, IReadOnlyList<Falsehood> Falsehoods);

/// <summary>
/// Recomputes the whole ledger from the database: every leaf's hash and place, every checkpoint's root and signature, and the hash
/// of every live row against the last leaf that covers it, and of every changed row against the leaf before. Not promised without a witness: that
/// the newest leaves were not cut off together with the checkpoints that state them.
/// </summary>
public sealed class Verification
{
    private const int MostFalsehoods = 100;

    private readonly TurnaDb db;
    private readonly RowHashing hashing;
    private readonly RowTruth truth;
    private readonly ServerSecrets secrets;
    private readonly List<Falsehood> found = [];
    private readonly Dictionary<string, (byte[] Hash, long Leaf, int Version)> covered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> launderedBy = new(StringComparer.Ordinal);

    internal Verification(TurnaDb db, RowHashing hashing, RowTruth truth, ServerSecrets secrets)
    {
        this.db = db;
        this.hashing = hashing;
        this.truth = truth;
        this.secrets = secrets;
    }

    public async Task<VerificationReport> RunAsync(CancellationToken cancel)
    {
        var tree = await VerifyLeavesAsync(cancel);
        var rows = 0L;
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.IsLedgered())) rows += VerifyRows(type, cancel);
        foreach (var (_, leaf, _) in covered.Values.Where(c => c.Hash.Length > 0)) Report(leaf, "covers a row that is gone");
        foreach (var leaf in launderedBy.Values) Report(leaf, "deleted a row that had been altered since the leaf before it");
        return new VerificationReport(tree.Size, rows, Convert.ToHexStringLower(tree.Root()), found);
    }

    private async Task<MerkleTree> VerifyLeavesAsync(CancellationToken cancel)
    {
        var tree = new MerkleTree();
        var checkpoints = await db.Set<CheckpointRow>().AsNoTracking().ToDictionaryAsync(c => c.Size, cancel);
        await foreach (var row in db.Set<LeafRow>().AsNoTracking().OrderBy(l => l.Index).AsAsyncEnumerable().WithCancellation(cancel))
        {
            VerifyLeaf(row, tree.Size);
            tree.Append(MerkleTree.LeafHash(row.Body));
            if (checkpoints.Remove(tree.Size, out var checkpoint)) VerifyCheckpoint(checkpoint, tree);
        }

        foreach (var size in checkpoints.Keys) Report(size - 1, "is stated by a checkpoint but missing");
        var stored = await db.Set<TreeRow>().AsNoTracking().SingleAsync(cancel);
        if (stored.Size != tree.Size) Report(tree.Size, $"the tree was {stored.Size} leaves long, {tree.Size} are here");
        else if (!stored.Edge.AsSpan().SequenceEqual(tree.Edge())) Report(null, "the stored edge of the tree differs from the leaves");
        await VerifyMentionsAsync(cancel);
        return tree;
    }

    private void VerifyLeaf(LeafRow row, long expected)
    {
        if (row.Index != expected) Report(expected, $"is missing; leaf {row.Index} stands in its place");
        if (!row.Hash.AsSpan().SequenceEqual(MerkleTree.LeafHash(row.Body))) Report(row.Index, "its bytes do not match its hash");
        try
        {
            var leaf = Leaf.FromBytes(row.Body);
            var agrees = leaf.Index == row.Index && leaf.Act == row.Act && leaf.At == row.At && leaf.Organisation == row.Organisation && leaf.Actor == row.Actor;
            if (!agrees) Report(row.Index, "its columns differ from its bytes");
            foreach (var change in leaf.Rows) Cover(leaf, change);
        }
        catch (InvalidDataException damaged)
        {
            Report(row.Index, damaged.Message);
        }
    }

    // What a leaf says its row was changed from is what the leaf before it left; else somebody altered the row in between, and this leaf covered it up.
    private void Cover(Leaf leaf, RowHash change)
    {
        var reference = change.Row.ToString();
        var tells = leaf.Version != Leaf.FirstVersion;
        var before = covered.TryGetValue(reference, out var last) ? last.Hash : [];
        // A hash of the first version is of other bytes than what was read; those rows are told by their stamps.
        var comparable = before.Length == 0 || last.Version != Leaf.FirstVersion;
        if (tells && comparable && !change.Before.Span.SequenceEqual(before)) launderedBy.TryAdd(reference, leaf.Index);
        covered[reference] = (change.Hash.ToArray(), leaf.Index, leaf.Version);
    }

    private void VerifyCheckpoint(CheckpointRow checkpoint, MerkleTree tree)
    {
        var root = tree.Root();
        if (!checkpoint.Root.AsSpan().SequenceEqual(root)) Report(tree.Size - 1, $"the tree of {tree.Size} leaves differs from its checkpoint");
        else if (!SignedNote.Verify(checkpoint.Note, tree.Size, root, secrets.SigningKey)) Report(tree.Size - 1, $"the checkpoint at {tree.Size} is not signed by this server");
    }

    private async Task VerifyMentionsAsync(CancellationToken cancel)
    {
        var mentions = new Dictionary<long, List<Token>>();
        await foreach (var mention in db.Set<MentionRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!mentions.TryGetValue(mention.Index, out var tokens)) mentions[mention.Index] = tokens = [];
            tokens.Add(mention.Object);
        }

        await foreach (var row in db.Set<LeafRow>().AsNoTracking().Select(l => new { l.Index, l.Body }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            mentions.Remove(row.Index, out var tokens);
            if (!Readable(row.Body, out var leaf)) continue;
            if (!leaf!.Objects.ToHashSet().SetEquals(tokens ?? [])) Report(row.Index, "the index of who is mentioned differs from it");
        }

        foreach (var index in mentions.Keys) Report(index, "is mentioned in the index but missing");
    }

    private static bool Readable(byte[] body, out Leaf? leaf)
    {
        try
        {
            leaf = Leaf.FromBytes(body);
            return true;
        }
        catch (InvalidDataException)
        {
            leaf = null;
            return false;
        }
    }

    private long VerifyRows(IEntityType type, CancellationToken cancel)
    {
        var rows = 0L;
        foreach (var (row, stamp) in RowStamp.AllOf(db, type))
        {
            cancel.ThrowIfCancellationRequested();
            rows++;
            VerifyRow(type, row, stamp);
        }

        return rows;
    }

    private void VerifyRow(IEntityType type, object row, byte[]? stamp)
    {
        var reference = hashing.Reference(type, row).ToString();
        var isCovered = covered.Remove(reference, out var last);
        if (launderedBy.Remove(reference, out var launderer)) Report(launderer, $"changed a row of {type.GetTableName()} that had been altered since the leaf before it");
        if (!isCovered) Report(null, $"a row of {type.GetTableName()} is in no leaf");
        else if (last.Hash.Length == 0) Report(last.Leaf, $"deleted a row of {type.GetTableName()} that is here again");
        else if (!last.Hash.AsSpan().SequenceEqual(hashing.HashAsIn(last.Version, type, row))) Report(last.Leaf, $"covers a row of {type.GetTableName()} that has been altered");
        else if (!truth.Fits(hashing.Hash(type, row), stamp)) Report(last.Leaf, $"covers a row of {type.GetTableName()} whose stamp has been altered");
    }

    private void Report(long? leaf, string what)
    {
        if (found.Count < MostFalsehoods) found.Add(new Falsehood(leaf, what));
    }
}
