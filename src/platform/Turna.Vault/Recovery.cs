using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>
/// The organisation's recovery key. Its private half exists only on paper, in three shares of which two suffice: for each pair of shares the
/// key is split by a fresh one-time pad, so that one share alone tells nothing.
/// </summary>
public sealed class Recovery
{
    private const int ScalarLength = 32;
    private const int CheckLength = 3;

    private readonly TurnaDb db;
    private readonly RowTruth truth;

    internal Recovery(TurnaDb db, RowTruth truth) => (this.db, this.truth) = (db, truth);

    /// <summary>Makes the recovery key of a new organisation and returns its three shares, to be printed once. The caller records and commits.</summary>
    public IReadOnlyList<string> Create(OrganisationId organisation)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        db.Add(new OrganisationKeyRow { Id = organisation, RecoveryPublicKey = Hpke.Point(pair) });
        return Split(pair.ExportParameters(includePrivateParameters: true).D!);
    }

    /// <summary>
    /// Gives a member the keys of circles with two of the shares. Wrong shares, or a public key that was changed outside of Turna, change nothing and answer false. The delay, the announcement
    /// and the record are the caller's.
    /// </summary>
    public async Task<bool> GiveAsync(OrganisationId organisation, MemberId member, IReadOnlyCollection<CircleId> circles, string shareOne, string shareTwo, CancellationToken cancel)
    {
        var row = await db.Set<OrganisationKeyRow>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == organisation, cancel);
        if (await truth.ReadAsync(db, organisation, db.Set<MemberKeyRow>().Where(m => m.Id == member && m.Organisation == organisation), cancel) is not [var receiver]) return false;
        if (row is null || Join(shareOne, shareTwo, row.RecoveryPublicKey) is not { } recovery) return false;
        using (recovery)
        {
            var held = await db.Set<CircleKeyRow>().AsNoTracking().Where(k => k.Member == member).Select(k => new { k.Circle, k.Generation }).ToListAsync(cancel);
            var keys = await truth.ReadAsync(db, organisation, db.Set<CircleKeyRow>().Where(k => k.Member == Circles.Recovery && circles.Contains(k.Circle)), cancel);
            var rows = await db.Set<CircleRow>().AsNoTracking().Where(c => circles.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
            foreach (var key in keys.Where(k => !held.Any(h => h.Circle == k.Circle && h.Generation == k.Generation)))
            {
                var opened = Hpke.Open(recovery, Circles.Purpose, Circles.Bound(key), key.SealedKey);
                db.Add(Circles.SealTo(rows[key.Circle], key.Generation, member, receiver.PublicKey, opened));
            }
        }

        return true;
    }

    internal static IReadOnlyList<string> Split(byte[] secret)
    {
        // Share i holds its part of each pair it belongs to: (1,2), (2,3), (3,1).
        var parts = new List<(byte[] First, byte[] Second)>();
        for (var pair = 0; pair < 3; pair++)
        {
            var pad = RandomNumberGenerator.GetBytes(ScalarLength);
            parts.Add((pad, [.. pad.Zip(secret, (a, b) => (byte)(a ^ b))]));
        }

        return
        [
            Write(1, parts[0].First, parts[2].Second),
            Write(2, parts[1].First, parts[0].Second),
            Write(3, parts[2].First, parts[1].Second),
        ];
    }

    internal static byte[]? Combine(string shareOne, string shareTwo)
    {
        if (Read(shareOne) is not { } one || Read(shareTwo) is not { } two || one.Number == two.Number) return null;
        var (first, second) = one.Number % 3 + 1 == two.Number ? (one, two) : (two, one);
        return [.. first.Opens.Zip(second.Closes, (a, b) => (byte)(a ^ b))];
    }

    private static ECDiffieHellman? Join(string shareOne, string shareTwo, byte[] publicKey)
    {
        if (Combine(shareOne, shareTwo) is not { } secret) return null;
        try
        {
            var pair = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
            if (Hpke.Point(pair).AsSpan().SequenceEqual(publicKey)) return pair;
            pair.Dispose();
            return null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Write(byte number, byte[] opens, byte[] closes)
    {
        byte[] share = [number, .. opens, .. closes];
        var text = OneTimeCodes.Base32([.. share, .. SHA256.HashData(share).AsSpan(0, CheckLength)]);
        return string.Join('-', text.Chunk(6).Select(c => new string(c)));
    }

    private static Share? Read(string text)
    {
        try
        {
            var bytes = OneTimeCodes.FromBase32(text.Trim());
            if (bytes.Length != 1 + (2 * ScalarLength) + CheckLength || bytes[0] is < 1 or > 3) return null;
            var share = bytes.AsSpan(0, bytes.Length - CheckLength);
            if (!SHA256.HashData(share).AsSpan(0, CheckLength).SequenceEqual(bytes.AsSpan(share.Length))) return null;
            return new Share(bytes[0], share.Slice(1, ScalarLength).ToArray(), share[(1 + ScalarLength)..].ToArray());
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed record Share(byte Number, byte[] Opens, byte[] Closes);
}
