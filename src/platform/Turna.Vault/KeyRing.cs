using System.Security.Cryptography;
using System.Text.Json;
using Turna.Kernel;

namespace Turna.Vault;

/// <summary>
/// The keys of the member who is signed in, for this request only: neither memory nor database can open anything between requests.
/// </summary>
public sealed class KeyRing : IDisposable
{
    private Contents? contents;
    private readonly Dictionary<(Guid Circle, int Generation), AesGcm> circleCiphers = [];
    private ECDiffieHellman? privateKey;
    private AesGcm? referenceCipher;

    /// <summary>True while a member's keys are at hand.</summary>
    public bool IsUnlocked => contents is not null;

    /// <summary>Whose keys these are.</summary>
    public MemberId? Member { get; private set; }

    internal bool Changed { get; private set; }

    internal ECDiffieHellman PrivateKey
    {
        get
        {
            if (privateKey is not null) return privateKey;
            privateKey = ECDiffieHellman.Create();
            privateKey.ImportPkcs8PrivateKey(Open().PrivateKey, out _);
            return privateKey;
        }
    }

    internal byte[]? IndexKey => Open().IndexKey;

    /// <summary>The cipher of references that tokens point to; null without the index key. Not for several threads at once.</summary>
    internal AesGcm? ReferenceCipher => IndexKey is { } key ? referenceCipher ??= NewReferenceCipher(key) : null;

    internal byte[]? FactKey => Open().FactKey;

    internal byte[] PrivateKeyBytes => Open().PrivateKey;

    /// <summary>True when she holds the newest key known here of a circle.</summary>
    public bool Holds(CircleId circle) => contents is not null && contents.Circles.Exists(c => c.Circle == circle.Value);

    public void Dispose() => Lock();

    internal static KeyRing Empty() => new();

    internal void Unlock(MemberId member, byte[] pkcs8)
    {
        Lock();
        Member = member;
        contents = new Contents { PrivateKey = pkcs8 };
    }

    /// <summary>Takes up what <see cref="Export"/> gave, at the next request of the session.</summary>
    internal void Resume(MemberId member, ReadOnlySpan<byte> exported)
    {
        Lock();
        Member = member;
        contents = JsonSerializer.Deserialize<Contents>(exported);
    }

    internal void Lock()
    {
        if (contents is not null)
        {
            CryptographicOperations.ZeroMemory(contents.PrivateKey);
            foreach (var circle in contents.Circles) CryptographicOperations.ZeroMemory(circle.Key);
            if (contents.IndexKey is not null) CryptographicOperations.ZeroMemory(contents.IndexKey);
            if (contents.FactKey is not null) CryptographicOperations.ZeroMemory(contents.FactKey);
        }

        contents = null;
        Member = null;
        privateKey?.Dispose();
        privateKey = null;
        ForgetReferenceCipher();
        foreach (var cipher in circleCiphers.Values) cipher.Dispose();
        circleCiphers.Clear();
    }

    internal byte[]? CircleKey(CircleId circle, int generation) =>
        Open().Circles.Find(c => c.Circle == circle.Value && c.Generation == generation)?.Key;

    /// <summary>The cipher of a circle's key, kept for the request: a search opens many grants under one. Not for several threads at once.</summary>
    internal AesGcm? CircleCipher(CircleId circle, int generation)
    {
        if (circleCiphers.TryGetValue((circle.Value, generation), out var cipher)) return cipher;
        if (CircleKey(circle, generation) is not { } key) return null;
        circleCiphers.Add((circle.Value, generation), cipher = Envelope.Cipher(key));
        return cipher;
    }

    internal (int Generation, byte[] Key)? NewestCircleKey(CircleId circle)
    {
        var newest = Open().Circles.Where(c => c.Circle == circle.Value).MaxBy(c => c.Generation);
        return newest is null ? null : (newest.Generation, newest.Key);
    }

    internal IReadOnlyList<Guid> Circles => [.. Open().Circles.Select(c => c.Circle).Distinct()];

    internal void AddCircleKey(CircleId circle, int generation, byte[] key)
    {
        if (CircleKey(circle, generation) is not null) return;
        Open().Circles.Add(new HeldKey { Circle = circle.Value, Generation = generation, Key = key });
        Changed = true;
    }

    internal void DropCircle(CircleId circle)
    {
        foreach (var dropped in circleCiphers.Keys.Where(k => k.Circle == circle.Value).ToList())
        {
            circleCiphers.Remove(dropped, out var cipher);
            cipher!.Dispose();
        }

        Changed |= Open().Circles.RemoveAll(c => c.Circle == circle.Value) > 0;
    }

    internal void SetIndexKeys(byte[] index, byte[] fact)
    {
        Open().IndexKey = index;
        Open().FactKey = fact;
        ForgetReferenceCipher();
        Changed = true;
    }

    internal byte[] Export() => JsonSerializer.SerializeToUtf8Bytes(Open());

    private static AesGcm NewReferenceCipher(byte[] indexKey)
    {
        Span<byte> key = stackalloc byte[Envelope.KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, indexKey, key, salt: [], "reference/v1"u8);
        var cipher = Envelope.Cipher(key);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }

    private void ForgetReferenceCipher()
    {
        referenceCipher?.Dispose();
        referenceCipher = null;
    }

    private Contents Open() => contents ?? throw new InvalidOperationException("Nobody is signed in: there is no key to work with.");

    private sealed class Contents
    {
        public required byte[] PrivateKey { get; init; }

        public List<HeldKey> Circles { get; init; } = [];

        public byte[]? IndexKey { get; set; }

        public byte[]? FactKey { get; set; }
    }

    private sealed class HeldKey
    {
        public Guid Circle { get; init; }

        public int Generation { get; init; }

        public required byte[] Key { get; init; }
    }
}
