using System.Data.Common;
using Turna.Data;

namespace Turna.Ledger;

/// <summary>
/// Gives every leaf its place, on the writer, in the transaction of the change it records. A change of a ledgered row without a leaf
/// is refused here: nothing can be written off the record.
/// </summary>
internal sealed class Sequencer(Pseudonyms pseudonyms, RowHashing hashing, ServerSecrets secrets, TimeProvider clock) : ICommitStep
{
    private const int LeavesBetweenCheckpoints = 256;
    private static readonly TimeSpan TimeBetweenCheckpoints = TimeSpan.FromSeconds(10);

    private MerkleTree durable = new();
    private MerkleTree tree = new();
    private MerkleTree? tentative;
    private long checkpointSize;
    private DateTimeOffset checkpointAt;

    public void Load(DbConnection connection, DbTransaction transaction)
    {
        using var command = Command(connection, transaction, "SELECT size, edge FROM ledger_tree WHERE id = 1");
        using (var reader = command.ExecuteReader())
        {
            if (!reader.Read()) throw new InvalidOperationException("The ledger's tree is missing.");
            var size = reader.GetInt64(0);
            if (size == durable.Size && size > 0)
            {
                // After a commit that failed the tree may have run ahead of what is durable.
                tree = durable.Copy();
                return;
            }

            durable = MerkleTree.Restore(size, (byte[])reader.GetValue(1));
        }

        tree = durable.Copy();
        using var last = Command(connection, transaction, "SELECT COALESCE(MAX(size), 0) FROM ledger_checkpoint");
        checkpointSize = Convert.ToInt64(last.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        checkpointAt = clock.GetUtcNow();
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
        drafts[^1].Rows = [.. unit.Changes.Where(c => c.Type.IsLedgered()).Select(Hash)];
    }

    public void BeforeSave(UnitOfWork unit, IRowSink rows)
    {
        tentative = tree.Copy();
        var at = clock.GetUtcNow().UtcDateTime;
        var appended = false;
        foreach (var draft in unit.Notes.OfType<LeafDraft>())
        {
            Append(rows, draft, at);
            appended = true;
        }

        if (appended) CheckpointIfDue(rows, tentative, at);
    }

    public void AfterSave()
    {
        if (tentative is null) return;
        tree = tentative;
        tentative = null;
    }

    public void AfterRefusal() => tentative = null;

    public void BeforeCommit(DbConnection connection, DbTransaction transaction)
    {
        if (tree.Size == durable.Size) return;
        using var command = Command(connection, transaction, "UPDATE ledger_tree SET size = @size, edge = @edge WHERE id = 1");
        Add(command, "@size", tree.Size);
        Add(command, "@edge", tree.Edge());
        command.ExecuteNonQuery();
        durable = tree.Copy();
    }

    private void Append(IRowSink rows, LeafDraft draft, DateTime at)
    {
        at = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        var leaf = new Leaf(tentative!.Size, at, draft.Organisation, draft.ActorToken, draft.Act, draft.Purpose, draft.ObjectTokens, draft.Rows);
        var body = leaf.ToBytes();
        var hash = MerkleTree.LeafHash(body);
        tentative.Append(hash);
        rows.Insert(new LeafRow
        {
            Index = leaf.Index, Organisation = leaf.Organisation, At = at, Act = leaf.Act, Actor = leaf.Actor, Body = body, Hash = hash,
        });
        foreach (var mentioned in draft.ObjectTokens) rows.Insert(new MentionRow { Object = mentioned, Index = leaf.Index });
    }

    private void CheckpointIfDue(IRowSink rows, MerkleTree at, DateTime now)
    {
        var due = at.Size - checkpointSize >= LeavesBetweenCheckpoints || now - checkpointAt.UtcDateTime >= TimeBetweenCheckpoints;
        if (!due || at.Size == checkpointSize) return;
        var root = at.Root();
        rows.Insert(new CheckpointRow { Size = at.Size, Root = root, At = now, Note = SignedNote.Sign(at.Size, root, secrets.SigningKey) });
        checkpointSize = at.Size;
        checkpointAt = new DateTimeOffset(now, TimeSpan.Zero);
    }

    private RowHash Hash(ChangedRow change) =>
        new(hashing.Reference(change.Type, change.Row), change.Deleted ? default : hashing.Hash(change.Type, change.Row));

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
}
