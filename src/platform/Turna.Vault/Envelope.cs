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
    private const int IdLength = 16;
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
        using var cipher = Cipher(key);
        return Encrypt(cipher, plaintext, associatedData);
    }

    /// <summary>The same under a cipher that is kept at hand.</summary>
    public static byte[] Encrypt(AesGcm cipher, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        var envelope = new byte[HeaderLength + plaintext.Length + TagLength];
        envelope[0] = Version;
        envelope[1] = Aes256Gcm;
        var nonce = envelope.AsSpan(6, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        var bound = Bound(envelope, associatedData);
        cipher.Encrypt(nonce, plaintext, envelope.AsSpan(HeaderLength, plaintext.Length), envelope.AsSpan(HeaderLength + plaintext.Length), bound);
        return envelope;
    }

    /// <summary>Decrypts what <c>Encrypt</c> made.</summary>
    /// <exception cref="SealBrokenException">The key, a byte or the associated data is not what it was.</exception>
    public static byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> associatedData)
    {
        using var cipher = Cipher(key);
        return Decrypt(cipher, envelope, associatedData);
    }

    /// <summary>The same under a cipher that is kept at hand.</summary>
    /// <inheritdoc cref="Decrypt(ReadOnlySpan{byte}, ReadOnlySpan{byte}, ReadOnlySpan{byte})" path="/exception"/>
    public static byte[] Decrypt(AesGcm cipher, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> associatedData)
    {
        if (envelope.Length < HeaderLength + TagLength) throw new SealBrokenException("The envelope is cut short.");
        if (envelope[0] != Version || envelope[1] != Aes256Gcm) throw new SealBrokenException("The envelope has an unknown version.");
        var plaintext = new byte[envelope.Length - HeaderLength - TagLength];
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

    /// <summary>A cipher for several values under one key. Not for several threads at once.</summary>
    public static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, TagLength);

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
        var (table, column) = (Encoding.UTF8.GetByteCount(place.Table), Encoding.UTF8.GetByteCount(place.Column));
        var data = new byte[(7 * 4) + (3 * IdLength) + table + column + 1 + 4];
        var rest = data.AsSpan();
        WriteId(ref rest, place.Tenant.Value);
        Encoding.UTF8.GetBytes(place.Table, Part(ref rest, table));
        Encoding.UTF8.GetBytes(place.Column, Part(ref rest, column));
        WriteId(ref rest, place.Row);
        WriteId(ref rest, place.Subject.Value);
        Part(ref rest, 1)[0] = SchemaVersion;
        BinaryPrimitives.WriteInt32BigEndian(Part(ref rest, 4), place.Revision);
        return data;
    }

    private static void WriteId(ref Span<byte> rest, Guid id) => id.TryWriteBytes(Part(ref rest, IdLength), bigEndian: true, out _);

    /// <summary>Writes a length and gives the place behind it for what has that length.</summary>
    private static Span<byte> Part(ref Span<byte> rest, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(rest, length);
        var part = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return part;
    }

    // The six bytes before the nonce are bound as well, so that no byte of the envelope can change unseen.
    private static byte[] Bound(ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> associatedData) => [.. envelope[..6], .. associatedData];
}

/// <summary>A sealed value was altered, moved, or is opened with another's key.</summary>
public sealed class SealBrokenException(string message, Exception? cause = null) : Exception(message, cause);
