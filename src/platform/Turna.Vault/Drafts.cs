using System.Text;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>
/// Text of a form that could not be saved because the session had ended: sealed to the public key of the member who typed it, kept for a day.
/// </summary>
public sealed class Drafts
{
    /// <summary>How long a text is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly TurnaDb db;
    private readonly KeyRing ring;
    private readonly RowTruth truth;
    private readonly TimeProvider clock;

    internal Drafts(TurnaDb db, KeyRing ring, RowTruth truth, TimeProvider clock)
    {
        this.db = db;
        this.ring = ring;
        this.truth = truth;
        this.clock = clock;
    }

    /// <summary>Seals a text to its writer and returns its id. The caller commits. Null when she has no keys, or they were changed outside of Turna.</summary>
    public async Task<Guid?> KeepAsync(MemberId writer, string text, CancellationToken cancel)
    {
        var read = await db.Set<MemberKeyRow>().Where(m => m.Id == writer).WithStamps().SingleOrDefaultAsync(cancel);
        if (read is null || !await truth.HoldsAsync(db, read.Row.Organisation, read)) return null;
        var id = Guid.CreateVersion7();
        db.Add(new DraftRow { Id = id, Member = writer, At = Now, SealedText = Hpke.Seal(read.Row.PublicKey, Purpose, id.ToByteArray(bigEndian: true), Encoding.UTF8.GetBytes(text)) });
        return id;
    }

    /// <summary>Gives a text back to its writer, once, and forgets it and everything older than a day. The caller commits.</summary>
    public async Task<string?> TakeAsync(Guid id, CancellationToken cancel)
    {
        var oldest = Now - Kept;
        var me = ring.Member!.Value;
        var rows = await db.Set<DraftRow>().Where(d => d.Member == me && (d.Id == id || d.At < oldest)).ToListAsync(cancel);
        db.RemoveRange(rows);
        return rows.Find(d => d.Id == id && d.At >= oldest) is { } draft
            ? Encoding.UTF8.GetString(Hpke.Open(ring.PrivateKey, Purpose, id.ToByteArray(bigEndian: true), draft.SealedText))
            : null;
    }

    private static ReadOnlySpan<byte> Purpose => "draft/v1"u8;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
