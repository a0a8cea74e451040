using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Ledger;

/// <summary>
/// Gives every leaf its place, on the writer, in the transaction of the change it records. A change of a ledgered row without a leaf
/// is refused here: nothing can be written off the record. So is a change of a row that does not stand as its last leaf says, or the next leaf
/// would cover what somebody wrote past the record.
/// </summary>
internal sealed class Sequencer(Pseudonyms pseudonyms, RowHashing hashing, RowTruth truth, ServerSecrets secrets, TimeProvider clock) : ICommitStep
{
    private Head committed = new(new MerkleTree(), 0, DateTime.MinValue);
    private Head saved = new(new MerkleTree(), 0, DateTime.MinValue);
    private Head? tentative;

    public void Load(DbConnection connection, DbTransaction transaction)
    {
        long size;
        byte[] edge;
        using (var command = Command(connection, transaction, "SELECT size, edge FROM ledger_tree WHERE id = 1"))
        using (var reader = command.ExecuteReader())
        {
            if (!reader.Read()) throw new InvalidOperationException("The ledger's tree is missing.");
            (size, edge) = (reader.GetInt64(0), (byte[])reader.GetValue(1));
        }

        // What a failed commit left here may have the same size as what another node has made durable meanwhile: only the hashes tell.
        if (size != committed.Tree.Size || size == 0 || !edge.AsSpan().SequenceEqual(committed.Tree.Edge()))
        {
            using var command = Command(connection, transaction, "SELECT size, at FROM ledger_checkpoint ORDER BY size DESC LIMIT 1");
            using var last = command.ExecuteReader();
            var (checkpoint, at) = last.Read() ? (last.GetInt64(0), DateTime.SpecifyKind(last.GetDateTime(1), DateTimeKind.Utc)) : (0, DateTime.MinValue);
            committed = new Head(MerkleTree.Restore(size, edge), checkpoint, at);
        }

        saved = committed;
    }

    public void Prepare(UnitOfWork unit)
    {
        var drafts = unit.Notes.OfType<LeafDraft>().ToList();
        if (drafts.Count == 0)
        {
            if (unit.Changes.Any(c => c.Type.IsLedgered())) throw new InvalidOperationException("A change must leave a leaf in the ledger.");
            return;
        }

        foreach (var draft in drafts) draft.Prepare(pseudonyms.Actor(draft.Actor), [.. draft.Objects.Distinct().Select(pseudonyms.Object)]);
        drafts[^1].Rows = Cover(unit, drafts[^1].Organisation);
    }

    public void BeforeSave(UnitOfWork unit, IRowSink rows)
    {
        tentative = saved with { Tree = saved.Tree.Copy() };
        var at = clock.GetUtcNow().UtcDateTime;
        var appended = false;
        foreach (var draft in unit.Notes.OfType<LeafDraft>())
        {
            Append(rows, draft, at);
            appended = true;
        }

        if (appended) CheckpointIfDue(rows, at);
    }

    public void AfterSave()
    {
        if (tentative is null) return;
        saved = tentative;
        tentative = null;
    }

    public void AfterRefusal() => tentative = null;

    public void BeforeCommit(DbConnection connection, DbTransaction transaction)
    {
        if (saved.Tree.Size == committed.Tree.Size) return;
        using var command = Command(connection, transaction, "UPDATE ledger_tree SET size = @size, edge = @edge WHERE id = 1");
        Add(command, "@size", saved.Tree.Size);
        Add(command, "@edge", saved.Tree.Edge());
        command.ExecuteNonQuery();
        committed = saved;
    }

    private void Append(IRowSink rows, LeafDraft draft, DateTime at)
    {
        at = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        var leaf = new Leaf(tentative!.Tree.Size, at, draft.Organisation, draft.ActorToken, draft.Act, draft.Purpose, draft.ObjectTokens, draft.Rows);
        var body = leaf.ToBytes();
        var hash = MerkleTree.LeafHash(body);
        tentative.Tree.Append(hash);
        rows.Insert(new LeafRow
        {
            Index = leaf.Index, Organisation = leaf.Organisation, At = at, Act = leaf.Act, Actor = leaf.Actor, Body = body, Hash = hash,
        });
        foreach (var mentioned in draft.ObjectTokens) rows.Insert(new MentionRow { Object = mentioned, Index = leaf.Index });
    }

    private void CheckpointIfDue(IRowSink rows, DateTime now)
    {
        var (tree, checkpoint, checkpointAt) = tentative!;
        if (!CheckpointChain.IsDue(tree.Size, now, checkpoint, checkpointAt)) return;
        var root = tree.Root();
        rows.Insert(new CheckpointRow { Size = tree.Size, Root = root, At = now, Note = SignedNote.Sign(tree.Size, root, checkpoint, secrets.SigningKey) });
        tentative = new Head(tree, tree.Size, now);
    }

    private List<RowHash> Cover(UnitOfWork unit, OrganisationId organisation)
    {
        var covered = new List<RowHash>(unit.Changes.Count);
        var altered = new List<AlteredRow>();
        foreach (var change in unit.Changes)
        {
            if (!change.Type.IsLedgered()) continue;
            var before = change.Added ? null : hashing.HashAsRead(change);
            if (before is not null && !truth.Fits(before, change.StampAsRead)) altered.Add(new AlteredRow(change.Type.GetTableName()!, before));
            var after = change.Deleted ? null : hashing.Hash(change.Type, change.Row);
            if (after is not null) change.Stamp(pseudonyms.Stamp(after));
            covered.Add(new RowHash(hashing.Reference(change.Type, change.Row), after, before));
        }

        return altered.Count == 0 ? covered : throw new RowsAlteredException(truth, organisation, altered);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The texts are the constants above.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    /// <summary>The tree and its last checkpoint. A tree that stands in a head is not appended to any more once it is saved.</summary>
    private sealed record Head(MerkleTree Tree, long Checkpoint, DateTime CheckpointAt);
}
