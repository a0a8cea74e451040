using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Vault;

/// <summary>A session as the browser's cookie and the database's row make it together.</summary>
public sealed record LiveSession(MemberId Member, OrganisationId Organisation, DateTime StartedAt, DateTime EndsAt, bool IsDueForRefresh);

/// <summary>A session as an administrator or its owner sees it in a list.</summary>
/// <param name="Name">By which it is told from the others.</param>
/// <param name="Device">What it was begun on, coarsely, as "Firefox, Windows"; null where that is not known.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="SeenAt">UTC.</param>
public sealed record SessionSummary(string Name, string? Device, DateTime StartedAt, DateTime SeenAt);

/// <summary>
/// Sessions. The cookie holds an id and a random secret; the row holds the hash of the id and the member's keys sealed under the secret.
/// Neither alone opens anything; deleting the row ends the session at once.
/// </summary>
public sealed class Sessions
{
    /// <summary>Ends after so long without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>Ends after so long whatever happens.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private const int PartLength = 32;
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    private readonly TurnaDb db;
    private readonly TurnaDbFactory units;
    private readonly KeyRing ring;
    private readonly Remembered remembered;
    private readonly TimeProvider clock;

    internal Sessions(TurnaDb db, TurnaDbFactory units, KeyRing ring, Remembered remembered, TimeProvider clock)
    {
        this.db = db;
        this.units = units;
        this.ring = ring;
        this.remembered = remembered;
        this.clock = clock;
    }

    /// <summary>Starts a session with the keys now unlocked and returns the cookie's value. The caller records and commits.</summary>
    /// <param name="organisation">Hers.</param>
    /// <param name="member">Who signs in.</param>
    /// <param name="device">On what, coarsely, for the list of her sessions; never what would tell her device from others of its kind.</param>
    public string Start(OrganisationId organisation, MemberId member, string? device)
    {
        var cookie = RandomNumberGenerator.GetBytes(2 * PartLength);
        db.Add(new SessionRow
        {
            Id = Hash(cookie),
            Member = member,
            Organisation = organisation,
            SealedKeys = SealKeys(cookie),
            Device = device,
            StartedAt = Now,
            SeenAt = Now,
        });
        return Base64Url.EncodeToString(cookie);
    }

    /// <summary>Takes up the session of a cookie and unlocks its keys for this request; null when it ended or never was.</summary>
    public async Task<LiveSession?> ResumeAsync(string cookie, CancellationToken cancel)
    {
        if (!TryRead(cookie, out var bytes)) return null;
        var id = Hash(bytes);
        var row = await remembered.OrReadAsync(
            db, ("session", Convert.ToHexString(id)), unit => unit.Set<SessionRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel), typeof(SessionRow));
        if (row is null || Now - row.SeenAt > Idle + SeenStep || Now - row.StartedAt > Longest) return null;
        try
        {
            ring.Resume(row.Member, Envelope.Decrypt(SecretKey(bytes), row.SealedKeys, id));
        }
        catch (SealBrokenException)
        {
            return null;
        }

        return new LiveSession(row.Member, row.Organisation, row.StartedAt, EndOf(row), Now - row.SeenAt >= SeenStep);
    }

    /// <summary>Notes that the session is in use and keeps keys that were received meanwhile. Commits by itself.</summary>
    public async Task RefreshAsync(string cookie, CancellationToken cancel)
    {
        if (!TryRead(cookie, out var bytes)) return;
        var id = Hash(bytes);
        await using var unit = units.Create();
        var row = await unit.Set<SessionRow>().SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (row is null) return;
        row.SeenAt = Now;
        if (ring.Changed) row.SealedKeys = SealKeys(bytes);
        await unit.CommitAsync(Done.It, cancel);
    }

    /// <summary>Whose session this cookie was, even if it has ended by time (not if it was deleted): to seal an unsaved text to her.</summary>
    public async Task<MemberId?> WhoWasAsync(string cookie, CancellationToken cancel)
    {
        if (!TryRead(cookie, out var bytes)) return null;
        var id = Hash(bytes);
        return await db.Set<SessionRow>().AsNoTracking().Where(s => s.Id == id).Select(s => (MemberId?)s.Member).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Ends the session of a cookie. The caller records and commits.</summary>
    public async Task EndAsync(string cookie, CancellationToken cancel)
    {
        if (!TryRead(cookie, out var bytes)) return;
        var id = Hash(bytes);
        if (await db.Set<SessionRow>().SingleOrDefaultAsync(s => s.Id == id, cancel) is { } row) db.Remove(row);
        ring.Lock();
    }

    /// <summary>Ends the sessions of everybody; returns how many there were. For a database that was put back. Commits.</summary>
    public async Task<int> EndAllAsync(CancellationToken cancel)
    {
        var all = await db.Set<SessionRow>().ToListAsync(cancel);
        db.RemoveRange(all);
        await db.CommitAsync(all.Count, cancel);
        return all.Count;
    }

    /// <summary>Ends every session of a member at once. The caller records and commits.</summary>
    public async Task EndAllAsync(MemberId member, CancellationToken cancel) =>
        db.RemoveRange(await db.Set<SessionRow>().Where(s => s.Member == member).ToListAsync(cancel));

    /// <summary>Ends every session of a member but that of this cookie. The caller records and commits.</summary>
    public async Task EndOthersAsync(MemberId member, string cookie, CancellationToken cancel)
    {
        var here = TryRead(cookie, out var bytes) ? Hash(bytes) : [];
        db.RemoveRange(await db.Set<SessionRow>().Where(s => s.Member == member && s.Id != here).ToListAsync(cancel));
    }

    /// <summary>Deletes a member's sessions that ended more than a day ago, and the texts that were kept for a day. The caller commits.</summary>
    public async Task SweepAsync(MemberId member, CancellationToken cancel)
    {
        var (oldest, oldestText) = (Now - Longest - Drafts.Kept, Now - Drafts.Kept);
        db.RemoveRange(await db.Set<DraftRow>().Where(d => d.Member == member && d.At < oldestText).ToListAsync(cancel));
        db.RemoveRange(await db.Set<SessionRow>().Where(s => s.Member == member && s.StartedAt < oldest).ToListAsync(cancel));
    }

    /// <summary>The name by which the session of a cookie stands in the list.</summary>
    public static string? NameOf(string cookie) => TryRead(cookie, out var bytes) ? NameOf(Hash(bytes)) : null;

    /// <summary>The living sessions of a member.</summary>
    public async Task<IReadOnlyList<SessionSummary>> ListAsync(MemberId member, CancellationToken cancel)
    {
        var idle = Now - Idle;
        var oldest = Now - Longest;
        var rows = await db.Set<SessionRow>().AsNoTracking().Where(s => s.Member == member && s.SeenAt > idle && s.StartedAt > oldest)
            .OrderByDescending(s => s.SeenAt).ToListAsync(cancel);
        return [.. rows.Select(r => new SessionSummary(NameOf(r.Id), r.Device, r.StartedAt, r.SeenAt))];
    }

    private static string NameOf(byte[] id) => Convert.ToHexStringLower(id)[..8];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private byte[] SealKeys(byte[] cookie) => Envelope.Encrypt(SecretKey(cookie), ring.Export(), Hash(cookie));

    private static DateTime EndOf(SessionRow row) => row.SeenAt + Idle < row.StartedAt + Longest ? row.SeenAt + Idle : row.StartedAt + Longest;

    private static byte[] Hash(byte[] cookie) => SHA256.HashData(cookie.AsSpan(0, PartLength));

    private static byte[] SecretKey(byte[] cookie) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, cookie[PartLength..], Envelope.KeyLength, [], "session/v1"u8.ToArray());

    private static bool TryRead(string cookie, out byte[] bytes)
    {
        bytes = [];
        if (cookie.Length > 200 || !Base64Url.IsValid(cookie)) return false;
        bytes = Base64Url.DecodeFromChars(cookie);
        return bytes.Length == 2 * PartLength;
    }
}
