using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Turna.Vault;

/// <summary>
/// HPKE of RFC 9180, base mode, single shot: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Output: <c>enc(65) | ciphertext | tag(16)</c>.
/// Checked in the tests against the RFC's vectors.
/// </summary>
internal static class Hpke
{
    private const int PointLength = 65;
    private const int SharedSecretLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private static ReadOnlySpan<byte> Kem => [(byte)'K', (byte)'E', (byte)'M', 0x00, 0x10];

    /// <summary>Seals to the holder of a public key (uncompressed point, 65 bytes).</summary>
    public static byte[] Seal(byte[] recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(Cipher.Aes256Gcm, ephemeral, recipient, info, associatedData, plaintext);
    }

    /// <summary>Opens with the private key what was sealed to its public half.</summary>
    /// <exception cref="SealBrokenException">Not sealed to this key, or altered.</exception>
    public static byte[] Open(ECDiffieHellman recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> envelope) =>
        Open(Cipher.Aes256Gcm, recipient, info, associatedData, envelope);

    internal static byte[] Open(Cipher with, ECDiffieHellman recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < PointLength + TagLength) throw new SealBrokenException("The sealed key is cut short.");
        try
        {
            var enc = envelope[..PointLength].ToArray();
            using var sender = FromPoint(enc);
            var shared = SharedSecret(recipient.DeriveRawSecretAgreement(sender.PublicKey), enc, Point(recipient));
            var (key, nonce) = Schedule(with, shared, info);
            var plaintext = new byte[envelope.Length - PointLength - TagLength];
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(nonce, envelope[PointLength..^TagLength], envelope[^TagLength..], plaintext, associatedData);
            return plaintext;
        }
        catch (CryptographicException broken)
        {
            throw new SealBrokenException("The sealed key does not open with this key.", broken);
        }
    }

    public static byte[] Point(ECDiffieHellman key)
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return [0x04, .. q.X!, .. q.Y!];
    }

    internal static byte[] Seal(Cipher with, ECDiffieHellman ephemeral, byte[] recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        using var receiver = FromPoint(recipient);
        var enc = Point(ephemeral);
        var shared = SharedSecret(ephemeral.DeriveRawSecretAgreement(receiver.PublicKey), enc, recipient);
        var (key, nonce) = Schedule(with, shared, info);
        var envelope = new byte[PointLength + plaintext.Length + TagLength];
        enc.CopyTo(envelope, 0);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plaintext, envelope.AsSpan(PointLength, plaintext.Length), envelope.AsSpan(PointLength + plaintext.Length), associatedData);
        return envelope;
    }

    private static ECDiffieHellman FromPoint(byte[] point) => ECDiffieHellman.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = point[1..33], Y = point[33..PointLength] },
    });

    private static byte[] SharedSecret(byte[] agreed, ReadOnlySpan<byte> enc, ReadOnlySpan<byte> recipient)
    {
        var extracted = LabeledExtract(Kem, [], "eae_prk"u8, agreed);
        return LabeledExpand(Kem, extracted, "shared_secret"u8, [.. enc, .. recipient], SharedSecretLength);
    }

    private static (byte[] Key, byte[] Nonce) Schedule(Cipher with, byte[] shared, ReadOnlySpan<byte> info)
    {
        byte[] suite = [.. "HPKE"u8, 0x00, 0x10, 0x00, 0x01, 0x00, with.Id];
        var pskIdHash = LabeledExtract(suite, [], "psk_id_hash"u8, []);
        var infoHash = LabeledExtract(suite, [], "info_hash"u8, info);
        byte[] context = [0x00, .. pskIdHash, .. infoHash];
        var secret = LabeledExtract(suite, shared, "secret"u8, []);
        return (LabeledExpand(suite, secret, "key"u8, context, with.KeyLength), LabeledExpand(suite, secret, "base_nonce"u8, context, NonceLength));
    }

    private static byte[] LabeledExtract(ReadOnlySpan<byte> suite, byte[] salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> material) =>
        HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. suite, .. label, .. material], salt);

    private static byte[] LabeledExpand(ReadOnlySpan<byte> suite, byte[] secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> info, int length)
    {
        Span<byte> size = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)length);
        return HKDF.Expand(HashAlgorithmName.SHA256, secret, length, [.. size, .. "HPKE-v1"u8, .. suite, .. label, .. info]);
    }

    /// <summary>The AEAD of a suite. Turna uses AES-256-GCM; the RFC's own vectors for this KEM and KDF use AES-128-GCM.</summary>
    internal readonly record struct Cipher(byte Id, int KeyLength)
    {
        public static Cipher Aes128Gcm => new(0x01, 16);

        public static Cipher Aes256Gcm => new(0x02, 32);
    }
}
