using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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
            if (size == durable.Size && size > 0) return;
            durable = MerkleTree.Restore(size, (byte[])reader.GetValue(1));
        }

        tree = durable.Copy();
        using var last = Command(connection, transaction, "SELECT COALESCE(MAX(size), 0) FROM ledger_checkpoint");
        checkpointSize = Convert.ToInt64(last.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        checkpointAt = clock.GetUtcNow();
    }

    public void BeforeSave(TurnaDb db)
    {
        tentative = tree.Copy();
        var drafts = db.Notes.OfType<LeafDraft>().ToList();
        var rows = Changes(db);
        if (drafts.Count == 0)
        {
            if (rows.Count > 0) throw new InvalidOperationException("A change must leave a leaf in the ledger.");
            return;
        }

        var at = clock.GetUtcNow().UtcDateTime;
        for (var i = 0; i < drafts.Count; i++) Append(db, drafts[i], at, i == drafts.Count - 1 ? rows : []);
        CheckpointIfDue(db, tentative, at);
    }

    public void AfterSave(TurnaDb db)
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

    private void Append(TurnaDb db, LeafDraft draft, DateTime at, IReadOnlyList<RowHash> rows)
    {
        var objects = draft.Objects.Distinct().Select(pseudonyms.Object).ToList();
        at = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        var leaf = new Leaf(tentative!.Size, at, draft.Organisation, pseudonyms.Actor(draft.Actor), draft.Act, draft.Purpose, objects, rows);
        var body = leaf.ToBytes();
        var hash = MerkleTree.LeafHash(body);
        tentative.Append(hash);
        db.Add(new LeafRow
        {
            Index = leaf.Index, Organisation = leaf.Organisation, At = at, Act = leaf.Act, Actor = leaf.Actor, Body = body, Hash = hash,
        });
        foreach (var mentioned in objects) db.Add(new MentionRow { Object = mentioned, Index = leaf.Index });
    }

    private void CheckpointIfDue(TurnaDb db, MerkleTree at, DateTime now)
    {
        var due = at.Size - checkpointSize >= LeavesBetweenCheckpoints || now - checkpointAt.UtcDateTime >= TimeBetweenCheckpoints;
        if (!due || at.Size == checkpointSize) return;
        var root = at.Root();
        db.Add(new CheckpointRow { Size = at.Size, Root = root, At = now, Note = SignedNote.Sign(at.Size, root, secrets.SigningKey) });
        checkpointSize = at.Size;
        checkpointAt = new DateTimeOffset(now, TimeSpan.Zero);
    }

    private List<RowHash> Changes(TurnaDb db)
    {
        var rows = new List<RowHash>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || !entry.Metadata.IsLedgered()) continue;
            rows.Add(Change(entry));
        }

        return rows;
    }

    private RowHash Change(EntityEntry entry)
    {
        var reference = hashing.Reference(entry.Metadata, entry.Entity);
        return new RowHash(reference, entry.State == EntityState.Deleted ? default : hashing.Hash(entry.Metadata, entry.Entity));
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
}
