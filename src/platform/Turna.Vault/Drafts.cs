using System.Text;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

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
    private readonly TimeProvider clock;

    internal Drafts(TurnaDb db, KeyRing ring, TimeProvider clock)
    {
        this.db = db;
        this.ring = ring;
        this.clock = clock;
    }

    /// <summary>Seals a text to its writer and returns its id. The caller commits. Null when she has no keys.</summary>
    public async Task<Guid?> KeepAsync(MemberId writer, string text, CancellationToken cancel)
    {
        var publicKey = await db.Set<MemberKeyRow>().AsNoTracking().Where(m => m.Id == writer).Select(m => m.PublicKey).SingleOrDefaultAsync(cancel);
        if (publicKey is null) return null;
        var id = Guid.CreateVersion7();
        db.Add(new DraftRow { Id = id, Member = writer, At = Now, SealedText = Hpke.Seal(publicKey, Purpose, id.ToByteArray(bigEndian: true), Encoding.UTF8.GetBytes(text)) });
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
