using System.Security.Cryptography;
using Turna.Vault;

namespace Turna.UnitTests.Vault;

public sealed class Hpke_tests
{
    // RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence number 0.
    private const string Info = "4f6465206f6e2061204772656369616e2055726e";
    private const string EphemeralPublic = "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4";
    private const string EphemeralPrivate = "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb";
    private const string RecipientPublic = "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0";
    private const string RecipientPrivate = "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2";
    private const string Plaintext = "4265617574792069732074727574682c20747275746820626561757479";
    private const string AssociatedData = "436f756e742d30";
    private const string Ciphertext = "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434";

    [Fact]
    public void Seals_the_vector_of_the_rfc()
    {
        using var ephemeral = Pair(EphemeralPrivate, EphemeralPublic);

        var made = Hpke.Seal(Hpke.Cipher.Aes128Gcm, ephemeral, Hex(RecipientPublic), Hex(Info), Hex(AssociatedData), Hex(Plaintext));

        Convert.ToHexStringLower(made).ShouldBe(EphemeralPublic + Ciphertext);
    }

    [Fact]
    public void Opens_the_vector_of_the_rfc()
    {
        using var recipient = Pair(RecipientPrivate, RecipientPublic);

        var opened = Hpke.Open(Hpke.Cipher.Aes128Gcm, recipient, Hex(Info), Hex(AssociatedData), Hex(EphemeralPublic + Ciphertext));

        Convert.ToHexStringLower(opened).ShouldBe(Plaintext);
    }

    [Fact]
    public void Each_flipped_byte_is_refused()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var made = Hpke.Seal(Hpke.Point(recipient), [1], [2], [3, 4, 5]);
        Hpke.Open(recipient, [1], [2], made).ShouldBe([3, 4, 5]);

        for (var i = 0; i < made.Length; i++)
        {
            var altered = (byte[])made.Clone();
            altered[i] ^= 0x40;
            Should.Throw<SealBrokenException>(() => Hpke.Open(recipient, [1], [2], altered), $"byte {i}");
        }
    }

    [Theory]
    [InlineData("another purpose", "same")]
    [InlineData("same", "another place")]
    public void Another_purpose_or_place_is_refused(string info, string place)
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var made = Hpke.Seal(Hpke.Point(recipient), "same"u8, "same"u8, [7]);

        Should.Throw<SealBrokenException>(() => Hpke.Open(
            recipient, System.Text.Encoding.UTF8.GetBytes(info), System.Text.Encoding.UTF8.GetBytes(place), made));
    }

    private static ECDiffieHellman Pair(string secret, string point) => ECDiffieHellman.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        D = Hex(secret),
        Q = new ECPoint { X = Hex(point)[1..33], Y = Hex(point)[33..] },
    });

    private static byte[] Hex(string text) => Convert.FromHexString(text);
}
