using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Vault;

/// <summary>The key pair of a member: made with her first password, opened by it and by nothing else.</summary>
public sealed class MemberKeys
{
    private readonly TurnaDb db;
    private readonly Keys keys;
    private readonly KeyRing ring;

    internal MemberKeys(TurnaDb db, Keys keys, KeyRing ring)
    {
        this.db = db;
        this.keys = keys;
        this.ring = ring;
    }

    public Task<bool> ExistAsync(MemberId member, CancellationToken cancel) => db.Set<MemberKeyRow>().AnyAsync(k => k.Id == member, cancel);

    /// <summary>Makes her key pair and unlocks it for this request. What other keys she holds comes later, from those who hold them.</summary>
    public void Create(OrganisationId organisation, MemberId member, string password)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var derivation = keys.NewDerivation();
        var pkcs8 = pair.ExportPkcs8PrivateKey();
        db.Add(new MemberKeyRow
        {
            Id = member, Organisation = organisation, PublicKey = Hpke.Point(pair), Derivation = derivation, SealedPrivateKey = Seal(member, pkcs8, password, derivation),
        });
        ring.Unlock(member, pkcs8);
    }

    /// <summary>
    /// Opens her private key with the password for this request. False for a wrong password, and, after the same work, for a member without keys.
    /// </summary>
    public async Task<bool> UnlockAsync(MemberId member, string password, CancellationToken cancel)
    {
        var row = await db.Set<MemberKeyRow>().SingleOrDefaultAsync(k => k.Id == member, cancel);
        if (row is null)
        {
            _ = keys.FromPassword(password, keys.NewDerivation());
            return false;
        }

        if (Open(row, password) is not { } pkcs8) return false;
        if (keys.IsOutdated(row.Derivation)) Reseal(row, pkcs8, password);
        ring.Unlock(member, pkcs8);
        return true;
    }

    /// <summary>Spends the time of a password check without one, so that an unknown name takes as long as a wrong password.</summary>
    public void SpendTheSameTime(string password) => _ = keys.FromPassword(password, keys.NewDerivation());

    /// <summary>Seals her private key under a new password; false when the old one is wrong.</summary>
    public async Task<bool> ChangePasswordAsync(MemberId member, string oldPassword, string newPassword, CancellationToken cancel)
    {
        var row = await db.Set<MemberKeyRow>().SingleOrDefaultAsync(k => k.Id == member, cancel);
        if (row is null || Open(row, oldPassword) is not { } pkcs8) return false;
        Reseal(row, pkcs8, newPassword);
        return true;
    }

    /// <summary>
    /// Forgets a member's keys, for a recovery: she makes a new pair with a new password and gets the circles' keys anew from those who hold
    /// them, or by the organisation's recovery ceremony.
    /// </summary>
    public async Task ForgetAsync(MemberId member, CancellationToken cancel)
    {
        db.RemoveRange(await db.Set<MemberKeyRow>().Where(k => k.Id == member).ToListAsync(cancel));
        db.RemoveRange(await db.Set<CircleKeyRow>().Where(k => k.Member == member).ToListAsync(cancel));
        db.RemoveRange(await db.Set<GrantRow>().Where(g => g.Holder == member.Value && g.Kind == GrantKind.Member).ToListAsync(cancel));
    }

    internal static ReadOnlySpan<byte> Purpose => "member/v1"u8;

    private void Reseal(MemberKeyRow row, byte[] pkcs8, string password)
    {
        row.Derivation = keys.NewDerivation();
        row.SealedPrivateKey = Seal(row.Id, pkcs8, password, row.Derivation);
    }

    private byte[] Seal(MemberId member, byte[] pkcs8, string password, string derivation) =>
        Envelope.Encrypt(keys.FromPassword(password, derivation), pkcs8, [.. Purpose, .. member.Value.ToByteArray(bigEndian: true)]);

    private byte[]? Open(MemberKeyRow row, string password)
    {
        try
        {
            return Envelope.Decrypt(keys.FromPassword(password, row.Derivation), row.SealedPrivateKey, [.. Purpose, .. row.Id.Value.ToByteArray(bigEndian: true)]);
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }
}
