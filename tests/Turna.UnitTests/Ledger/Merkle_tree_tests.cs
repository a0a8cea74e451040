using System.Security.Cryptography;
using Turna.Ledger;

namespace Turna.UnitTests.Ledger;

public sealed class Merkle_tree_tests
{
    // The eight leaves and the roots of sizes 0–8 that the test suites of Certificate Transparency publish for RFC 6962.
    private static readonly string[] Leaves =
    [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Roots_equal_the_published_ones()
    {
        var tree = new MerkleTree();
        Convert.ToHexStringLower(tree.Root()).ShouldBe(Roots[0]);
        for (var i = 0; i < Leaves.Length; i++)
        {
            tree.Append(MerkleTree.LeafHash(Convert.FromHexString(Leaves[i])));
            Convert.ToHexStringLower(tree.Root()).ShouldBe(Roots[i + 1], $"size {i + 1}");
        }
    }

    [Fact]
    public void A_restored_edge_goes_on_like_the_tree_itself()
    {
        for (var size = 0; size < 40; size++)
        {
            var tree = Grown(size);
            var restored = MerkleTree.Restore(tree.Size, tree.Edge());
            tree.Append(Hash(99));
            restored.Append(Hash(99));
            restored.Root().ShouldBe(tree.Root(), $"size {size}");
        }
    }

    [Fact]
    public void An_edge_that_does_not_fit_is_refused() => Should.Throw<InvalidDataException>(() => MerkleTree.Restore(6, Grown(7).Edge()));

    // The definition of RFC 6962, section 2.1, read off the page: split at the largest power of two below n.
    [Fact]
    public void Roots_equal_the_recursive_definition()
    {
        for (var size = 1; size < 70; size++)
        {
            var leaves = Enumerable.Range(0, size).Select(Hash).ToArray();
            Grown(size).Root().ShouldBe(Definition(leaves), $"size {size}");
        }
    }

    private static byte[] Definition(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1) return leaves[0];
        var split = 1;
        while (split * 2 < leaves.Length) split *= 2;
        return SHA256.HashData([1, .. Definition(leaves[..split]), .. Definition(leaves[split..])]);
    }

    private static MerkleTree Grown(int size)
    {
        var tree = new MerkleTree();
        for (var i = 0; i < size; i++) tree.Append(Hash(i));
        return tree;
    }

    private static byte[] Hash(int i) => SHA256.HashData(BitConverter.GetBytes(i));
}
