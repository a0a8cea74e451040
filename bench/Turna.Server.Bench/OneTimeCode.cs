using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Turna.Server.Bench;

/// <summary>What an authenticator app shows (RFC 6238).</summary>
internal static class OneTimeCode
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepNow => DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;

    public static string Of(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard's own hash.
        var mac = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = base32.Aggregate(System.Numerics.BigInteger.Zero, (sum, c) => (sum << 5) + Alphabet.IndexOf(c, StringComparison.Ordinal));
        bits >>= base32.Length * 5 % 8;
        var bytes = bits.ToByteArray(isUnsigned: true, isBigEndian: true);
        var whole = new byte[base32.Length * 5 / 8];
        bytes.CopyTo(whole, whole.Length - bytes.Length);
        return whole;
    }
}
