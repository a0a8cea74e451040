using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Turna.Vault.Index;

/// <summary>
/// Keyed tokens and sealed references of a blind index: HMAC-SHA-256 truncated to the index's width, and AES-256-GCM with a random
/// nonce, the token bound to it. Equal keys meet; two tokens of one person cannot be joined without the key.
/// </summary>
/// <remarks>
/// The width is chosen so that a token is shared by about sixteen entries beside those that belong there (<see cref="WidthFor"/>): the
/// size of a bucket then tells less of how frequent a name is. It is a setting of the index, changed by making the index anew.
/// Not for several threads at once.
/// </remarks>
public sealed class IndexSeal : IDisposable
{
    /// <summary>Bytes of a sealed reference.</summary>
    public const int ReferenceLength = NonceLength + IdLength + TagLength;

    private const int NonceLength = 12;
    private const int IdLength = 16;
    private const int TagLength = 16;
    private const int BucketSize = 16;
    private const int LongestKey = 192;

    private const int NoncesAhead = 64;

    private readonly IncrementalHash mac;
    private readonly byte[] nonces = new byte[NoncesAhead * NonceLength];
    private int nextNonce = NoncesAhead * NonceLength;
    private readonly AesGcm references;
    private readonly int width;

    internal IndexSeal(byte[] indexKey, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 31);
        this.width = width;
        Span<byte> key = stackalloc byte[Envelope.KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, indexKey, key, salt: [], "index-token/v2"u8);
        mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, indexKey, key, salt: [], "index-reference/v2"u8);
        references = new AesGcm(key, TagLength);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>The width, in bits, at which about sixteen entries share a token by chance.</summary>
    public static int WidthFor(long entries) => Math.Clamp((int)Math.Round(Math.Log2(Math.Max(1, entries) / (double)BucketSize)), 1, 31);

    /// <summary>The token of a key. Kinds do not meet but by chance.</summary>
    public int TokenOf(string kind, string key)
    {
        Span<byte> message = stackalloc byte[LongestKey * 3];
        var length = Encoding.UTF8.GetBytes(kind, message);
        message[length++] = (byte)'|';
        length += Encoding.UTF8.GetBytes(key.AsSpan(0, Math.Min(key.Length, LongestKey / 2)), message[length..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        mac.AppendData(message[..length]);
        mac.GetHashAndReset(hash);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) >> (32 - width));
    }

    /// <summary>Seals whom a token points to. Equal references never look alike.</summary>
    public void SealReference(int token, Guid person, Span<byte> reference)
    {
        Span<byte> bound = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bound, token);
        SealReference(bound, person, reference);
    }

    /// <summary>The same for a whole token, such as a telephone's.</summary>
    public void SealReference(ReadOnlySpan<byte> token, Guid person, Span<byte> reference)
    {
        Span<byte> plain = stackalloc byte[IdLength];
        person.TryWriteBytes(plain, bigEndian: true, out _);
        NextNonce().CopyTo(reference);
        references.Encrypt(reference[..NonceLength], plain, reference.Slice(NonceLength, IdLength), reference.Slice(NonceLength + IdLength, TagLength), token);
    }

    /// <summary>Whom a token points to.</summary>
    /// <exception cref="SealBrokenException">The reference was altered or moved to another token.</exception>
    public Guid OpenReference(int token, ReadOnlySpan<byte> reference)
    {
        Span<byte> bound = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bound, token);
        return OpenReference(bound, reference);
    }

    /// <summary>The same for a whole token, such as a telephone's.</summary>
    /// <exception cref="SealBrokenException">The reference was altered or moved to another token.</exception>
    public Guid OpenReference(ReadOnlySpan<byte> token, ReadOnlySpan<byte> reference)
    {
        if (reference.Length != ReferenceLength) throw new SealBrokenException("The reference is cut short.");
        Span<byte> plain = stackalloc byte[IdLength];
        try
        {
            references.Decrypt(reference[..NonceLength], reference.Slice(NonceLength, IdLength), reference.Slice(NonceLength + IdLength, TagLength), plain, token);
            return new Guid(plain, bigEndian: true);
        }
        catch (AuthenticationTagMismatchException broken)
        {
            throw new SealBrokenException("The reference was altered or moved.", broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        references.Dispose();
        mac.Dispose();
    }

    // A person has nine references; asking the generator for each nonce alone costs as much as sealing.
    private ReadOnlySpan<byte> NextNonce()
    {
        if (nextNonce == nonces.Length)
        {
            RandomNumberGenerator.Fill(nonces);
            nextNonce = 0;
        }

        nextNonce += NonceLength;
        return nonces.AsSpan(nextNonce - NonceLength, NonceLength);
    }
}
