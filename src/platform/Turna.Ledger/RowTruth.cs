using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Ledger;

/// <summary>
/// Tells rows that stand as Turna wrote them from rows that somebody else wrote into the database: only whoever has the server's secrets can
/// make a stamp that fits. Not told here: that a row was put back to what it once was together with its stamp; that is found by
/// <see cref="Verification"/>, and stays found, since each leaf says what its rows were changed from.
/// </summary>
public sealed class RowTruth
{
    private static readonly Act Found = new("ledger.row-altered", "A row was found changed outside of Turna");

    private readonly RowHashing hashing;
    private readonly Pseudonyms pseudonyms;
    private readonly ConcurrentDictionary<Guid, bool> recorded = new();

    internal RowTruth(RowHashing hashing, Pseudonyms pseudonyms) => (this.hashing, this.pseudonyms) = (hashing, pseudonyms);

    /// <summary>Whether a row that a unit of work has read, to change it, stands as Turna wrote it. For long work that is to go round altered rows.</summary>
    public bool Holds(TurnaDb db, object row)
    {
        var change = ChangedRow.Of(db, row);
        return Fits(hashing.HashAsRead(change), change.StampAsRead);
    }

    /// <summary>Whether a row that a unit of work has read stands as Turna wrote it; if not, that is put on record.</summary>
    public async Task<bool> HoldsAsync(TurnaDb db, OrganisationId organisation, object row)
    {
        var change = ChangedRow.Of(db, row);
        var hash = hashing.HashAsRead(change);
        if (Fits(hash, change.StampAsRead)) return true;
        await RecordAsync(db, organisation, [new AlteredRow(change.Type.GetTableName()!, hash)]);
        return false;
    }

    /// <summary>Whether a row that was read with its stamp stands as Turna wrote it; if not, that is put on record.</summary>
    public async Task<bool> HoldsAsync<T>(TurnaDb db, OrganisationId organisation, Stamped<T> read)
        where T : class
    {
        var hash = HashOf(db, read);
        if (Fits(hash, read.Stamp)) return true;
        await RecordAsync(db, organisation, [new AlteredRow(db.Model.FindEntityType(typeof(T))!.GetTableName()!, hash)]);
        return false;
    }

    /// <summary>Reads rows and leaves out those that do not stand as Turna wrote them; these are put on record.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(TurnaDb db, OrganisationId organisation, IQueryable<T> rows, CancellationToken cancel)
        where T : class
    {
        var read = await rows.WithStamps().ToListAsync(cancel);
        var held = new List<T>(read.Count);
        foreach (var row in read)
        {
            if (await HoldsAsync(db, organisation, row)) held.Add(row.Row);
        }

        return held;
    }

    /// <summary>Puts on record that what stands sealed in a row does not open as Turna sealed it.</summary>
    public Task RecordBrokenAsync(TurnaDb db, OrganisationId organisation, string table, ReadOnlySpan<byte> standing) =>
        RecordAsync(db, organisation, [new AlteredRow(table, SHA256.HashData(standing))]);

    /// <summary>Puts altered rows on record, each once as it stands: a form sent again, or after a start of the server, leaves no other leaf.</summary>
    internal async Task RecordAsync(TurnaDb db, OrganisationId organisation, IEnumerable<AlteredRow> rows)
    {
        var drafts = new List<CommitNote>();
        foreach (var row in rows)
        {
            // Keyed, and of this content: once it was mended and altered again, that is another finding.
            var finding = new Guid(row.Hash.AsSpan(0, 16), bigEndian: true);
            if (!recorded.TryAdd(finding, true) || await IsRecordedAsync(db, pseudonyms.Object(finding))) continue;
            drafts.Add(new LeafDraft(organisation, null, Found.Name, row.Table, [finding]));
        }

        if (drafts.Count > 0) await db.CommitAsideAsync(drafts, CancellationToken.None);
    }

    internal bool Fits(byte[] hash, byte[]? stamp) => pseudonyms.Stamp(hash).AsSpan().SequenceEqual(stamp);

    private static Task<bool> IsRecordedAsync(TurnaDb db, Token finding) => db.Set<MentionRow>().AsNoTracking().Where(m => m.Object == finding)
        .Join(db.Set<LeafRow>(), m => m.Index, l => l.Index, (_, l) => l.Act).AnyAsync(act => act == Found.Name);

    private byte[] HashOf<T>(TurnaDb db, Stamped<T> read)
        where T : class => hashing.Hash(db.Model.FindEntityType(typeof(T))!, read.Row);
}

/// <summary>A row that does not stand as the ledger left it: its table, and the hash of what stands there.</summary>
internal readonly record struct AlteredRow(string Table, byte[] Hash);

/// <summary>Refuses a unit of work that would change altered rows.</summary>
internal sealed class RowsAlteredException(RowTruth truth, OrganisationId organisation, IReadOnlyList<AlteredRow> rows) : AlteredRowsException
{
    public override Task RecordAsync(TurnaDb db) => truth.RecordAsync(db, organisation, rows);
}
