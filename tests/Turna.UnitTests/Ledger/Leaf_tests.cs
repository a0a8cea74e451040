using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.UnitTests.Ledger;

public sealed class Leaf_tests
{
    private static readonly Leaf Example = new(
        7, new DateTime(2026, 7, 1, 8, 30, 0, DateTimeKind.Utc), OrganisationId.New(), Token(1), "case.read", "case work", [Token(2), Token(3)],
        [new RowHash(Token(4), new byte[32]), new RowHash(Token(5), default, Before(1)), new RowHash(Token(6), Before(2), Before(3))]);

    [Fact]
    public void Bytes_read_back_are_the_same_leaf() => Leaf.FromBytes(Example.ToBytes()).ToBytes().ShouldBe(Example.ToBytes());

    [Fact]
    public void A_row_says_what_it_was_changed_from()
    {
        var read = Leaf.FromBytes(Example.ToBytes());
        read.Version.ShouldBe(2);
        read.Rows.Select(r => r.Before.ToArray()).ShouldBe([[], Before(1), Before(3)]);
        read.Rows.Select(r => r.Hash.ToArray()).ShouldBe([new byte[32], [], Before(2)]);
    }

    [Fact]
    public void A_leaf_from_before_rows_said_so_is_read()
    {
        var bytes = (Example with { Rows = [new RowHash(Token(4), Before(1)), new RowHash(Token(5), default)] }).ToBytes();
        bytes[0] = 1;
        var read = Leaf.FromBytes(bytes);
        read.Version.ShouldBe(1);
        read.Rows.Select(r => r.Hash.ToArray()).ShouldBe([Before(1), []]);
    }

    [Fact]
    public void Every_cut_is_refused()
    {
        var bytes = Example.ToBytes();
        for (var length = 0; length < bytes.Length; length++) Should.Throw<InvalidDataException>(() => Leaf.FromBytes(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void What_follows_the_leaf_is_refused() => Should.Throw<InvalidDataException>(() => Leaf.FromBytes([.. Example.ToBytes(), 0]));

    [Theory, InlineData(null), InlineData(128L)]
    public void A_signed_checkpoint_is_good_for_its_tree_and_server_only(long? after)
    {
        var root = new byte[32];
        var (one, other) = (Signer(), Signer());
        var note = SignedNote.Sign(256, root, after, one);

        SignedNote.Verify(note, 256, root, one).ShouldBeTrue();
        SignedNote.Verify(note, 257, root, one).ShouldBeFalse();
        SignedNote.Verify(note, 256, [1, .. root[1..]], one).ShouldBeFalse();
        SignedNote.Verify(note, 256, root, other).ShouldBeFalse();
        SignedNote.Verify(note.Replace("256", "255", StringComparison.Ordinal), 255, root, one).ShouldBeFalse();
        SignedNote.Follows(note).ShouldBe(after);
        SignedNote.Verify(note.Replace("\nafter 128\n", "\nafter 127\n", StringComparison.Ordinal), 256, root, one).ShouldBe(after is null);
        SignedNote.Verify(note.Replace("\nafter 128\n", "\n", StringComparison.Ordinal), 256, root, one).ShouldBe(after is null);
    }

    private static byte[] Signer()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    private static byte[] Before(byte seed) => [.. Enumerable.Repeat(seed, 32)];

    private static Token Token(byte seed) => new(Enumerable.Repeat(seed, 16).ToArray());
}
