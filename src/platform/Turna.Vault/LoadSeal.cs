using System.Security.Cryptography;
using Turna.Data;
using Turna.Kernel;
using Turna.Vault.Index;

namespace Turna.Vault;

/// <summary>The row of a grant, column by column.</summary>
public sealed record LoadedGrant(Guid Subject, Guid Holder, Guid Organisation, string Kind, int Generation, int Epoch, byte[] SealedKey);

/// <summary>
/// Makes keys, grants and index entries of many people under keys that are set up once: what <see cref="KeyVault"/> does for one person at a time.
/// Not for several threads at once; each thread of a load opens its own.
/// </summary>
public sealed class LoadSeal : IDisposable
{
    private readonly GrantSealer grants;
    private readonly byte[] indexKey;

    internal LoadSeal(GrantSealer grants, byte[] indexKey, IndexSeal index)
    {
        this.grants = grants;
        this.indexKey = indexKey;
        Index = index;
    }

    /// <summary>The blind index.</summary>
    public IndexSeal Index { get; }

    /// <summary>Makes a subject's key and, as values, the grant to the circle.</summary>
    public (SubjectKey Key, LoadedGrant Grant) Create(SubjectId subject)
    {
        var key = new SubjectKey(subject, RandomNumberGenerator.GetBytes(Envelope.KeyLength));
        var row = grants.Wrap(key);
        return (key, new LoadedGrant(row.Subject.Value, row.Holder, row.Organisation.Value, row.Kind.ToString(), row.Generation, row.Epoch, row.SealedKey));
    }

    /// <inheritdoc cref="KeyVault.IndexToken"/>
    public Token IndexToken(string kind, string key) => KeyVault.Mac(indexKey, $"{kind}|{key}");

    /// <inheritdoc/>
    public void Dispose()
    {
        grants.Dispose();
        Index.Dispose();
    }
}
