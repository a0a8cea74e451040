using System.Security.Cryptography;

namespace Turna.Ledger;

/// <summary>
/// The Merkle tree of RFC 6962, section 2.1, held as its right edge: the roots of the perfect subtrees that make up the leaves so far,
/// largest first. Appending costs one hash on average and at most one for each level.
/// </summary>
public sealed class MerkleTree
{
    /// <summary>Length of every hash in bytes (SHA-256).</summary>
    public const int HashLength = 32;

    private readonly List<byte[]> edge;

    public MerkleTree() => edge = [];

    private MerkleTree(long size, IEnumerable<byte[]> edge)
    {
        Size = size;
        this.edge = [.. edge];
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The hash of a leaf: SHA-256 of 0x00 and its bytes.</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of an inner node: SHA-256 of 0x01, left and right.</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * HashLength)];
        node[0] = 0x01;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + HashLength)..]);
        return SHA256.HashData(node);
    }

    /// <summary>Adds the hash of the next leaf.</summary>
    public void Append(byte[] leafHash)
    {
        var node = leafHash;
        for (var covered = Size; (covered & 1) == 1; covered >>= 1)
        {
            node = NodeHash(edge[^1], node);
            edge.RemoveAt(edge.Count - 1);
        }

        edge.Add(node);
        Size++;
    }

    /// <summary>The root over all leaves; of none, SHA-256 of nothing.</summary>
    public byte[] Root()
    {
        if (edge.Count == 0) return SHA256.HashData([]);
        var root = edge[^1];
        for (var i = edge.Count - 2; i >= 0; i--) root = NodeHash(edge[i], root);
        return root;
    }

    public MerkleTree Copy() => new(Size, edge);

    /// <summary>The right edge as bytes, to be stored beside the size.</summary>
    public byte[] Edge() => [.. edge.SelectMany(h => h)];

    /// <summary>Restores a tree from its size and right edge.</summary>
    /// <exception cref="InvalidDataException">The edge does not fit the size.</exception>
    public static MerkleTree Restore(long size, byte[] edge) =>
        edge.Length == HashLength * long.PopCount(size)
            ? new MerkleTree(size, edge.Chunk(HashLength))
            : throw new InvalidDataException("The stored edge of the tree does not fit its size.");
}
