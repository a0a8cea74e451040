using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Turna.Ledger;

/// <summary>
/// Checkpoints as text: the body of C2SP tlog-checkpoint (origin, size, root, and as an extension line the size of the checkpoint before) signed as a
/// C2SP signed note.
/// The signature is ECDSA P-256 over SHA-256 of the body (signed-note algorithm byte 0x02, DER-encoded).
/// </summary>
internal static class SignedNote
{
    private const string Origin = "turna/ledger";
    private const string SignatureLead = "— ";
    private const string After = "after ";
    private const int LinesOfBody = 3;

    /// <param name="size">Leaves of the tree.</param>
    /// <param name="root">Its root.</param>
    /// <param name="after">The size that the checkpoint before states, 0 for the first; null as notes were written before they named it.</param>
    /// <param name="signingKey">PKCS #8.</param>
    public static string Sign(long size, byte[] root, long? after, byte[] signingKey)
    {
        var body = Body(size, root, after);
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(signingKey, out _);
        var signature = signer.SignData(Encoding.UTF8.GetBytes(body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return $"{body}\n{SignatureLead}{Origin} {Convert.ToBase64String([.. KeyHash(signer), .. signature])}\n";
    }

    /// <summary>Whether the note states exactly this tree and is signed by the key.</summary>
    public static bool Verify(string note, long size, byte[] root, byte[] signingKey)
    {
        var body = Body(size, root, Follows(note));
        var lead = $"{body}\n{SignatureLead}{Origin} ";
        if (!note.StartsWith(lead, StringComparison.Ordinal) || !note.EndsWith('\n')) return false;
        var encoded = new byte[note.Length];
        if (!Convert.TryFromBase64String(note[lead.Length..^1], encoded, out var length) || length < 5) return false;
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(signingKey, out _);
        return encoded.AsSpan(0, 4).SequenceEqual(KeyHash(signer))
            && signer.VerifyData(Encoding.UTF8.GetBytes(body), encoded.AsSpan(4, length - 4), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The size that the checkpoint before a note states; 0 in the first; null in those from before they named one.</summary>
    public static long? Follows(string note) =>
        note.Split('\n') is { Length: > LinesOfBody } lines && lines[LinesOfBody].StartsWith(After, StringComparison.Ordinal)
        && long.TryParse(lines[LinesOfBody].AsSpan(After.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;

    private static string Body(long size, byte[] root, long? after)
    {
        var extension = after is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{After}{after}\n");
        return string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{size}\n{Convert.ToBase64String(root)}\n{extension}");
    }

    private static byte[] KeyHash(ECDsa signer)
    {
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(Origin), (byte)'\n', 0x02, .. signer.ExportSubjectPublicKeyInfo()]);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) == 0 ? [0, 0, 0, 1] : hash[..4];
    }
}
