using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Vault;

/// <summary>
/// Where a sealed value stands. Every part is bound to the ciphertext: moved to another tenant, table, column, row, subject or revision,
/// it does not open.
/// </summary>
public readonly record struct Place(OrganisationId Tenant, string Table, string Column, Guid Row, SubjectId Subject, int Revision);

/// <summary>
/// The envelope of document 4: <c>01 | suite | generation(4) | nonce(12) | ciphertext | tag(16)</c>, AES-256-GCM under a key of the record
/// alone. The plaintext carries its length and is padded, so that the size of a name or a note tells little.
/// </summary>
internal static class Envelope
{
    public const int KeyLength = 32;

    private const byte Version = 1;
    private const byte Aes256Gcm = 1;
    private const byte Text = 1;
    private const byte SchemaVersion = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 2 + 4 + NonceLength;
    private const int LengthPrefix = 1 + 4;
    private const int SmallestPlaintext = 64;

    /// <summary>False only in the build that the proof P1 compares with.</summary>
#if UNSEALED
    public static bool IsSealing => false;
#else
    public static bool IsSealing => true;
#endif

    /// <summary>Seals a text for its place under the subject's key.</summary>
    public static Sealed Seal(ReadOnlySpan<byte> subjectKey, Place place, ReadOnlySpan<byte> text)
    {
        var padded = new byte[PaddedLength(LengthPrefix + text.Length)];
        padded[0] = Text;
        BinaryPrimitives.WriteInt32BigEndian(padded.AsSpan(1), text.Length);
        text.CopyTo(padded.AsSpan(LengthPrefix));
        if (!IsSealing) return new Sealed(padded);
        Span<byte> key = stackalloc byte[KeyLength];
        RecordKey(subjectKey, place, key);
        var envelope = Encrypt(key, padded, AssociatedData(place));
        CryptographicOperations.ZeroMemory(padded);
        CryptographicOperations.ZeroMemory(key);
        return new Sealed(envelope);
    }

    /// <summary>Opens what was sealed for this very place.</summary>
    /// <exception cref="SealBrokenException">A byte, or the place, is not what it was.</exception>
    public static byte[] Open(ReadOnlySpan<byte> subjectKey, Place place, Sealed value)
    {
        Span<byte> key = stackalloc byte[KeyLength];
        RecordKey(subjectKey, place, key);
        var padded = IsSealing ? Decrypt(key, value.Envelope.Span, AssociatedData(place)) : value.Envelope.ToArray();
        CryptographicOperations.ZeroMemory(key);
        if (padded.Length < LengthPrefix || padded[0] != Text) throw new SealBrokenException("The sealed value has an unknown type.");
        var length = BinaryPrimitives.ReadInt32BigEndian(padded.AsSpan(1));
        if (length < 0 || length > padded.Length - LengthPrefix) throw new SealBrokenException("The sealed value is cut short.");
        return padded.AsSpan(LengthPrefix, length).ToArray();
    }

    /// <summary>Encrypts key material or other bytes under a key that is used for this purpose only.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        var envelope = new byte[HeaderLength + plaintext.Length + TagLength];
        envelope[0] = Version;
        envelope[1] = Aes256Gcm;
        var nonce = envelope.AsSpan(6, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        var bound = Bound(envelope, associatedData);
        cipher.Encrypt(nonce, plaintext, envelope.AsSpan(HeaderLength, plaintext.Length), envelope.AsSpan(HeaderLength + plaintext.Length), bound);
        return envelope;
    }

    /// <summary>Decrypts what <see cref="Encrypt"/> made.</summary>
    /// <exception cref="SealBrokenException">The key, a byte or the associated data is not what it was.</exception>
    public static byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> associatedData)
    {
        if (envelope.Length < HeaderLength + TagLength) throw new SealBrokenException("The envelope is cut short.");
        if (envelope[0] != Version || envelope[1] != Aes256Gcm) throw new SealBrokenException("The envelope has an unknown version.");
        var plaintext = new byte[envelope.Length - HeaderLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(envelope.Slice(6, NonceLength), envelope.Slice(HeaderLength, plaintext.Length), envelope[^TagLength..], plaintext, Bound(envelope, associatedData));
            return plaintext;
        }
        catch (AuthenticationTagMismatchException broken)
        {
            throw new SealBrokenException("The seal is broken: the value was altered or moved.", broken);
        }
    }

    /// <summary>
    /// Padmé (Nikitin et al., "Reducing metadata leakage from encrypted files and communication with PURBs", 2019): at most 12 % longer,
    /// and the length tells only O(log log) bits. Never less than 64 bytes.
    /// </summary>
    internal static int PaddedLength(int length)
    {
        if (length <= SmallestPlaintext) return SmallestPlaintext;
        var exponent = (int)Math.Floor(Math.Log2(length));
        var significant = (int)Math.Floor(Math.Log2(exponent)) + 1;
        var mask = (1 << (exponent - significant)) - 1;
        return (length + mask) & ~mask;
    }

    private static void RecordKey(ReadOnlySpan<byte> subjectKey, Place place, Span<byte> key)
    {
        var table = Encoding.UTF8.GetBytes(place.Table);
        Span<byte> info = stackalloc byte[6 + 1 + table.Length + 1 + 16];
        "rec/v1"u8.CopyTo(info);
        table.CopyTo(info[7..]);
        place.Row.TryWriteBytes(info[^16..], bigEndian: true, out _);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, subjectKey, key, salt: [], info);
    }

    private static byte[] AssociatedData(Place place)
    {
        using var bytes = new MemoryStream(128);
        Write(bytes, place.Tenant.Value.ToByteArray(bigEndian: true));
        Write(bytes, Encoding.UTF8.GetBytes(place.Table));
        Write(bytes, Encoding.UTF8.GetBytes(place.Column));
        Write(bytes, place.Row.ToByteArray(bigEndian: true));
        Write(bytes, place.Subject.Value.ToByteArray(bigEndian: true));
        Write(bytes, [SchemaVersion]);
        Span<byte> revision = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(revision, place.Revision);
        Write(bytes, revision);
        return bytes.ToArray();
    }

    private static void Write(Stream bytes, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bytes.Write(length);
        bytes.Write(part);
    }

    // The six bytes before the nonce are bound as well, so that no byte of the envelope can change unseen.
    private static byte[] Bound(ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> associatedData) => [.. envelope[..6], .. associatedData];
}

/// <summary>A sealed value was altered, moved, or is opened with another's key.</summary>
public sealed class SealBrokenException(string message, Exception? cause = null) : Exception(message, cause);
