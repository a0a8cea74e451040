using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Turna.Data;

namespace Turna.Ledger;

/// <summary>Something that does not fit: the leaf, or the row and the leaf that covers it.</summary>
public sealed record Falsehood(long? Leaf, string What);

/// <summary>What a verification found.</summary>
public sealed record VerificationReport(long Leaves, long Rows, string Root, IReadOnlyList<Falsehood> Falsehoods);

/// <summary>Rows that no leaf covers, though they follow from rows that leaves cover.</summary>
public interface IUncoveredRows
{
    /// <summary>What is not there and should be: a sentence each, without anybody's data.</summary>
    IAsyncEnumerable<string> MissingAsync(TurnaDb db, CancellationToken cancel);
}

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
    private readonly IEnumerable<IUncoveredRows> uncovered;
    private readonly List<Falsehood> found = [];
    private readonly Dictionary<string, (byte[] Hash, long Leaf, int Version)> covered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> launderedBy = new(StringComparer.Ordinal);

    internal Verification(TurnaDb db, RowHashing hashing, RowTruth truth, ServerSecrets secrets, IEnumerable<IUncoveredRows> uncovered)
    {
        this.db = db;
        this.hashing = hashing;
        this.truth = truth;
        this.secrets = secrets;
        this.uncovered = uncovered;
    }

    public async Task<VerificationReport> RunAsync(CancellationToken cancel)
    {
        var tree = VerifyLeaves(cancel);
        await VerifyTreeAsync(tree, cancel);
        VerifyColumns(cancel);
        var rows = 0L;
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.IsLedgered())) rows += VerifyRows(type, cancel);
        foreach (var (_, leaf, _) in covered.Values.Where(c => c.Hash.Length > 0)) Report(leaf, "covers a row that is gone");
        foreach (var leaf in launderedBy.Values) Report(leaf, "deleted a row that had been altered since the leaf before it");
        foreach (var rowsBeside in uncovered)
        {
            await foreach (var missing in rowsBeside.MissingAsync(db, cancel)) Report(null, missing);
        }

        return new VerificationReport(tree.Size, rows, Convert.ToHexStringLower(tree.Root()), found);
    }

    private MerkleTree VerifyLeaves(CancellationToken cancel)
    {
        var tree = new MerkleTree();
        var checkpoints = new Dictionary<long, CheckpointRow>();
        foreach (var checkpoint in db.Set<CheckpointRow>().AsNoTracking().OneByOne())
        {
            if (checkpoint is null) Report(null, "a checkpoint cannot be read");
            else checkpoints[checkpoint.Size] = checkpoint;
        }

        var chain = new CheckpointChain();
        foreach (var row in db.Set<LeafRow>().AsNoTracking().OrderBy(l => l.Index).Select(l => new { l.Index, l.Body, l.Hash }))
        {
            cancel.ThrowIfCancellationRequested();
            var at = VerifyLeaf(row.Index, row.Body, row.Hash, tree.Size);
            tree.Append(MerkleTree.LeafHash(row.Body));
            if (checkpoints.Remove(tree.Size, out var checkpoint)) VerifyCheckpoint(checkpoint, tree);
            if (chain.Missing(tree.Size - 1, at, checkpoint) is { } missing) Report(tree.Size - 1, missing);
        }

        if (chain.MissingAtEnd(tree.Size) is { } last) Report(tree.Size - 1, last);
        foreach (var size in checkpoints.Keys) Report(size - 1, "is stated by a checkpoint but missing");
        return tree;
    }

    private async Task VerifyTreeAsync(MerkleTree tree, CancellationToken cancel)
    {
        if (await db.Set<TreeRow>().AsNoTracking().ToListAsync(cancel) is not [var stored]) Report(null, "the tree has no edge, or more than one");
        else if (stored.Size != tree.Size) Report(tree.Size, $"the tree was {stored.Size} leaves long, {tree.Size} are here");
        else if (!stored.Edge.AsSpan().SequenceEqual(tree.Edge())) Report(null, "the stored edge of the tree differs from the leaves");
    }

    /// <summary>When the leaf was written; null where it cannot be read.</summary>
    private DateTime? VerifyLeaf(long index, byte[] body, byte[] hash, long expected)
    {
        if (index != expected) Report(expected, $"is missing; leaf {index} stands in its place");
        if (!hash.AsSpan().SequenceEqual(MerkleTree.LeafHash(body))) Report(index, "its bytes do not match its hash");
        try
        {
            var leaf = Leaf.FromBytes(body);
            foreach (var change in leaf.Rows) Cover(leaf, change);
            return leaf.At;
        }
        catch (InvalidDataException damaged)
        {
            Report(index, damaged.Message);
            return null;
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

    /// <summary>What leaves are looked up by against their bytes.</summary>
    private void VerifyColumns(CancellationToken cancel)
    {
        var mentions = new Dictionary<long, List<Token>>();
        foreach (var mention in db.Set<MentionRow>().AsNoTracking().OneByOne())
        {
            if (mention is null) Report(null, "an entry of the index of who is mentioned cannot be read");
            else if (mentions.TryGetValue(mention.Index, out var tokens)) tokens.Add(mention.Object);
            else mentions[mention.Index] = [mention.Object];
        }

        var before = -1L;
        foreach (var row in db.Set<LeafRow>().AsNoTracking().OrderBy(l => l.Index).OneByOne())
        {
            cancel.ThrowIfCancellationRequested();
            before = row?.Index ?? before + 1;
            mentions.Remove(before, out var tokens);
            if (row is null) Report(before, "its columns cannot be read");
            else if (Readable(row.Body, out var leaf)) VerifyColumns(row, leaf!, tokens ?? []);
        }

        foreach (var index in mentions.Keys) Report(index, "is mentioned in the index but missing");
    }

    private void VerifyColumns(LeafRow row, Leaf leaf, List<Token> mentioned)
    {
        var agrees = leaf.Index == row.Index && leaf.Act == row.Act && leaf.At == row.At && leaf.Organisation == row.Organisation && leaf.Actor == row.Actor;
        if (!agrees) Report(row.Index, "its columns differ from its bytes");
        if (!leaf.Objects.ToHashSet().SetEquals(mentioned)) Report(row.Index, "the index of who is mentioned differs from it");
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
        try
        {
            foreach (var (row, stamp) in RowStamp.AllOf(db, type))
            {
                cancel.ThrowIfCancellationRequested();
                rows++;
                if (row is null) Report(null, $"a row of {type.GetTableName()} cannot be read");
                else VerifyRow(type, row, stamp);
            }
        }
        catch (DbException missing)
        {
            Report(null, $"{type.GetTableName()} cannot be read: {missing.Message}");
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
