using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Turna.Kernel;

namespace Turna.Vault;

/// <summary>
/// A file encrypted under a passphrase: backups and the secrets kit. Chunks of 64 KiB under AES-256-GCM; the number of the chunk and whether
/// it is the last are bound, so that a cut, reordered or altered file does not open.
/// </summary>
public static class SealedFile
{
    private const int ChunkLength = 64 * 1024;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int SaltLength = 16;

    private static ReadOnlySpan<byte> Magic => "TURNA\x01"u8;

    /// <summary>Encrypts everything the source holds.</summary>
    public static async Task SealAsync(Stream source, Stream target, string passphrase, KeyCost cost, CancellationToken cancel)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var header = new byte[Magic.Length + 4 + SaltLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(Magic.Length), cost.Iterations);
        salt.CopyTo(header.AsSpan(Magic.Length + 4));
        await target.WriteAsync(header, cancel);
        using var cipher = new AesGcm(Key(passphrase, salt, cost.Iterations), TagLength);
        var (current, next) = (new byte[ChunkLength], new byte[ChunkLength]);
        var length = await source.ReadAtLeastAsync(current, ChunkLength, throwOnEndOfStream: false, cancel);
        for (long number = 0; ; number++)
        {
            var following = length < ChunkLength ? 0 : await source.ReadAtLeastAsync(next, ChunkLength, throwOnEndOfStream: false, cancel);
            var last = following == 0;
            await target.WriteAsync(SealChunk(cipher, current.AsSpan(0, length), number, last, header), cancel);
            if (last) return;
            (current, next, length) = (next, current, following);
        }
    }

    /// <summary>Decrypts into the target.</summary>
    /// <exception cref="SealBrokenException">A wrong passphrase, or not the file that was sealed; what was written to the target must be thrown away.</exception>
    public static async Task OpenAsync(Stream source, Stream target, string passphrase, CancellationToken cancel)
    {
        var header = new byte[Magic.Length + 4 + SaltLength];
        if (await source.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancel) < header.Length || !header.AsSpan().StartsWith(Magic))
            throw new SealBrokenException("This is no file that Turna sealed.");
        var iterations = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(Magic.Length));
        if (iterations is < 1 or > 100_000_000) throw new SealBrokenException("This is no file that Turna sealed.");
        using var cipher = new AesGcm(Key(passphrase, header[^SaltLength..], iterations), TagLength);
        var (current, next) = (new byte[ChunkLength + NonceLength + TagLength], new byte[ChunkLength + NonceLength + TagLength]);
        var length = await source.ReadAtLeastAsync(current, current.Length, throwOnEndOfStream: false, cancel);
        for (long number = 0; ; number++)
        {
            var following = length < current.Length ? 0 : await source.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancel);
            var last = following == 0;
            await target.WriteAsync(OpenChunk(cipher, current.AsSpan(0, length), number, last, header), cancel);
            if (last) return;
            (current, next, length) = (next, current, following);
        }
    }

    private static byte[] SealChunk(AesGcm cipher, ReadOnlySpan<byte> chunk, long number, bool last, byte[] header)
    {
        var made = new byte[NonceLength + chunk.Length + TagLength];
        RandomNumberGenerator.Fill(made.AsSpan(0, NonceLength));
        cipher.Encrypt(made.AsSpan(0, NonceLength), chunk, made.AsSpan(NonceLength, chunk.Length), made.AsSpan(NonceLength + chunk.Length), Bound(number, last, header));
        return made;
    }

    private static byte[] OpenChunk(AesGcm cipher, ReadOnlySpan<byte> made, long number, bool last, byte[] header)
    {
        if (made.Length < NonceLength + TagLength) throw new SealBrokenException("The file is cut short.");
        var chunk = new byte[made.Length - NonceLength - TagLength];
        try
        {
            cipher.Decrypt(made[..NonceLength], made[NonceLength..^TagLength], made[^TagLength..], chunk, Bound(number, last, header));
            return chunk;
        }
        catch (AuthenticationTagMismatchException broken)
        {
            throw new SealBrokenException("The passphrase is wrong, or the file was altered or cut short.", broken);
        }
    }

    private static byte[] Bound(long number, bool last, byte[] header)
    {
        var bound = new byte[header.Length + 9];
        header.CopyTo(bound, 0);
        BinaryPrimitives.WriteInt64BigEndian(bound.AsSpan(header.Length), number);
        bound[^1] = last ? (byte)1 : (byte)0;
        return bound;
    }

    private static byte[] Key(string passphrase, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(Writing.Normal(passphrase, NormalizationForm.FormKC)), salt, iterations, HashAlgorithmName.SHA256, Envelope.KeyLength);
}
